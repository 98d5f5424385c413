import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { CaseRow } from '../../../contract/queries/cases.ts'
import type { Desk } from '../../../contract/queries/desk.ts'
import { isPlainDate } from '../../../domain/plain-date.ts'
import { timeOrStamp } from '../../i18n/dates.ts'
import { errorText } from '../../i18n/error-text.ts'
import { useHost } from '../../ipc/clients.ts'
import { useKeys } from '../../keyboard/keyboard-context.ts'
import { useNavigation } from '../../navigation/navigation-context.ts'
import { Badge } from '../../ui/badge.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { workCalendar } from '../../work-calendar.ts'
import { forwardingOf } from './model/forwarding.ts'
import './agent.css'

/** The newest that fit on a page or two; all of them are in the list of cases. */
const shownCases = 30

/** The day of a point: the next resident, what was put aside, and where everything is that was handed in (AGY-15). */
export function AgentHome({ desk }: { readonly desk: Desk }) {
  const { t } = useTranslation(['agent', 'terms', 'frame'])
  const host = useHost()
  const { go } = useNavigation()
  const drafts = useQuery({
    queryKey: ['drafts', 'list'],
    queryFn: ({ signal }) => host.drafts.list(undefined, { signal }),
  })
  const cases = useQuery({
    queryKey: ['cases', 'agent'],
    queryFn: ({ signal }) =>
      host.cases.list(
        { text: '', kinds: [], statuses: [], openOnly: true, order: 'newest', cursor: null, limit: shownCases },
        { signal },
      ),
  })
  const newErrand = () => go({ page: 'intake', draftId: null })
  useKeys([{ keys: 'F2', label: t('home.new'), run: newErrand }])
  const rows = cases.data?.rows ?? []
  const toForward = rows.filter(({ status }) => status === 'prereview')
  return (
    <div className="agent-home">
      <header className="agent-home-head">
        <div>
          <h1>{t('home.title')}</h1>
          <p className="errand-say">
            {cases.data === undefined ? '' : t('home.say', { open: cases.data.total, forward: toForward.length })}
          </p>
        </div>
        <Button variant="primary" icon="plus" keys="F2" className="agent-new" onPress={newErrand} autoFocus>
          {t('home.new')}
        </Button>
      </header>
      {cases.error === null ? null : (
        <Banner
          tone="problem"
          title={t('home.failed')}
          code={errorText(cases.error).code}
          actions={<Button onPress={() => void cases.refetch()}>{t('frame:retry')}</Button>}
        >
          {errorText(cases.error).text}
        </Banner>
      )}
      {(drafts.data ?? []).length === 0 ? null : (
        <section aria-labelledby="agent-drafts">
          <h2 id="agent-drafts">{t('home.drafts')}</h2>
          <ul className="agent-lines">
            {(drafts.data ?? []).map((draft) => (
              <li key={draft.id}>
                <button type="button" onClick={() => go({ page: 'intake', draftId: draft.id })}>
                  <b>{draft.title}</b>
                  <span className="muted num">{t('home.savedAt', { at: timeOrStamp(draft.savedAt, desk.today) })}</span>
                  <span className="agent-go">{t('home.resume')}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="agent-cases">
        <h2 id="agent-cases">{t('home.cases')}</h2>
        {cases.data !== undefined && rows.length === 0 ? (
          <EmptyState title={t('home.none')}>{t('home.noneText')}</EmptyState>
        ) : (
          <ul className="agent-lines">
            {rows.map((row) => (
              <CaseLine key={row.id} row={row} today={desk.today} onOpen={() => go({ page: 'case', id: row.id })} />
            ))}
          </ul>
        )}
        {cases.data?.next === null || cases.data === undefined ? null : (
          <Button onPress={() => go({ page: 'cases' })}>{t('home.all')}</Button>
        )}
      </section>
    </div>
  )
}

interface CaseLineProps {
  readonly row: CaseRow
  readonly today: string
  readonly onOpen: () => void
}

function CaseLine({ row, today, onOpen }: CaseLineProps) {
  const { t } = useTranslation(['agent', 'terms'])
  const forwarding =
    row.status === 'prereview' && isPlainDate(row.arrivedOn) && isPlainDate(today)
      ? forwardingOf(row.arrivedOn, today, workCalendar())
      : null
  return (
    <li>
      <button type="button" onClick={onOpen}>
        <b>{row.applicant}</b>
        <span className="grow ell">{row.title}</span>
        <Badge>{t(`terms:status.${row.status}`)}</Badge>
        {forwarding === null ? null : forwarding.isLate ? (
          <Badge tone="red" mark="octagon">
            {t('home.forwardLate', { date: forwarding.due })}
          </Badge>
        ) : (
          <Badge
            tone={forwarding.isToday ? 'amber' : 'plain'}
            {...(forwarding.isToday ? { mark: 'triangle' as const } : {})}
          >
            {t('home.forwardBy', { date: forwarding.due })}
          </Badge>
        )}
        <span className="muted num agent-no">{row.caseNo}</span>
      </button>
    </li>
  )
}
