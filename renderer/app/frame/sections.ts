import type { Route } from '../../navigation/route.ts'
import type { IconName } from '../../ui/icon-paths.ts'

export interface Section {
  readonly page: Exclude<Route['page'], 'case'>
  readonly icon: IconName
  readonly keys: string
}

/** The rail, top to bottom. */
export const sections: readonly Section[] = [
  { page: 'intake', icon: 'intake', keys: 'Alt 1' },
  { page: 'cases', icon: 'list', keys: 'Alt 2' },
  { page: 'sync', icon: 'sync', keys: 'Alt 3' },
]

/** Section that a page belongs to. */
export const sectionOf = (page: Route['page']): Section['page'] => (page === 'case' ? 'cases' : page)

/** Where a section's key or word leads. */
export const routeOf = (page: Section['page']): Route => (page === 'intake' ? { page, draftId: null } : { page })
