import { z } from 'zod'
import { CenterCodeSchema, DeviceNoSchema, HashSchema, UuidSchema } from './primitives.ts'
import { PulledOperationSchema } from './sync.ts'
import { ScopeSchema } from './sync-scope.ts'

const entity = z.string().max(120)
const entitiesPerPart = 200

/** SYN-59: what a device that begins is given in the place of the history before it. */
export const SnapshotInputSchema = z.strictObject({
  center: CenterCodeSchema,
  /** Commit number that it is of; 0 = the newest there is, which the answer names. */
  at: z.coerce.number().int().min(0),
  /** Where the part begins: `next` of the part before; empty = the first. */
  part: entity.default(''),
  /** Entities of a part at most. */
  limit: z.coerce.number().int().min(1).max(entitiesPerPart).default(entitiesPerPart),
})
export type SnapshotInput = z.infer<typeof SnapshotInputSchema>

export const SnapshotStateSchema = z.strictObject({
  entity: UuidSchema,
  type: z.enum(['case', 'record']),
  /** Of the device that opened it. */
  deviceNo: DeviceNoSchema,
  /** When anything was done to it last, epoch milliseconds of the server. */
  lastAt: z.int(),
  /** As the operations up to `at` fold to it. */
  state: z.looseObject({ kind: z.string().max(40), version: z.int() }),
})
export type SnapshotState = z.infer<typeof SnapshotStateSchema>

export const SnapshotOutputSchema = z.strictObject({
  epoch: UuidSchema,
  scope: ScopeSchema,
  at: z.int(),
  /** Rolling hash there. */
  head: HashSchema,
  /** Where the next part begins; null = this was the last. */
  next: entity.nullable(),
  states: z.array(SnapshotStateSchema),
  /** Operations up to `at` that are no state: reference data, the device's own, and of what a newer program made. */
  ops: z.array(PulledOperationSchema),
})
export type SnapshotOutput = z.infer<typeof SnapshotOutputSchema>
