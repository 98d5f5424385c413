// A journal on a real disk with operations that need no store.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { JournalEntry, JournalOperation, JournalStanding } from './entry.ts'
import { listSegments } from './files.ts'
import { type Journal, type JournalOptions, openJournal } from './journal.ts'
import { segmentName } from './segment.ts'

export const anInc = '0199f000-0000-7000-8000-00000000000a'

export const anOperation = (seq: number, canon = `{"seq":${String(seq)},"data":"周文静"}`): JournalOperation => ({
  inc: anInc,
  seq,
  hash: seq.toString(16).padStart(64, '0'),
  canon,
})

export const aStanding = (): JournalStanding => ({ meta: { device: 'W03' }, counters: [], tip: null })

export interface TestJournal {
  readonly dir: string
  readonly key: Buffer
  readonly open: (options?: Partial<JournalOptions>) => Journal
  /** Opens, appends each list as a transaction of its own, closes. */
  readonly write: (...transactions: readonly (readonly JournalOperation[])[]) => void
  /** Sequence numbers that can be read, in their order. */
  readonly read: () => readonly number[]
  readonly segments: () => readonly string[]
  readonly remove: () => void
}

export const openTestJournal = (options: Partial<JournalOptions> = {}): TestJournal => {
  const dir = mkdtempSync(join(tmpdir(), 'yichuang-journal-'))
  const key = randomBytes(32)
  const open = (more: Partial<JournalOptions> = {}): Journal => openJournal({ dir, key, ...options, ...more })
  return {
    dir,
    key,
    open,
    write: (...transactions) => {
      const journal = open()
      for (const operations of transactions) journal.append([{ type: 'operations', operations }], aStanding)
      journal.close()
    },
    read: () => {
      const journal = open()
      const found = seqsOf(journal.entries())
      journal.close()
      return found
    },
    segments: () => listSegments(dir).map((segment) => join(dir, segmentName(segment))),
    remove: () => rmSync(dir, { recursive: true, force: true }),
  }
}

export const seqsOf = (entries: Iterable<JournalEntry>): readonly number[] =>
  [...entries].flatMap((entry) => (entry.type === 'operations' ? entry.operations.map(({ seq }) => seq) : []))

export const flipBit = (path: string, at: number, bit = 0): void => {
  const bytes = readFileSync(path)
  bytes[at] = (bytes[at] ?? 0) ^ (1 << bit)
  writeFileSync(path, bytes)
}
