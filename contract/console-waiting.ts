import { z } from 'zod'
import { DeviceNoSchema } from './primitives.ts'

// What waits for a person's decision (CSL-11): acts that a device sent after it was put out of use, and devices of which there are two.

const count = z.int().min(0)

export const WaitingIntakeSchema = z.strictObject({
  deviceNo: DeviceNoSchema,
  /** Of its window; empty where the center has none of this number any more. */
  name: z.string(),
  operations: count,
  /** Epoch milliseconds. */
  receivedAt: z.int(),
  /** The first of them, in their order: what they are, and never what they say. */
  acts: z.array(
    z.strictObject({
      seq: z.int().min(1),
      kind: z.string().nullable(),
      doneAt: z.int().nullable(),
      caseNo: z.string().nullable(),
    }),
  ),
})
export type WaitingIntake = z.infer<typeof WaitingIntakeSchema>

export const incarnationStates = ['active', 'waiting', 'superseded'] as const

export const CopiedDeviceSchema = z.strictObject({
  deviceNo: DeviceNoSchema,
  name: z.string(),
  /** Oldest first. */
  copies: z.array(
    z.strictObject({
      inc: z.string(),
      state: z.enum(incarnationStates),
      /** Acts that were taken from it. */
      operations: count,
      seenAt: z.int(),
    }),
  ),
})
export type CopiedDevice = z.infer<typeof CopiedDeviceSchema>

export const WaitingSchema = z.strictObject({
  intakes: z.array(WaitingIntakeSchema),
  devices: z.array(CopiedDeviceSchema),
})
export type Waiting = z.infer<typeof WaitingSchema>

export const waitingInputs = {
  decide: z.strictObject({ deviceNo: DeviceNoSchema, decision: z.enum(['apply', 'discard']) }),
  confirm: z.strictObject({ deviceNo: DeviceNoSchema, inc: z.uuid() }),
}
