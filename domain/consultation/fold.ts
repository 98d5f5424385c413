import type { Decided } from '../case/case-module.ts'
import { openedCase } from '../case/case-common.ts'
import { withClockFact } from '../case/clock-log.ts'
import type { PlainDate } from '../plain-date.ts'
import type { Recorded } from '../workflow/recorded.ts'
import type { ConsultationAct } from './consultation-act.ts'
import { consultationTermsOn } from './consultation-rules.ts'
import type { ConsultationIntake } from './consultation-intake.ts'
import type { ConsultationCase, ConsultationEnding } from './consultation-state.ts'

/** The question after one more operation. */
export const foldConsultation = (
  state: ConsultationCase | null,
  entity: string,
  { kind, data }: Recorded<ConsultationAct, Decided>,
): ConsultationCase => {
  switch (kind) {
    case 'consultation.register':
      return { ...open(state, entity, data), status: 'received', clockStart: data.intake.arrivedOn }
    case 'consultation.answer_at_once':
      return answered({ ...open(state, entity, data), clockStart: data.intake.arrivedOn }, data)
    case 'consultation.assign':
      return {
        ...existing(state, kind),
        status: 'assigned',
        assignment: { organ: data.organ, handler: data.handler, on: data.on },
      }
    case 'consultation.send_back':
      return { ...existing(state, kind), status: 'received', assignment: null }
    case 'consultation.answer':
      return answered(existing(state, kind), data)
    case 'consultation.extend':
      return withClockFact(existing(state, kind), { kind: 'extension', days: data.days, on: data.on })
    case 'consultation.route': {
      const { organ, organPhone, matter, on } = data
      return {
        ...existing(state, kind),
        status: 'routed',
        assignment: null,
        forwarded: { organ, organPhone, matter, on },
        clockStop: on,
      }
    }
    case 'consultation.routed_answer': {
      const before = existing(state, kind)
      const answer = { text: data.answer, basis: null, by: null, on: data.on, written: false }
      return ended({ ...before, answer }, 'answered', data.on)
    }
    case 'consultation.route_back':
      return { ...existing(state, kind), status: 'received', forwarded: null, clockStop: null }
    case 'consultation.close_routed':
      return ended(existing(state, kind), 'routed', data.on)
    case 'consultation.convert': {
      const before = existing(state, kind)
      const links = [...before.links, { kind: 'turned_into', caseId: data.caseId } as const]
      return ended({ ...before, links }, 'converted', data.on)
    }
    case 'consultation.withdraw':
      return ended(existing(state, kind), 'withdrawn', data.on)
    case 'consultation.close':
      return ended({ ...existing(state, kind), handover: data.handover }, 'answered', data.on)
  }
}

const open = (
  state: ConsultationCase | null,
  entity: string,
  data: Decided & { readonly intake: ConsultationIntake },
): ConsultationCase => {
  if (state !== null || data.caseNo === undefined) throw new Error(`case ${entity} cannot be opened`)
  return {
    ...openedCase(entity, data.caseNo),
    kind: 'consultation',
    status: 'received',
    applicant: data.intake.applicant,
    representative: null,
    arrivedOn: data.intake.arrivedOn,
    intake: data.intake,
    terms: data.terms?.consultation ?? consultationTermsOn(data.intake.arrivedOn),
    assignment: null,
    answer: null,
    forwarded: null,
    handover: null,
    ending: null,
  }
}

const existing = (state: ConsultationCase | null, kind: string): ConsultationCase => {
  if (state === null) throw new Error(`${kind} without a consultation`)
  return state
}

const answered = (
  state: ConsultationCase,
  data: Extract<Recorded<ConsultationAct, Decided>, { kind: 'consultation.answer' }>['data'],
): ConsultationCase => {
  const { answer: text, basis, by, on, written } = data
  const after = { ...state, answer: { text, basis, by, on, written }, clockStop: on }
  return written ? { ...after, status: 'answered' } : ended(after, 'answered', on)
}

/** A clock that still runs stops with the case; one that has stopped keeps its day. */
const ended = (state: ConsultationCase, ending: ConsultationEnding, on: PlainDate): ConsultationCase => ({
  ...state,
  status: 'closed',
  ending,
  clockStop: state.clockStop ?? on,
  closedOn: on,
})
