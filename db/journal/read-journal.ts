import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type JournalEntry, type JournalTip, decodeEntry, tipAfter } from './entry.ts'
import { listSegments } from './files.ts'
import { frameSeal } from './frame.ts'
import { type ScannedSegment, readSegmentHeader, scanSegment, segmentName } from './segment.ts'

/** Something in a segment that cannot be read. */
export interface JournalDamage {
  /** File name of the segment. */
  readonly segment: string
  readonly at: number
  /** Nothing that can be read follows, in this segment or a later one: as an append leaves it that was cut off. */
  readonly atEnd: boolean
}

export interface OpenedSegment {
  readonly segment: number
  /** Null when not even its header can be read. */
  readonly scanned: ScannedSegment | null
}

/** One segment, read from the disk. */
export const readSegment = (dir: string, key: Uint8Array, segment: number): OpenedSegment => {
  const bytes = readFileSync(join(dir, segmentName(segment)))
  const header = readSegmentHeader(bytes)
  if (header === null || header.segment !== segment) return { segment, scanned: null }
  return { segment, scanned: scanSegment(bytes, header, frameSeal(key, header.journal)) }
}

/** Every segment in order, one in memory at a time. */
export function* readSegments(dir: string, key: Uint8Array): Generator<OpenedSegment> {
  for (const segment of listSegments(dir)) yield readSegment(dir, key, segment)
}

export const entriesOf = ({ scanned }: OpenedSegment): readonly JournalEntry[] =>
  (scanned?.payloads ?? []).flatMap((payload) => decodeEntry(payload) ?? [])

export interface JournalCheck {
  readonly damage: readonly JournalDamage[]
  readonly tip: JournalTip | null
  /** JSON of the identity that was written last. */
  readonly identity: string | null
  /** Number that the next frame gets. */
  readonly nextFrame: number
  readonly journal: Buffer
  readonly last: OpenedSegment | null
}

/** Reads the newest segments up to so many bytes, and of the older ones the names alone. */
export const checkSegments = (dir: string, key: Uint8Array, mostBytes: number): JournalCheck => {
  const numbers = listSegments(dir)
  const opened: OpenedSegment[] = []
  for (let at = numbers.length - 1, bytes = 0; at >= 0 && (bytes < mostBytes || opened.length === 0); at--) {
    const one = readSegment(dir, key, numbers[at] ?? 0)
    bytes += one.scanned?.header.size ?? 0
    opened.unshift(one)
  }
  const damage: JournalDamage[] = []
  const gap = numbers.findIndex((segment, at) => at > 0 && segment !== (numbers[at - 1] ?? 0) + 1)
  if (gap > 0) damage.push({ segment: segmentName((numbers[gap - 1] ?? 0) + 1), at: 0, atEnd: false })
  let tip: JournalTip | null = null
  let identity: string | null = null
  let nextFrame = 0
  const last = opened.at(-1) ?? null
  for (const one of opened) {
    const { scanned } = one
    const isLast = one === last
    // A segment gets its name when it is whole, so no append that was cut off leaves one without a header.
    const found = scanned === null ? { at: 0, atEnd: false } : scanned.damage
    const follows = scanned === null || one === opened[0] || scanned.header.firstFrame === nextFrame
    if (found !== null) damage.push({ segment: segmentName(one.segment), at: found.at, atEnd: isLast && found.atEnd })
    else if (!follows) damage.push({ segment: segmentName(one.segment), at: 0, atEnd: false })
    for (const entry of entriesOf(one)) {
      tip = tipAfter(tip, entry)
      if (entry.type === 'standing') identity = JSON.stringify(entry.standing.meta)
    }
    nextFrame = scanned === null ? nextFrame + numbersToSkip : scanned.nextFrame
  }
  const journal = opened.flatMap(({ scanned }) => scanned?.header.journal ?? []).at(-1) ?? randomBytes(16)
  return { damage, tip, identity, nextFrame, journal, last }
}

/** More than a segment has frames: what follows one that cannot be read must not take its numbers. */
const numbersToSkip = 1_048_576
