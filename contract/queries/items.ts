import { z } from 'zod'
import { handlings } from '../../domain/service/service-item.ts'

/** One line of the item picker. `marks` are [from, length] stretches of `name` that matched, in UTF-16 units. */
export const ItemHitSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  code: z.string().nullable(),
  kind: z.string(),
  organ: z.string(),
  handling: z.enum(handlings),
  statutoryDays: z.int().nullable(),
  promisedDays: z.int().nullable(),
  /** Times this device used it in the last 90 days. */
  used: z.int(),
  marks: z.array(z.tuple([z.int(), z.int()])),
})
export type ItemHit = z.infer<typeof ItemHitSchema>
