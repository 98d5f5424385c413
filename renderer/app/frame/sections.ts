import type { Route } from '../../navigation/route.ts'
import type { IconName } from '../../ui/icon-paths.ts'

export interface Section {
  readonly page: Exclude<Route['page'], 'case'>
  readonly icon: IconName
  readonly keys: string
}

/** The rail, top to bottom. */
export const sections: readonly Section[] = [
  { page: 'today', icon: 'today', keys: 'Alt 1' },
  { page: 'intake', icon: 'intake', keys: 'Alt 2' },
  { page: 'cases', icon: 'list', keys: 'Alt 3' },
  { page: 'disclosure', icon: 'paper', keys: 'Alt 4' },
  { page: 'catalogue', icon: 'book', keys: 'Alt 5' },
  { page: 'supervision', icon: 'shield', keys: 'Alt 6' },
  { page: 'statistics', icon: 'bars', keys: 'Alt 7' },
  { page: 'sync', icon: 'sync', keys: 'Alt 8' },
  { page: 'settings', icon: 'settings', keys: 'Alt 9' },
  { page: 'handover', icon: 'exchange', keys: 'Alt 0' },
]

/** Section that a page belongs to. */
export const sectionOf = (page: Route['page']): Section['page'] => (page === 'case' ? 'cases' : page)

/** Where a section's key or word leads. */
export const routeOf = (page: Section['page']): Route => (page === 'intake' ? { page, draftId: null } : { page })
