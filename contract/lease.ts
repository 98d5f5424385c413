import { z } from 'zod'
import { PlainDateSchema, words } from './primitives.ts'

/** SYN-72: numbers of a series that this device alone gives out, so that a center has one running number without a network. */
export const NumberBlockSchema = z.strictObject({
  from: z.int().min(1),
  to: z.int().min(1),
  /** The last day on which it gives out any. */
  expiresOn: PlainDateSchema,
})
export type NumberBlock = z.infer<typeof NumberBlockSchema>

export const LeaseInputSchema = z.strictObject({
  /** Mark of a series of letters, `公复`. */
  series: words(10),
  year: z.int().min(2000).max(9999),
  /** How many are wished for; the center says how many there are at most. */
  count: z.int().min(1).max(1000),
  /** Last number of the newest block that the device has; 0 = it has none. */
  after: z.int().min(0),
  /** How many of it are left. */
  left: z.int().min(0),
})
export type LeaseInput = z.infer<typeof LeaseInputSchema>
/** Null = the center has no running numbers in this series. */
export const LeaseOutputSchema = z.strictObject({ block: NumberBlockSchema.nullable() })
export type LeaseOutput = z.infer<typeof LeaseOutputSchema>
