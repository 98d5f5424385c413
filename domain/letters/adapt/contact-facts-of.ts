import { caseClocks } from '../../case/clocks.ts'
import { type Applicant, isAnonymous } from '../../case/applicant.ts'
import type { ComplaintCase } from '../../complaint/complaint-state.ts'
import { subjectOrgan } from '../../complaint/subject-organ.ts'
import type { ContactIntake } from '../../contact/contact-intake.ts'
import type { ConsultationCase } from '../../consultation/consultation-state.ts'
import type { PlainDate } from '../../plain-date.ts'
import { complaintKinds } from '../facts/contact-facts.ts'
import { type LetterSource, entryOf, frameOf } from './letter-source.ts'
import { letterWords } from './letter-words.ts'
import type { Builders } from './service-facts-of.ts'

/** Whoever gave no name is addressed by what he did. */
const addressee = (applicant: Applicant, otherwise: string): string =>
  isAnonymous(applicant) ? otherwise : applicant.name

const contactFrame = (
  state: { readonly caseNo: string; readonly applicant: Applicant; readonly intake: ContactIntake },
  source: LetterSource,
  on: PlainDate,
  organ: string,
) => ({
  // Answers come from the center unless an organ gave them.
  ...frameOf(source, { caseNo: state.caseNo, organ: organ === '' ? source.place.center.name : organ, on }),
  subject: state.intake.title,
  arrivedOn: state.intake.arrivedOn,
  channel: letterWords.contactChannel[state.intake.channel],
})

export const consultationBuilders: Builders<ConsultationCase, 'consultation_reply'> = {
  consultation_reply: (state, source) => {
    const { answer, assignment, forwarded, intake } = state
    if (answer === null) return null
    const organ = (answer.by === null ? forwarded?.organ : assignment?.organ) ?? ''
    return {
      ...contactFrame(state, source, answer.on, organ),
      addressee: addressee(state.applicant, '咨询人'),
      question: intake.text,
      answer: answer.text,
      basis: answer.basis,
    }
  },
}

type ComplaintLetter = 'complaint_receipt' | 'complaint_refusal' | 'complaint_reply' | 'urge_slip'

export const complaintBuilders: Builders<ComplaintCase, ComplaintLetter> = {
  complaint_receipt: (state, source) => ({
    ...complaintFrame(state, source, state.acceptedOn ?? state.arrivedOn),
    content: state.intake.text,
    handler: state.assignment?.organ ?? null,
    due: dueOf(state, source),
  }),
  complaint_refusal: (state, source) =>
    state.refusal === null
      ? null
      : { ...complaintFrame(state, source, state.closedOn ?? state.arrivedOn), ...state.refusal },
  complaint_reply: (state, source) => {
    const { answer, intake } = state
    if (answer === null) return null
    return {
      ...complaintFrame(state, source, state.closedOn ?? answer.on),
      content: intake.text,
      finding: answer.finding,
      answer: answer.text,
      measures: answer.measures,
    }
  },
  urge_slip: (state, source) => {
    const urge = entryOf(source, state.urges)
    if (urge === null) return null
    return {
      ...contactFrame(state, source, urge.on, ''),
      party: subjectOrgan(state) === '' ? '承办单位' : subjectOrgan(state),
      aboutCase: `${state.caseNo}　${complaintKinds[state.intake.type]}　${state.intake.title}`,
      state: '已交办，尚未答复',
      due: dueOf(state, source),
      demand: urge.reason,
      replyBy: null,
    }
  },
}

const complaintFrame = (state: ComplaintCase, source: LetterSource, on: PlainDate) => ({
  ...contactFrame(state, source, on, ''),
  addressee: addressee(state.applicant, '来访人'),
  complaintKind: state.intake.type,
})

const dueOf = (state: ComplaintCase, { calendar }: LetterSource) => caseClocks(state, calendar).promised?.due ?? null
