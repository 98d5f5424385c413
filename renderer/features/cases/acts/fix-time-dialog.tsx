import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseState } from '../../../../domain/case/case-state.ts'
import type { PlainDate } from '../../../../domain/plain-date.ts'
import type { TimeDispute } from '../../../../domain/time-claim/time-dispute.ts'
import { dateWithWeekday } from '../../../i18n/dates.ts'
import { operationText } from '../../../i18n/operation-text.ts'
import { fieldProblemText } from '../../../i18n/refusal-text.ts'
import { useKeys } from '../../../keyboard/keyboard-context.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useAct } from './use-act.ts'

export interface FixTimeDialogProps {
  readonly state: CaseState
  readonly dispute: TimeDispute
  readonly onClose: () => void
}

/** A supervisor says on which day a disputed act was done; the limits that rest on it follow. */
export function FixTimeDialog(props: FixTimeDialogProps) {
  const { t } = useTranslation('cases')
  return (
    <Dialog open onClose={props.onClose} title={t('disputes.fixTitle', { act: operationText(props.dispute.act) })}>
      <FixTimeForm {...props} />
    </Dialog>
  )
}

function FixTimeForm({ state, dispute, onClose }: FixTimeDialogProps) {
  const { t } = useTranslation('cases')
  const { op, earliest, latest } = dispute
  const [day, setDay] = useState<PlainDate | null>(dispute.fixed?.day ?? latest)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const { perform, busy, failure, problems } = useAct(state, onClose)
  const problemOf = (field: string, isEmpty: boolean): string | null => {
    if (tried && isEmpty) return fieldProblemText('required')
    const problem = problems.find((each) => each.field === field)
    return problem === undefined ? null : fieldProblemText(problem.code)
  }
  const run = () => {
    setTried(true)
    if (day !== null && reason.trim() !== '') perform({ kind: 'case.fix_time', op, day, reason: reason.trim() })
  }
  useKeys([{ keys: 'F9', label: t('disputes.fix'), run }])
  return (
    <>
      {failure === null ? null : (
        <Banner tone="problem" title={t('acts.failed')} code={failure.code}>
          {failure.text}
        </Banner>
      )}
      <DateField
        label={t('disputes.day')}
        required
        autoFocus
        value={day}
        onChange={setDay}
        hint={
          earliest === null
            ? t('disputes.upTo', { to: dateWithWeekday(latest) })
            : t('disputes.between', { from: dateWithWeekday(earliest), to: dateWithWeekday(latest) })
        }
        problem={problemOf('day', day === null)}
      />
      <TextField
        label={t('disputes.reason')}
        required
        rows={2}
        value={reason}
        onChange={setReason}
        problem={problemOf('reason', reason.trim() === '')}
      />
      <div className="dialog-foot">
        <Button keys="Esc" onPress={onClose}>
          {t('acts.cancel')}
        </Button>
        <Button variant="primary" keys="F9" busy={busy} onPress={run}>
          {t('disputes.fix')}
        </Button>
      </div>
    </>
  )
}
