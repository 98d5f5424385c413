import { z } from 'zod'
import { CenterCodeSchema } from './primitives.ts'

/** SYN-54: that a center's history has grown, and how far. Nothing of what was done. */
export const NewsSchema = z.strictObject({ center: CenterCodeSchema, head: z.int().min(0) })
export type News = z.infer<typeof NewsSchema>

export const newsPath = '/sync/v1/news'

/** A line of it comes at least this often, so that a line that was cut without a word is noticed. */
export const newsPulseMs = 20_000

/** One event of the stream (text/event-stream). */
export const newsEvent = (news: News): string => `event: news\ndata: ${JSON.stringify(news)}\n\n`
export const newsPulse = ':\n\n'
