import { z } from 'zod'
import type { CalendarAct } from '../../domain/record/calendar/calendar-record.ts'
import { PlainDateSchema, text, words } from '../primitives.ts'
import type { ActFields } from './act-fields.ts'

/** One published arrangement (国务院办公厅关于部分节假日安排的通知). */
export const NoticeSchema = z.strictObject({
  id: words(20),
  year: z.int().min(2000).max(2100),
  number: text(60).nullable(),
  publishedOn: z.string().max(10),
  url: text(300),
  origin: text(200),
  days: z.array(z.strictObject({ date: PlainDateSchema, kind: z.enum(['off', 'work']), name: words(40) })).max(200),
  scope: z.literal('regional').exactOptional(),
})

/** Fields of every act on a holiday arrangement. */
export const calendarActFields = {
  'calendar.import': z.strictObject({ notice: NoticeSchema }),
  'calendar.activate': z.strictObject({ moved: z.int().min(0) }),
  'calendar.supersede': z.strictObject({ by: words(20) }),
  'calendar.withdraw': z.strictObject({ reason: text(1000) }),
} as const satisfies ActFields<CalendarAct>
