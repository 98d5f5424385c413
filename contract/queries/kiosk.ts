import { z } from 'zod'
import { caseKinds } from '../../domain/case/case-state.ts'
import { publicSteps } from '../../domain/kiosk/public-step.ts'
import { registerNames } from '../../domain/register/registers.ts'
import { PlainDateSchema, text } from '../primitives.ts'
import { CenterSchema, ServiceItemSchema, WindowSchema } from '../reference.ts'
import { PublicEntrySchema } from '../sync-published.ts'

/** What the public terminal shows of itself. */
export const TerminalSchema = z.strictObject({
  /** False: this device is enrolled as something else, or not at all, and shows nothing but that. */
  ready: z.boolean(),
  center: CenterSchema.nullable(),
  /** By name; where to go with what. */
  windows: z.array(WindowSchema),
  /** Legal date in Asia/Shanghai. */
  today: z.string(),
  /** Epoch milliseconds of the last word from the center; null = it was never told anything. */
  toldAt: z.int().nullable(),
})
export type Terminal = z.infer<typeof TerminalSchema>

/** A guide as everybody may read it: without what only whoever examines needs. */
export const GuideSchema = ServiceItemSchema.omit({ phrases: true, joint: true })
export type Guide = z.infer<typeof GuideSchema>

export const ProgressQuestionSchema = z.strictObject({ subject: text(200), lastFour: text(20) })

export const PublicProgressSchema = z.strictObject({
  kind: z.enum(caseKinds),
  step: z.enum(publicSteps),
  receivedOn: PlainDateSchema,
  /** Null = no limit runs. */
  dueOn: PlainDateSchema.nullable(),
  endedOn: PlainDateSchema.nullable(),
})
export type PublicProgress = z.infer<typeof PublicProgressSchema>

/** SYN-91: of what was not found it is not told whether the number or the last four is wrong. */
export const ProgressAnswerSchema = z.union([
  z.strictObject({ found: z.array(PublicProgressSchema) }),
  z.strictObject({ refused: z.literal('not_found') }),
  z.strictObject({ refused: z.literal('wait'), ms: z.int() }),
  z.strictObject({ refused: z.literal('not_ready') }),
])

/** A column of the catalogue by its code, or a public register by its name. */
export const PlaceSchema = z.union([z.enum(registerNames), z.string().regex(/^\d\d(?:-\d\d){0,3}$/)])

/** What lies in each place today, empty ones left out. */
export const PlacesSchema = z.array(z.strictObject({ place: z.string(), count: z.int() }))

export const PublishedListInputSchema = z.strictObject({
  place: PlaceSchema,
  /** Words that must all stand in an entry; '' = all entries. */
  text: text(60),
  skip: z.int().min(0).max(100_000),
})

export const PublishedListSchema = z.strictObject({
  /** Newest first. */
  entries: z.array(PublicEntrySchema),
  more: z.boolean(),
})
