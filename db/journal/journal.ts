import { randomBytes } from 'node:crypto'
import { closeSync, fstatSync, openSync, unlinkSync } from 'node:fs'
import { join } from 'node:path'
import { StoreError, toStoreError } from '../store-error.ts'
import { type JournalEntry, type JournalStanding, type JournalTip, encodeEntry, tipAfter } from './entry.ts'
import {
  type JournalDisk,
  createSegment,
  dropUnfinished,
  listSegments,
  moveInto,
  realDisk,
  syncFolder,
} from './files.ts'
import { type FrameSeal, frameSeal } from './frame.ts'
import { type JournalDamage, checkSegments, entriesOf, readSegment, readSegments } from './read-journal.ts'
import { encodeSegmentHeader, segmentHeaderLength, segmentName } from './segment.ts'

export interface JournalOptions {
  readonly dir: string
  /** Key of the store. */
  readonly key: Uint8Array
  /** Size of a segment; one that a single transaction would overflow is larger. */
  readonly segmentBytes?: number
  readonly disk?: JournalDisk
}

/**
 * The second record of what this desk did, beside the database and independent of it: every own operation is here, on the disk, before
 * the transaction that makes it is committed. Throws `StoreError` for a failing disk.
 */
export interface Journal {
  readonly dir: string
  /** Found when it was opened and not put right since. */
  readonly damage: () => readonly JournalDamage[]
  /** Last operation in it. */
  readonly tip: () => JournalTip | null
  /** JSON of the identity of the device that it holds. */
  readonly identity: () => string | null
  /** One write and one sync. `standing` is asked for when a new segment begins. */
  readonly append: (entries: readonly JournalEntry[], standing: () => JournalStanding) => void
  /** Undoes the last append, on the disk. When that fails nothing more may be written: `read_only` from then on. */
  readonly takeBack: () => void
  /** Throws `read_only` after a frame could not be taken back. */
  readonly expectWritable: () => void
  /** Everything that can be read, oldest first. */
  readonly entries: () => Generator<JournalEntry>
  /** Removes what an append left that was cut off. */
  readonly clearEnd: () => void
  /** Moves all segments into a folder and begins anew. */
  readonly startOver: (aside: string) => void
  /** Removes the oldest segments as long as every operation in them is held safely elsewhere. Answers how many. */
  readonly trim: (isSafe: (inc: string, seq: number) => boolean) => number
  readonly close: () => void
}

/** A thousand operations or so: two weeks of a window. */
const usualSegment = 1_048_576
const firstSegment = 65_536
/** How much is read when the store opens; `verify` reads everything. */
const checkedAtOpening = 33_554_432

interface Current {
  readonly file: number
  readonly segment: number
  readonly size: number
  /** As its header says it; the file is shorter when it was cut. */
  readonly whole: number
}

/** Where the journal stood before an append. */
interface Before {
  readonly tip: JournalTip | null
  readonly identity: string | null
  readonly nextFrame: number
}

/** What the last append did, for taking it back. */
type Appended =
  | { readonly made: 'frames'; readonly at: number; readonly length: number }
  | { readonly made: 'segment'; readonly before: { readonly current: Current | null; readonly end: number } }

export const openJournal = ({ dir, key, segmentBytes = usualSegment, disk = realDisk }: JournalOptions): Journal => {
  dropUnfinished(dir)
  const found = checkSegments(dir, key, checkedAtOpening)
  let { damage, tip, identity, nextFrame, journal } = found
  let seal: FrameSeal = frameSeal(key, journal)
  let current: Current | null = null
  let end = 0
  let stuck = false
  let appended: ({ readonly what: Appended } & Before) | null = null
  const before = (): Before => ({ tip, identity, nextFrame })

  if (found.last !== null && found.last.scanned !== null) {
    const { segment, scanned } = found.last
    const file = openSync(join(dir, segmentName(segment)), 'r+')
    const whole = scanned.header.size
    current = { file, segment, size: Math.min(whole, fstatSync(file).size), whole }
    end = scanned.end
  }

  const begin = (entries: readonly JournalEntry[], standing: JournalStanding): void => {
    const segment = (listSegments(dir).at(-1) ?? 0) + 1
    const frames = [{ type: 'standing' as const, standing }, ...entries].map((entry, at) =>
      seal.seal(nextFrame + at, encodeEntry(entry)),
    )
    const used = frames.reduce((sum, { length }) => sum + length, segmentHeaderLength)
    const size = Math.max(segment === 1 ? Math.min(firstSegment, segmentBytes) : segmentBytes, used)
    const bytes = Buffer.alloc(size)
    encodeSegmentHeader({ journal, segment, firstFrame: nextFrame, size }).copy(bytes)
    let at = segmentHeaderLength
    for (const frame of frames) at += frame.copy(bytes, at)
    const file = createSegment(dir, { journal, segment, firstFrame: nextFrame, size }, bytes, disk)
    appended = { what: { made: 'segment', before: { current, end } }, ...before() }
    current = { file, segment, size, whole: size }
    end = used
    identity = JSON.stringify(standing.meta)
    nextFrame += frames.length
  }

  const addTo = (to: Current, frames: Buffer): void => {
    appended = { what: { made: 'frames', at: end, length: frames.length }, ...before() }
    try {
      disk.write(to.file, frames, end)
      disk.sync(to.file)
    } catch (error) {
      // Some of it may be on the disk.
      undo()
      throw toStoreError(error)
    }
    end += frames.length
  }

  const undo = (): void => {
    if (appended === null) return
    const { what } = appended
    try {
      if (what.made === 'segment') {
        if (current !== null) {
          closeSync(current.file)
          unlinkSync(join(dir, segmentName(current.segment)))
          syncFolder(dir)
        }
        current = what.before.current
        end = what.before.end
      } else if (current !== null) {
        disk.write(current.file, Buffer.alloc(what.length), what.at)
        disk.sync(current.file)
        end = what.at
      }
    } catch (error) {
      stuck = true
      throw new StoreError('read_only', 'an act that failed stands in the journal and cannot be taken back', error)
    }
    ;({ tip, identity, nextFrame } = appended)
    appended = null
  }

  /** The last append stands: what was kept for taking it back goes. */
  const settle = (): void => {
    if (appended?.what.made === 'segment' && appended.what.before.current !== null)
      closeSync(appended.what.before.current.file)
    appended = null
  }

  const expectWritable = (): void => {
    if (stuck) throw new StoreError('read_only', 'the journal could not be put right')
  }

  return {
    dir,
    damage: () => damage,
    tip: () => tip,
    identity: () => identity,
    expectWritable,
    append: (entries, standing) => {
      expectWritable()
      settle()
      const frames = Buffer.concat(entries.map((entry, at) => seal.seal(nextFrame + at, encodeEntry(entry))))
      try {
        if (current !== null && end + frames.length <= current.size) {
          addTo(current, frames)
          nextFrame += entries.length
        } else {
          // A segment begins with one of its own.
          begin(
            entries.filter(({ type }) => type !== 'standing'),
            standing(),
          )
        }
      } catch (error) {
        throw toStoreError(error)
      }
      for (const entry of entries) {
        tip = tipAfter(tip, entry)
        if (entry.type === 'standing') identity = JSON.stringify(entry.standing.meta)
      }
    },
    takeBack: undo,
    entries: function* () {
      for (const one of readSegments(dir, key)) yield* entriesOf(one)
    },
    clearEnd: () => {
      if (current === null) return
      disk.write(current.file, Buffer.alloc(current.whole - end), end)
      disk.sync(current.file)
      current = { ...current, size: current.whole }
      damage = []
    },
    startOver: (aside) => {
      settle()
      if (current !== null) closeSync(current.file)
      current = null
      end = 0
      moveInto(aside, dir, listSegments(dir).map(segmentName))
      journal = randomBytes(16)
      seal = frameSeal(key, journal)
      damage = []
      tip = null
      identity = null
      nextFrame = 0
    },
    trim: (isSafe) => {
      let removed = 0
      for (const segment of listSegments(dir)) {
        if (segment === current?.segment) break
        const highest = new Map<string, number>()
        const one = readSegment(dir, key, segment)
        if (one.scanned === null || one.scanned.damage !== null) break
        for (const entry of entriesOf(one)) {
          if (entry.type !== 'operations') continue
          for (const { inc, seq } of entry.operations) highest.set(inc, Math.max(seq, highest.get(inc) ?? 0))
        }
        if (![...highest].every(([inc, seq]) => isSafe(inc, seq))) break
        unlinkSync(join(dir, segmentName(segment)))
        removed += 1
      }
      if (removed > 0) syncFolder(dir)
      return removed
    },
    close: () => {
      settle()
      if (current !== null) closeSync(current.file)
      current = null
    },
  }
}
