import type { BrowserWindow } from 'electron'
import type { ShellFailureCode } from '../../../contract/shell.ts'
import type { PageFactoryDeps } from './page-factory.ts'
import { openPage } from './page-factory.ts'
import { holdTerminal, terminalShape } from './open-terminal.ts'

/** Opens the page that says in plain words why the application cannot go on (SHL-13). */
export const openFailure = (
  deps: PageFactoryDeps,
  code: ShellFailureCode,
  { wholeScreen }: { readonly wholeScreen: boolean },
): BrowserWindow => {
  const window = openPage(deps, {
    entry: 'failure',
    query: { code },
    window: wholeScreen ? terminalShape() : { width: 720, height: 560, center: true, useContentSize: true },
  })
  if (wholeScreen) holdTerminal(window)
  window.once('ready-to-show', () => window.show())
  return window
}
