import type { BrowserWindow } from 'electron'
import type { RestartPolicy } from '../host/restart-policy.ts'
import { nextRestart } from '../host/restart-policy.ts'

/** Loads the page again when its process dies; `onLost` when it keeps dying beyond what `policy` allows. */
export const revivePage = (window: BrowserWindow, policy: RestartPolicy, onLost: (detail: string) => void): void => {
  let deaths: readonly number[] = []
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return
    deaths = [...deaths, Date.now()]
    const delay = nextRestart(policy, deaths)
    if (delay === null) return onLost(`render-process-gone ${reason}`)
    setTimeout(() => {
      if (!window.isDestroyed()) window.webContents.reload()
    }, delay)
  })
}
