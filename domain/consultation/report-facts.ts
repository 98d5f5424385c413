import type { WorkCalendar } from '../calendar/work-calendar.ts'
import { parseCaseNo } from '../case/case-number.ts'
import { extensionOf } from '../case/clock-log.ts'
import type { ContactChannel } from '../contact/contact-intake.ts'
import { ownLimit } from '../contact/contact-rules.ts'
import { dueAndOver } from '../contact/due-and-over.ts'
import type { PlainDate } from '../plain-date.ts'
import type { ConsultationTopic } from './consultation-intake.ts'
import type { ConsultationCase, ConsultationEnding } from './consultation-state.ts'

/** A question as the monthly report of the center counts it (GB/T 39046 table 10): nothing of the person. */
export interface ConsultationFacts {
  readonly kind: 'consultation'
  readonly topic: ConsultationTopic
  readonly channel: ContactChannel
  readonly organ: string
  readonly item: string | null
  /** The desk that took it in: its work, whoever answered. Null for a number that is none of ours. */
  readonly deviceNo: string | null
  readonly receivedOn: PlainDate
  readonly answeredOn: PlainDate | null
  readonly closedOn: PlainDate | null
  readonly ending: ConsultationEnding | null
  /** 当场答复. */
  readonly atOnce: boolean
  readonly extended: boolean
  readonly due: PlainDate | null
  /** 超期天数: working days that the answer came after the promise; null while it is not answered. */
  readonly overdueDays: number | null
}

export const consultationFacts = (state: ConsultationCase, calendar: WorkCalendar): ConsultationFacts => {
  const answeredOn = state.answer?.on ?? null
  const rules = ownLimit(state.terms.answer)
  return {
    kind: 'consultation',
    topic: state.intake.topic,
    channel: state.intake.channel,
    organ: state.forwarded?.organ ?? state.assignment?.organ ?? state.intake.organ ?? '',
    item: state.intake.item?.name ?? null,
    deviceNo: parseCaseNo(state.caseNo)?.deviceNo ?? null,
    receivedOn: state.arrivedOn,
    answeredOn,
    closedOn: state.closedOn,
    ending: state.ending,
    atOnce: state.intake.arrivedOn === answeredOn && state.assignment === null && state.forwarded === null,
    extended: extensionOf(state) !== null,
    ...dueAndOver(rules, state, answeredOn, calendar),
  }
}
