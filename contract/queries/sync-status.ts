import { z } from 'zod'
import { HashSchema } from '../primitives.ts'

/** What the frame shows of sync. Times are epoch milliseconds. */
export const SyncStatusSchema = z.strictObject({
  state: z.enum(['not_enrolled', 'offline', 'sending', 'idle', 'recollecting', 'revoked', 'refused']),
  /** Own operations the server has not committed yet. */
  waiting: z.int(),
  /** Of those: sent, and the line broke before an answer. The server may have them or not; they are sent again. */
  unconfirmed: z.int(),
  /** What this device still owes a server that was restored: own operations and those of others that it lost. */
  left: z.int(),
  /** Operations a minute that the server has confirmed of late, and when the rest is done at that; null while nothing moves. */
  perMinute: z.int().nullable(),
  etaSeconds: z.int().nullable(),
  /** Operations with a verdict a person must look at. */
  attention: z.int(),
  /** Attached files that the server has not confirmed to hold; `refused`: those that have to be attached anew. */
  files: z.strictObject({ count: z.int(), bytes: z.int(), refused: z.int() }),
  lastContactAt: z.int().nullable(),
  lastError: z.strictObject({ code: z.string(), at: z.int() }).nullable(),
  nextTryAt: z.int().nullable(),
  /** By how much the clock of this machine is ahead of what it must be, milliseconds, negative = behind; null = within two minutes. */
  clockOffMs: z.int().nullable(),
  /** What this device asks for and the server, an older one, does not know; absent = nothing. */
  missing: z
    .array(z.enum(['progress', 'published', 'figures', 'applications']))
    .min(1)
    .exactOptional(),
})
export type SyncStatus = z.infer<typeof SyncStatusSchema>

export const SyncReportSchema = z.strictObject({
  status: SyncStatusSchema,
  server: z.string().nullable(),
  /** Running numbers of the center that this device can give out, by series; at 0 it goes on with its own. */
  numbers: z.array(z.strictObject({ series: z.string(), left: z.int(), expiresOn: z.string().nullable() })),
  waiting: z.array(
    z.strictObject({
      op: z.string(),
      kind: z.string(),
      caseNo: z.string().nullable(),
      at: z.int(),
      /** Sent without an answer. */
      sent: z.boolean(),
    }),
  ),
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

/** SYN-115: what is proved about the history of this device, beside its being on one server. */
export const KeptCopiesSchema = z.strictObject({
  /** Own operations of this chain that the server has committed, and of those the ones that a second machine is proved to hold. */
  confirmed: z.int().min(0),
  safe: z.int().min(0),
  /** When the server signed the newest head that the history read here agrees with. */
  signedAt: z.int().nullable(),
  /** When it signed one that the history went against, within this epoch of the server. */
  contradictedAt: z.int().nullable(),
})
export type KeptCopies = z.infer<typeof KeptCopiesSchema>

/** An attached file that the server has not confirmed to hold (SYN-116). */
export const WaitingFileSchema = z.strictObject({
  blob: HashSchema,
  bytes: z.int().min(0),
  at: z.int(),
  /** Of the cases that it was attached to here. */
  caseNos: z.array(z.string()),
  /** Why it does not go by itself; null = it waits its turn. */
  refused: z.string().nullable(),
  /** Bytes that the server has of it, while it goes; null = it waits. */
  sent: z.int().min(0).nullable(),
})
export type WaitingFile = z.infer<typeof WaitingFileSchema>

/** SYN-117: exchanges with the center of one hour that went alike. Times are epoch milliseconds. */
export const ContactSchema = z.strictObject({
  beganAt: z.int(),
  endedAt: z.int(),
  times: z.int().min(1),
  /** Own operations that the center confirmed, and commits that were read. */
  sent: z.int().min(0),
  got: z.int().min(0),
  /** Why they broke off; null = they went well. */
  code: z.string().nullable(),
})
export type Contact = z.infer<typeof ContactSchema>

/** What the page of sync shows. */
export const SyncPageReportSchema = SyncReportSchema.extend({ kept: KeptCopiesSchema })
