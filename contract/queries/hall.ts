import { z } from 'zod'
import { PlainDateSchema } from '../primitives.ts'
import { PublicFiguresSchema } from '../sync-figures.ts'

/** BRD-1: all that the screen of a hall shows. What is not here cannot be on it: no matter, no person, no number of either. */
export const HallSchema = z.strictObject({
  /** False: this device is enrolled as something else, or not at all, and shows nothing but that. */
  ready: z.boolean(),
  center: z
    .strictObject({ name: z.string(), phone: z.string().nullable(), supervisePhone: z.string().nullable() })
    .nullable(),
  /** Counts, and when the server counted them (epoch milliseconds); null = it was never told any. */
  counted: z.strictObject({ at: z.int(), figures: PublicFiguresSchema }).nullable(),
  /** Epoch milliseconds of the last word from the center; null = there was none. */
  toldAt: z.int().nullable(),
  windows: z.array(
    z.strictObject({
      name: z.string(),
      /** Departments served there; empty = all. */
      organs: z.array(z.string()),
    }),
  ),
  /** Items that are offered today and have a limit, by name. */
  promises: z.array(
    z.strictObject({
      name: z.string(),
      organ: z.string(),
      /** The center's own promise, where there is one, else what the law gives. */
      limit: z.union([
        z.strictObject({ of: z.literal('instant') }),
        z.strictObject({ of: z.enum(['promised', 'statutory']), days: z.int(), unit: z.enum(['workday', 'day']) }),
      ]),
    }),
  ),
  /** Published information, the newest first. */
  notices: z.array(z.strictObject({ title: z.string(), organ: z.string(), madeOn: PlainDateSchema })),
})
export type Hall = z.infer<typeof HallSchema>
