import { anonymousApplicant, type Applicant } from '../../../domain/case/applicant.ts'
import type { FieldProblem } from '../../../domain/case/refusal.ts'
import type { ComplaintAct } from '../../../domain/complaint/complaint-act.ts'
import type { ComplaintSubject } from '../../../domain/complaint/complaint-intake.ts'
import type { ConsultationAct } from '../../../domain/consultation/consultation-act.ts'
import type { ContactIntake, StaffRef } from '../../../domain/contact/contact-intake.ts'
import type { PlainDate } from '../../../domain/plain-date.ts'
import { type Result, err, ok } from '../../../domain/result.ts'
import type { ContactFields } from './contact-fields.ts'
import { givenText } from './typed-text.ts'

export type ContactActKind = 'consultation.register' | 'consultation.answer_at_once' | 'complaint.register'

type ContactAct = Extract<ConsultationAct | ComplaintAct, { readonly kind: ContactActKind }>

/** What the form has beside its contact fields. */
export interface ContactParty {
  readonly arrivedOn: PlainDate | null
  readonly applicant: Applicant
  readonly remark: string | null
  /** Whoever sits at the window: an answer at once is his. */
  readonly by: StaffRef
}

/** The act that the fields mean, or those that cannot be put into one: a topic that nobody chose, a case number that is none of ours. */
export const contactAct = (
  fields: ContactFields,
  kind: ContactActKind,
  { arrivedOn, applicant, remark, by }: ContactParty,
): Result<ContactAct, readonly FieldProblem[]> => {
  const problems: FieldProblem[] = []
  if (arrivedOn === null) problems.push({ field: 'intake.arrivedOn', code: 'required' })
  const common = {
    channel: fields.channel,
    anonymous: fields.anonymous,
    applicant: fields.anonymous ? anonymousApplicant(applicant.phone) : applicant,
    title: fields.title.trim(),
    text: fields.text.trim(),
    remark,
  } satisfies Omit<ContactIntake, 'arrivedOn'>
  if (kind === 'complaint.register') {
    if (fields.grievance === null) problems.push({ field: 'intake.grievance', code: 'required' })
    const subject = subjectOf(fields)
    if (!subject.ok) problems.push(subject.error)
    if (arrivedOn === null || fields.grievance === null || !subject.ok) return err(problems)
    return ok({
      kind,
      intake: {
        ...common,
        arrivedOn,
        type: fields.type,
        topic: fields.grievance,
        subject: subject.value,
        wanted: givenText(fields.wanted),
        // Without a name there is none to keep.
        confidential: fields.confidential && !fields.anonymous,
      },
    })
  }
  if (fields.question === null) problems.push({ field: 'intake.question', code: 'required' })
  if (arrivedOn === null || fields.question === null) return err(problems)
  const intake = {
    ...common,
    arrivedOn,
    topic: fields.question,
    item: fields.item,
    organ: givenText(fields.organ),
  }
  if (kind === 'consultation.register') return ok({ kind, intake })
  return ok({
    kind,
    intake,
    answer: fields.answer.trim(),
    basis: givenText(fields.basis),
    by,
    written: fields.written && !fields.anonymous,
  })
}

const subjectOf = (fields: ContactFields): Result<ComplaintSubject, FieldProblem> => {
  switch (fields.subjectKind) {
    case 'none':
      return ok({ kind: 'none' })
    case 'organ':
      return ok({ kind: 'organ', organ: fields.subjectOrgan.trim() })
    case 'person':
      return ok({
        kind: 'person',
        staffId: null,
        name: fields.subjectName.trim(),
        organ: givenText(fields.subjectOrgan),
      })
    case 'window': {
      const deviceNo = windowNo(fields.subjectWindow)
      if (deviceNo === null) return err({ field: 'intake.subject.deviceNo', code: 'required' })
      return ok({ kind: 'window', deviceNo, name: fields.subjectName.trim() })
    }
    case 'case':
      return fields.subjectCase === null || fields.subjectCaseNo.trim() === ''
        ? err({ field: 'intake.subject.caseId', code: 'required' })
        : ok({ kind: 'case', caseId: fields.subjectCase, caseNo: fields.subjectCaseNo.trim() })
  }
}

/** `3`, `w3` and `W03` are what people call window W03; null = no number of a window. */
export const windowNo = (text: string): string | null => {
  const [, letter = 'W', digits] = /^([A-Za-z])?(\d{1,4})$/.exec(text.normalize('NFKC').trim()) ?? []
  return digits === undefined ? null : `${letter.toUpperCase()}${digits.padStart(2, '0')}`
}
