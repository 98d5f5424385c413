import { z } from 'zod'
import { ItemSnapshotSchema, MaterialLineSchema } from '../../../contract/case-data.ts'
import { UuidSchema } from '../../../contract/primitives.ts'
import {
  agentRelations,
  applicantKinds,
  authorityKinds,
  idTypes,
  reportCategories,
} from '../../../domain/case/applicant.ts'
import { disclosureChannels, supplyForms, supplyWays } from '../../../domain/disclosure/disclosure-intake.ts'
import type { PlainDate } from '../../../domain/plain-date.ts'
import { type AgencyFields, AgencyFieldsSchema } from './agency-fields.ts'
import { type BundleFields, BundleFieldsSchema, emptyBundle } from './bundle-fields.ts'
import { contactLimits, ContactFieldsSchema, emptyContact } from './contact-fields.ts'
import { emptyInstant, InstantFieldsSchema } from './instant-act.ts'
import { applicantLimits, representativeLimits } from './field-limits.ts'
import { pickups, refusalGrounds } from '../../../domain/service/service-intake.ts'
import type { ItemSnapshot } from '../../../domain/service/service-item.ts'

/** Texts stay as typed until an act is made of them; '' = not given. */
const typed = z.string()

/** `idType` null = told from the number. */
const idFields = { idType: z.enum(idTypes).nullable(), idNumber: typed, idException: typed }

const ApplicantFieldsSchema = z.strictObject({
  kind: z.enum(applicantKinds),
  reportCategory: z.enum(reportCategories).nullable(),
  name: typed,
  ...idFields,
  phone: typed,
  address: typed,
  postcode: typed,
  contactName: typed,
  contactIdNumber: typed,
  // Drafts of before it was asked have none.
  village: typed.default(''),
})

const RepresentativeFieldsSchema = z.strictObject({
  name: typed,
  ...idFields,
  phone: typed,
  authority: typed,
  validUntil: typed,
  // Drafts of before they were asked have none of these.
  agentRelation: z.enum(agentRelations).nullable().default(null),
  authorityKind: z.enum(authorityKinds).nullable().default(null),
  matters: typed.default(''),
  validFrom: typed.default(''),
  originalSeen: z.boolean().default(false),
})

/** `added` = written in by the clerk, not on the item's list: it may be renamed and removed. */
const MaterialFieldsSchema = MaterialLineSchema.extend({
  name: typed,
  note: typed,
  added: z.boolean(),
  /** Places of the matters of a bundle that ask for it, from 1. */
  parts: z.array(z.int().min(1).max(30)).max(30).default([]),
})

const DisclosureFieldsSchema = z.strictObject({
  channel: z.enum(disclosureChannels),
  arrivedOn: typed,
  confirmedOn: typed,
  organ: typed,
  subject: typed,
  documentNo: typed,
  supplyForm: z.enum(supplyForms),
  supplyWay: z.enum(supplyWays),
  supplyAddress: typed,
  assistance: z.boolean(),
})

const MatterSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('service'), item: ItemSnapshotSchema }),
  z.strictObject({ kind: z.literal('disclosure') }),
  z.strictObject({ kind: z.literal('consultation') }),
  z.strictObject({ kind: z.literal('complaint') }),
  z.strictObject({ kind: z.literal('bundle') }),
])

/**
 * Everything a clerk can fill in on the intake screen, for every kind of case. One flat value: the draft is this value as JSON,
 * a reset is a new one, and nothing of a client lives anywhere else.
 */
export const IntakeFormSchema = z.strictObject({
  /** The id the case will have, so that a second press of the button repeats the act instead of opening a second case. */
  caseId: UuidSchema,
  /** What is applied for; null = nothing chosen yet. */
  matter: MatterSchema.nullable(),
  applicant: ApplicantFieldsSchema,
  represented: z.boolean(),
  representative: RepresentativeFieldsSchema,
  materials: z.array(MaterialFieldsSchema).max(200),
  pickup: z.enum(pickups),
  remark: typed,
  // Drafts of before have none.
  preNo: typed.default(''),
  correctBy: typed,
  refusalGround: z.enum(refusalGrounds).nullable(),
  refusalExplanation: typed,
  disclosure: DisclosureFieldsSchema,
  // Drafts of before have none.
  contact: ContactFieldsSchema.default(emptyContact('')),
  instant: InstantFieldsSchema.default(emptyInstant),
  bundle: BundleFieldsSchema.default({ ...emptyBundle, parts: [] }),
  /** Similar cases that the clerk has looked at and called different. */
  answered: z.array(UuidSchema),
  /** Null = nobody does the errand for the applicant on the part of his village. Drafts of before have none. */
  agency: AgencyFieldsSchema.nullable().default(null),
})

export type Matter =
  { readonly kind: 'service'; readonly item: ItemSnapshot } | { readonly kind: 'disclosure' | 'bundle' | ContactKind }

/** Matters that begin with somebody asking or complaining. */
export type ContactKind = 'consultation' | 'complaint'

export const isContact = (matter: Matter | null): matter is { readonly kind: ContactKind } =>
  matter?.kind === 'consultation' || matter?.kind === 'complaint'

export type IntakeForm = Readonly<
  Omit<z.infer<typeof IntakeFormSchema>, 'matter' | 'materials' | 'answered' | 'bundle' | 'agency'>
> & {
  readonly matter: Matter | null
  readonly materials: readonly MaterialFields[]
  readonly bundle: BundleFields
  readonly answered: readonly string[]
  readonly agency: AgencyFields | null
}
export type ApplicantFields = Readonly<z.infer<typeof ApplicantFieldsSchema>>
export type RepresentativeFields = Readonly<z.infer<typeof RepresentativeFieldsSchema>>
export type RepresentativeChoices = Pick<RepresentativeFields, 'agentRelation' | 'authorityKind' | 'originalSeen'>
export type MaterialFields = Readonly<Omit<z.infer<typeof MaterialFieldsSchema>, 'parts'>> & {
  readonly parts: readonly number[]
}
export type DisclosureFields = Readonly<z.infer<typeof DisclosureFieldsSchema>>

/** The clean slate. The only way to a form without a client: it takes nothing of any earlier form. */
export const emptyForm = (caseId: string, today: PlainDate): IntakeForm => ({
  caseId,
  matter: null,
  applicant: {
    kind: 'person',
    reportCategory: null,
    name: '',
    ...noId,
    phone: '',
    address: '',
    postcode: '',
    contactName: '',
    contactIdNumber: '',
    village: '',
  },
  represented: false,
  representative: {
    name: '',
    ...noId,
    phone: '',
    authority: '',
    validUntil: '',
    agentRelation: null,
    authorityKind: null,
    matters: '',
    validFrom: '',
    originalSeen: false,
  },
  materials: [],
  pickup: 'window',
  remark: '',
  preNo: '',
  correctBy: '',
  refusalGround: null,
  refusalExplanation: '',
  disclosure: {
    channel: 'in_person',
    arrivedOn: today,
    confirmedOn: '',
    organ: '',
    subject: '',
    documentNo: '',
    supplyForm: 'paper',
    supplyWay: 'pickup',
    supplyAddress: '',
    assistance: false,
  },
  contact: emptyContact(today),
  instant: emptyInstant,
  bundle: emptyBundle,
  answered: [],
  agency: null,
})

const noId = { idType: null, idNumber: '', idException: '' } as const

/** True when somebody's data or work is in the form, so that it is worth a draft. A chosen item alone is not. */
export const holdsWork = (form: IntakeForm): boolean =>
  hasText(form.applicant, applicantLimits) ||
  // Of an agent of the village his own particulars stand there from the start.
  (form.agency === null && hasText(form.representative, representativeLimits)) ||
  hasText(form.contact, contactLimits, ['arrivedOn']) ||
  hasText(form.disclosure, { organ: 0, subject: 0, documentNo: 0, supplyAddress: 0 }) ||
  // Matters that were picked together are worth keeping, one that leads is not.
  form.bundle.parts.length > 1 ||
  form.bundle.name !== '' ||
  form.remark !== '' ||
  form.preNo !== '' ||
  form.refusalExplanation !== '' ||
  form.materials.some((line) => line.added || line.state !== 'missing' || line.received > 0 || line.note !== '')

const hasText = <K extends string>(
  fields: { readonly [name in NoInfer<K>]: string },
  names: Readonly<Record<K, number>>,
  /** Filled in from the start. */
  given: readonly string[] = [],
): boolean => {
  for (const name in names) if (fields[name] !== '' && !given.includes(name)) return true
  return false
}
