import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { QueryClientProvider } from '@tanstack/react-query'
import { I18nextProvider } from 'react-i18next'
import { z } from 'zod'
import '../ui/tokens.css'
import '../ui/base.css'
import './kiosk.css'
import { i18n } from '../i18n/setup.ts'
import { ClientsContext, createClients } from '../ipc/clients.ts'
import { listenForPorts } from '../ipc/connection.ts'
import { createQueryClient } from '../ipc/query-client.ts'
import { ConnectionContext } from '../ipc/use-connection.ts'
import { KioskApp } from './kiosk-app.tsx'
import { ReloadWhenBroken } from '../ui/reload-when-broken.tsx'

// The page of the public terminal: its own document, so that nothing of the workbench is loaded behind it.

// zod would otherwise compile its checks with `new Function`, which the content policy refuses.
z.config({ jitless: true })

const connection = listenForPorts(window)
const root = document.getElementById('root')
if (root === null) throw new Error('no #root')

// Nothing is dragged out of the page or dropped on it, and no menu opens under a long press (SHL-31).
for (const type of ['contextmenu', 'dragstart', 'dragover', 'drop'])
  document.addEventListener(type, (event) => event.preventDefault())

createRoot(root).render(
  <StrictMode>
    <I18nextProvider i18n={i18n}>
      <ConnectionContext value={connection}>
        <ClientsContext value={createClients(connection)}>
          <QueryClientProvider client={createQueryClient()}>
            <ReloadWhenBroken>
              <KioskApp />
            </ReloadWhenBroken>
          </QueryClientProvider>
        </ClientsContext>
      </ConnectionContext>
    </I18nextProvider>
  </StrictMode>,
)
