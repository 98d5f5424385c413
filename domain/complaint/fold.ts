import type { CaseLink } from '../case/case-common.ts'
import { openedCase } from '../case/case-common.ts'
import type { Decided } from '../case/case-module.ts'
import { withClockFact } from '../case/clock-log.ts'
import { withVoided } from '../letters/document.ts'
import type { PlainDate } from '../plain-date.ts'
import type { Recorded } from '../workflow/recorded.ts'
import type { ComplaintAct } from './complaint-act.ts'
import type { ComplaintIntake } from './complaint-intake.ts'
import { type ComplaintTerms, complaintTermsOn } from './complaint-rules.ts'
import type { ComplaintCase, ComplaintEnding } from './complaint-state.ts'

/** The complaint after one more operation. */
export const foldComplaint = (
  state: ComplaintCase | null,
  entity: string,
  operation: Recorded<ComplaintAct, Decided>,
): ComplaintCase => {
  const { kind, data } = operation
  if (kind === 'complaint.register') {
    if (state !== null || data.caseNo === undefined) throw new Error(`case ${entity} cannot be opened`)
    return opened(entity, data.caseNo, data.intake, data.terms?.complaint ?? complaintTermsOn(data.intake.arrivedOn))
  }
  if (state === null) throw new Error(`${kind} without a complaint`)
  switch (kind) {
    case 'complaint.accept':
      // The limit to decide is kept by its rule; from here the limit to answer runs.
      return { ...state, status: 'accepted', acceptedOn: data.on, clockStart: data.on }
    case 'complaint.refuse': {
      const { ground, explanation, on } = data
      return { ...state, status: 'refused', refusal: { ground, explanation }, clockStop: on, closedOn: on }
    }
    case 'complaint.route': {
      const { organ, organPhone, matter, on } = data
      return {
        ...state,
        status: 'routed',
        assignment: null,
        forwarded: { organ, organPhone, matter, on },
        clockStop: on,
      }
    }
    case 'complaint.routed_reply': {
      const answer = { text: data.answer, finding: null, measures: null, by: null, on: data.on }
      return ended({ ...state, answer }, 'answered', data.on)
    }
    case 'complaint.route_back':
      return {
        ...state,
        status: state.acceptedOn === null ? 'received' : 'accepted',
        forwarded: null,
        clockStop: null,
      }
    case 'complaint.close_routed':
      return ended(state, 'routed', data.on)
    case 'complaint.assign':
      return {
        ...state,
        status: 'assigned',
        assignment: { organ: data.organ, handler: data.handler, on: data.on },
      }
    case 'complaint.send_back':
      return { ...state, status: 'accepted', assignment: null }
    case 'complaint.extend':
      return withClockFact(state, { kind: 'extension', days: data.days, on: data.on })
    case 'complaint.urge':
      return {
        ...state,
        urges: [...state.urges, { on: data.on, reason: data.reason }],
        flags: [...new Set([...state.flags, 'urged' as const])],
      }
    case 'complaint.answer': {
      const { by, finding, answer: text, measures, on } = data
      return {
        ...state,
        status: 'answered',
        answer: { text, finding, measures, by, on },
        clockStop: on,
        flags: state.flags.filter((flag) => flag !== 'urged'),
      }
    }
    case 'complaint.verify': {
      const after = { ...state, verifiedOn: data.on }
      return canBeAsked(state) ? { ...after, status: 'verified' } : ended(after, 'answered', data.on)
    }
    case 'complaint.reject':
      return {
        ...state,
        status: 'assigned',
        answer: null,
        rejections: state.rejections + 1,
        clockStop: null,
        documents: withReplyVoided(state, data),
      }
    case 'complaint.follow_up':
      return ended(
        { ...state, followUp: { on: data.on, satisfaction: data.satisfaction, note: data.note } },
        'answered',
        data.on,
      )
    case 'complaint.close_unreached':
      return ended(state, 'unreached', data.on)
    case 'complaint.withdraw':
      return ended(state, 'withdrawn', data.on)
    case 'complaint.set_confidential':
      return { ...state, intake: { ...state.intake, confidential: data.confidential, title: data.title } }
  }
}

/** Whoever left a name, a telephone or an address can be asked whether he is content. */
export const canBeAsked = ({ intake: { anonymous, applicant } }: Pick<ComplaintCase, 'intake'>): boolean =>
  !anonymous || (applicant.phone ?? '') !== '' || (applicant.address ?? '') !== ''

const opened = (entity: string, caseNo: string, intake: ComplaintIntake, terms: ComplaintTerms): ComplaintCase => ({
  ...openedCase(entity, caseNo),
  kind: 'complaint',
  status: 'received',
  applicant: intake.applicant,
  representative: null,
  arrivedOn: intake.arrivedOn,
  clockStart: intake.arrivedOn,
  links: aboutCase(intake),
  intake,
  terms,
  acceptedOn: null,
  refusal: null,
  forwarded: null,
  assignment: null,
  urges: [],
  answer: null,
  rejections: 0,
  verifiedOn: null,
  followUp: null,
  ending: null,
})

const aboutCase = ({ subject }: ComplaintIntake): readonly CaseLink[] =>
  subject.kind === 'case' ? [{ kind: 'about', caseId: subject.caseId }] : []

/** An answer that was sent back is none: its letter is void, and the next answer gets a number of its own. */
const withReplyVoided = (
  { documents }: ComplaintCase,
  { on, reason }: { readonly on: PlainDate; readonly reason: string },
): ComplaintCase['documents'] =>
  documents
    .filter(({ letter, voided }) => letter === 'complaint_reply' && voided === null)
    .reduce((kept, { n }) => withVoided(kept, n, { on, reason }), documents)

/** A clock that still runs stops with the case; one that has stopped keeps its day. */
const ended = (state: ComplaintCase, ending: ComplaintEnding, on: PlainDate): ComplaintCase => ({
  ...state,
  status: 'closed',
  ending,
  clockStop: state.clockStop ?? on,
  closedOn: on,
})
