import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { BrowserWindow, app, powerSaveBlocker, safeStorage, session } from 'electron'
import type { MessagePortMain } from 'electron'
import type { ServedPage } from '../../contract/host-process.ts'
import type { HostStanding, ShellFailureCode } from '../../contract/shell.ts'
import { connectPages } from './api/connect-pages.ts'
import { createFeed } from './api/feed.ts'
import { createShellRouter } from './api/shell-router.ts'
import { createFileChooser, stickDialogs } from './choose-file.ts'
import type { AppFolders } from './app-folders.ts'
import { type Flags, isUnattended } from './command-line/parse-flags.ts'
import { forkHost } from './host/fork-host.ts'
import { hostRestarts, pageRestarts, terminalRestarts } from './host/restart-policy.ts'
import { createHostSupervisor } from './host/supervisor.ts'
import { createOsKeyStore } from './keys/os-key-store.ts'
import { lockDownSession } from './lockdown/session.ts'
import { forgetOldLetters } from './printing/forget-letters.ts'
import { createLetterPrinter } from './printing/letter-printer.ts'
import { printWithCups } from './printing/print-with-cups.ts'
import { showPrinted } from './printing/show-printed.ts'
import { writeLetter } from './printing/write-letter.ts'
import { tell } from './tell.ts'
import { fileDialogs } from './windows/file-dialogs.ts'
import { openFailure } from './windows/open-failure.ts'
import { openLetterPage } from './windows/open-letter-page.ts'
import { openTerminal } from './windows/open-terminal.ts'
import { openWorkbench } from './windows/open-workbench.ts'
import { createPageRegistry } from './windows/page.ts'
import type { PageFactoryDeps } from './windows/page-factory.ts'

export type DeskOptions = { readonly flags: Flags; readonly folders: AppFolders; readonly passphrase: string | null }

/** Builds the running application: host, pages, printer and what joins them. The application is ready when this is called. */
export const runDesk = ({ flags, folders, passphrase }: DeskOptions): void => {
  const root = app.getAppPath()
  // In memory only: no cache, cookie or storage of a page is ever written to the disk.
  const pageSession = session.fromPartition('pages', { cache: false })
  lockDownSession(pageSession, join(root, 'out', 'renderer'), flags.mode)
  const pages = createPageRegistry()
  const factory: PageFactoryDeps = {
    session: pageSession,
    preload: join(root, 'out', 'preload', 'start.cjs'),
    appVersion: app.getVersion(),
    devTools: !app.isPackaged,
    pages,
  }

  const isTerminal = isUnattended(flags.mode)
  let shown: BrowserWindow | null = null
  let exitCode = 0
  let ending = false

  /** Puts this window in the place of the one before; closing it ends the application. */
  const show = (window: BrowserWindow): void => {
    const before = shown
    shown = window
    window.on('closed', () => {
      if (shown !== window) return
      // A page may close itself whatever its window says: a terminal is opened again.
      if (isTerminal && !ending) showPage()
      else end()
    })
    before?.destroy()
  }
  const showPage = (): void => {
    exitCode = 0
    const onLost = (detail: string) => fail('page_lost', detail)
    if (flags.mode !== 'workbench')
      return show(openTerminal({ ...factory, entry: flags.mode, policy: terminalRestarts, onLost }))
    show(
      openWorkbench({
        ...factory,
        placeFile: folders.windowPlace,
        policy: pageRestarts,
        onLost,
      }),
    )
  }
  const fail = (code: ShellFailureCode, detail: string): void => {
    tell(`${code} ${detail}`.trim())
    exitCode = 1
    show(openFailure(factory, code, { wholeScreen: isTerminal }))
    // Nobody works at a terminal: it tries again by itself, but where a person has to say something first.
    if (isTerminal && !code.startsWith('passphrase')) forgetRelaunch = after(relaunchMs, relaunch)
  }
  let forgetRelaunch = (): void => undefined
  const relaunch = (): void => {
    app.relaunch()
    end()
  }
  const end = (): void => {
    if (ending) return
    ending = true
    forgetRelaunch()
    printer.close()
    for (const window of BrowserWindow.getAllWindows()) window.destroy()
    void host.stop().then(() => app.exit(exitCode))
  }

  const hostFeed = createFeed<HostStanding>({ state: 'starting', restarts: 0, rebuild: null })
  const host = createHostSupervisor<MessagePortMain>({
    fork: (events) => forkHost(join(root, 'out', 'host', 'start.cjs'), events),
    open: {
      dataDir: folders.dataDir,
      nativeBinding: findNativeBinding(),
      appVersion: app.getVersion(),
      enrol: flags.enrol,
    },
    keys: createOsKeyStore(safeStorage, process.platform),
    chooseFile: createFileChooser(flags.stickDir === null ? fileDialogs(() => shown) : stickDialogs(flags.stickDir)),
    policy: isTerminal ? terminalRestarts : hostRestarts,
    now: () => Date.now(),
    after,
    onState: (state, restarts) => {
      hostFeed.publish({ state, restarts, rebuild: null })
      if (state === 'ready') onHostReady()
    },
    onRebuild: (rebuild) => hostFeed.publish({ ...host.state(), rebuild }),
    onFailure: ({ code, detail }) => fail(code, detail),
  })
  const onHostReady = (): void => {
    // After the failure page was answered with the right passphrase the work begins; after a restart it goes on.
    if (exitCode === 1) showPage()
    else if (host.state().restarts > 0) connections.renew()
  }

  const printer = createLetterPrinter({
    folder: folders.printed,
    openLetterPage: (request) => openLetterPage(factory, request, { isTerminal }),
    listPrinters: async () => {
      const printers = (await shown?.webContents.getPrintersAsync()) ?? []
      return printers.map(({ name, displayName }) => ({ name, displayName }))
    },
    writeLetter,
    printFile: process.platform === 'linux' ? (path, options) => printWithCups(path, options, 30_000) : null,
    after,
  })

  const router = createShellRouter({
    appVersion: app.getVersion(),
    platform: process.platform,
    versions: { electron: process.versions.electron, chrome: process.versions.chrome, node: process.versions.node },
    printFolder: folders.printed,
    printer,
    hostFeed,
    showPrinted: (file) => showPrinted(folders.printed, file),
    unlock: (typed) => host.start(typed),
    relaunch,
    quit: end,
  })
  const connections = connectPages({
    pages,
    router,
    connectHost: (port) => host.connect(port, served[flags.mode]),
  })

  app.on('second-instance', () => {
    if (shown?.isMinimized()) shown.restore()
    shown?.focus()
  })
  app.on('before-quit', (event) => {
    event.preventDefault()
    end()
  })
  // A hidden letter page must not keep the application alive, nor its end quit it: `show` decides.
  app.on('window-all-closed', () => undefined)

  host.start(passphrase)
  showPage()
  if (isTerminal) powerSaveBlocker.start('prevent-display-sleep')
  if (folders.forgetsPrinted) void forgetOldLetters(folders.printed, Date.now())
}

const served = { workbench: 'desk', kiosk: 'terminal', board: 'board' } as const satisfies Record<
  Flags['mode'],
  ServedPage
>

/** How long a terminal says why it cannot go on before it is started anew. */
const relaunchMs = 60_000

/** The SQLite addon compiled for an Electron whose Node-API is older than the package's prebuild (build/package). */
const findNativeBinding = (): string | null => {
  const file = join(process.resourcesPath, 'native', 'better_sqlite3.node')
  return existsSync(file) ? file : null
}

const after = (ms: number, work: () => void): (() => void) => {
  const timer = setTimeout(work, ms)
  return () => clearTimeout(timer)
}
