import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseState } from '../../../../domain/case/case-state.ts'
import type { Role } from '../../../../domain/case/role.ts'
import { mayPerform } from '../../../../domain/case/workflow.ts'
import type { TimeDispute } from '../../../../domain/time-claim/time-dispute.ts'
import { dateWithWeekday } from '../../../i18n/dates.ts'
import { operationText } from '../../../i18n/operation-text.ts'
import { Button } from '../../../ui/button.tsx'
import { Note, Panel } from '../../../ui/panel.tsx'
import { FixTimeDialog } from '../acts/fix-time-dialog.tsx'

/** Acts whose day could not be true, each with the days it can have been, and the supervisor's word on it. Nothing while there are none. */
export function TimeDisputesPanel({ state, role }: { readonly state: CaseState; readonly role: Role }) {
  const { t } = useTranslation('cases')
  const [fixing, setFixing] = useState<TimeDispute | null>(null)
  const { timeDisputes = [] } = state
  if (timeDisputes.length === 0) return null
  const mayFix = mayPerform(role, 'case.fix_time')
  return (
    <Panel title={t('disputes.title')} note={t('disputes.note')} padded={false}>
      <ul className="case-lines">
        {timeDisputes.map((dispute) => (
          <li key={dispute.op}>
            <span className="grow">
              {t('disputes.claimed', { act: operationText(dispute.act), day: dateWithWeekday(dispute.day) })}
              <small>{spanText(dispute, t)}</small>
              {dispute.fixed === null ? null : (
                <small>
                  {t('disputes.fixed', { day: dateWithWeekday(dispute.fixed.day), reason: dispute.fixed.reason })}
                </small>
              )}
            </span>
            {mayFix && state.status !== 'voided' ? (
              <Button size="sm" label={operationText(dispute.act)} onPress={() => setFixing(dispute)}>
                {t(dispute.fixed === null ? 'disputes.fix' : 'disputes.fixAgain')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {mayFix ? null : <Note>{t('disputes.whose')}</Note>}
      {fixing === null ? null : <FixTimeDialog state={state} dispute={fixing} onClose={() => setFixing(null)} />}
    </Panel>
  )
}

type Text = ((key: 'disputes.between', days: { from: string; to: string }) => string) &
  ((key: 'disputes.upTo', days: { to: string }) => string)

const spanText = ({ earliest, latest }: TimeDispute, t: Text): string =>
  earliest === null
    ? t('disputes.upTo', { to: dateWithWeekday(latest) })
    : t('disputes.between', { from: dateWithWeekday(earliest), to: dateWithWeekday(latest) })
