import { countedOn } from '../../../../domain/clock/count-days.ts'
import type { DualClock } from '../../../../domain/clock/legal-time-state.ts'
import type { CaseState } from '../../../../domain/case/case-state.ts'
import type { DisclosureCase } from '../../../../domain/disclosure/disclosure-state.ts'
import type { ServiceCase } from '../../../../domain/service/service-state.ts'
import { needsConfirmation } from '../../../../domain/disclosure/receipt-date.ts'
import type { PlainDate } from '../../../../domain/plain-date.ts'
import { shortDateWithWeekday } from '../../../i18n/dates.ts'
import { i18n } from '../../../i18n/setup.ts'
import type { Step } from '../../../ui/step-bar.tsx'

/** The way of a case with the dates it has passed; what lies ahead is named, so that everybody sees how much is left. */
export const stepsOf = (state: CaseState, clocks: DualClock, today: PlainDate): readonly Step[] =>
  state.kind === 'service' ? serviceSteps(state, clocks, today) : disclosureSteps(state, clocks, today)

const serviceSteps = (state: ServiceCase, clocks: DualClock, today: PlainDate): readonly Step[] => {
  const correction: readonly Step[] =
    state.noticeOn === null
      ? []
      : [step('correction', state.status === 'correction_wait' ? 'now' : 'done', since(state.noticeOn))]
  const intake = step('intake', 'done', on(state.arrivedOn))
  switch (state.status) {
    case 'refused':
      return [intake, step('refuse', 'done', state.closedOn === null ? null : on(state.closedOn))]
    case 'correction_wait':
      return [intake, ...correction, step('accept', 'todo'), step('examine', 'todo'), step('finish', 'todo')]
    case 'accepted':
      return [
        intake,
        ...correction,
        step('accept', 'done', state.clockStart === null ? null : on(state.clockStart)),
        step('examine', 'now', dayOf(clocks, today)),
        step('finish', 'todo'),
      ]
  }
}

const disclosureSteps = (state: DisclosureCase, clocks: DualClock, today: PlainDate): readonly Step[] => {
  const register = step('register', 'done', on(state.arrivedOn))
  const { confirmedOn, channel } = state.intake
  switch (state.status) {
    case 'awaiting_confirm':
      return [register, step('confirm', 'now'), step('handle', 'todo'), step('reply', 'todo')]
    case 'received':
      return [
        register,
        ...(needsConfirmation(channel) ? [step('confirm', 'done', confirmedOn === null ? null : on(confirmedOn))] : []),
        step('handle', 'now', dayOf(clocks, today)),
        step('reply', 'todo'),
      ]
  }
}

type StepName =
  'intake' | 'correction' | 'accept' | 'refuse' | 'examine' | 'finish' | 'register' | 'confirm' | 'handle' | 'reply'

const step = (name: StepName, state: Step['state'], detail: string | null = null): Step => ({
  label: i18n.t(`cases:page.step.${name}`),
  detail,
  state,
})

const on = (date: PlainDate): string => shortDateWithWeekday(date)
const since = (date: PlainDate): string => i18n.t('cases:page.step.since', { date: on(date) })

const dayOf = (clocks: DualClock, today: PlainDate): string | null => {
  const clock = clocks.promised ?? clocks.statutory
  if (clock === null) return null
  const n = countedOn(clock, today)
  return n === 0 ? i18n.t('cases:page.step.dayZero') : i18n.t('cases:page.step.day', { n })
}
