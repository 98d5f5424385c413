import { z } from 'zod'
import { conflictStates, conflictWays } from '../../domain/record/conflict/conflict-record.ts'
import { UuidSchema, text } from '../primitives.ts'

const act = z.strictObject({
  op: z.string(),
  kind: z.string(),
  at: z.int(),
  actorName: z.string().nullable(),
  deviceNo: z.string(),
})

/** An act that did not take effect, and all that was built on it: one task. */
export const ConflictRowSchema = z.strictObject({
  ...act.shape,
  /** Null = about no case that is known here. */
  caseNo: z.string().nullable(),
  title: z.string().nullable(),
  verdict: z.string(),
  reason: z.string().nullable(),
  dependents: z.int(),
  /** Null = nobody has said anything yet. */
  state: z.enum(conflictStates).nullable(),
})
export type ConflictRow = z.infer<typeof ConflictRowSchema>

const leaf = z.union([z.string(), z.number(), z.boolean(), z.null()]).optional()

export const ConflictViewSchema = z.strictObject({
  row: ConflictRowSchema,
  /** What is in force instead; null = nothing: a rule was against it. */
  theirs: act.nullable(),
  /** Leaves in which the two versions differ, people masked. */
  fields: z.array(
    z.strictObject({ path: z.string(), line: z.string().nullable(), base: leaf, mine: leaf, theirs: leaf }),
  ),
  dependents: z.array(act),
  /** Why a supervisor was asked. */
  referral: z.string().nullable(),
  /** False when the act could not be done again as things stand; `resubmit` would be refused. */
  canResubmit: z.boolean(),
})
export type ConflictView = z.infer<typeof ConflictViewSchema>

export const SettleInputSchema = z.strictObject({
  op: UuidSchema,
  way: z.enum([...conflictWays, 'refer']),
  reason: text(1000),
})
export type SettleInput = z.infer<typeof SettleInputSchema>
