import { z } from 'zod'
import { UuidSchema } from '../primitives.ts'
import { syncTroubleCodes, syncErrorCodes } from '../sync.ts'
import { parcelProblemCodes } from '../parcel/parcel.ts'

/** Name of a parcel's file: nothing else is written. */
export const ParcelPathSchema = z
  .string()
  .max(1000)
  .regex(/^[^\0]+\.yichuang$/)

/** The parcel that was last written here, or last taken in. */
export const ParcelNoteSchema = z.strictObject({ id: UuidSchema, at: z.int(), operations: z.int() })
export type ParcelNote = z.infer<typeof ParcelNoteSchema>

export const ParcelProblemSchema = z.enum([...parcelProblemCodes, ...syncErrorCodes, ...syncTroubleCodes])
export type ParcelProblem = z.infer<typeof ParcelProblemSchema>

export const ParcelStatusSchema = z.strictObject({
  /** What is being made or taken in just now, in bytes of the file or operations of the chain; null = nothing. */
  running: z
    .strictObject({ work: z.enum(['export', 'import']), done: z.int().min(0), total: z.int().min(0) })
    .nullable(),
  lastOut: ParcelNoteSchema.nullable(),
  lastIn: ParcelNoteSchema.nullable(),
})
export type ParcelStatus = z.infer<typeof ParcelStatusSchema>

/** How many of this window's operations went into it, and for which center's server it is sealed. */
export const ExportedSchema = z.strictObject({
  id: UuidSchema,
  file: z.string(),
  receiver: z.string(),
  operations: z.int().min(0),
  bytes: z.int().min(0),
})
export type Exported = z.infer<typeof ExportedSchema>

export const ImportedSchema = z.strictObject({
  id: UuidSchema,
  /** Operations of the center that are new here. */
  operations: z.int().min(0),
  /** Against what is here: `taken_before` = this very parcel, `older` = less than is known already, `nothing_new` = as much. */
  was: z.enum(['new', 'nothing_new', 'taken_before', 'older']),
  /** Own operations that had to be put into a new chain: another parcel has to be brought (SYN-27). */
  exportAgain: z.boolean(),
})
export type Imported = z.infer<typeof ImportedSchema>
