import { z } from 'zod'
import { letterKinds } from '../domain/letters/letter-kind.ts'
import type { PairRow, Pair, SealLine, TemplateBlock, Text, When, WrittenField } from '../domain/letters/template.ts'
import type { TemplateWording } from '../domain/record/template/template-record.ts'
import { text, words } from './primitives.ts'

const factName = words(60)
const condition = words(200)
const when = z.union([condition, z.array(condition).max(10)]) satisfies z.ZodType<When>

/** Texts of a letter by the choice that takes them. */
const byChoice = z.strictObject({ by: factName, texts: z.record(words(60), text(2000)) })

const wording = z.union([
  text(4000),
  z.array(z.union([text(4000), z.strictObject({ when, text: text(4000) }), byChoice])).max(40),
]) satisfies z.ZodType<Text>

const pair = z.tuple([text(100), wording]) satisfies z.ZodType<Pair>
const pairRow = z.strictObject({
  when: when.exactOptional(),
  pairs: z.union([z.tuple([pair]), z.tuple([pair, pair])]),
}) satisfies z.ZodType<PairRow>

const column = z.strictObject({
  title: text(60),
  text: wording,
  width: z.number().min(1).max(200).exactOptional(),
  centered: z.literal(true).exactOptional(),
})

const field = z.strictObject({
  name: words(60),
  lines: z.int().min(1).max(40),
  offers: wording.exactOptional(),
}) satisfies z.ZodType<WrittenField>

const maybe = { when: when.exactOptional() }

const block = z.discriminatedUnion('kind', [
  z.strictObject({ ...maybe, kind: z.enum(['addressee', 'paragraph', 'heading']), text: wording }),
  z.strictObject({ ...maybe, kind: z.literal('pairs'), rows: z.array(pairRow).max(60) }),
  z.strictObject({ ...maybe, kind: z.literal('table'), of: factName, columns: z.array(column).max(12) }),
  z.strictObject({
    ...maybe,
    kind: z.literal('list'),
    of: factName,
    text: wording,
    numbered: z.enum(['chinese', 'arabic', 'none']),
  }),
  z.strictObject({ ...maybe, kind: z.literal('written'), fields: z.array(field).max(20) }),
  z.strictObject({ ...maybe, kind: z.literal('remedies'), of: factName }),
  z.strictObject({ ...maybe, kind: z.literal('limits') }),
  z.strictObject({
    ...maybe,
    kind: z.literal('slip'),
    title: words(100),
    text: wording,
    fields: z.array(field).max(20),
  }),
]) satisfies z.ZodType<TemplateBlock>

const seal = z.strictObject({
  when: when.exactOptional(),
  words: z.tuple([text(60), text(60)]),
}) satisfies z.ZodType<SealLine>

/** The wording of a letter, as a center writes its own. */
export const TemplateWordingSchema = z.strictObject({
  letter: z.enum(letterKinds),
  legalBasis: z.array(words(300)).max(20),
  title: wording,
  number: wording,
  blocks: z.array(block).min(1).max(80),
  closing: z.strictObject({
    organ: wording,
    on: wording,
    seals: z.array(seal).max(10),
    sign: z.array(words(60)).max(6),
  }),
  notes: z.array(wording).max(10),
  second: z
    .strictObject({ language: z.literal('mn-Mong'), title: words(300), lines: z.array(wording).max(80) })
    .nullable(),
}) satisfies z.ZodType<TemplateWording>
