import type { WebContents } from 'electron'
import { appOrigin } from '../../../contract/page.ts'

/** True when a page may go there (SHL-5): loading itself again, in the whole window, and nothing else. */
export const mayNavigate = (from: string, to: string, isMainFrame: boolean): boolean =>
  isMainFrame && to === from && to.startsWith(`${appOrigin}/`)

/**
 * A page stays where the shell put it (SHL-5): no navigation by link, script, form, redirect, frame or dropped file, no new
 * window, no `<webview>`. Nothing is handed to another program either.
 */
export const denyNavigation = (contents: WebContents): void => {
  const guard = (event: { preventDefault(): void; readonly url: string; readonly isMainFrame: boolean }): void => {
    if (!mayNavigate(contents.getURL(), event.url, event.isMainFrame)) event.preventDefault()
  }
  contents.on('will-navigate', guard)
  contents.on('will-frame-navigate', guard)
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}
