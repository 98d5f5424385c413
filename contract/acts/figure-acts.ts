import { z } from 'zod'
import { type FigureAct, figureCells } from '../../domain/record/figure/figure-record.ts'
import { text, words } from '../primitives.ts'
import type { ActFields } from './act-fields.ts'

const counts = z.array(z.int().min(0)).min(1).max(3)
const reason = text(1000)

/** Fields of every act on a figure that an organ states for the annual report. */
export const figureActFields = {
  'figure.state': z.strictObject({
    year: z.int().min(1949).max(9999),
    cell: z.enum(figureCells),
    organ: words(100),
    counts,
    basis: words(400),
  }),
  'figure.correct': z.strictObject({ counts, basis: words(400), reason }),
  'figure.withdraw': z.strictObject({ reason }),
} as const satisfies ActFields<FigureAct>
