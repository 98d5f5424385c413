import { type Result, err, ok } from '../../domain/result.ts'
import { canonicalJson } from '../canonical-json.ts'
import { parcelText } from '../sync-texts.ts'
import { type ParcelFileCode, type ParcelHeader, ParcelHeaderSchema, parcelCaps, parcelVersion } from './parcel.ts'

/**
 * Layout (PCL-1): `YCPARCEL`, version (2 bytes), length of the header (4), header; frames, each with its length (4) before it; four zeros
 * and the signature. The keys' work needs a platform and stays with each side.
 */
export interface ParcelHashing {
  readonly sha256: (...parts: readonly Uint8Array[]) => Uint8Array
}

export interface ParcelSealer extends ParcelHashing {
  /** X25519 key of this parcel, SPKI DER in base64, and whom it is sealed for. */
  readonly ephemeral: string
  readonly sealedFor: string
  /** Packs and seals frame `n` under the key that follows from the keys and the beginning of the file. */
  readonly sealer: (start: Uint8Array) => (n: number, text: string) => Uint8Array
  /** Ed25519 of the maker. */
  readonly sign: (text: string) => Uint8Array
}

export interface ParcelOpener extends ParcelHashing {
  /** The text of frame `n`; null when it was not sealed so. */
  readonly open: (n: number, sealed: Uint8Array) => string | null
  readonly isSigned: (text: string, signature: Uint8Array) => boolean
}

const magic = Uint8Array.from('YCPARCEL', (letter) => letter.charCodeAt(0))
const signatureBytes = 64
const sealBytes = 16

/** The bytes of a parcel, piece by piece, as its texts come. */
export const writeParcel = async function* (
  header: Omit<ParcelHeader, 'ephemeral' | 'sealedFor'>,
  texts: AsyncIterable<string>,
  platform: ParcelSealer,
): AsyncGenerator<Uint8Array, void, void> {
  const { ephemeral, sealedFor } = platform
  const json = asciiBytes(canonicalJson({ ...header, ephemeral, sealedFor }))
  const start = joined(magic, numberBytes(parcelVersion, 2), numberBytes(json.length, 4), json)
  const seal = platform.sealer(start)
  yield start
  let rolling = platform.sha256(start)
  let frames = 0
  for await (const text of texts) {
    const sealed = seal(frames, text)
    if (sealed.length > parcelCaps.frameBytes) throw new RangeError('a frame of a parcel is too large')
    frames += 1
    rolling = platform.sha256(rolling, sealed)
    yield joined(numberBytes(sealed.length, 4), sealed)
  }
  yield joined(numberBytes(0, 4), platform.sign(parcelText(hexOf(rolling), frames)))
}

export interface ParcelSource {
  readonly size: number
  /** The bytes from there on, fewer only where the file ends. */
  readonly read: (offset: number, length: number) => Promise<Uint8Array>
}

/** The readable beginning of a parcel. */
export interface ParcelStart {
  readonly header: ParcelHeader
  readonly bytes: Uint8Array
}

export const readParcelStart = async (source: ParcelSource): Promise<Result<ParcelStart, ParcelFileCode>> => {
  const fixed = await source.read(0, magic.length + 6)
  if (magic.some((byte, at) => fixed[at] !== byte))
    return err(fixed.length < magic.length && fixed.length > 0 && isPrefix(fixed) ? 'parcel_truncated' : 'not_a_parcel')
  if (fixed.length < magic.length + 6) return err('parcel_truncated')
  const version = numberAt(fixed, magic.length, 2)
  if (version > parcelVersion) return err('parcel_newer')
  const length = numberAt(fixed, magic.length + 2, 4)
  if (version < parcelVersion || length > parcelCaps.headerBytes) return err('parcel_damaged')
  const bytes = await source.read(0, fixed.length + length)
  if (bytes.length < fixed.length + length) return err('parcel_truncated')
  const header = headerOf(bytes.subarray(fixed.length))
  return header === null ? err('parcel_damaged') : ok({ header, bytes })
}

export interface ParcelFrame {
  readonly text: string
  /** Where the next one begins, for whoever watches how far it is. */
  readonly end: number
}

/**
 * The frames of a parcel in their order, and at the end whether it was whole and signed. What came before a problem may not be used: read
 * it through once before anything is done with it.
 */
export const readParcelFrames = async function* (
  source: ParcelSource,
  start: ParcelStart,
  platform: ParcelOpener,
): AsyncGenerator<ParcelFrame, ParcelFileCode | null, void> {
  let offset = start.bytes.length
  let rolling = platform.sha256(start.bytes)
  for (let frames = 0; ; frames++) {
    const prefix = await source.read(offset, 4)
    if (prefix.length < 4) return 'parcel_truncated'
    const length = numberAt(prefix, 0, 4)
    offset += 4
    if (length === 0) {
      const signature = await source.read(offset, signatureBytes + 1)
      if (signature.length < signatureBytes) return 'parcel_truncated'
      if (signature.length > signatureBytes) return 'parcel_damaged'
      return platform.isSigned(parcelText(hexOf(rolling), frames), signature) ? null : 'parcel_signature'
    }
    if (length <= sealBytes || length > parcelCaps.frameBytes) return 'parcel_damaged'
    const sealed = await source.read(offset, length)
    if (sealed.length < length) return 'parcel_truncated'
    const text = platform.open(frames, sealed)
    if (text === null) return 'parcel_damaged'
    rolling = platform.sha256(rolling, sealed)
    offset += length
    yield { text, end: offset }
  }
}

const isPrefix = (bytes: Uint8Array): boolean => bytes.every((byte, at) => byte === magic[at])

const headerOf = (bytes: Uint8Array): ParcelHeader | null => {
  // Nothing in a header needs more than ASCII, and only one text of each is right.
  const text = String.fromCharCode(...bytes)
  try {
    const read = ParcelHeaderSchema.safeParse(JSON.parse(text))
    return read.success && canonicalJson(read.data) === text ? read.data : null
  } catch {
    return null
  }
}

const asciiBytes = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

const hexOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

const numberBytes = (value: number, length: number): Uint8Array =>
  Uint8Array.from({ length }, (_, at) => (value >>> (8 * (length - 1 - at))) & 0xff)

const numberAt = (bytes: Uint8Array, at: number, length: number): number =>
  bytes.subarray(at, at + length).reduce((value, byte) => value * 256 + byte, 0)

const joined = (...parts: readonly Uint8Array[]): Uint8Array => {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
