/**
 * What a page and its preload need before anything else. Kept free of other imports: the preload is one small file that
 * runs before every page.
 */

/** Type of the window message that brings a page its two ports; see contract/shell.ts. */
export const portsMessage = 'yichuang:ports'

/** Channel on which a preload asks the shell for the ports of its page, and gets them. */
export const portsChannel = 'yichuang:ports'

/** Origin of every page. */
export const appOrigin = 'app://yichuang'

/** Pages of the application, each with its own document `<entry>.html` (`workbench` is `index.html`). */
export const pageEntries = ['workbench', 'kiosk', 'board', 'print', 'failure'] as const
export type PageEntry = (typeof pageEntries)[number]

/** `window.yichuang`. */
export type PageFacts = {
  readonly platform: string
  readonly appVersion: string
  readonly entry: PageEntry
}

/** How the shell hands the facts to the preload: arguments of the page's process. */
export const factArguments = { entry: '--yichuang-entry=', appVersion: '--yichuang-version=' } as const
