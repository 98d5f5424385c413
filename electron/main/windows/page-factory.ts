import { BrowserWindow } from 'electron'
import type { BrowserWindowConstructorOptions, Session } from 'electron'
import { appOrigin } from '../../../contract/page.ts'
import type { PageEntry } from '../../../contract/page.ts'
import { requireLockedDown } from '../lockdown/require-locked-down.ts'
import { webPreferencesOf } from '../lockdown/web-preferences.ts'
import type { LaidOutResult } from '../printing/letter-page.ts'
import type { PageRegistry } from './page.ts'

export type PageFactoryDeps = {
  readonly session: Session
  readonly preload: string
  readonly appVersion: string
  readonly devTools: boolean
  readonly pages: PageRegistry
}

export type PageOptions = {
  readonly entry: PageEntry
  /** Query of the address; ids and codes only, never personal data. */
  readonly query?: Readonly<Record<string, string>>
  readonly window: Omit<BrowserWindowConstructorOptions, 'webPreferences'>
  readonly settleLetter?: (result: LaidOutResult) => void
}

/** The ground of every page (`--c-ground` of renderer/ui/tokens.css), so that a window never flashes white. */
export const groundColour = '#f3f1ec'

/** Opens a window on one of our pages. The only place that makes a window (SHL-7). */
export const openPage = (
  deps: PageFactoryDeps,
  { entry, query = {}, window: shape, settleLetter }: PageOptions,
): BrowserWindow => {
  const { session, preload, appVersion, devTools, pages } = deps
  const window = new BrowserWindow({
    show: false,
    backgroundColor: groundColour,
    autoHideMenuBar: true,
    ...shape,
    webPreferences: webPreferencesOf({ session, preload, entry, appVersion, devTools }),
  })
  window.removeMenu()
  requireLockedDown(window.webContents)
  pages.add({ contents: window.webContents, entry, settleLetter: settleLetter ?? null })
  const search = new URLSearchParams(query).toString()
  const document = entry === 'workbench' ? 'index' : entry
  window.loadURL(`${appOrigin}/${document}.html${search === '' ? '' : `?${search}`}`).catch(() => {
    // A page that cannot be loaded says so by `did-fail-load`, to whoever opened it.
  })
  return window
}
