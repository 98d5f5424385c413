import { z } from 'zod'
import type { Attachment } from '../../domain/attachment/attachment.ts'
import type { CaseState } from '../../domain/case/case-state.ts'
import { type CaseStatus, caseKinds, caseStates } from '../../domain/case/case-state.ts'
import { ratingChannels, ratingLevels, ratingTags } from '../../domain/rating/rating.ts'
import { linkKinds } from '../../domain/case/case-common.ts'
import { flags } from '../../domain/case/flags.ts'
import { PlainDateSchema, UuidSchema, text, words } from '../primitives.ts'

/** The words for states of all kinds; one word in two kinds reads the same to a person. */
export const caseStatuses: readonly CaseStatus[] = [...new Set(Object.values(caseStates).flat())]

/** What the legal time of an open case must be: over, ending within so many working days (0 = today), or standing still. */
export const CaseLimitSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('overdue') }),
  z.strictObject({ kind: z.literal('within'), days: z.int().min(0).max(60) }),
  z.strictObject({ kind: z.literal('paused') }),
])

const some = z.array(words(200)).max(50)

/** Further filters; empty arrays and nulls filter nothing, values of one field are alternatives. */
export const CaseWhereSchema = z.strictObject({
  organs: some,
  /** Ids of service items. */
  items: some,
  /** Names of those who have the case in hand. */
  handlers: some,
  /** Numbers of the devices that took it in. */
  devices: some,
  villages: some,
  /** Null = any. Anything else leaves open cases alone. */
  limit: CaseLimitSchema.nullable(),
  /** Days of receipt, both included. */
  receivedFrom: PlainDateSchema.nullable(),
  receivedTo: PlainDateSchema.nullable(),
})
export type CaseWhere = z.infer<typeof CaseWhereSchema>

/** What the cases on file can be filtered by, the smallest first. */
export const CaseChoicesSchema = z.strictObject({
  organs: z.array(z.string()),
  handlers: z.array(z.string()),
  villages: z.array(z.string()),
  devices: z.array(z.string()),
  /** Items with their name; null = nobody has asked for it yet, only about it. */
  items: z.array(z.strictObject({ id: z.string(), name: z.string().nullable() })),
})
export type CaseChoices = z.infer<typeof CaseChoicesSchema>

/** Filters of the list; empty arrays filter nothing. `cursor` is opaque and comes from the page before. */
export const CaseListInputSchema = z.strictObject({
  text: text(100),
  kinds: z.array(z.enum(caseKinds)),
  statuses: z.array(z.enum(caseStatuses)),
  openOnly: z.boolean(),
  /** Absent = nothing more. */
  where: CaseWhereSchema.exactOptional(),
  /** `due` = most urgent first, `newest` = latest intake first. A search text always lists newest first. */
  order: z.enum(['due', 'newest']),
  cursor: z.string().max(200).nullable(),
  limit: z.int().min(1).max(200),
})
export type CaseListInput = z.infer<typeof CaseListInputSchema>

/** One row of the list; personal data is masked here already. */
export const CaseRowSchema = z.strictObject({
  id: UuidSchema,
  caseNo: z.string(),
  kind: z.enum(caseKinds),
  status: z.enum(caseStatuses),
  title: z.string(),
  applicant: z.string(),
  organ: z.string(),
  arrivedOn: z.string(),
  /** Day the clock runs from; null while none runs. With the due dates it tells the legal time state. */
  clockStart: z.string().nullable(),
  statutoryDue: z.string().nullable(),
  promisedDue: z.string().nullable(),
  provisional: z.boolean(),
  closedOn: z.string().nullable(),
  /** A pause of the clock is open. */
  paused: z.boolean(),
  /** Who has it in hand; null = nobody yet. */
  handler: z.string().nullable(),
  deviceNo: z.string(),
  /** Where the newest operation of the case is: `pending` = only here. */
  sync: z.enum(['pending', 'committed', 'conflict']),
})
export type CaseRow = z.infer<typeof CaseRowSchema>

export const CaseListSchema = z.strictObject({
  rows: z.array(CaseRowSchema),
  next: z.string().nullable(),
  /**
   * Cases in all, counted up to 1,000; hits of a search up to 200 or, where they have to be read to be sure, to the end of the page, 50 at
   * least. `more` = there are more than that.
   */
  total: z.int(),
  more: z.boolean(),
})
export type CaseList = z.infer<typeof CaseListSchema>

/** One line of the timeline. `summary` params are data; the wording is the page's. */
export const TimelineEntrySchema = z.strictObject({
  op: UuidSchema,
  kind: z.string(),
  at: z.int(),
  actor: z.string(),
  actorName: z.string().nullable(),
  deviceNo: z.string(),
  /** Epoch milliseconds when the server committed it, null = not yet. */
  committedAt: z.int().nullable(),
  verdict: z.string().nullable(),
  data: z.record(z.string(), z.unknown()),
})
export type TimelineEntry = z.infer<typeof TimelineEntrySchema>

/** The folded state, masked as the role needs; `state` is the domain's `CaseState`. */
export const CaseDetailSchema = z.strictObject({
  state: z.custom<CaseState>((value) => typeof value === 'object' && value !== null),
  deviceNo: z.string(),
  sync: z.enum(['pending', 'committed', 'conflict']),
  timeline: z.array(TimelineEntrySchema),
  /** As far as the viewer may see it: from whoever serves the resident, level and words are sealed. */
  rating: z
    .strictObject({
      channel: z.enum(ratingChannels),
      on: PlainDateSchema,
      level: z.union(ratingLevels.map((level) => z.literal(level))).nullable(),
      tags: z.array(z.enum(ratingTags)).nullable(),
      comment: z.string().nullable(),
      anonymous: z.boolean(),
    })
    .nullable(),
  flags: z.array(z.enum(flags)),
  /** Files of entries that became its aliases, under the number they were attached to; absent = none. */
  aliasFiles: z
    .array(
      z.strictObject({
        caseNo: z.string(),
        file: z.custom<Attachment>((value) => typeof value === 'object' && value !== null),
      }),
    )
    .exactOptional(),
  /** Other cases that it names; one that has not come to this device is known by nothing but its link. */
  links: z.array(
    z.strictObject({
      kind: z.enum(linkKinds),
      id: UuidSchema,
      found: z.strictObject({ caseNo: z.string(), title: z.string(), status: z.enum(caseStatuses) }).nullable(),
    }),
  ),
  today: PlainDateSchema,
})
export type CaseDetail = z.infer<typeof CaseDetailSchema>
