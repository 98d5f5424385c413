import { z } from 'zod'
import { type PublicFigures, figureDays } from '../domain/kiosk/public-figures.ts'
import { CenterCodeSchema, PlainDateSchema, UuidSchema, words } from './primitives.ts'

/** BRD-1: what the screen of a hall is told of the work of its center. */
export const FiguresInputSchema = z.strictObject({ center: CenterCodeSchema })
export type FiguresInput = z.infer<typeof FiguresInputSchema>

const count = z.int().min(0)

export const PublicFiguresSchema = z.strictObject({
  asOf: PlainDateSchema,
  days: z
    .array(z.strictObject({ on: PlainDateSchema, received: count, closed: count, handedOver: count, sameDay: count }))
    .length(figureDays),
  organs: z.array(z.strictObject({ organ: words(200), open: count, yellow: count, red: count })).max(1000),
  ratings: z.strictObject({ given: count, good: count }),
}) satisfies z.ZodType<PublicFigures>

export const FiguresOutputSchema = z.strictObject({
  epoch: UuidSchema,
  /** Epoch milliseconds of the server; the figures are those of then. */
  countedAt: z.int(),
  figures: PublicFiguresSchema,
})
export type FiguresOutput = z.infer<typeof FiguresOutputSchema>
