import { z } from 'zod'

/** What the frame shows of sync. Times are epoch milliseconds. */
export const SyncStatusSchema = z.strictObject({
  state: z.enum(['not_enrolled', 'offline', 'sending', 'idle', 'refused']),
  /** Own operations the server has not committed yet. */
  waiting: z.int(),
  /** Operations with a verdict a person must look at. */
  attention: z.int(),
  lastContactAt: z.int().nullable(),
  lastError: z.strictObject({ code: z.string(), at: z.int() }).nullable(),
  nextTryAt: z.int().nullable(),
})
export type SyncStatus = z.infer<typeof SyncStatusSchema>

export const SyncReportSchema = z.strictObject({
  status: SyncStatusSchema,
  server: z.string().nullable(),
  waiting: z.array(z.strictObject({ op: z.string(), kind: z.string(), caseNo: z.string().nullable(), at: z.int() })),
  attention: z.array(
    z.strictObject({
      op: z.string(),
      kind: z.string(),
      caseNo: z.string().nullable(),
      at: z.int(),
      verdict: z.string(),
      reason: z.string().nullable(),
    }),
  ),
})
export type SyncReport = z.infer<typeof SyncReportSchema>
