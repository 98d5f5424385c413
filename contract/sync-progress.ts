import { z } from 'zod'
import { caseKinds } from '../domain/case/case-state.ts'
import { publicSteps } from '../domain/kiosk/public-step.ts'
import { CenterCodeSchema, HashSchema, PlainDateSchema, UuidSchema } from './primitives.ts'

/** SYN-90: what a public terminal is told of the center's matters. */
export const ProgressInputSchema = z.strictObject({
  center: CenterCodeSchema,
  /** Commit number up to which it was told; 0 = of nothing. */
  after: z.coerce.number().int().min(0),
})
export type ProgressInput = z.infer<typeof ProgressInputSchema>

export const ProgressRowSchema = z.strictObject({
  /** Keyed hash of the matter's id: a row that comes again takes the place of the one before. */
  id: HashSchema,
  /** Keyed hashes of what it is looked up by (domain/kiosk/progress-proof.ts). */
  hashes: z.array(HashSchema).min(1).max(6),
  kind: z.enum(caseKinds),
  step: z.enum(publicSteps),
  receivedOn: PlainDateSchema,
  /** By when it is to be decided; null = no limit runs. */
  dueOn: PlainDateSchema.nullable(),
  endedOn: PlainDateSchema.nullable(),
})
export type ProgressRow = z.infer<typeof ProgressRowSchema>

export const ProgressOutputSchema = z.strictObject({
  epoch: UuidSchema,
  /** The center's own, in base64: hashes of one center say nothing at another. */
  key: z.base64().max(64),
  /** By which rules the rows are made; other ones than before = everything is told anew. */
  rules: z.string().max(60),
  /** Commit number that the answer reaches, and the newest. */
  upTo: z.int(),
  head: z.int(),
  rows: z.array(ProgressRowSchema),
  /** Rows that are told no more. */
  gone: z.array(HashSchema),
})
export type ProgressOutput = z.infer<typeof ProgressOutputSchema>
