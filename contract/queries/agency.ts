import { z } from 'zod'
import { DraftFileSchema } from './drafts.ts'

/** What an agent said of himself in the newest mandate that he signed at this device, so that he need not type it for every resident. */
export const OwnParticularsSchema = z.strictObject({
  idNumber: z.string().nullable(),
  phone: z.string().nullable(),
  /** The scan of his identity document, where this device has it. */
  idScan: DraftFileSchema.nullable(),
})
export type OwnParticulars = z.infer<typeof OwnParticularsSchema>
