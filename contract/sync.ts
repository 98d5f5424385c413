import { z } from 'zod'
import { CenterCodeSchema, DeviceNoSchema, HashSchema, TimeTokenIdSchema, UuidSchema } from './primitives.ts'
import { CenterSchema, WindowSchema } from './reference.ts'
import { HeadRunSchema, ScopeSchema } from './sync-scope.ts'

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

/** X25519 key for what is sealed for its owner (SPKI DER), vouched for by the owner's Ed25519 key over `sealKeyText` (PCL-2). */
export const SealKeySchema = z.strictObject({ key: base64, sig: base64 })
export type SealKey = z.infer<typeof SealKeySchema>

/** Signed by the server: center, device, number and key of one enrolment. */
/** Canonical JSON of an enrolment and the server's signature (SYN-34). */
export const CertificateSchema = z.string().max(2000)

/** A place in a chain: a seq and the chain hash after it. */
export const LinkSchema = z.strictObject({ seq: z.int().min(0), hash: HashSchema })
/** The same in the chain of another incarnation. */
export const BaseLinkSchema = z.strictObject({ inc: UuidSchema, seq: z.int().min(0), hash: HashSchema })

/**
 * The time by the server's clock, signed: operations made after it name it (SYN-69). Absent from a server that vouches for no time. `id` is
 * known to the server alone before it is told.
 */
export const TimeTokenSchema = z.strictObject({ at: z.int().min(0), id: TimeTokenIdSchema, sig: base64 })
export type TimeToken = z.infer<typeof TimeTokenSchema>

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
  /** End of the chain as the device has it; seq 0 with `genesisHash` = nothing yet. */
  tip: LinkSchema,
  /** The last link that this incarnation has in common with an earlier one of the device; null = it begins at nothing (SYN-27). */
  base: BaseLinkSchema.nullable(),
  /** The enrolment certificate of an earlier hello, for a server whose backup is older than the enrolment; null = none is kept. */
  certificate: CertificateSchema.nullable(),
  /** What news on a stick is sealed for. */
  sealKey: SealKeySchema.exactOptional(),
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
  timeToken: TimeTokenSchema.exactOptional(),
  /** Newest version of every kind of operation that the server understands. */
  kinds: z.record(z.string().max(60), z.int()),
  /** The server was restored and collects what its backup lacks: devices offer what they hold, and nothing is trimmed. */
  collecting: z.boolean(),
  /** The device was revoked: what it still sends is kept for a person, and it erases its keys when all of it is there. */
  revoked: z.boolean(),
  /** Ed25519 key of the server, SPKI DER: it signs certificates, checkpoints and the chain of S01. */
  serverKey: base64,
  /** What a device seals for this server on a stick. */
  sealKey: SealKeySchema.exactOptional(),
  certificate: CertificateSchema,
  /** What of the center this device is given (SYN-56); absent = everything. */
  scope: ScopeSchema.exactOptional(),
})
export type HelloInput = z.infer<typeof HelloInputSchema>
export type HelloOutput = z.infer<typeof HelloOutputSchema>

/** What the server made of an operation; every operation gets one and consumes a commit number (SYN). */
export const verdicts = ['applied', 'merged', 'conflict', 'dependent', 'rejected', 'quarantined'] as const
export const VerdictSchema = z.enum(verdicts)
export type Verdict = z.infer<typeof VerdictSchema>

/** The operation changes state: as it is, or merged with what another desk had done (SYN-8). */
export const takesEffect = (verdict: string): boolean => verdict === 'applied' || verdict === 'merged'

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
  'actor_disabled', // the person's account is closed: a supervisor decides
  'server_failed', // the server's own rules failed on it
  'put_aside', // the server failed on every push that held it
  // dependent
  'builds_on_refused', // made on top of an own operation that did not take effect
  // rejected
  'duplicate_operation', // its id is in the log already, under another seq
  'case_no_taken',
  'number_not_leased', // a running number outside of the blocks of its device
  'number_taken', // a running number that was given before
  'server_act_only', // acts that the server alone does to a case
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
  /** Id of the operation that it lost against or hangs on; null = none. */
  ref: UuidSchema.nullable(),
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
  /** The device is revoked: the batch is kept for a person, `ack` says how far, and there are no verdicts. */
  intake: z.boolean(),
  serverTime: z.int(),
  timeToken: TimeTokenSchema.exactOptional(),
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
  ref: UuidSchema.nullable(),
  committedAt: z.int(),
  /** Its clock value, no more than five minutes ahead of the day it came: what desks show and merge by (SYN-28). */
  hlcEff: z.string().max(60),
  /** The signature of its push, with the last operation of each: lets any device prove the chain up to here (SYN-29). */
  sig: base64.nullable(),
  /** Rolling hash of the center after this op: SHA-256 of `headText` (sync-texts.ts). */
  head: HashSchema,
  /** `canon` is a copy with something masked (SYN-57): its hash is that of the text as it was written. */
  redacted: z.literal(true).exactOptional(),
})
export type PulledOperation = z.infer<typeof PulledOperationSchema>

/** A head of the center, signed: whoever keeps it is a witness (SYN-46). */
const CheckpointSchema = z.strictObject({ cseq: z.int(), head: HashSchema, at: z.int(), sig: base64 })

export const PullOutputSchema = z.strictObject({
  epoch: UuidSchema,
  ops: z.array(PulledOperationSchema),
  /** Newest commit number of the center and the rolling hash there. */
  head: z.int(),
  headHash: HashSchema,
  /** Rolling hash at `after`, so that a rewritten history is noticed at once. */
  afterHash: HashSchema,
  /** The newest head that the server has signed; null = none yet. */
  checkpoint: CheckpointSchema.nullable(),
  serverTime: z.int(),
  timeToken: TimeTokenSchema.exactOptional(),
  /** The scope that the page was made for; absent = everything, and so are `runs` and `brought` (SYN-58). */
  scope: ScopeSchema.exactOptional(),
  /** What of the history is none of the device's, in commit order: with `ops` it leaves no number out. */
  runs: z
    .array(HeadRunSchema)
    .max(syncCaps.opsPerPull + 1)
    .exactOptional(),
  /** Earlier operations, up to `after`, of matters that the page brings back to life. */
  brought: z.array(PulledOperationSchema).exactOptional(),
  /** Matters that are none of the device's any more: what others did to them it forgets. */
  left: z.array(UuidSchema).max(3000).exactOptional(),
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
  'incarnation_waiting',
  'epoch_changed',
  'fork',
  'gap',
  'chain_broken',
  'operation_malformed',
  'scope_forbidden',
  'too_large',
  'busy',
  'moving',
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
