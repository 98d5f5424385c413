import type { WorkCalendar } from '../calendar/work-calendar.ts'
import { parseCaseNo } from '../case/case-number.ts'
import { extensionOf } from '../case/clock-log.ts'
import type { ContactChannel } from '../contact/contact-intake.ts'
import { ownLimit } from '../contact/contact-rules.ts'
import { dueAndOver } from '../contact/due-and-over.ts'
import type { PlainDate } from '../plain-date.ts'
import type { ComplaintSubject, ComplaintTopic, ComplaintType } from './complaint-intake.ts'
import { acceptanceDue } from './complaint-limits.ts'
import type { ComplaintCase, ComplaintEnding, Finding, Satisfaction } from './complaint-state.ts'
import { subjectOrgan } from './subject-organ.ts'

/** A complaint as the monthly report of the center counts it (GB/T 39046 table 10): nothing of the person. */
export interface ComplaintFacts {
  readonly kind: 'complaint'
  readonly type: ComplaintType
  readonly topic: ComplaintTopic
  readonly about: ComplaintSubject['kind']
  readonly channel: ContactChannel
  readonly organ: string
  readonly deviceNo: string | null
  /** 实名. */
  readonly realName: boolean
  readonly receivedOn: PlainDate
  readonly decision: 'accepted' | 'refused' | 'routed' | null
  readonly decidedOn: PlainDate | null
  /** The decision came by the last day for it; null while there is none. */
  readonly decidedInTime: boolean | null
  readonly answeredOn: PlainDate | null
  readonly closedOn: PlainDate | null
  readonly ending: ComplaintEnding | null
  readonly finding: Finding | null
  readonly satisfaction: Satisfaction | null
  readonly rejections: number
  readonly urged: number
  readonly extended: boolean
  /** Last day for the answer, once it was taken up. */
  readonly due: PlainDate | null
  /** 超期天数: working days that the answer came after that day. */
  readonly overdueDays: number | null
}

export const complaintFacts = (state: ComplaintCase, calendar: WorkCalendar): ComplaintFacts => {
  const { intake, acceptedOn } = state
  const answeredOn = state.answer?.on ?? null
  const { decision, decidedOn } = decisionOf(state)
  const handling = ownLimit(state.terms.handling)
  return {
    kind: 'complaint',
    type: intake.type,
    topic: intake.topic,
    about: intake.subject.kind,
    channel: intake.channel,
    organ: subjectOrgan(state),
    deviceNo: parseCaseNo(state.caseNo)?.deviceNo ?? null,
    realName: !intake.anonymous,
    receivedOn: state.arrivedOn,
    decision,
    decidedOn,
    decidedInTime: decidedOn === null ? null : decidedOn <= acceptanceDue(state, calendar),
    answeredOn,
    closedOn: state.closedOn,
    ending: state.ending,
    finding: state.answer?.finding ?? null,
    satisfaction: state.followUp?.satisfaction ?? null,
    rejections: state.rejections,
    urged: state.urges.length,
    extended: extensionOf(state) !== null,
    ...(acceptedOn === null ? { due: null, overdueDays: null } : dueAndOver(handling, state, answeredOn, calendar)),
  }
}

const decisionOf = ({
  acceptedOn,
  refusal,
  closedOn,
  forwarded,
}: ComplaintCase): Pick<ComplaintFacts, 'decision' | 'decidedOn'> => {
  if (acceptedOn !== null) return { decision: 'accepted', decidedOn: acceptedOn }
  if (refusal !== null) return { decision: 'refused', decidedOn: closedOn }
  if (forwarded !== null) return { decision: 'routed', decidedOn: forwarded.on }
  return { decision: null, decidedOn: null }
}
