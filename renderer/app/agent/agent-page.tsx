import type { Desk, User } from '../../../contract/queries/desk.ts'
import { AgentHome } from '../../features/agent/agent-home.tsx'
import { ErrandPage } from '../../features/agent/errand-page.tsx'
import { CaseListPage } from '../../features/cases/list/case-list-page.tsx'
import type { CaseListState } from '../../features/cases/list/list-state.ts'
import { CasePage } from '../../features/cases/page/case-page.tsx'
import { HandoverPage } from '../../features/handover/handover-page.tsx'
import { SettingsPage } from '../../features/settings/settings-page.tsx'
import { SyncPage } from '../../features/sync/sync-page.tsx'
import type { Route } from '../../navigation/route.ts'

export interface AgentPageProps {
  readonly route: Route
  readonly desk: Desk
  readonly user: User
  readonly list: CaseListState
  readonly onListChange: (list: CaseListState) => void
}

/** The page that a route means to an agent; what is no page of his leads home. */
export function AgentPage({ route, desk, user, list, onListChange }: AgentPageProps) {
  switch (route.page) {
    case 'intake':
      return <ErrandPage key={route.draftId} draftId={route.draftId} desk={desk} user={user} />
    case 'case':
      return <CasePage key={route.id} id={route.id} user={user} />
    case 'cases':
      return <CaseListPage desk={desk} state={list} onStateChange={onListChange} />
    case 'handover':
      return <HandoverPage desk={desk} user={user} />
    case 'sync':
      return <SyncPage desk={desk} />
    case 'settings':
      return <SettingsPage desk={desk} />
    default:
      return <AgentHome desk={desk} />
  }
}
