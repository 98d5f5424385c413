import type { DualClock } from '../../../../domain/clock/legal-time-state.ts'
import type { ComplaintCase } from '../../../../domain/complaint/complaint-state.ts'
import type { ConsultationCase } from '../../../../domain/consultation/consultation-state.ts'
import type { PlainDate } from '../../../../domain/plain-date.ts'
import { i18n } from '../../../i18n/setup.ts'
import type { Step } from '../../../ui/step-bar.tsx'
import { dayOfLimit, onDay, sinceDay } from './step-parts.ts'

type StepName =
  'register' | 'accept' | 'refuse' | 'assign' | 'answer' | 'routed' | 'verify' | 'followUp' | 'finish' | 'voided'

const step = (name: StepName, state: Step['state'], detail: string | null = null): Step => ({
  label: i18n.t(`cases:page.contactStep.${name}`),
  detail,
  state,
})
const todo = (...names: readonly StepName[]): readonly Step[] => names.map((name) => step(name, 'todo'))
const date = (day: PlainDate | null): string | null => (day === null ? null : onDay(day))

/** The way of a question; a written answer is handed over before it ends. */
export const consultationSteps = (state: ConsultationCase, clocks: DualClock, today: PlainDate): readonly Step[] => {
  const { assignment, answer, forwarded, closedOn } = state
  const register = step('register', 'done', onDay(state.arrivedOn))
  const assigned = assignment === null ? [] : [step('assign', 'done', onDay(assignment.on))]
  const routed = forwarded === null ? [] : [step('routed', 'done', onDay(forwarded.on))]
  const answered = answer === null ? [] : [step('answer', 'done', onDay(answer.on))]
  switch (state.status) {
    case 'received':
    case 'assigned':
      return [register, ...assigned, step('answer', 'now', dayOfLimit(clocks, today)), ...todo('finish')]
    case 'answered':
      return [register, ...assigned, ...answered, step('finish', 'now')]
    case 'routed':
      return [register, step('routed', 'now', forwarded === null ? null : sinceDay(forwarded.on)), ...todo('finish')]
    case 'closed':
      return [register, ...assigned, ...routed, ...answered, step('finish', 'done', date(closedOn))]
    case 'voided':
      return [register, ...assigned, step('voided', 'done', date(closedOn))]
  }
}

/** The way of a complaint: acceptance, handler, answer, supervisor, follow-up. */
export const complaintSteps = (state: ComplaintCase, clocks: DualClock, today: PlainDate): readonly Step[] => {
  const { acceptedOn, assignment, answer, forwarded, verifiedOn, followUp, closedOn } = state
  const register = step('register', 'done', onDay(state.arrivedOn))
  const accepted = acceptedOn === null ? [] : [step('accept', 'done', onDay(acceptedOn))]
  const assigned = assignment === null ? [] : [step('assign', 'done', onDay(assignment.on))]
  const answered = answer === null ? [] : [step('answer', 'done', onDay(answer.on))]
  const verified = verifiedOn === null ? [] : [step('verify', 'done', onDay(verifiedOn))]
  const head = [register, ...accepted]
  const now = dayOfLimit(clocks, today)
  switch (state.status) {
    case 'received':
      return [...head, step('accept', 'now', now), ...todo('answer', 'verify', 'finish')]
    case 'refused':
      return [...head, step('refuse', 'done', date(closedOn))]
    case 'voided':
      return [...head, ...assigned, step('voided', 'done', date(closedOn))]
    case 'routed':
      return [...head, step('routed', 'now', forwarded === null ? null : sinceDay(forwarded.on)), ...todo('finish')]
    case 'accepted':
      return [...head, step('assign', 'now', now), ...todo('answer', 'verify', 'finish')]
    case 'assigned':
      return [...head, ...assigned, step('answer', 'now', now), ...todo('verify', 'finish')]
    case 'answered':
      return [...head, ...assigned, ...answered, step('verify', 'now'), ...todo('finish')]
    case 'verified':
      return [...head, ...assigned, ...answered, ...verified, step('followUp', 'now'), ...todo('finish')]
    case 'closed':
      return [
        ...head,
        ...assigned,
        ...(forwarded === null ? [] : [step('routed', 'done', onDay(forwarded.on))]),
        ...answered,
        ...verified,
        ...(followUp === null ? [] : [step('followUp', 'done', onDay(followUp.on))]),
        step('finish', 'done', date(closedOn)),
      ]
  }
}
