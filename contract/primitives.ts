import { z } from 'zod'
import type { PlainDate } from '../domain/plain-date.ts'
import { isPlainDate } from '../domain/plain-date.ts'
import { type Article, findArticleParts } from '../domain/law/article.ts'

/** A legal date, `YYYY-MM-DD`, that exists on the calendar. */
export const PlainDateSchema = z.custom<PlainDate>((value) => typeof value === 'string' && isPlainDate(value), {
  message: 'not a date YYYY-MM-DD',
})

/** Cites one of the laws that the program knows, e.g. `ogi2019:16(2)`. */
export const ArticleSchema = z.custom<Article>(
  (value) => typeof value === 'string' && findArticleParts(value) !== null,
  {
    message: 'not an article',
  },
)

/** UUIDv7 of an operation, a case, a device or an incarnation; lower case. */
export const UuidSchema = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[47][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)

/** SHA-256 as lower-case hex. */
export const HashSchema = z.string().regex(/^[0-9a-f]{64}$/)

/** Division code of the center, six digits (GB/T 2260). */
export const CenterCodeSchema = z.string().regex(/^\d{6}$/)

/** A value of the hybrid clock, `mmmmmmmmmmmm-cccc-device`: sorts as text. */
export const StampSchema = z.string().regex(/^[0-9a-f]{12}-[0-9a-f]{4}-[A-Z]\d{2,4}$/)

/** Names a time that the server has vouched for (SYN-68). */
export const TimeTokenIdSchema = z.string().regex(/^[A-Za-z0-9_-]{16}$/)

/** What a person signs in with. */
export const LoginSchema = z.string().regex(/^[a-z0-9._-]{2,40}$/)

/** Short device number, unique in its center; part of every case number, e.g. `W03`, `A12`. */
export const DeviceNoSchema = z.string().regex(/^[A-Z]\d{2,4}$/)

/** `990123-20261122-W03-0012` (sync.md 2.1). */
export const CaseNoSchema = z.string().regex(/^\d{6}-\d{8}-[A-Z]\d{2,4}-\d{4,6}$/)

/**
 * Text that a person typed: trimmed by the sender, no control characters other than line breaks and tabs, no half of a surrogate
 * pair (PostgreSQL and UTF-8 know none).
 */
export const text = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^(?:[\t\n\r]|[^\p{Cc}\p{Cs}])*$/u, { message: 'control characters' })

export const words = (max: number) => text(max).min(1)
