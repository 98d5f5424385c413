import { z } from 'zod'
import { CenterCodeSchema, DeviceNoSchema, HashSchema, UuidSchema } from './primitives.ts'
import { CenterSchema, WindowSchema } from './reference.ts'

/** Protocol version. What an old device and a new server do is in SYNC.md. */
export const syncProtocol = 1

/** Caps of one push and one pull (SYNC.md); a server may be set lower, never higher. */
export const syncCaps = {
  opsPerPush: 200,
  /** A longer operation is stored and gets the verdict `quarantined`, so that it blocks nothing behind it. */
  bytesPerOperation: 64 * 1024,
  /** Longest text that is taken in at all. */
  charsPerOperation: 1024 * 1024,
  bytesPerPushCompressed: 1024 * 1024,
  bytesPerPushRaw: 8 * 1024 * 1024,
  opsPerPull: 500,
  /** A page ends before it grows past this, but always holds one operation. */
  bytesPerPull: 4 * 1024 * 1024,
} as const

const base64 = z.base64().max(2000)

export const EnrolInputSchema = z.strictObject({
  proto: z.int(),
  /** One-time code given out by an administrator. */
  code: z.string().min(4).max(40),
  /** Ed25519 public key made on the device, SPKI DER. */
  publicKey: base64,
  inc: UuidSchema,
})
export const EnrolOutputSchema = z.strictObject({
  device: UuidSchema,
  deviceNo: DeviceNoSchema,
  center: CenterSchema,
  window: WindowSchema,
  epoch: UuidSchema,
})
export type EnrolInput = z.infer<typeof EnrolInputSchema>
export type EnrolOutput = z.infer<typeof EnrolOutputSchema>

/** A nonce to sign, so that a recorded hello is worthless (SYN: server nonce). */
export const ChallengeOutputSchema = z.strictObject({ nonce: z.string().max(400) })

export const HelloInputSchema = z.strictObject({
  proto: z.int(),
  device: UuidSchema,
  inc: UuidSchema,
  nonce: z.string().max(400),
  /** Ed25519 over `helloText` (sync-texts.ts). */
  sig: base64,
  appVersion: z.string().max(40),
})
export const HelloOutputSchema = z.strictObject({
  proto: z.strictObject({ min: z.int(), max: z.int() }),
  epoch: UuidSchema,
  /** Highest own seq of this incarnation that is committed / safe. */
  ack: z.int(),
  safe: z.int(),
  /** Short-lived bearer token for push and pull. */
  token: z.string(),
  expiresAt: z.int(),
  serverTime: z.int(),
})
export type HelloInput = z.infer<typeof HelloInputSchema>
export type HelloOutput = z.infer<typeof HelloOutputSchema>

/** What the server made of an operation; every operation gets one and consumes a commit number (SYN). */
export const verdicts = ['applied', 'conflict', 'dependent', 'rejected', 'quarantined'] as const
export const VerdictSchema = z.enum(verdicts)
export type Verdict = z.infer<typeof VerdictSchema>

/**
 * Why an operation was not applied, beside the refusal codes of the domain (domain/case/judge.ts). `quarantined`: kept without effect
 * until a newer server or a person looks at it.
 */
export const serverReasons = [
  // quarantined
  'operation_too_large', // over syncCaps.bytesPerOperation
  'not_an_operation', // no JSON, or not the envelope
  'not_canonical', // another text of the same JSON, or nested too deep
  'origin_mismatch', // device, incarnation, seq, center or device number are not those of the chain it stands in
  'kind_unknown',
  'version_unknown',
  'data_invalid',
  'actor_unknown', // no such person in the center
  'server_failed', // the server's own rules failed on it
  // rejected
  'duplicate_operation', // its id is in the log already, under another seq
  'case_no_taken',
  'reference_server_only', // reference data are made by the server alone
] as const
export type ServerReason = (typeof serverReasons)[number]

export const PushInputSchema = z.strictObject({
  proto: z.int(),
  device: UuidSchema,
  inc: UuidSchema,
  epoch: UuidSchema,
  fromSeq: z.int().min(1),
  /** Chain hash before the first of `ops`. */
  prevHash: HashSchema,
  /** Canonical JSON texts, byte for byte as stored. */
  ops: z.array(z.string().max(syncCaps.charsPerOperation)).min(1).max(syncCaps.opsPerPush),
  /** Chain hash after the last of `ops`, as the device has it stored. */
  lastHash: HashSchema,
  /** Ed25519 over `pushText` (sync-texts.ts): one signature per batch. */
  sig: base64,
})
export type PushInput = z.infer<typeof PushInputSchema>

export const OperationVerdictSchema = z.strictObject({
  seq: z.int(),
  verdict: VerdictSchema,
  /** Refusal code or other reason; null with `applied`. */
  reason: z.string().nullable(),
  cseq: z.int(),
  committedAt: z.int(),
})
export type OperationVerdict = z.infer<typeof OperationVerdictSchema>

export const PushOutputSchema = z.strictObject({
  epoch: UuidSchema,
  ack: z.int(),
  safe: z.int(),
  /** Verdicts of every op of this push, duplicates of earlier pushes included. */
  verdicts: z.array(OperationVerdictSchema),
  serverTime: z.int(),
})
export type PushOutput = z.infer<typeof PushOutputSchema>

export const PullInputSchema = z.strictObject({
  center: CenterCodeSchema,
  after: z.coerce.number().int().min(0),
  limit: z.coerce.number().int().min(1).max(syncCaps.opsPerPull),
})
export type PullInput = z.infer<typeof PullInputSchema>

/** One committed operation of the center, in commit order. */
export const PulledOperationSchema = z.strictObject({
  cseq: z.int(),
  canon: z.string(),
  /** Chain hash of the op at its origin. */
  hash: HashSchema,
  verdict: VerdictSchema,
  reason: z.string().nullable(),
  committedAt: z.int(),
  /** Rolling hash of the center after this op: SHA-256 of `headText` (sync-texts.ts). */
  head: HashSchema,
})
export type PulledOperation = z.infer<typeof PulledOperationSchema>

export const PullOutputSchema = z.strictObject({
  epoch: UuidSchema,
  ops: z.array(PulledOperationSchema),
  /** Newest commit number of the center and the rolling hash there. */
  head: z.int(),
  headHash: HashSchema,
  /** Rolling hash at `after`, so that a rewritten history is noticed at once. */
  afterHash: HashSchema,
  serverTime: z.int(),
})
export type PullOutput = z.infer<typeof PullOutputSchema>

/** Refusals of the sync endpoints; server.ts gives each its HTTP status under its upper-case name. */
export const syncErrorCodes = [
  'code_unknown',
  'code_used',
  'code_expired',
  'protocol_unsupported',
  'signature_invalid',
  'token_invalid',
  'device_unknown',
  'device_revoked',
  'incarnation_unknown',
  'epoch_changed',
  'fork',
  'gap',
  'chain_broken',
  'operation_malformed',
  'scope_forbidden',
  'too_large',
  'busy',
] as const
export type SyncErrorCode = (typeof syncErrorCodes)[number]

/** What the device itself can find wrong with an exchange, beside the refusals above. */
export const syncTroubleCodes = [
  'server_url_invalid',
  'server_url_not_tls', // plain HTTP to another machine
  'unreachable',
  'not_trusted', // certificate of the server
  'timed_out',
  'server_failed', // 5xx
  'answer_invalid', // not what the protocol promises, or too large
  'history_changed', // the server's commit history is not the one this device has seen
  'request_refused', // 4xx without a code of ours
  'local_store_failed',
] as const
export type SyncTroubleCode = (typeof syncTroubleCodes)[number] | SyncErrorCode
