import { z } from 'zod'
import { PlainDateSchema, UuidSchema } from '../primitives.ts'
import { DraftFileSchema } from './drafts.ts'

/** What an agent said of himself in the newest mandate that he signed at this device, so that he need not type it for every resident. */
export const OwnParticularsSchema = z.strictObject({
  idNumber: z.string().nullable(),
  phone: z.string().nullable(),
  /** The scan of his identity document, where this device has it. */
  idScan: DraftFileSchema.nullable(),
})
export type OwnParticulars = z.infer<typeof OwnParticularsSchema>

/** A case that lies at the point and stands on no hand-over list; the person masked as in a list. */
export const CarriedCaseSchema = z.strictObject({
  caseId: UuidSchema,
  caseNo: z.string(),
  applicant: z.string(),
  title: z.string(),
  /** Pieces of paper that were taken, photographs not counted. */
  papers: z.int(),
  arrivedOn: PlainDateSchema,
})
export type CarriedCase = z.infer<typeof CarriedCaseSchema>

/** `recordId` is made by the form, so that a second press makes no second list. */
export const MakeListInputSchema = z.strictObject({
  recordId: UuidSchema,
  caseIds: z.array(UuidSchema).min(1).max(200),
})
