import { screen } from 'electron'
import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron'
import type { RestartPolicy } from '../host/restart-policy.ts'
import { mayPress } from '../lockdown/terminal-keys.ts'
import type { PageFactoryDeps } from './page-factory.ts'
import { openPage } from './page-factory.ts'
import { revivePage } from './revive-page.ts'

export type TerminalDeps = PageFactoryDeps & {
  readonly entry: 'kiosk' | 'board'
  readonly policy: RestartPolicy
  /** The page cannot be shown, or keeps dying (SHL-32). */
  readonly onLost: (detail: string) => void
}

/** How long a page may stand still before it is loaded anew. */
const stillMs = 10_000

/** Covers the whole screen and stays there: no frame, no taskbar, nothing behind it. */
export const terminalShape = (): Omit<BrowserWindowConstructorOptions, 'webPreferences'> => ({
  ...screen.getPrimaryDisplay().bounds,
  kiosk: true,
  fullscreen: true,
  frame: false,
  alwaysOnTop: true,
  minimizable: false,
  maximizable: false,
  resizable: false,
  movable: false,
  skipTaskbar: true,
})

/** Opens the public terminal or the screen of a hall on the whole screen (SHL-31), and keeps it there (SHL-32). */
export const openTerminal = ({ entry, policy, onLost, ...deps }: TerminalDeps): BrowserWindow => {
  const window = openPage({ ...deps, devTools: false }, { entry, window: terminalShape() })
  const { webContents } = window
  holdTerminal(window)
  window.once('ready-to-show', () => window.show())
  webContents.on('did-fail-load', (_event, code, _text, _url, isMainFrame) => {
    if (isMainFrame && code !== -3) onLost(`did-fail-load ${code}`)
  })
  revivePage(window, policy, onLost)
  let still: NodeJS.Timeout | undefined
  window.on('unresponsive', () => {
    still = setTimeout(() => webContents.forcefullyCrashRenderer(), stillMs)
  })
  window.on('responsive', () => clearTimeout(still))
  window.on('closed', () => clearTimeout(still))
  return window
}

/** Nobody in front of it closes it, zooms it or presses a shortcut. */
export const holdTerminal = (window: BrowserWindow): void => {
  window.on('close', (event) => event.preventDefault())
  window.webContents.on('before-input-event', (event, input) => {
    if (!mayPress(input)) event.preventDefault()
  })
  window.webContents.on('zoom-changed', () => window.webContents.setZoomLevel(0))
  window.on('leave-full-screen', () => window.setKiosk(true))
  window.on('minimize', () => window.restore())
}
