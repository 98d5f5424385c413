import { z } from 'zod'
import { words } from './primitives.ts'
import { ServiceItemSchema } from './reference.ts'

// Service items and their guides at the console (CSL-8): each change is the next version; what was published stays as it was.

const count = z.int().min(0)

export const ItemLineSchema = z.strictObject({
  id: z.string(),
  code: z.string().nullable(),
  name: z.string(),
  organ: z.string(),
  kind: z.string(),
  /** Of its guide. */
  version: count,
  promisedDays: z.int().nullable(),
  statutoryDays: z.int().nullable(),
  dayUnit: z.enum(['workday', 'day']),
  withdrawn: z.boolean(),
})
export type ItemLine = z.infer<typeof ItemLineSchema>

export const ItemPageSchema = z.strictObject({
  lines: z.array(ItemLineSchema),
  /** How many there are of what was asked for. */
  all: count,
})
export type ItemPage = z.infer<typeof ItemPageSchema>

/** Where it stood in the history of the center. */
export const ItemStepSchema = z.strictObject({
  /** Epoch milliseconds. */
  at: z.int(),
  what: z.enum(['publish', 'withdraw']),
  /** Of the guide that was published then; null = it was taken back. */
  version: z.int().nullable(),
})

export const ItemPageOfOneSchema = z.strictObject({
  item: ServiceItemSchema,
  withdrawn: z.boolean(),
  /** Newest first, at most 50. */
  history: z.array(ItemStepSchema),
})
export type OneItem = z.infer<typeof ItemPageOfOneSchema>

export const itemInputs = {
  list: z.strictObject({
    /** Part of name, code or organ. */
    text: z.string().max(100),
    from: z.string().regex(/^\d{1,7}$/),
  }),
  one: z.strictObject({ id: words(80) }),
  /** `item.version` is the one that was seen: a newer one refuses it. */
  publish: z.strictObject({ item: ServiceItemSchema }),
  withdraw: z.strictObject({ id: words(80), version: z.int().min(1) }),
}
