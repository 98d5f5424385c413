import { Suspense, lazy } from 'react'
import type { Desk, User } from '../../contract/queries/desk.ts'
import { CaseListPage } from '../features/cases/list/case-list-page.tsx'
import type { CaseListState } from '../features/cases/list/list-state.ts'
import { CasePage } from '../features/cases/page/case-page.tsx'
import { CataloguePage } from '../features/catalogue/catalogue-page.tsx'
import type { CatalogueView } from '../features/catalogue/model/catalogue-view.ts'
import { DisclosurePage } from '../features/disclosure/disclosure-page.tsx'
import type { DisclosureView } from '../features/disclosure/model/disclosure-view.ts'
import { HandoverPage } from '../features/handover/handover-page.tsx'
import { IntakePage } from '../features/intake/intake-page.tsx'
import { SettingsPage } from '../features/settings/settings-page.tsx'
import type { StatisticsView } from '../features/statistics/model/statistics-view.ts'
import type { BoardView } from '../features/supervision/model/board-state.ts'
import { SupervisionPage } from '../features/supervision/supervision-page.tsx'
import { SyncPage } from '../features/sync/sync-page.tsx'
import type { TodayState } from '../features/today/queue-lines.ts'
import { TodayPage } from '../features/today/today-page.tsx'
import type { Route } from '../navigation/route.ts'

export interface PageProps {
  readonly route: Route
  readonly desk: Desk
  readonly user: User
  readonly list: CaseListState
  readonly onListChange: (list: CaseListState) => void
  readonly today: TodayState
  readonly onTodayChange: (today: TodayState) => void
  readonly board: BoardView
  readonly onBoardChange: (board: BoardView) => void
  readonly statistics: StatisticsView
  readonly onStatisticsChange: (statistics: StatisticsView) => void
  readonly catalogue: CatalogueView
  readonly onCatalogueChange: (catalogue: CatalogueView) => void
  readonly disclosure: DisclosureView
  readonly onDisclosureChange: (disclosure: DisclosureView) => void
}

/** Charts are large, and most sessions at a window never look at one. */
const StatisticsPage = lazy(async () => {
  const { StatisticsPage: page } = await import('../features/statistics/statistics-page.tsx')
  return { default: page }
})

/** The feature that a route means. */
export function Page({ route, desk, user, list, onListChange, today, onTodayChange, ...views }: PageProps) {
  switch (route.page) {
    case 'today':
      return <TodayPage desk={desk} user={user} state={today} onStateChange={onTodayChange} />
    case 'cases':
      return <CaseListPage desk={desk} state={list} onStateChange={onListChange} />
    case 'case':
      return <CasePage key={route.id} id={route.id} user={user} />
    case 'intake':
      return (
        <IntakePage key={`${route.draftId} ${route.itemId}`} draftId={route.draftId} itemId={route.itemId ?? null} />
      )
    case 'catalogue':
      return <CataloguePage desk={desk} user={user} view={views.catalogue} onView={views.onCatalogueChange} />
    case 'disclosure':
      return <DisclosurePage desk={desk} user={user} view={views.disclosure} onView={views.onDisclosureChange} />
    case 'supervision':
      return <SupervisionPage desk={desk} user={user} view={views.board} onView={views.onBoardChange} />
    case 'statistics':
      return (
        <Suspense fallback={null}>
          <StatisticsPage desk={desk} view={views.statistics} onView={views.onStatisticsChange} />
        </Suspense>
      )
    case 'sync':
      return <SyncPage desk={desk} />
    case 'settings':
      return <SettingsPage desk={desk} />
    case 'handover':
      return <HandoverPage desk={desk} user={user} />
  }
}
