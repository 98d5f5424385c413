import { eventIterator } from '@orpc/contract'
import { z } from 'zod'

/** How far something long has come, in cases; `total` 0 = nobody knows how many there are. */
const ProgressSchema = z.strictObject({ kind: z.literal('progress'), done: z.int().min(0), total: z.int().min(0) })
export type RunProgress = z.infer<typeof ProgressSchema>

/** Something that takes a while: tells how far it has come, then what came of it. Whoever stops listening cancels it. */
export const runOf = <V extends z.ZodType>(value: V) =>
  eventIterator(z.discriminatedUnion('kind', [ProgressSchema, z.strictObject({ kind: z.literal('done'), value })]))
