import { useTranslation } from 'react-i18next'
import { workCalendar } from '../../../work-calendar.ts'
import { disclosureClocks } from '../../../../domain/case/clocks.ts'
import type { DisclosureCase } from '../../../../domain/disclosure/disclosure-state.ts'
import type { FieldProblemCode } from '../../../../domain/case/refusal.ts'
import type { PlainDate } from '../../../../domain/plain-date.ts'
import { dateWithWeekday } from '../../../i18n/dates.ts'
import { fieldProblemText } from '../../../i18n/refusal-text.ts'
import { useKeys } from '../../../keyboard/keyboard-context.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { useToast } from '../../../ui/toast-store.ts'
import { EffectOnTime } from './effect-on-time.tsx'
import { useAct } from './use-act.ts'

export interface ConfirmDialogProps {
  readonly state: DisclosureCase
  readonly today: PlainDate
  readonly open: boolean
  readonly onClose: () => void
  /** The date being typed; kept by the page, so that closing loses nothing. */
  readonly date: PlainDate | null
  readonly onDateChange: (date: PlainDate | null) => void
  readonly onDone: () => void
}

/** 确认收件: the day the applicant confirmed is the day of receipt (条例 art. 31(2)–(3)), and the clock runs from it. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { t } = useTranslation('cases')
  return (
    <Dialog wide open={props.open} onClose={props.onClose} title={t('acts.confirm')}>
      <ConfirmForm {...props} />
    </Dialog>
  )
}

function ConfirmForm({ state, today, onClose, date, onDateChange, onDone }: ConfirmDialogProps) {
  const { t } = useTranslation('cases')
  const toast = useToast()
  const problem = dateProblem(date, state.arrivedOn, today)
  const clocks = date === null || problem !== null ? null : disclosureClocks(date, workCalendar())
  const { perform, busy, failure } = useAct(state, () => {
    const due = clocks?.statutory?.due ?? null
    toast({
      kind: 'done',
      text: due === null ? t('acts.confirm') : t('acts.confirmed', { date: dateWithWeekday(due) }),
    })
    onDone()
  })
  const reason = problem === null ? null : fieldProblemText(problem)
  const confirm = () =>
    date === null || problem !== null ? undefined : perform({ kind: 'disclosure.confirm', confirmedOn: date })
  useKeys([{ keys: 'F9', label: t('acts.confirm'), run: confirm }])
  return (
    <>
      {failure === null ? null : (
        <Banner tone="problem" title={t('acts.failed')} code={failure.code}>
          {failure.text}
        </Banner>
      )}
      <DateField
        label={t('acts.confirmedOn')}
        required
        autoFocus
        className="confirm-date"
        value={date}
        onChange={onDateChange}
        hint={t('acts.confirmHint', { date: state.arrivedOn })}
        problem={date === null ? null : reason}
      />
      {clocks === null ? null : (
        <>
          <h3 className="dialog-sub">{t('acts.effect')}</h3>
          <EffectOnTime clocks={clocks} today={today} />
        </>
      )}
      <div className="dialog-foot">
        <Button onPress={onClose} keys="Esc">
          {t('acts.cancel')}
        </Button>
        <Button variant="primary" keys="F9" busy={busy} disabledReason={reason} onPress={confirm}>
          {t('acts.confirm')}
        </Button>
      </div>
    </>
  )
}

/** What the domain would refuse, said while it is typed. */
const dateProblem = (date: PlainDate | null, arrivedOn: PlainDate, today: PlainDate): FieldProblemCode | null => {
  if (date === null) return 'required'
  if (date > today) return 'date_in_future'
  return date < arrivedOn ? 'date_before_arrival' : null
}
