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
  /** The limits that apply (domain/service/limits.ts), in days of `dayUnit`; null = there is none. */
  statutoryDays: z.int().nullable(),
  promisedDays: z.int().nullable(),
  dayUnit: z.enum(['workday', 'day']),
  /** The article that sets `statutoryDays` where the guide states none; null = the guide states them, or there are none. */
  statutoryArticle: z.string().nullable(),
  /** Times this device used it in the last 90 days. */
  used: z.int(),
  marks: z.array(z.tuple([z.int(), z.int()])),
})
export type ItemHit = z.infer<typeof ItemHitSchema>
