import type { ApplicantKind, IdType, ReportCategory } from '../../../domain/case/applicant.ts'
import type { DisclosureChannel, SupplyForm, SupplyWay } from '../../../domain/disclosure/disclosure-intake.ts'
import type { Pickup, RefusalGround } from '../../../domain/service/service-intake.ts'
import type { ServiceItem } from '../../../domain/service/service-item.ts'
import { checklistOf, snapshotOf } from '../../../domain/service/snapshot.ts'
import type { AgencyFields } from './agency-fields.ts'
import {
  bundleLimitsOf,
  sharedLines,
  withoutPart,
  withPart,
  type BundleFields,
  type BundleText,
} from './bundle-fields.ts'
import {
  contactLimits,
  isLongText,
  type ContactChoices,
  type ContactFields,
  type ContactText,
} from './contact-fields.ts'
import {
  applicantLimits,
  type ApplicantText,
  disclosureLimits,
  type DisclosureText,
  representativeLimits,
  type RepresentativeText,
} from './field-limits.ts'
import type { ContactKind, DisclosureFields, IntakeForm, RepresentativeChoices } from './form-model.ts'
import { type InstantChoices, type InstantText, instantLimits } from './instant-act.ts'
import { editMaterials, type MaterialEdit } from './material-edits.ts'
import { typedLine, typedText } from './typed-text.ts'

/** One thing a clerk does to the form. */
export type FormEdit =
  | { readonly type: 'chooseItem'; readonly item: ServiceItem }
  | { readonly type: 'chooseDisclosure' }
  | { readonly type: 'chooseBundle' }
  | { readonly type: 'addPart'; readonly caseId: string; readonly item: ServiceItem }
  | { readonly type: 'removePart'; readonly at: number }
  | { readonly type: 'bundle'; readonly field: BundleText; readonly text: string }
  | { readonly type: 'joint'; readonly on: boolean }
  | { readonly type: 'chooseContact'; readonly kind: ContactKind }
  | { readonly type: 'contact'; readonly field: ContactText; readonly text: string }
  | { readonly type: 'contactChoice'; readonly choices: ContactChoices }
  | { readonly type: 'applicant'; readonly field: ApplicantText; readonly text: string }
  | { readonly type: 'applicantKind'; readonly kind: ApplicantKind }
  | { readonly type: 'reportCategory'; readonly category: ReportCategory }
  | { readonly type: 'idType'; readonly party: 'applicant' | 'representative'; readonly idType: IdType | null }
  | { readonly type: 'represented'; readonly on: boolean }
  | { readonly type: 'representative'; readonly field: RepresentativeText; readonly text: string }
  | { readonly type: 'representativeChoice'; readonly choices: Partial<RepresentativeChoices> }
  | { readonly type: 'material'; readonly edit: MaterialEdit }
  | { readonly type: 'pickup'; readonly pickup: Pickup }
  | { readonly type: 'remark'; readonly text: string }
  | { readonly type: 'correctBy'; readonly text: string }
  | { readonly type: 'refusalGround'; readonly ground: RefusalGround }
  | { readonly type: 'refusalExplanation'; readonly text: string }
  | { readonly type: 'disclosure'; readonly field: DisclosureText; readonly text: string }
  | { readonly type: 'channel'; readonly channel: DisclosureChannel }
  | { readonly type: 'supplyForm'; readonly supplyForm: SupplyForm }
  | { readonly type: 'supplyWay'; readonly supplyWay: SupplyWay }
  | { readonly type: 'assistance'; readonly on: boolean }
  | { readonly type: 'instant'; readonly field: InstantText; readonly text: string }
  | { readonly type: 'instantChoice'; readonly choices: InstantChoices }
  | { readonly type: 'agency'; readonly part: Partial<AgencyFields> }
  | { readonly type: 'answerSimilar'; readonly id: string }

/** The form after one edit. What the edit does not name stays as it was typed, hidden fields included. */
export const editForm = (form: IntakeForm, edit: FormEdit): IntakeForm => {
  switch (edit.type) {
    case 'chooseItem':
      return chooseItem(form, edit.item)
    case 'chooseDisclosure':
      return form.matter?.kind === 'disclosure' ? form : { ...form, matter: { kind: 'disclosure' } }
    case 'chooseBundle':
      return form.matter?.kind === 'bundle' ? form : withBundle({ ...form, matter: { kind: 'bundle' } }, form.bundle)
    case 'addPart':
      return withBundle(form, withPart(form.bundle, edit.caseId, edit.item))
    case 'removePart':
      return withBundle(form, withoutPart(form.bundle, edit.at))
    case 'bundle':
      return {
        ...form,
        bundle: { ...form.bundle, [edit.field]: typedLine(edit.text, bundleLimitsOf[edit.field]) },
      }
    case 'joint':
      return { ...form, bundle: { ...form.bundle, joint: edit.on } }
    case 'chooseContact':
      return form.matter?.kind === edit.kind ? form : { ...form, matter: { kind: edit.kind } }
    case 'contact':
      return withContact(form, {
        [edit.field]: (isLongText(edit.field) ? typedText : typedLine)(edit.text, contactLimits[edit.field]),
        // Another number is another case until it is found.
        ...(edit.field === 'subjectCaseNo' ? { subjectCase: null } : {}),
      })
    case 'contactChoice':
      return withContact(form, edit.choices)
    case 'applicant':
      return {
        ...form,
        applicant: { ...form.applicant, [edit.field]: typedLine(edit.text, applicantLimits[edit.field]) },
      }
    case 'applicantKind':
      return { ...form, applicant: { ...form.applicant, kind: edit.kind, reportCategory: null } }
    case 'reportCategory':
      return { ...form, applicant: { ...form.applicant, reportCategory: edit.category } }
    case 'idType':
      return edit.party === 'applicant'
        ? { ...form, applicant: { ...form.applicant, idType: edit.idType } }
        : { ...form, representative: { ...form.representative, idType: edit.idType } }
    case 'represented':
      return { ...form, represented: edit.on }
    case 'representative':
      return {
        ...form,
        representative: {
          ...form.representative,
          [edit.field]: typedLine(edit.text, representativeLimits[edit.field]),
        },
      }
    case 'representativeChoice':
      return { ...form, representative: { ...form.representative, ...edit.choices } }
    case 'material':
      return { ...form, materials: editMaterials(form.materials, edit.edit) }
    case 'pickup':
      return { ...form, pickup: edit.pickup }
    case 'remark':
      return { ...form, remark: typedText(edit.text, 2000) }
    case 'correctBy':
      return { ...form, correctBy: typedLine(edit.text, 20) }
    case 'refusalGround':
      return { ...form, refusalGround: edit.ground }
    case 'refusalExplanation':
      return { ...form, refusalExplanation: typedText(edit.text, 2000) }
    case 'disclosure':
      return withDisclosure(form, {
        [edit.field]: (edit.field === 'subject' ? typedText : typedLine)(edit.text, disclosureLimits[edit.field]),
      })
    case 'channel':
      return withDisclosure(form, { channel: edit.channel })
    case 'supplyForm':
      return withDisclosure(form, { supplyForm: edit.supplyForm })
    case 'supplyWay':
      return withDisclosure(form, { supplyWay: edit.supplyWay })
    case 'assistance':
      return withDisclosure(form, { assistance: edit.on })
    case 'instant':
      return {
        ...form,
        instant: { ...form.instant, [edit.field]: typedLine(edit.text, instantLimits[edit.field]) },
      }
    case 'instantChoice':
      return { ...form, instant: { ...form.instant, ...edit.choices } }
    case 'agency':
      return form.agency === null ? form : { ...form, agency: { ...form.agency, ...edit.part } }
    case 'answerSimilar':
      return form.answered.includes(edit.id) ? form : { ...form, answered: [...form.answered, edit.id] }
  }
}

/** Another item brings its own checklist; who applies stays, since a clerk who picked wrongly must not type him again. */
const chooseItem = (form: IntakeForm, item: ServiceItem): IntakeForm => {
  const chosen = form.matter?.kind === 'service' ? form.matter.item : null
  if (chosen?.id === item.id && chosen.version === item.version) return form
  return {
    ...form,
    matter: { kind: 'service', item: snapshotOf(item) },
    // What was applied for elsewhere was another item.
    preNo: '',
    materials: checklistOf(item).map((line) => ({ ...line, note: line.note ?? '', added: false, parts: [] })),
    answered: [],
    // What was not there was of the other checklist.
    agency: form.agency === null ? null : { ...form.agency, notThere: [] },
  }
}

/** Of a bundle the checklist is that of its matters together; while something else is chosen it stays what it is. */
const withBundle = (form: IntakeForm, bundle: BundleFields): IntakeForm => ({
  ...form,
  bundle,
  materials: form.matter?.kind === 'bundle' ? sharedLines(bundle.parts, form.materials) : form.materials,
})

const withContact = (form: IntakeForm, part: Partial<ContactFields>): IntakeForm => ({
  ...form,
  contact: { ...form.contact, ...part },
})

const withDisclosure = (form: IntakeForm, part: Partial<DisclosureFields>): IntakeForm => ({
  ...form,
  disclosure: { ...form.disclosure, ...part },
})
