import type { DualClock } from '../../../../domain/clock/legal-time-state.ts'
import type { PlainDate } from '../../../../domain/plain-date.ts'
import type { ServiceCase } from '../../../../domain/service/service-state.ts'
import { i18n } from '../../../i18n/setup.ts'
import type { Step } from '../../../ui/step-bar.tsx'
import { dayOfLimit, onDay, sinceDay } from './step-parts.ts'

/** The way of a service request; what was passed over (no correction, no certificate) is left out. */
export const serviceSteps = (state: ServiceCase, clocks: DualClock, today: PlainDate): readonly Step[] => {
  const head = [step('intake', 'done', onDay(state.arrivedOn)), ...correctionOf(state)]
  switch (state.status) {
    case 'prereview':
      return [...head, step('prereview', 'now'), ...ahead()]
    case 'prereview_wait':
      return [...head, ...ahead()]
    case 'intake':
      return [...head, step('papers', 'now', since(state.prereviewPassedOn)), ...ahead()]
    case 'correction_wait':
      return [...head, ...ahead()]
    case 'refused':
      return [...head, step('refuse', 'done', date(state.closedOn))]
    case 'accepted':
    case 'examining':
      return [...head, accepted(state), step('examine', 'now', dayOfLimit(clocks, today)), step('finish', 'todo')]
    case 'special':
      return [
        ...head,
        accepted(state),
        step('special', 'now', since(state.specials.at(-1)?.from ?? null)),
        step('examine', 'todo'),
        step('finish', 'todo'),
      ]
    case 'suspended':
      return [
        ...head,
        accepted(state),
        step('suspended', 'now', since(state.suspensions.at(-1)?.from ?? null)),
        step('examine', 'todo'),
        step('finish', 'todo'),
      ]
    case 'decided':
      return [...decided(state, head), step('deliver', 'now'), step('finish', 'todo')]
    case 'certified':
      return [...decided(state, head), step('certify', 'done'), step('deliver', 'now'), step('finish', 'todo')]
    case 'delivering':
      return [
        ...decided(state, head),
        step('deliver', 'now', since(state.delivery.dispatches.at(-1)?.on ?? null)),
        step('finish', 'todo'),
      ]
    case 'delivered':
      return [...decided(state, head), step('deliver', 'done', date(state.delivery.receivedOn)), step('finish', 'now')]
    case 'closed':
      return [
        ...decided(state, head),
        step('deliver', 'done', date(state.delivery.receivedOn)),
        step('finish', 'done', date(state.closedOn)),
      ]
    case 'withdrawn':
      return [...ended(state, head), step('withdrawn', 'done', date(state.closedOn))]
    case 'terminated':
      return [...ended(state, head), step('terminated', 'done', date(state.closedOn))]
    case 'voided':
      return [...ended(state, head), step('voided', 'done', date(state.closedOn))]
  }
}

type StepName =
  | 'intake'
  | 'prereview'
  | 'papers'
  | 'correction'
  | 'accept'
  | 'refuse'
  | 'examine'
  | 'special'
  | 'suspended'
  | 'certify'
  | 'deliver'
  | 'finish'
  | 'withdrawn'
  | 'terminated'
  | 'voided'

const step = (name: StepName, state: Step['state'], detail: string | null = null): Step => ({
  label: i18n.t(`cases:page.step.${name}`),
  detail,
  state,
})

/** What lies ahead of every request that is not accepted yet. */
const ahead = (): readonly Step[] => [step('accept', 'todo'), step('examine', 'todo'), step('finish', 'todo')]

const date = (day: PlainDate | null): string | null => (day === null ? null : onDay(day))
const since = (day: PlainDate | null): string | null => (day === null ? null : sinceDay(day))

const correctionOf = (state: ServiceCase): readonly Step[] => {
  if (state.noticeOn === null) return []
  const waits = state.status === 'correction_wait' || state.status === 'prereview_wait'
  return [step('correction', waits ? 'now' : 'done', sinceDay(state.noticeOn))]
}

const accepted = (state: ServiceCase): Step => step('accept', 'done', date(state.clockStart))

const decided = (state: ServiceCase, head: readonly Step[]): readonly Step[] => [
  ...head,
  accepted(state),
  step('examine', 'done', date(state.decision?.on ?? null)),
]

const ended = (state: ServiceCase, head: readonly Step[]): readonly Step[] =>
  state.clockStart === null ? head : [...head, accepted(state)]
