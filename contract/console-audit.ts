import { z } from 'zod'
import { runOf } from './queries/run.ts'
import { verdicts } from './sync.ts'

// What was done at a center, in the order of its commit numbers, and the proof that none of it was changed since (CSL-9, CSL-10).

const count = z.int().min(0)

export const AuditLineSchema = z.strictObject({
  cseq: z.int().min(1),
  /** Epoch milliseconds, when the server took it in. */
  committedAt: z.int(),
  /** The same by the clock of the device; null where it says none. */
  doneAt: z.int().nullable(),
  deviceNo: z.string().nullable(),
  /** Name and account of who did it; null = the server itself, or nobody whom the center knows. */
  person: z.strictObject({ name: z.string(), login: z.string() }).nullable(),
  kind: z.string().nullable(),
  /** Number of the case that it is about; null = about something else. */
  caseNo: z.string().nullable(),
  verdict: z.enum(verdicts),
})
export type AuditLine = z.infer<typeof AuditLineSchema>

export const AuditPageSchema = z.strictObject({
  /** Newest first. */
  lines: z.array(AuditLineSchema),
  /** Asked for with the next page; null = that was the last. */
  next: z.int().nullable(),
})

export const auditInputs = {
  list: z.strictObject({
    /** Commit number that the page stands before; empty = the newest. */
    before: z.string().regex(/^\d{0,15}$/),
    /** Of one case alone; empty = everything. */
    caseNo: z.string().max(60),
  }),
}

export const brokenCodes = [
  'missing',
  'out_of_order',
  'edited',
  'columns_differ',
  'head_differs',
  'signature_invalid',
  'checkpoint_contradicts',
  'checkpoint_forged',
  'truncated',
  'position_differs',
  'state_differs',
] as const

export const VerificationSchema = z.discriminatedUnion('ok', [
  z.strictObject({
    ok: z.literal(true),
    operations: count,
    checkpoints: count,
    states: count,
    /** The rolling head over all of it, hexadecimal: who notes it down can compare it later. */
    head: z.string(),
  }),
  z.strictObject({
    ok: z.literal(false),
    code: z.enum(brokenCodes),
    /** Commit number from which on nothing is proved; null where a state and not the history is wrong. */
    cseq: z.int().nullable(),
  }),
])
export type Verification = z.infer<typeof VerificationSchema>

export const VerificationRun = runOf(VerificationSchema)
