import { z } from 'zod'
import { NoticeSchema } from './acts/calendar-acts.ts'
import { PlainDateSchema } from './primitives.ts'
import type { HolidayNotice } from '../domain/calendar/calendar-version.ts'
import { type Result, err, ok } from '../domain/result.ts'

/** Why a file is no arrangement. `path` = where in it. */
export type NoticeProblem =
  | { readonly code: 'not_json' }
  | { readonly code: 'not_a_notice'; readonly path: string }
  /** A year's file exists before the arrangement is published, with no day in it. */
  | { readonly code: 'not_published_yet'; readonly year: number }

/** The day lists of the public holiday-cn data (MIT): one file a year. */
const HolidayCnSchema = z.object({
  year: z.int().min(2000).max(2100),
  papers: z.array(z.string().max(300)).max(20),
  days: z.array(z.object({ name: z.string().max(40), date: PlainDateSchema, isOffDay: z.boolean() })).max(200),
})

/** Our own form of a notice, or a year of holiday-cn; `today` stands for the day of publication, which the latter does not tell. */
export const readNotice = (text: string, today: string): Result<HolidayNotice, NoticeProblem> => {
  const json = parse(text)
  if (json === undefined) return err({ code: 'not_json' })
  const own = NoticeSchema.safeParse(json)
  if (own.success) return ok(own.data)
  const theirs = HolidayCnSchema.safeParse(json)
  if (!theirs.success) return err({ code: 'not_a_notice', path: own.error.issues[0]?.path.join('.') ?? '' })
  const { year, papers, days } = theirs.data
  if (days.length === 0) return err({ code: 'not_published_yet', year })
  return ok({
    id: `${year}-1`,
    year,
    number: null,
    publishedOn: today,
    url: papers[0] ?? 'holiday-cn',
    origin: 'holiday-cn',
    days: days.map(({ name, date, isOffDay }) => ({ date, name, kind: isOffDay ? 'off' : 'work' })),
  })
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
