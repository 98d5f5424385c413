import { crc32 } from './crc32.ts'
import { type FrameSeal, frameHeaderLength, frameMark, readFrameHeader } from './frame.ts'

/**
 * A file of the journal. It is made at its full size, filled with zeros: a file that grows with every frame costs the disk a second
 * write each time. Behind the last frame there are only zeros.
 *
 * Header: `name of the format 8 | journal 16 | segment, first frame, size 4 each | CRC 4`.
 */
export interface SegmentHeader {
  /** 16 random bytes. */
  readonly journal: Buffer
  /** 1, 2, 3 … */
  readonly segment: number
  /** Number of its first frame. */
  readonly firstFrame: number
  /** Bytes of the whole file. */
  readonly size: number
}

export const segmentHeaderLength = 40
const formatName = Buffer.from('YCJRNL01', 'latin1')

export const segmentName = (segment: number): string => `${String(segment).padStart(8, '0')}.seg`

/** Number of a segment by the name of its file, null for another file. */
export const segmentOf = (name: string): number | null => {
  const [, digits] = /^(\d{8})\.seg$/.exec(name) ?? []
  return digits === undefined ? null : Number(digits)
}

export const encodeSegmentHeader = ({ journal, segment, firstFrame, size }: SegmentHeader): Buffer => {
  const bytes = Buffer.alloc(segmentHeaderLength)
  formatName.copy(bytes)
  journal.copy(bytes, 8)
  bytes.writeUInt32LE(segment, 24)
  bytes.writeUInt32LE(firstFrame, 28)
  bytes.writeUInt32LE(size, 32)
  bytes.writeUInt32LE(crc32(bytes.subarray(0, 36)), 36)
  return bytes
}

/** Null when the file does not begin as a segment. */
export const readSegmentHeader = (bytes: Buffer): SegmentHeader | null => {
  if (bytes.length < segmentHeaderLength || !bytes.subarray(0, 8).equals(formatName)) return null
  if (bytes.readUInt32LE(36) !== crc32(bytes.subarray(0, 36))) return null
  return {
    journal: Buffer.from(bytes.subarray(8, 24)),
    segment: bytes.readUInt32LE(24),
    firstFrame: bytes.readUInt32LE(28),
    size: bytes.readUInt32LE(32),
  }
}

export interface ScannedSegment {
  readonly header: SegmentHeader
  readonly payloads: readonly Buffer[]
  /** Number after the last frame that could be read. */
  readonly nextFrame: number
  /** Where the next frame goes. */
  readonly end: number
  /** What cannot be read, null when all can. */
  readonly damage: SegmentDamage | null
}

export interface SegmentDamage {
  /** Byte of the file. */
  readonly at: number
  /** Nothing that can be read follows: what an append leaves that was cut off. */
  readonly atEnd: boolean
}

/**
 * Reads every frame. Damage costs the frames it lies in and no other: those before are read as ever, those behind are found by their mark
 * and number.
 */
export const scanSegment = (bytes: Buffer, header: SegmentHeader, seal: FrameSeal): ScannedSegment => {
  const payloads: Buffer[] = []
  let number = header.firstFrame
  let at = segmentHeaderLength
  let damage: SegmentDamage | null = null
  while (at < bytes.length) {
    const frame = readFrame(bytes, at, number, seal)
    if (frame !== null) {
      // A frame that follows one it did not follow when it was written: what was between them is gone.
      if (frame.number !== number) damage ??= { at, atEnd: false }
      payloads.push(frame.payload)
      number = frame.number + 1
      at = frame.end
      continue
    }
    if (isZero(bytes, at)) break
    damage ??= { at, atEnd: true }
    const next = findFrame(bytes, at + 1, number, seal)
    if (next === null) break
    damage = { ...damage, atEnd: false }
    at = next
  }
  if (damage === null && bytes.length !== header.size) damage = { at: Math.min(bytes.length, at), atEnd: true }
  return { header, payloads, nextFrame: number, end: at, damage }
}

/** A frame at this place with this number or a later one, or null. */
const readFrame = (bytes: Buffer, at: number, least: number, seal: FrameSeal) => {
  const header = readFrameHeader(bytes, at)
  if (header === null || header.number < least) return null
  const end = at + frameHeaderLength + header.length
  if (end > bytes.length) return null
  const body = bytes.subarray(at + frameHeaderLength, end)
  if (crc32(body) !== header.bodyCrc) return null
  const payload = seal.open(header.number, body)
  return payload === null ? null : { payload, number: header.number, end }
}

const findFrame = (bytes: Buffer, from: number, least: number, seal: FrameSeal): number | null => {
  for (let at = bytes.indexOf(frameMark, from); at >= 0; at = bytes.indexOf(frameMark, at + 1)) {
    if (readFrame(bytes, at, least, seal) !== null) return at
  }
  return null
}

const isZero = (bytes: Buffer, from: number): boolean => {
  for (let at = from; at < bytes.length; at += zeros.length) {
    const part = bytes.subarray(at, at + zeros.length)
    if (!part.equals(zeros.subarray(0, part.length))) return false
  }
  return true
}
const zeros = Buffer.alloc(65_536)
