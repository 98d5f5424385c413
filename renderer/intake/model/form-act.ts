import type { Applicant, IdType, Representative } from '../../../domain/case/applicant.ts'
import type { FieldProblem } from '../../../domain/case/refusal.ts'
import {
  validateApplicant,
  validateContactParty,
  validateRepresentative,
} from '../../../domain/case/validate-parties.ts'
import type { StaffRef } from '../../../domain/contact/contact-intake.ts'
import type { DisclosureIntake } from '../../../domain/disclosure/disclosure-intake.ts'
import { needsConfirmation } from '../../../domain/disclosure/receipt-date.ts'
import { checkIdNumber } from '../../../domain/identity/check-id-number.ts'
import { normalizeIdNumber } from '../../../domain/identity/normalize-id-number.ts'
import type { PlainDate } from '../../../domain/plain-date.ts'
import { type Result, err, ok } from '../../../domain/result.ts'
import type { BundleRequest } from '../../../domain/bundle/open-bundle.ts'
import { gapsOf } from '../../../domain/service/materials.ts'
import type { ServiceIntake } from '../../../domain/service/service-intake.ts'
import { bundleAct, bundleRequest } from './bundle-act.ts'
import { contactAct } from './contact-act.ts'
import { parseDateEntry } from './date-entry.ts'
import { isContact, type ApplicantFields, type IntakeForm, type RepresentativeFields } from './form-model.ts'
import { givenText } from './typed-text.ts'
import { instantAct } from './instant-act.ts'
import type { IntakeActKind, IntakeAct } from './intake-act.ts'

/**
 * The act that a form means, or the fields that cannot be put into one at all (a date that is none, nothing chosen). Whether the
 * act is sound and lawful is the domain's to say.
 */
export const formToAct = (
  form: IntakeForm,
  kind: IntakeActKind,
  today: PlainDate,
  by: StaffRef,
): Result<IntakeAct, readonly FieldProblem[]> => {
  const problems: FieldProblem[] = []
  const date = (field: string, text: string, side: 'before' | 'after'): PlainDate | null => {
    const parsed = parseDateEntry(text, today, side)
    if (parsed === null && text.trim() !== '') problems.push({ field, code: 'date_invalid' })
    return parsed
  }
  if (form.matter === null) return err([{ field: 'matter', code: 'required' }])
  if (kind === 'disclosure.register') {
    const intake = disclosureIntakeOf(form, today, date)
    if (intake === null) problems.push({ field: 'intake.arrivedOn', code: 'required' })
    return intake === null || problems.length > 0 ? err(distinct(problems)) : ok({ kind, intake })
  }
  if (kind === 'consultation.register' || kind === 'consultation.answer_at_once' || kind === 'complaint.register') {
    const arrivedOn = date('intake.arrivedOn', form.contact.arrivedOn, 'before')
    if (problems.length > 0) return err(problems)
    const applicant = contactApplicantOf(form.applicant, today)
    return contactAct(form.contact, kind, { arrivedOn, applicant, remark: givenText(form.remark), by })
  }
  if (kind === 'bundle.open') {
    const request = bundleRequestOf(form, today, date)
    return problems.length > 0 ? err(problems) : ok(bundleAct(request))
  }
  if (form.matter.kind !== 'service') return err([{ field: 'matter', code: 'required' }])
  const preNo = givenText(form.preNo)
  const intake: ServiceIntake = {
    item: form.matter.item,
    applicant: applicantOf(form.applicant, null, today),
    representative: representativeOf(form, today, date),
    materials: form.materials.map(({ added: _added, parts: _parts, ...line }) => ({
      ...line,
      note: givenText(line.note),
    })),
    pickup: form.pickup,
    remark: givenText(form.remark),
    ...(preNo === null ? {} : { preNo }),
  }
  const validUntil = kind === 'service.instant' ? date('instant.validUntil', form.instant.validUntil, 'after') : null
  const correctBy = kind === 'service.notice' ? date('correctBy', form.correctBy, 'after') : null
  const explanation = form.refusalExplanation.trim()
  if (kind === 'service.refuse' && form.refusalGround === null) problems.push({ field: 'ground', code: 'required' })
  if (problems.length > 0) return err(problems)
  switch (kind) {
    case 'service.accept':
      return ok({ kind, intake })
    case 'service.submit':
      return ok({ kind, intake: { ...intake, channel: 'agent' } })
    case 'service.notice':
      return ok({ kind, intake, correctBy })
    case 'service.instant':
      return instantAct(form.instant, intake, validUntil, today)
    case 'service.refuse':
      return form.refusalGround === null
        ? err([{ field: 'ground', code: 'required' }])
        : ok({ kind, intake, ground: form.refusalGround, explanation })
  }
}

/** What a bundle is opened by; a date that is none is left out, which `formToAct` has told by then. */
export const bundleRequestOf = (
  form: IntakeForm,
  today: PlainDate,
  date: ReadDate = (_field, text, side) => parseDateEntry(text, today, side),
): BundleRequest =>
  bundleRequest(form, {
    applicant: applicantOf(form.applicant, null, today),
    representative: representativeOf(form, today, date),
    correctBy: gapsOf(form.materials).length > 0 ? date('correctBy', form.correctBy, 'after') : null,
  })

type ReadDate = (field: string, text: string, side: 'before' | 'after') => PlainDate | null

const disclosureIntakeOf = (form: IntakeForm, today: PlainDate, date: ReadDate): DisclosureIntake | null => {
  const { disclosure } = form
  const arrivedOn = date('intake.arrivedOn', disclosure.arrivedOn, 'before')
  const confirmable = needsConfirmation(disclosure.channel)
  const confirmedOn = confirmable ? date('intake.confirmedOn', disclosure.confirmedOn, 'before') : null
  const representative = representativeOf(form, today, date)
  if (arrivedOn === null) return null
  return {
    channel: disclosure.channel,
    arrivedOn,
    confirmedOn,
    applicant: applicantOf(form.applicant, categoryOf(form.applicant), today),
    representative,
    organ: disclosure.organ.trim(),
    subject: disclosure.subject.trim(),
    documentNo: givenText(disclosure.documentNo),
    supplyForm: disclosure.supplyForm,
    supplyWay: disclosure.supplyWay,
    supplyAddress: takesSupplyAddress(disclosure.supplyWay) ? givenText(disclosure.supplyAddress) : null,
    assistance: disclosure.assistance,
    remark: givenText(form.remark),
  }
}

export const takesSupplyAddress = (way: DisclosureIntake['supplyWay']): boolean => way === 'email' || way === 'fax'

/** A person has only one column in the annual report; everybody else says which of the five. */
const categoryOf = (fields: ApplicantFields): Applicant['reportCategory'] =>
  fields.kind === 'person' ? 'natural' : fields.reportCategory

export const applicantOf = (
  fields: ApplicantFields,
  reportCategory: Applicant['reportCategory'],
  today: PlainDate,
): Applicant => {
  const body = fields.kind !== 'person'
  const village = givenText(fields.village)
  return {
    kind: fields.kind,
    reportCategory,
    name: fields.name.trim(),
    ...idOf(fields, idTypeOf(fields, fields.kind === 'person' ? 'resident_id' : 'uscc', today), today),
    phone: givenText(fields.phone),
    address: givenText(fields.address),
    postcode: givenText(fields.postcode),
    contactName: body ? givenText(fields.contactName) : null,
    contactIdNumber: body ? givenText(normalizeIdNumber(fields.contactIdNumber).slice(0, 40)) : null,
    ...(village === null ? {} : { village }),
  }
}

/** Whoever asks or complains shows no card unless he wants to. */
const contactApplicantOf = (fields: ApplicantFields, today: PlainDate): Applicant => {
  const applicant = applicantOf(fields, null, today)
  return applicant.idNumber === null && fields.idType === null ? { ...applicant, idType: 'other' } : applicant
}

const representativeOf = (form: IntakeForm, today: PlainDate, date: ReadDate): Representative | null => {
  if (!form.represented) return null
  const fields = form.representative
  const matters = givenText(fields.matters)
  const validFrom = date('intake.representative.validFrom', fields.validFrom, 'before')
  return {
    name: fields.name.trim(),
    ...representativeIdOf(fields, today),
    phone: givenText(fields.phone),
    authority: fields.authority.trim(),
    validUntil: date('intake.representative.validUntil', fields.validUntil, 'after'),
    ...(fields.agentRelation === null ? {} : { agentRelation: fields.agentRelation }),
    ...(fields.authorityKind === null ? {} : { authorityKind: fields.authorityKind }),
    ...(matters === null ? {} : { matters }),
    ...(validFrom === null ? {} : { validFrom }),
    ...(fields.originalSeen ? { originalSeen: true } : {}),
  }
}

const representativeIdOf = (fields: RepresentativeFields, today: PlainDate) =>
  idOf(fields, idTypeOf(fields, 'resident_id', today), today)

/** What the domain says of a party's number taken by itself, without the reason that may excuse it; null = nothing. */
export const bareIdProblem = (
  form: IntakeForm,
  party: 'applicant' | 'representative',
  today: PlainDate,
): FieldProblem['code'] | null => {
  const context = { today, path: '' }
  const applicant = { ...applicantOf(form.applicant, null, today), idException: null }
  const problems =
    party === 'applicant'
      ? isContact(form.matter)
        ? validateContactParty(applicant, context, false)
        : validateApplicant(applicant, context)
      : validateRepresentative(
          {
            name: '',
            phone: null,
            authority: '',
            validUntil: null,
            ...representativeIdOf(form.representative, today),
            idException: null,
          },
          context,
          { applicant },
        )
  return problems.find(({ field }) => field.endsWith('.idNumber'))?.code ?? null
}

type IdFields = Pick<RepresentativeFields, 'idType' | 'idNumber' | 'idException'>

/** The clerk's choice, or what the number says it is, or what such a party usually shows. */
export const idTypeOf = (fields: IdFields, usual: IdType, today: PlainDate): IdType => {
  if (fields.idType !== null) return fields.idType
  const check = checkIdNumber(fields.idNumber, { today })
  return check.valid && check.kind !== 'unknown' ? check.kind : usual
}

const idOf = (
  fields: IdFields,
  idType: IdType,
  today: PlainDate,
): Pick<Applicant, 'idType' | 'idNumber' | 'idException'> => {
  const check = checkIdNumber(fields.idNumber, { today })
  const number = (check.valid ? check.normalized : normalizeIdNumber(fields.idNumber)).slice(0, 40)
  return { idType, idNumber: givenText(number), idException: givenText(fields.idException) }
}

const distinct = (problems: readonly FieldProblem[]): readonly FieldProblem[] =>
  problems.filter((problem, at) => problems.findIndex((other) => other.field === problem.field) === at)
