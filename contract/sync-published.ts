import { z } from 'zod'
import type { PublicEntry, PublicSpan } from '../domain/kiosk/public-entry.ts'
import { decisionChanges, validities } from '../domain/record/publication/publication-record.ts'
import { registerNames } from '../domain/register/registers.ts'
import { CenterCodeSchema, HashSchema, PlainDateSchema, UuidSchema, text } from './primitives.ts'

/** SYN-100: what a public terminal is given to read. */
export const PublishedInputSchema = z.strictObject({
  center: CenterCodeSchema,
  /** Commit number up to which it was given; 0 = nothing. */
  after: z.coerce.number().int().min(0),
})
export type PublishedInput = z.infer<typeof PublishedInputSchema>

/** Longer than any act may make one. */
const words = text(20_000)

export const PublicEntrySchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('information'),
    indexNo: words,
    category: words,
    title: words,
    summary: words,
    documentNo: words.nullable(),
    organ: words,
    madeOn: PlainDateSchema,
    keywords: z.array(words).max(100).readonly(),
    link: words.nullable(),
    validity: z.enum(validities).nullable(),
    interpretations: z
      .array(z.strictObject({ title: words, link: words }))
      .max(1000)
      .readonly(),
    decisionChanged: z.enum(decisionChanges).nullable(),
  }),
  z.strictObject({
    type: z.literal('register'),
    register: z.enum(registerNames),
    values: z.record(z.string().max(60), z.union([words, z.int(), z.null()])).readonly(),
  }),
]) satisfies z.ZodType<PublicEntry>

const PublicSpanSchema = z.strictObject({
  from: PlainDateSchema,
  until: PlainDateSchema.nullable(),
  entry: PublicEntrySchema,
}) satisfies z.ZodType<PublicSpan>

/** A row that comes again takes the place of the one before. */
export const PublishedRowSchema = z.strictObject({
  /** Keyed hash of the entry's id. */
  id: HashSchema,
  spans: z.array(PublicSpanSchema).min(1).max(1000).readonly(),
})
export type PublishedRow = z.infer<typeof PublishedRowSchema>

export const PublishedOutputSchema = z.strictObject({
  epoch: UuidSchema,
  /** By which rules the rows are made; other ones than before = everything is given anew. */
  rules: z.string().max(60),
  /** Commit number that the answer reaches, and the newest. */
  upTo: z.int(),
  head: z.int(),
  rows: z.array(PublishedRowSchema),
  /** Rows that are shown no more. */
  gone: z.array(HashSchema),
})
export type PublishedOutput = z.infer<typeof PublishedOutputSchema>
