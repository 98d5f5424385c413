import { z } from 'zod'
import type { CaseState } from '../../domain/case/case-state.ts'
import { letterKinds } from '../../domain/letters/letter-kind.ts'
import { PlainDateSchema } from '../primitives.ts'
import { CenterSchema, WindowSchema } from '../reference.ts'

/** All that a letter needs. Personal data is as the letter must show it. */
export const LetterDataSchema = z.strictObject({
  letter: z.enum(letterKinds),
  state: z.custom<CaseState>((value) => typeof value === 'object' && value !== null),
  center: CenterSchema,
  window: WindowSchema.nullable(),
  clerkName: z.string(),
  deviceNo: z.string(),
  today: PlainDateSchema,
  /** Epoch milliseconds of this print, for the footer. */
  printedAt: z.int(),
  /** 1 = first print. */
  printNo: z.int(),
})
export type LetterData = z.infer<typeof LetterDataSchema>
