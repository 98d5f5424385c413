import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { QueryClientProvider } from '@tanstack/react-query'
import { I18nextProvider } from 'react-i18next'
import { z } from 'zod'
import '../ui/tokens.css'
import '../ui/base.css'
import './console.css'
import { i18n } from '../i18n/setup.ts'
import { KeyboardProvider } from '../keyboard/keyboard-provider.tsx'
import { ReloadWhenBroken } from '../ui/reload-when-broken.tsx'
import { ToastProvider } from '../ui/toast.tsx'
import { ConsoleApp } from './console-app.tsx'
import { ConsoleContext, createConsoleClient, createConsoleQueries } from './console-client.ts'

// The console of a center, in a browser: served by the central server, and speaking to it alone.

// zod would otherwise compile its checks with `new Function`, which the content policy refuses.
z.config({ jitless: true })

const root = document.getElementById('root')
if (root === null) throw new Error('no #root')

createRoot(root).render(
  <StrictMode>
    <I18nextProvider i18n={i18n}>
      <ConsoleContext value={createConsoleClient(location.origin)}>
        <QueryClientProvider client={createConsoleQueries()}>
          <ReloadWhenBroken>
            <KeyboardProvider>
              <ToastProvider>
                <ConsoleApp />
              </ToastProvider>
            </KeyboardProvider>
          </ReloadWhenBroken>
        </QueryClientProvider>
      </ConsoleContext>
    </I18nextProvider>
  </StrictMode>,
)
