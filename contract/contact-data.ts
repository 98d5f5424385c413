import { z } from 'zod'
import type { AskedItem, ConsultationIntake } from '../domain/consultation/consultation-intake.ts'
import { consultationTopics } from '../domain/consultation/consultation-intake.ts'
import type { ComplaintIntake, ComplaintSubject } from '../domain/complaint/complaint-intake.ts'
import { complaintTopics, complaintTypes } from '../domain/complaint/complaint-intake.ts'
import type { StaffRef } from '../domain/contact/contact-intake.ts'
import { contactChannels } from '../domain/contact/contact-intake.ts'
import { ApplicantSchema } from './case-data.ts'
import { DeviceNoSchema, PlainDateSchema, UuidSchema, text, words } from './primitives.ts'

export const StaffRefSchema = z.strictObject({
  staffId: words(80),
  name: words(60),
}) satisfies z.ZodType<StaffRef>

/** What consultations and complaints share. */
const contact = {
  channel: z.enum(contactChannels),
  arrivedOn: PlainDateSchema,
  anonymous: z.boolean(),
  applicant: ApplicantSchema,
  title: text(100),
  text: text(4000),
  remark: text(2000).nullable(),
}

export const AskedItemSchema = z.strictObject({
  id: words(80),
  code: text(120).nullable(),
  name: words(300),
}) satisfies z.ZodType<AskedItem>

export const ConsultationIntakeSchema = z.strictObject({
  ...contact,
  topic: z.enum(consultationTopics),
  item: AskedItemSchema.nullable(),
  organ: text(200).nullable(),
}) satisfies z.ZodType<ConsultationIntake>

export const ComplaintSubjectSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('case'), caseId: UuidSchema, caseNo: words(60) }),
  z.strictObject({ kind: z.literal('organ'), organ: text(200) }),
  z.strictObject({ kind: z.literal('window'), deviceNo: DeviceNoSchema, name: text(60) }),
  z.strictObject({
    kind: z.literal('person'),
    staffId: words(80).nullable(),
    name: text(60),
    organ: text(200).nullable(),
  }),
  z.strictObject({ kind: z.literal('none') }),
]) satisfies z.ZodType<ComplaintSubject>

export const ComplaintIntakeSchema = z.strictObject({
  ...contact,
  type: z.enum(complaintTypes),
  topic: z.enum(complaintTopics),
  subject: ComplaintSubjectSchema,
  wanted: text(1000).nullable(),
  confidential: z.boolean(),
}) satisfies z.ZodType<ComplaintIntake>
