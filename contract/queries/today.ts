import { z } from 'zod'
import type { CaseActKind } from '../../domain/case/case-act.ts'
import { legalTimeStates } from '../../domain/clock/legal-time-state.ts'
import { queueGroups } from '../../domain/case/queue.ts'
import { PlainDateSchema, UuidSchema } from '../primitives.ts'
import { CaseRowSchema } from './cases.ts'

/** Whose cases: those one has acted on, those opened at this device, those of one's organs, or all that is here. */
export const queueScopes = ['mine', 'window', 'organ', 'center'] as const
export type QueueScopeName = (typeof queueScopes)[number]

export const TodayInputSchema = z.strictObject({
  /** Null = what suits the role. */
  whose: z.enum(queueScopes).nullable(),
  /** Cases that stood in the queue when it was opened, with their place: they keep it when they are dealt with. */
  stood: z.array(z.strictObject({ id: UuidSchema, group: z.enum(queueGroups) })).max(500),
})
export type TodayInput = z.infer<typeof TodayInputSchema>

/** One line of the queue; personal data is masked here already. */
export const QueueRowSchema = z.strictObject({
  ...CaseRowSchema.shape,
  time: z.enum(legalTimeStates),
  /** The limit that has to be kept now; where it is not near, the day of what is owed next. Null = no day. */
  day: PlainDateSchema.nullable(),
  /** Working days to it: 0 on the day, negative when it is over. */
  left: z.int().nullable(),
  /** What most cases need next, of what this role does. */
  next: z.custom<CaseActKind>((value) => typeof value === 'string').nullable(),
  /** Dealt with since the queue was opened: it keeps its place. Epoch milliseconds of its newest operation. */
  handledAt: z.int().nullable(),
})
export type QueueRow = z.infer<typeof QueueRowSchema>

export const TodaySchema = z.strictObject({
  /** The choices that there are for this person at this desk, and the one that is shown. */
  scopes: z.array(z.enum(queueScopes)),
  whose: z.enum(queueScopes),
  groups: z.array(
    z.strictObject({
      group: z.enum(queueGroups),
      rows: z.array(QueueRowSchema),
      /** Open ones in all, as far as counted; `more` = there are more than that. */
      total: z.int(),
      more: z.boolean(),
    }),
  ),
  /** Done at this device today. `since` = epoch milliseconds of the first act. */
  done: z.strictObject({
    since: z.int().nullable(),
    received: z.int(),
    accepted: z.int(),
    noticed: z.int(),
    handedOver: z.int(),
  }),
  /** Limits that end on the next working days. */
  ahead: z.array(z.strictObject({ day: PlainDateSchema, count: z.int() })),
})
export type Today = z.infer<typeof TodaySchema>
