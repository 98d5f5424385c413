import { screen } from 'electron'
import type { BrowserWindow } from 'electron'
import type { RestartPolicy } from '../host/restart-policy.ts'
import type { PageFactoryDeps } from './page-factory.ts'
import { openPage } from './page-factory.ts'
import { revivePage } from './revive-page.ts'
import { findSavedPlace, savePlace } from './saved-place.ts'
import type { Bounds } from './window-bounds.ts'
import { minimumOn, placeWindow } from './window-bounds.ts'
import { allowZoom } from './zoom.ts'

export type WorkbenchDeps = PageFactoryDeps & {
  /** Where the window's place is kept. */
  readonly placeFile: string
  readonly policy: RestartPolicy
  /** The page cannot be shown, or keeps dying (SHL-13). */
  readonly onLost: (detail: string) => void
}

/** Opens the clerk's window where it was last, shown once it has something to show. */
export const openWorkbench = (deps: WorkbenchDeps): BrowserWindow => {
  const primary = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id)
  const screens: [Bounds, ...Bounds[]] = [primary.workArea, ...others.map(({ workArea }) => workArea)]
  const place = placeWindow(findSavedPlace(deps.placeFile), screens)
  const minimum = minimumOn(screen.getDisplayMatching(place.bounds).workArea)
  const window = openPage(deps, {
    entry: 'workbench',
    window: { ...place.bounds, minWidth: minimum.width, minHeight: minimum.height },
  })
  window.once('ready-to-show', () => {
    if (place.maximized) window.maximize()
    window.show()
  })
  keepPlace(window, deps.placeFile)
  allowZoom(window.webContents)
  window.webContents.on('did-fail-load', (_event, code, _text, _url, isMainFrame) => {
    // -3 = given up for a newer load of the same page.
    if (isMainFrame && code !== -3) deps.onLost(`did-fail-load ${code}`)
  })
  // What was typed is in the draft.
  revivePage(window, deps.policy, deps.onLost)
  return window
}

/** Keeps the place while it changes, so that it is known whichever way the application ends. */
const keepPlace = (window: BrowserWindow, file: string): void => {
  let timer: NodeJS.Timeout | undefined
  const keep = (): void => {
    clearTimeout(timer)
    if (window.isDestroyed() || window.isMinimized()) return
    savePlace(file, { bounds: window.getNormalBounds(), maximized: window.isMaximized() })
  }
  const soon = (): void => {
    clearTimeout(timer)
    timer = setTimeout(keep, 500)
  }
  window.on('resize', soon)
  window.on('move', soon)
  window.on('close', keep)
}
