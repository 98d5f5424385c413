import type { Desk, User } from '../../contract/queries/desk.ts'
import { CaseListPage } from '../features/cases/list/case-list-page.tsx'
import type { CaseListState } from '../features/cases/list/list-state.ts'
import { CasePage } from '../features/cases/page/case-page.tsx'
import { IntakePage } from '../features/intake/intake-page.tsx'
import { SyncPage } from '../features/sync/sync-page.tsx'
import type { Route } from '../navigation/route.ts'

export interface PageProps {
  readonly route: Route
  readonly desk: Desk
  readonly user: User
  readonly list: CaseListState
  readonly onListChange: (list: CaseListState) => void
}

/** The feature that a route means. */
export function Page({ route, desk, user, list, onListChange }: PageProps) {
  switch (route.page) {
    case 'cases':
      return <CaseListPage desk={desk} state={list} onStateChange={onListChange} />
    case 'case':
      return <CasePage key={route.id} id={route.id} user={user} />
    case 'intake':
      return <IntakePage key={route.draftId ?? 'new'} draftId={route.draftId} />
    case 'sync':
      return <SyncPage desk={desk} />
  }
}
