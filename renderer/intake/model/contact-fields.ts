import { z } from 'zod'
import { AskedItemSchema } from '../../../contract/contact-data.ts'
import { UuidSchema } from '../../../contract/primitives.ts'
import { complaintTopics, complaintTypes } from '../../../domain/complaint/complaint-intake.ts'
import { consultationTopics } from '../../../domain/consultation/consultation-intake.ts'
import { contactChannels } from '../../../domain/contact/contact-intake.ts'

/** Whom or what a complaint is about, as the screen offers it. */
export const subjectKinds = ['none', 'organ', 'person', 'window', 'case'] as const

/** Longest text of each field, as the contract takes it (UTF-16 units). */
export const contactLimits = {
  arrivedOn: 20,
  title: 100,
  text: 4000,
  organ: 200,
  answer: 4000,
  basis: 1000,
  wanted: 1000,
  subjectOrgan: 200,
  subjectName: 60,
  subjectWindow: 10,
  subjectCaseNo: 60,
} as const
export type ContactText = keyof typeof contactLimits

/** Of several lines. */
const longTexts: ReadonlySet<ContactText> = new Set(['text', 'answer', 'wanted'])
export const isLongText = (field: ContactText): boolean => longTexts.has(field)

const typed = z.string()

/** What a question or a complaint is taken in with. A topic that nobody chose yet is null. */
export const ContactFieldsSchema = z.strictObject({
  channel: z.enum(contactChannels),
  arrivedOn: typed,
  anonymous: z.boolean(),
  title: typed,
  text: typed,
  // Question
  question: z.enum(consultationTopics).nullable(),
  item: AskedItemSchema.nullable(),
  organ: typed,
  /** Told or written at once; '' = it is handed on. */
  answer: typed,
  basis: typed,
  written: z.boolean(),
  // Complaint
  type: z.enum(complaintTypes),
  grievance: z.enum(complaintTopics).nullable(),
  subjectKind: z.enum(subjectKinds),
  subjectOrgan: typed,
  subjectName: typed,
  subjectWindow: typed,
  subjectCaseNo: typed,
  /** Id of the case that `subjectCaseNo` was found to be. */
  subjectCase: UuidSchema.nullable(),
  wanted: typed,
  confidential: z.boolean(),
})
export type ContactFields = Readonly<z.infer<typeof ContactFieldsSchema>>

/** What is chosen and not typed. */
export type ContactChoices = Partial<Omit<ContactFields, ContactText>>

export const emptyContact = (arrivedOn: string): ContactFields => ({
  channel: 'window',
  arrivedOn,
  anonymous: false,
  title: '',
  text: '',
  question: null,
  item: null,
  organ: '',
  answer: '',
  basis: '',
  written: false,
  type: 'complaint',
  grievance: null,
  subjectKind: 'organ',
  subjectOrgan: '',
  subjectName: '',
  subjectWindow: '',
  subjectCaseNo: '',
  subjectCase: null,
  wanted: '',
  confidential: false,
})
