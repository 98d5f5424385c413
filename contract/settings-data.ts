import { z } from 'zod'
import { taskKinds } from '../domain/record/task/task-kinds.ts'
import type { CenterSettings, SettingsSet, SettingsTopic } from '../domain/settings/center-settings.ts'
import { indicators } from '../domain/supervision/assessment/assessment-rules.ts'
import { signalLevels } from '../domain/supervision/rule.ts'
import { obligations } from '../domain/supervision/subject-facts.ts'
import { ArticleSchema, words } from './primitives.ts'

/** Working days, calendar days or months of a promise: never none, never more than a year of them. */
const span = z.int().min(1).max(366)
const ownLimit = z.strictObject({ days: span, extensionMax: z.int().min(0).max(366) })
const percent = z.int().min(0).max(100)

const TriggerSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('days_left'), days: z.int().min(0).max(60) }),
  z.strictObject({ kind: z.literal('elapsed'), percent: z.int().min(1).max(100) }),
  z.strictObject({ kind: z.literal('promise_passed') }),
  z.strictObject({ kind: z.literal('statutory_passed') }),
  z.strictObject({ kind: z.literal('owed_late'), what: z.enum(obligations) }),
  z.strictObject({ kind: z.literal('unlawful_charge') }),
  z.strictObject({ kind: z.literal('refused_without_reasons') }),
])

const RuleSchema = z.strictObject({
  id: z.string().regex(/^[A-Z]{2}-\d{2,3}$/),
  level: z.enum(signalLevels).nullable(),
  trigger: TriggerSchema,
  article: ArticleSchema.nullable(),
})

const limits = z.strictObject({ verify: span.nullable(), feedback: span.nullable(), answer: span })

/** The numbers of every topic that a center sets itself. */
export const settingsSchemas: { readonly [T in SettingsTopic]: z.ZodType<CenterSettings[T]> } = {
  supervision: z.strictObject({
    remainingDays: z.int().min(0).max(60),
    elapsedPercent: z.int().min(1).max(100),
    rules: z.array(RuleSchema).min(1).max(100),
  }),
  assessment: z.strictObject({
    weights: z.strictObject(
      Object.fromEntries(indicators.map((indicator) => [indicator, percent])),
    ) as unknown as z.ZodType<CenterSettings['assessment']['weights']>,
    yellowDeduction: percent,
    redDeduction: percent,
    fullCompression: percent,
    thresholds: z.strictObject({ excellent: percent, good: percent, qualified: percent }),
  }),
  tasks: z.strictObject(Object.fromEntries(taskKinds.map((task) => [task, limits]))) as unknown as z.ZodType<
    CenterSettings['tasks']
  >,
  consultation: z.strictObject({ answer: ownLimit, feedbackDays: span }),
  complaint: z.strictObject({ acceptance: ownLimit, handling: ownLimit, feedbackDays: span, followUpDays: span }),
  disclosure: z.strictObject({
    confirmationDays: span,
    paymentDays: span.nullable(),
    maxDelayDays: span.exactOptional(),
  }),
  proactive: z.strictObject({ reviewWithin: span, interpretWithin: span, depositMonths: z.int().min(1).max(120) }),
  remedies: z.strictObject({
    reviewers: z.array(z.strictObject({ organ: words(100), reconsiderationOrgan: words(100) })).max(200),
  }),
}

// The keys of a constant record are its type's keys.
const topics = Object.keys(settingsSchemas) as SettingsTopic[]
const [first, ...rest] = topics.map((topic) =>
  z.strictObject({ topic: z.literal(topic), values: settingsSchemas[topic] }),
)
if (first === undefined) throw new Error('no topics')

// Put together from `settingsSchemas`, which the compiler has held to the domain.
export const SettingsSetSchema = z.discriminatedUnion('topic', [first, ...rest]) as unknown as z.ZodType<SettingsSet>
