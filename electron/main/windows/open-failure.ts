import type { BrowserWindow } from 'electron'
import type { ShellFailureCode } from '../../../contract/shell.ts'
import type { PageFactoryDeps } from './page-factory.ts'
import { openPage } from './page-factory.ts'

/** Opens the page that says in plain words why the application cannot go on (SHL-13). */
export const openFailure = (deps: PageFactoryDeps, code: ShellFailureCode): BrowserWindow => {
  const window = openPage(deps, {
    entry: 'failure',
    query: { code },
    window: { width: 720, height: 560, center: true, useContentSize: true },
  })
  window.once('ready-to-show', () => window.show())
  return window
}
