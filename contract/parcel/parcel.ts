import { z } from 'zod'
import { CenterCodeSchema, HashSchema, UuidSchema } from '../primitives.ts'
import { BaseLinkSchema, LinkSchema, SealKeySchema, syncErrorCodes } from '../sync.ts'

/** Format of parcel files. A newer one is refused, never guessed at (PCL-4). */
export const parcelVersion = 1

export const parcelCaps = {
  headerBytes: 4096,
  /** A sealed frame: a page of the history (4 MiB of texts) as JSON, packed, at its worst. */
  frameBytes: 24 * 1024 * 1024,
  /** The same, unpacked. */
  textBytes: 32 * 1024 * 1024,
} as const

/** `ops`: from a device to the server of its center. `news`: from the server to one device. */
export const parcelKinds = ['ops', 'news'] as const

/** What stands readable at the beginning of the file: enough to say where it belongs, and nothing of what it holds. */
export const ParcelHeaderSchema = z.strictObject({
  id: UuidSchema,
  kind: z.enum(parcelKinds),
  center: CenterCodeSchema,
  /** Of the device that made it, or that it is for. */
  device: UuidSchema,
  madeAt: z.int().min(0),
  /** The beginning of SHA-256 of the key that it is sealed for. */
  sealedFor: z.string().regex(/^[0-9a-f]{16}$/),
  /** X25519 key made for this parcel alone, SPKI DER. */
  ephemeral: z.base64().max(200),
})
export type ParcelHeader = z.infer<typeof ParcelHeaderSchema>

/** First frame of a device's parcel; a `PushInput` in each of the others. */
export const OpsHeadSchema = z.strictObject({
  proto: z.int(),
  epoch: UuidSchema,
  inc: UuidSchema,
  appVersion: z.string().max(40),
  /** End of the stretch that the parcel carries. */
  tip: LinkSchema,
  base: BaseLinkSchema.nullable(),
  /** How far the device has read the history of the center. */
  cursor: z.strictObject({ cseq: z.int().min(0), head: HashSchema }),
  /** What the answer is to be sealed for. */
  sealKey: SealKeySchema,
})
export type OpsHead = z.infer<typeof OpsHeadSchema>

/** First frame of a center's parcel; a `PullOutput` in each of the others, in the order of the history, one at least. */
export const NewsHeadSchema = z.strictObject({
  proto: z.int(),
  epoch: UuidSchema,
  /** The incarnation that it answers; null = the server knows none of the device. */
  inc: UuidSchema.nullable(),
  safe: z.int().min(0),
  /** Why the device's parcel that it answers was not taken; null = it was, or there was none. */
  refused: z.strictObject({ code: z.enum(syncErrorCodes), seq: z.int().nullable() }).nullable(),
  /** The history stands in it from behind this commit number. */
  after: z.int().min(0),
})
export type NewsHead = z.infer<typeof NewsHeadSchema>

/** Why a file was not taken for a parcel of ours. Nothing has changed then. */
export const parcelFileCodes = [
  'not_a_parcel',
  'parcel_newer', // a later version of the format
  'parcel_truncated',
  'parcel_damaged',
  'parcel_direction', // the other side's: a device's own, or a server's own
  'parcel_foreign_center',
  'parcel_foreign_device',
  'parcel_other_key', // sealed for an earlier key, or another's
  'parcel_signature', // whoever made it is not who it says
  'parcel_unreadable', // the file cannot be read
] as const
export type ParcelFileCode = (typeof parcelFileCodes)[number]

/** What else can keep a parcel from being made or taken, beside the refusals of sync itself. */
export const parcelProblemCodes = [
  ...parcelFileCodes,
  'parcel_not_introduced', // the device has never spoken with the server, or the server does not know its key
  'parcel_gap', // earlier news is missing
  'parcel_history', // it continues another history than the one read here
  'parcel_scope', // what the device is given of the center was changed since
  'parcel_cancelled',
  'parcel_busy', // another is being made or taken
  'parcel_not_written',
  'parcel_name_taken', // a file that is no parcel has this name
] as const
export type ParcelProblemCode = (typeof parcelProblemCodes)[number]
