/** A page of the workbench. It never stands in an address: a case is named by its id only, and that stays in memory. */
export type Route =
  | { readonly page: 'today' }
  | { readonly page: 'cases' }
  | { readonly page: 'case'; readonly id: string }
  /** `draftId` null = a new intake; `itemId` = of this item. */
  | { readonly page: 'intake'; readonly draftId: string | null; readonly itemId?: string }
  | { readonly page: 'disclosure' }
  | { readonly page: 'catalogue' }
  | { readonly page: 'supervision' }
  | { readonly page: 'statistics' }
  | { readonly page: 'sync' }
  | { readonly page: 'settings' }
  | { readonly page: 'handover' }

export const isSameRoute = (a: Route, b: Route): boolean =>
  a.page === b.page &&
  (a.page !== 'case' || b.page !== 'case' || a.id === b.id) &&
  (a.page !== 'intake' || b.page !== 'intake' || (a.draftId === b.draftId && a.itemId === b.itemId))

/** Where one is and how one came: the last is the page shown; never empty. */
export type History = readonly [Route, ...Route[]]

/** Longest way back that is kept. */
const maxHistory = 30

export const visit = (history: History, route: Route): History => {
  if (isSameRoute(current(history), route)) return history
  const [first, ...rest] = [...history, route].slice(-maxHistory)
  return first === undefined ? [route] : [first, ...rest]
}

/** One step back; from the first page nowhere. */
export const back = (history: History): History => {
  const [first, ...rest] = history.slice(0, -1)
  return first === undefined ? history : [first, ...rest]
}

export const current = (history: History): Route => history.at(-1) ?? history[0]

/** Pages that cases are worked through from. */
export type Home = 'today' | 'cases' | 'disclosure'

/** The last of them that was in view. */
export const homeOf = (history: History): Home =>
  history
    .flatMap(({ page }): readonly Home[] =>
      page === 'today' || page === 'cases' || page === 'disclosure' ? [page] : [],
    )
    .at(-1) ?? 'cases'
