/** Pages by the commit number that they begin behind, one of them on its way before it is wanted. */
export interface ReadAhead<Page> {
  /** The page behind `after`: what was asked for ahead where that is it. */
  readonly take: (after: number) => Promise<Page>
  /** Asks for the page behind `after`; resolves when the request is out, for what follows may hold up everything else. */
  readonly begin: (after: number) => Promise<void>
  /** Resolves when nothing is on its way any more. */
  readonly end: () => Promise<void>
}

/** @param ask resolves always */
export const readAhead = <Page>(ask: (after: number) => Promise<Page>): ReadAhead<Page> => {
  let next: { readonly after: number; readonly page: Promise<Page> } | null = null
  const end = async (): Promise<void> => {
    await next?.page
    next = null
  }
  return {
    take: async (after) => {
      const page = next?.after === after ? next.page : null
      if (page === null) await end()
      next = null
      return page ?? ask(after)
    },
    begin: async (after) => {
      next = { after, page: ask(after) }
      await new Promise((resolve) => setImmediate(resolve))
    },
    end,
  }
}
