import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { QueryClientProvider } from '@tanstack/react-query'
import { I18nextProvider } from 'react-i18next'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { z } from 'zod'
import '../ui/tokens.css'
import '../ui/base.css'
import '../ui/gate.css'
import { i18n } from '../i18n/setup.ts'
import { ClientsContext, createClients } from '../ipc/clients.ts'
import { listenForPorts } from '../ipc/connection.ts'
import { createQueryClient } from '../ipc/query-client.ts'
import { ConnectionContext } from '../ipc/use-connection.ts'
import { KeyboardProvider } from '../keyboard/keyboard-provider.tsx'
import { ToastProvider } from '../ui/toast.tsx'
import { App } from './app.tsx'
import { ErrorBoundary } from './error-boundary.tsx'

// zod would otherwise compile its checks with `new Function`, which the content policy refuses.
z.config({ jitless: true })

const connection = listenForPorts(window)
const clients = createClients(connection)
const queries = createQueryClient()
const root = document.getElementById('root')
if (root === null) throw new Error('no #root')

createRoot(root).render(
  <StrictMode>
    <I18nextProvider i18n={i18n}>
      <I18nProvider locale="zh-CN">
        <ConnectionContext value={connection}>
          <ClientsContext value={clients}>
            <QueryClientProvider client={queries}>
              <KeyboardProvider>
                <ToastProvider>
                  <ErrorBoundary>
                    <App />
                  </ErrorBoundary>
                </ToastProvider>
              </KeyboardProvider>
            </QueryClientProvider>
          </ClientsContext>
        </ConnectionContext>
      </I18nProvider>
    </I18nextProvider>
  </StrictMode>,
)
