import { z } from 'zod'
import type { FieldProblem, Refusal } from '../domain/case/refusal.ts'
import { type Article, findArticleParts } from '../domain/law/article.ts'
import { fieldProblemCodes, refusalCodes } from '../domain/case/refusal.ts'

export const FieldProblemSchema = z.strictObject({
  field: z.string(),
  code: z.enum(fieldProblemCodes),
}) satisfies z.ZodType<FieldProblem>

export const RefusalSchema = z.strictObject({
  code: z.enum(refusalCodes),
  article: z.custom<Article>((value) => typeof value === 'string' && findArticleParts(value) !== null).nullable(),
  fields: z.array(FieldProblemSchema),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
}) satisfies z.ZodType<Refusal>

/** `{ ok: true, value }` or `{ ok: false, error }` over any channel. */
export const resultOf = <V extends z.ZodType, E extends z.ZodType>(value: V, error: E) =>
  z.discriminatedUnion('ok', [
    z.strictObject({ ok: z.literal(true), value }),
    z.strictObject({ ok: z.literal(false), error }),
  ])
