import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { CaseDetail } from '../../../contract/queries/cases.ts'
import type { QueueRow } from '../../../contract/queries/today.ts'
import { caseClocks } from '../../../domain/case/clocks.ts'
import { isCommonKind } from '../../../domain/case/common-workflow.ts'
import { legalTimeState } from '../../../domain/clock/legal-time-state.ts'
import { dateWithWeekday, shortStamp } from '../../i18n/dates.ts'
import { whyText } from '../../i18n/ledger-text.ts'
import { operationText } from '../../i18n/operation-text.ts'
import { useHost } from '../../ipc/clients.ts'
import { timeThresholds } from '../../time-thresholds.ts'
import { Button } from '../../ui/button.tsx'
import { KeyHint } from '../../ui/key-hint.tsx'
import { LegalTimeBadge } from '../../ui/legal-time-badge.tsx'
import { Panel } from '../../ui/panel.tsx'
import { workCalendar } from '../../work-calendar.ts'

export interface NextPanelProps {
  readonly row: QueueRow
  readonly onOpen: () => void
  readonly onAct: () => void
}

/** The case stood on: whose it is, by when, why by then, and where it hangs. */
export function NextPanel({ row, onOpen, onAct }: NextPanelProps) {
  const { t } = useTranslation(['today', 'terms'])
  const host = useHost()
  // The key of the case page: whoever opens it finds it read already.
  const detail = useQuery({
    queryKey: ['cases', 'one', row.id],
    queryFn: () => host.cases.get({ id: row.id }),
    placeholderData: keepPreviousData,
  })
  const shown = detail.data ?? null
  return (
    <Panel title={t('next.title')} note={<span className="num">{row.caseNo}</span>} actions={<KeyHint keys="F8" />}>
      <h3 className="next-title">{row.title}</h3>
      <dl className="next-facts">
        <dt>{t('next.applicant')}</dt>
        <dd>{row.applicant === '' ? t('terms:nameless') : row.applicant}</dd>
        {shown === null || shown.state.id !== row.id ? null : <Facts detail={shown} />}
      </dl>
      <div className="next-acts">
        <Button variant="primary" keys="Enter" onPress={onOpen}>
          {t('open')}
        </Button>
        {row.next === null || row.handledAt !== null ? null : (
          <Button keys="F9" onPress={onAct}>
            {operationText(row.next)}
          </Button>
        )}
      </div>
    </Panel>
  )
}

function Facts({ detail }: { readonly detail: CaseDetail }) {
  const { t } = useTranslation(['today', 'terms'])
  const { state, today, timeline } = detail
  const { statutory, promised } = caseClocks(state, workCalendar())
  const time = legalTimeState({ statutory, promised }, today, timeThresholds())
  const main = promised ?? statutory
  const last = timeline
    .filter(
      ({ kind, verdict }) => !isCommonKind(kind) && (verdict === null || verdict === 'applied' || verdict === 'merged'),
    )
    .at(-1)
  return (
    <>
      {main === null ? null : (
        <>
          <dt>{t('next.due')}</dt>
          <dd>
            <b className="num">{main.due === null ? t('next.paused') : dateWithWeekday(main.due)}</b>{' '}
            <LegalTimeBadge state={time} />
          </dd>
          <dt>{t('next.why')}</dt>
          <dd>{whyText(main)}</dd>
          {main === statutory || statutory === null || statutory.due === null ? null : (
            <>
              <dt>{t('next.statutory')}</dt>
              <dd className="num">{dateWithWeekday(statutory.due)}</dd>
            </>
          )}
        </>
      )}
      <dt>{t('next.at')}</dt>
      <dd>
        {last === undefined
          ? t(`terms:status.${state.status}`)
          : t('next.atText', {
              status: t(`terms:status.${state.status}`),
              act: operationText(last.kind),
              who: last.actorName ?? last.actor,
              when: shortStamp(last.at),
            })}
      </dd>
    </>
  )
}
