import { z } from 'zod'
import { UuidSchema, words } from '../primitives.ts'

/** A common phrase: of the person who kept it, or of everybody of his organ who works at this device. */
export const PhraseSchema = z.strictObject({ id: UuidSchema, text: z.string(), shared: z.boolean() })
export type Phrase = z.infer<typeof PhraseSchema>

export const PhraseListSchema = z.strictObject({
  phrases: z.array(PhraseSchema),
  /** Whose the shared ones are; null = this person belongs to none, and shares none. */
  organ: z.string().nullable(),
})

export const NewPhraseSchema = z.strictObject({
  text: words(500),
  shared: z.boolean(),
  /** The case in view: its applicant's data are no phrase. */
  caseId: UuidSchema,
})

export const phraseRefusals = ['personal_data', 'too_many', 'no_organ', 'known'] as const
export const PhraseRefusalSchema = z.strictObject({ code: z.enum(phraseRefusals) })
