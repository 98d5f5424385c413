import { RPCHandler } from '@orpc/server/message-port'
import { MessageChannelMain, ipcMain } from 'electron'
import type { MessagePortMain } from 'electron'
import { type PageEntry, portsChannel } from '../../../contract/page.ts'
import { isOurPage } from '../lockdown/sender.ts'
import type { Page, PageRegistry } from '../windows/page.ts'
import type { createShellRouter } from './shell-router.ts'

export type ConnectPagesDeps = {
  readonly pages: PageRegistry
  readonly router: ReturnType<typeof createShellRouter>
  /** Gives the other end of a page's port to the host. */
  readonly connectHost: (port: MessagePortMain) => void
}

export type PageConnections = {
  /** Hands every open workbench, terminal or board a new pair of ports: the host behind the old one is gone. */
  readonly renew: () => void
}

/**
 * Hands pages their ports when their preload asks (SHL-8): the one message of `ipcMain` this application listens to. The
 * newest pair of a page ends the one before.
 */
export const connectPages = ({ pages, router, connectHost }: ConnectPagesDeps): PageConnections => {
  const handler = new RPCHandler(router)
  const open = new Map<number, { readonly shell: MessagePortMain; readonly silent: MessagePortMain | null }>()

  const connect = (page: Page): void => {
    const { contents, entry } = page
    const host = new MessageChannelMain()
    const shell = new MessageChannelMain()
    const before = open.get(contents.id)
    before?.shell.close()
    before?.silent?.close()
    // The failure page has nothing to ask of the host, but a closed port would tell it that the host is lost.
    const silent = entry === 'failure' ? host.port2 : null
    if (silent === null) connectHost(host.port2)
    open.set(contents.id, { shell: shell.port2, silent })
    shell.port2.on('close', () => {
      if (open.get(contents.id)?.shell === shell.port2) open.delete(contents.id)
    })
    handler.upgrade(asOrpcPort(shell.port2), { context: { page } })
    shell.port2.start()
    contents.postMessage(portsChannel, null, [host.port1, shell.port1])
  }

  ipcMain.on(portsChannel, (event) => {
    const page = pages.find(event.sender.id)
    const frame = event.senderFrame
    const sender = { url: frame?.url ?? null, isMainFrame: frame === event.sender.mainFrame, known: page !== null }
    if (page !== null && isOurPage(sender)) connect(page)
  })

  return {
    renew: () => {
      for (const page of pages.all()) {
        if (lastingPages.has(page.entry) && open.has(page.contents.id)) connect(page)
      }
    },
  }
}

/** Pages that outlive the host they were opened with. */
const lastingPages: ReadonlySet<PageEntry> = new Set(['workbench', 'kiosk', 'board'])

/** oRPC's handler takes ports of Electron as they are; its type of the listener is written more loosely. */
const asOrpcPort = (port: MessagePortMain) => ({
  on: (event: string, callback: (message?: { data: unknown }) => void): void => {
    if (event === 'message') port.on('message', callback)
    if (event === 'close') port.on('close', () => callback())
  },
  postMessage: (data: unknown): void => port.postMessage(data),
})
