import type { Session, WebPreferences } from 'electron'
import type { PageEntry } from '../../../contract/page.ts'
import { factArguments } from '../../../contract/page.ts'

export type PagePreferences = {
  readonly session: Session
  /** Absolute path of out/preload/start.cjs. */
  readonly preload: string
  readonly entry: PageEntry
  readonly appVersion: string
  /** True only in a development tree, never in a packaged application. */
  readonly devTools: boolean
}

/** The only web preferences a window of this application is made with (SHL-7). */
export const webPreferencesOf = ({
  session,
  preload,
  entry,
  appVersion,
  devTools,
}: PagePreferences): WebPreferences => ({
  session,
  preload,
  // Two facts for `window.yichuang`; the preload reads them from its own argument list.
  additionalArguments: [`${factArguments.entry}${entry}`, `${factArguments.appVersion}${appVersion}`],
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  plugins: false,
  navigateOnDragDrop: false,
  safeDialogs: true,
  spellcheck: false,
  enableWebSQL: false,
  devTools,
  // A hidden letter is laid out at full speed, and a covered workbench goes on saving its draft on time.
  backgroundThrottling: false,
})
