import { createHash } from 'node:crypto'
import { z } from 'zod'

const bytes = (length: number) => z.base64().refine((text) => Buffer.from(text, 'base64').length === length)

/** The key under the operating system's key store, opened by the shell. `sealed` is opaque. */
export const OsWrapSchema = z.strictObject({ provider: z.literal('os'), sealed: z.base64().max(4000) })

/**
 * The key under a passphrase: Argon2id makes the key of a one-row database of the store's own cipher, which `sealed` is. `m` in KiB, `t`
 * passes, one lane.
 */
export const Argon2idWrapSchema = z.strictObject({
  provider: z.literal('argon2id'),
  m: z.int().min(19_456).max(1_048_576),
  t: z.int().min(2).max(16),
  sealed: z.base64().max(20_000),
})
export type Argon2idWrap = z.infer<typeof Argon2idWrapSchema>

/** As the first stores have it, no longer made. The key under a passphrase: scrypt makes the key of AES-256-GCM; `sealed` = cipher text and its 16-byte tag. */
export const PassphraseWrapSchema = z.strictObject({
  provider: z.literal('passphrase'),
  n: z.int().min(16_384).max(1_048_576),
  r: z.int().min(8).max(32),
  p: z.int().min(1).max(16),
  salt: bytes(16),
  nonce: bytes(12),
  sealed: bytes(48),
})
export type PassphraseWrap = z.infer<typeof PassphraseWrapSchema>

/** The key in a file of its own beside this one, readable by its owner only. */
export const FileWrapSchema = z.strictObject({ provider: z.literal('file') })

export const WrapSchema = z.discriminatedUnion('provider', [
  OsWrapSchema,
  Argon2idWrapSchema,
  PassphraseWrapSchema,
  FileWrapSchema,
])
export type Wrap = z.infer<typeof WrapSchema>

/**
 * `key.json` beside the store: the ways to its key, each enough by itself. Another way (recovery code, escrow of the server)
 * is one more entry of `wraps`.
 */
export const KeyFileSchema = z.strictObject({
  v: z.literal(1),
  /** Tells whether an opened key is the right one; says nothing about it. */
  keyId: z.string().regex(/^[0-9a-f]{16}$/),
  wraps: z.array(WrapSchema).min(1).max(8),
})
export type KeyFile = z.infer<typeof KeyFileSchema>

export const keyFileName = 'key.json'
export const plainKeyFileName = 'store.key'
export const keyLength = 32

export const keyIdOf = (key: Uint8Array): string =>
  createHash('sha256').update('yichuang store key\n').update(key).digest('hex').slice(0, 16)
