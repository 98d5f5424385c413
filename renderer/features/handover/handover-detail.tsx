import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { User } from '../../../contract/queries/desk.ts'
import { recordWords } from '../../../contract/words/record-words.ts'
import { handoverDue } from '../../../domain/record/handover/dues.ts'
import type { HandoverRecord } from '../../../domain/record/handover/handover-record.ts'
import { dateWithWeekday } from '../../i18n/dates.ts'
import { errorText } from '../../i18n/error-text.ts'
import { useHost } from '../../ipc/clients.ts'
import { useKeys } from '../../keyboard/keyboard-context.ts'
import { Badge } from '../../ui/badge.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { workCalendar } from '../../work-calendar.ts'
import { nextStations } from './model/pass.ts'
import { PassDialog } from './pass-dialog.tsx'
import { ReasonDialog } from './reason-dialog.tsx'

interface HandoverDetailProps {
  readonly id: string
  readonly today: string
  readonly user: User
}

/** One list: its lines, who gave it to whom, and what can be done where it lies. */
export function HandoverDetail({ id, today, user }: HandoverDetailProps) {
  const { t } = useTranslation('handover')
  const host = useHost()
  const queries = useQueryClient()
  const [asking, setAsking] = useState<'pass' | 'handover.cancel' | 'handover.report_delay' | null>(null)
  const found = useQuery({
    queryKey: ['records', 'handover', id],
    queryFn: ({ signal }) => host.records.get({ id }, { signal }),
  })
  const state = found.data?.state
  const list = state?.kind === 'handover' ? state : null
  const canPass = list !== null && nextStations(list).length > 0
  useKeys([{ keys: 'F6', label: t('pass.act'), run: () => setAsking('pass'), enabled: canPass }])
  if (list === null)
    return found.error === null ? null : (
      <Banner tone="problem" title={t('failed')} code={errorText(found.error).code}>
        {errorText(found.error).text}
      </Banner>
    )
  const due = handoverDue(list, workCalendar())
  const isLate = due !== null && due < today
  const close = () => setAsking(null)
  const done = () => {
    close()
    void queries.invalidateQueries({ queryKey: ['records'] })
    void queries.invalidateQueries({ queryKey: ['cases', 'waiting'] })
  }
  const no = list.documents.find(({ letter }) => letter === 'agency_handover')?.no ?? ''
  return (
    <section className="handover-detail" aria-label={t('detail', { no })}>
      <h2 className="num">{no}</h2>
      <p>
        <Badge tone="accent">{recordWords.status.handover[list.status]}</Badge>{' '}
        {due === null ? null : isLate ? (
          <Badge tone="red" mark="octagon">
            {t('late', { date: due })}
          </Badge>
        ) : (
          <span className="num">{t('by', { date: dateWithWeekday(due) })}</span>
        )}
      </p>
      <Lines list={list} />
      <Trail list={list} />
      <div className="handover-acts">
        {canPass ? (
          <Button variant="primary" keys="F6" onPress={() => setAsking('pass')}>
            {t('pass.act')}
          </Button>
        ) : null}
        {isLate ? <Button onPress={() => setAsking('handover.report_delay')}>{t('ask.delay.act')}</Button> : null}
        {list.ended === null && list.steps.length === 0 && list.collections.length === 0 ? (
          <Button onPress={() => setAsking('handover.cancel')}>{t('ask.cancel.act')}</Button>
        ) : null}
      </div>
      {asking === 'pass' ? <PassDialog list={list} user={user} onClose={close} onDone={done} /> : null}
      {asking === 'handover.cancel' || asking === 'handover.report_delay' ? (
        <ReasonDialog list={list} act={asking} onClose={close} onDone={done} />
      ) : null}
    </section>
  )
}

function Lines({ list }: { readonly list: HandoverRecord }) {
  const { t } = useTranslation('handover')
  const counted = list.steps.at(-1)?.counted
  return (
    <table className="handover-table">
      <caption className="vh">{t('lines.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('lines.n')}</th>
          <th scope="col">{t('lines.name')}</th>
          <th scope="col">{t('lines.what')}</th>
          <th scope="col">{t('lines.papers')}</th>
        </tr>
      </thead>
      <tbody>
        {list.lines.map((line, at) => (
          <tr key={line.n}>
            <td className="num">{line.n}</td>
            <td>{line.name}</td>
            <td>{line.what}</td>
            <td className="num">{counted?.[at]?.papers ?? line.papers}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Each step as it was signed, and why it was late. */
function Trail({ list }: { readonly list: HandoverRecord }) {
  const { t } = useTranslation('handover')
  return (
    <ol className="handover-trail" aria-label={t('trail.label')}>
      <li>{t('trail.made', { on: list.madeOn, place: list.place, received: list.receivedOn })}</li>
      {list.steps.map((step) => (
        <li key={`${step.on} ${step.at} ${step.to}`}>
          {t('trail.step', {
            on: step.on,
            at: step.at,
            from: t(`station.${step.from}`),
            to: t(`station.${step.to}`),
            giver: step.giver,
            taker: step.taker,
          })}
          {step.remark === null ? null : <span className="muted">{t('trail.remark', { remark: step.remark })}</span>}
        </li>
      ))}
      {list.delays.map((delay) => (
        <li key={`${delay.on} ${delay.reason}`}>{t('trail.delay', { on: delay.on, reason: delay.reason })}</li>
      ))}
      {list.ended?.reason ? <li>{t('trail.ended', { on: list.ended.on, reason: list.ended.reason })}</li> : null}
    </ol>
  )
}
