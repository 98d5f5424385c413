import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Desk, User } from '../../../contract/queries/desk.ts'
import type { RecordRow } from '../../../contract/queries/records.ts'
import { recordWords } from '../../../contract/words/record-words.ts'
import { errorText } from '../../i18n/error-text.ts'
import { useHost } from '../../ipc/clients.ts'
import { Badge } from '../../ui/badge.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { HandoverDetail } from './handover-detail.tsx'
import { WaitingPanel } from './waiting-panel.tsx'
import './handover.css'

/** Newest lists that are shown; older ones are found by their number where cases are. */
const shownLists = 50

interface HandoverPageProps {
  readonly desk: Desk
  readonly user: User
}

/** What is carried: what still lies here, and every list with where it is (AGY-13 … AGY-16, AGY-24, AGY-25). */
export function HandoverPage({ desk, user }: HandoverPageProps) {
  const { t } = useTranslation(['handover', 'frame'])
  const host = useHost()
  const [chosen, setChosen] = useState<string | null>(null)
  const lists = useQuery({
    queryKey: ['records', 'handover'],
    queryFn: ({ signal }) =>
      host.records.list(
        { kind: 'handover', text: '', statuses: [], openOnly: false, order: 'newest', cursor: null, limit: shownLists },
        { signal },
      ),
  })
  const rows = lists.data?.rows ?? []
  const shown = chosen ?? rows[0]?.id ?? null
  return (
    <div className="handover">
      <div className="handover-side">
        <h1>{t('title')}</h1>
        {/* What an agent has is carried on from where he sits. */}
        {user.role === 'agent' ? <WaitingPanel onMade={setChosen} /> : null}
        <section aria-labelledby="handover-lists">
          <h2 id="handover-lists">{t('lists')}</h2>
          {lists.error === null ? null : (
            <Banner
              tone="problem"
              title={t('failed')}
              code={errorText(lists.error).code}
              actions={<Button onPress={() => void lists.refetch()}>{t('frame:retry')}</Button>}
            >
              {errorText(lists.error).text}
            </Banner>
          )}
          {lists.data !== undefined && rows.length === 0 ? (
            <EmptyState title={t('none')}>{t(user.role === 'agent' ? 'noneText' : 'noneAtWindow')}</EmptyState>
          ) : (
            <ul className="handover-lists">
              {rows.map((row) => (
                <ListLine
                  key={row.id}
                  row={row}
                  today={desk.today}
                  isShown={row.id === shown}
                  onChoose={() => setChosen(row.id)}
                />
              ))}
            </ul>
          )}
        </section>
      </div>
      {shown === null ? null : <HandoverDetail key={shown} id={shown} today={desk.today} user={user} />}
    </div>
  )
}

interface ListLineProps {
  readonly row: RecordRow
  readonly today: string
  readonly isShown: boolean
  readonly onChoose: () => void
}

function ListLine({ row, today, isShown, onChoose }: ListLineProps) {
  const { t } = useTranslation('handover')
  const status: Readonly<Record<string, string>> = recordWords.status.handover
  const due = row.closed ? null : row.due
  return (
    <li>
      <button type="button" aria-current={isShown ? 'true' : undefined} onClick={onChoose}>
        <b className="num">{row.key}</b>
        <Badge>{status[row.status] ?? row.status}</Badge>
        {due === null ? null : due < today ? (
          <Badge tone="red" mark="octagon">
            {t('late', { date: due })}
          </Badge>
        ) : (
          <span className="muted num">{t('by', { date: due })}</span>
        )}
        <span className="muted num">{row.date}</span>
      </button>
    </li>
  )
}
