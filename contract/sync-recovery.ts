import { z } from 'zod'
import { CenterCodeSchema, HashSchema, UuidSchema } from './primitives.ts'
import { BaseLinkSchema, CertificateSchema, PushInputSchema } from './sync.ts'

/** Caps of the endpoints that mend what broke (SYNC.md). */
export const recoveryCaps = { headsAtOnce: 64, certificatesAtOnce: 64 } as const

/** Heads of the center at some commit numbers, to find where two histories part. */
export const HeadsInputSchema = z.strictObject({
  center: CenterCodeSchema,
  /** Commit numbers, comma between: `128,192,224`. */
  at: z
    .string()
    .max(recoveryCaps.headsAtOnce * 16)
    .regex(/^\d{1,15}(?:,\d{1,15}){0,63}$/),
})
export type HeadsInput = z.infer<typeof HeadsInputSchema>
export const HeadsOutputSchema = z.strictObject({
  epoch: UuidSchema,
  newest: z.int(),
  /** Those asked for that exist, in ascending order. */
  heads: z.array(z.strictObject({ cseq: z.int(), head: HashSchema })),
})
export type HeadsOutput = z.infer<typeof HeadsOutputSchema>

/** Enrolment certificates of devices whose chains the asking device has read (SYN-110). */
export const CertificatesInputSchema = z.strictObject({
  center: CenterCodeSchema,
  /** Ids, comma between. */
  devices: z
    .string()
    .max(recoveryCaps.certificatesAtOnce * 37)
    .regex(/^[\da-f-]{36}(?:,[\da-f-]{36}){0,63}$/),
})
export type CertificatesInput = z.infer<typeof CertificatesInputSchema>
export const CertificatesOutputSchema = z.strictObject({
  epoch: UuidSchema,
  /** Of those asked for that this server let in; its own device has none. */
  certificates: z
    .array(z.strictObject({ device: UuidSchema, certificate: CertificateSchema }))
    .max(recoveryCaps.certificatesAtOnce),
})
export type CertificatesOutput = z.infer<typeof CertificatesOutputSchema>

/**
 * A stretch of another device's chain that this device has pulled before the server lost it. `sig` is that of the origin over `lastHash`, so
 * whoever brings it can change nothing.
 */
export const RecoverInputSchema = PushInputSchema.extend({
  base: BaseLinkSchema.nullable(),
  /** Of the origin, for a server whose backup is older than its enrolment (SYN-110). */
  certificate: CertificateSchema.exactOptional(),
})
export type RecoverInput = z.infer<typeof RecoverInputSchema>
export const RecoverOutputSchema = z.strictObject({
  epoch: UuidSchema,
  /** Highest committed seq of that chain. */
  ack: z.int(),
})
export type RecoverOutput = z.infer<typeof RecoverOutputSchema>

/** One operation that the server fails on, put aside so that the chain goes on behind it: stored, and nothing of it is parsed. */
export const QuarantineInputSchema = PushInputSchema.extend({ ops: PushInputSchema.shape.ops.length(1) })
export type QuarantineInput = z.infer<typeof QuarantineInputSchema>
