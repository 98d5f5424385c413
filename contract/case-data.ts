import { z } from 'zod'
import type { Applicant, Representative } from '../domain/case/applicant.ts'
import { agentRelations, applicantKinds, authorityKinds, idTypes, reportCategories } from '../domain/case/applicant.ts'
import type { DisclosureIntake } from '../domain/disclosure/disclosure-intake.ts'
import { disclosureChannels, supplyForms, supplyWays } from '../domain/disclosure/disclosure-intake.ts'
import type { MaterialLine, ServiceIntake } from '../domain/service/service-intake.ts'
import { materialStates, pickups, serviceChannels } from '../domain/service/service-intake.ts'
import type { ItemFee, ItemSnapshot, ItemStep } from '../domain/service/service-item.ts'
import { handlings, materialForms } from '../domain/service/service-item.ts'
import { PlainDateSchema, UuidSchema, text, words } from './primitives.ts'

export const ApplicantSchema = z.strictObject({
  kind: z.enum(applicantKinds),
  reportCategory: z.enum(reportCategories).nullable(),
  name: text(200),
  idType: z.enum(idTypes),
  idNumber: text(40).nullable(),
  idException: text(200).nullable(),
  phone: text(40).nullable(),
  address: text(300).nullable(),
  postcode: text(10).nullable(),
  contactName: text(100).nullable(),
  contactIdNumber: text(40).nullable(),
  village: words(80).exactOptional(),
}) satisfies z.ZodType<Applicant>

export const RepresentativeSchema = z.strictObject({
  name: text(200),
  idType: z.enum(idTypes),
  idNumber: text(40).nullable(),
  idException: text(200).nullable(),
  phone: text(40).nullable(),
  authority: text(300),
  validUntil: PlainDateSchema.nullable(),
  agentRelation: z.enum(agentRelations).exactOptional(),
  authorityKind: z.enum(authorityKinds).exactOptional(),
  matters: words(300).exactOptional(),
  validFrom: PlainDateSchema.exactOptional(),
  originalSeen: z.literal(true).exactOptional(),
}) satisfies z.ZodType<Representative>

export const MaterialLineSchema = z.strictObject({
  n: z.int().min(1).max(500),
  name: words(500),
  form: z.enum(materialForms),
  required: z.boolean(),
  tolerable: z.boolean(),
  expected: z.int().min(0).max(999),
  received: z.int().min(0).max(999),
  state: z.enum(materialStates),
  promisedOn: PlainDateSchema.nullable(),
  note: text(300).nullable(),
  copiesExpected: z.int().min(0).max(999).exactOptional(),
  copiesReceived: z.int().min(0).max(999).exactOptional(),
}) satisfies z.ZodType<MaterialLine>

export const ItemFeeSchema = z.strictObject({
  charged: z.boolean(),
  basis: text(1000).nullable(),
  standard: text(1000).nullable(),
}) satisfies z.ZodType<ItemFee>

const limitDays = z.int().min(0).max(3650).nullable()

export const ItemStepSchema = z.strictObject({
  name: words(200),
  organ: text(200).nullable(),
  limitDays: limitDays,
}) satisfies z.ZodType<ItemStep>

export const ItemSnapshotSchema = z.strictObject({
  id: words(80),
  version: z.int().min(1),
  code: text(120).nullable(),
  name: words(300),
  kind: words(40),
  organ: words(200),
  legalBasis: z.array(text(1000)).max(50),
  statutoryDays: limitDays,
  promisedDays: limitDays,
  dayUnit: z.enum(['workday', 'day']),
  handling: z.enum(handlings),
  fee: ItemFeeSchema.nullable(),
  resultName: text(200).nullable(),
  steps: z.array(ItemStepSchema).max(50).exactOptional(),
  joint: z.literal(true).exactOptional(),
}) satisfies z.ZodType<ItemSnapshot>

export const ServiceIntakeSchema = z.strictObject({
  item: ItemSnapshotSchema,
  applicant: ApplicantSchema,
  representative: RepresentativeSchema.nullable(),
  materials: z.array(MaterialLineSchema).max(200),
  pickup: z.enum(pickups),
  remark: text(2000).nullable(),
  channel: z.enum(serviceChannels).exactOptional(),
  arrivedOn: PlainDateSchema.exactOptional(),
  bundle: z.strictObject({ caseId: UuidSchema, joint: z.boolean() }).exactOptional(),
  preNo: words(80).exactOptional(),
  paperNo: words(80).exactOptional(),
}) satisfies z.ZodType<ServiceIntake>

export const DisclosureIntakeSchema = z.strictObject({
  channel: z.enum(disclosureChannels),
  arrivedOn: PlainDateSchema,
  confirmedOn: PlainDateSchema.nullable(),
  applicant: ApplicantSchema,
  representative: RepresentativeSchema.nullable(),
  organ: text(200),
  subject: text(4000),
  documentNo: text(100).nullable(),
  supplyForm: z.enum(supplyForms),
  supplyWay: z.enum(supplyWays),
  supplyAddress: text(200).nullable(),
  assistance: z.boolean(),
  remark: text(2000).nullable(),
  preNo: words(80).exactOptional(),
  paperNo: words(80).exactOptional(),
}) satisfies z.ZodType<DisclosureIntake>
