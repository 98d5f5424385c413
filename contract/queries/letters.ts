import { z } from 'zod'
import type { CaseState } from '../../domain/case/case-state.ts'
import type { LetterContent } from '../../domain/letters/content.ts'
import { letterKinds } from '../../domain/letters/letter-kind.ts'
import { PlainDateSchema, UuidSchema, words } from '../primitives.ts'
import { CenterSchema, WindowSchema } from '../reference.ts'

const letter = z.enum(letterKinds)
/** `n` of a numbered letter. */
const nth = z.int().min(1).max(10_000)

/** A letter of a case, of a record (a mandate, a task …), or the guide of an item. */
export const LetterRequestSchema = z.union([
  z.strictObject({ caseId: UuidSchema, letter, document: nth.exactOptional() }),
  z.strictObject({ recordId: UuidSchema, letter, document: nth.exactOptional() }),
  z.strictObject({ itemId: words(80), letter: z.literal('guide_booklet') }),
])
export type LetterRequest = z.infer<typeof LetterRequestSchema>

/** What bar code, QR and the name of the file say: the number of the case, or of the record or item in its place. */
export const LetterKeySchema = z.string().regex(/^[0-9A-Za-z-]{3,60}$/)

/** All that a letter needs. Personal data is as the letter must show it. */
export const LetterDataSchema = z.strictObject({
  letter,
  content: z.custom<LetterContent>((value) => typeof value === 'object' && value !== null),
  key: LetterKeySchema,
  /** Voided: it is shown with a mark and not printed. */
  voided: z.boolean(),
  /** The case that the letter is about, for its limits; null = another matter. */
  state: z.custom<CaseState>((value) => typeof value === 'object' && value !== null).nullable(),
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
