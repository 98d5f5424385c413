import type { WebContents } from 'electron'
import type { PageEntry } from '../../../contract/page.ts'
import type { LaidOutResult } from '../printing/letter-page.ts'

/** A page the shell opened. */
export type Page = {
  readonly contents: WebContents
  readonly entry: PageEntry
  /** What the hidden letter page calls when it is done; null for every other page. */
  readonly settleLetter: ((result: LaidOutResult) => void) | null
}

/** The pages that are open, by the id of their web contents. */
export type PageRegistry = {
  readonly add: (page: Page) => void
  readonly find: (contentsId: number) => Page | null
  readonly all: () => readonly Page[]
}

export const createPageRegistry = (): PageRegistry => {
  const pages = new Map<number, Page>()
  return {
    add: (page) => {
      const { id } = page.contents
      pages.set(id, page)
      page.contents.once('destroyed', () => pages.delete(id))
    },
    find: (contentsId) => pages.get(contentsId) ?? null,
    all: () => [...pages.values()],
  }
}
