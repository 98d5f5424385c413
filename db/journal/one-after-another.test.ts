import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { aServiceIntake } from '../../domain/case/_testing.ts'
import { type Desk, openDesk } from '../_testing.ts'
import { storePaths } from '../store-file.ts'
import { flipBit } from './_testing.ts'

const accept = { kind: 'service.accept', intake: aServiceIntake() } as const

const wal = (dir: string) => join(dir, 'desk.db-wal')
const segment = (dir: string) => {
  const { journal } = storePaths(dir)
  return join(journal, readdirSync(journal).sort().at(-1) ?? '')
}
const placeIn = (path: string, place: number) => Math.floor(place * (readFileSync(path).length - 1))

/** `place` from 0 to 1 says where in the file. */
const damages: Readonly<Record<string, (dir: string, place: number) => void>> = {
  logGone: (dir) => rmSync(wal(dir), { force: true }),
  logCut: (dir, place) => truncateSync(wal(dir), placeIn(wal(dir), place)),
  logFlipped: (dir, place) => flipBit(wal(dir), placeIn(wal(dir), place)),
  journalCut: (dir, place) => truncateSync(segment(dir), placeIn(segment(dir), place)),
  journalFlipped: (dir, place) => flipBit(segment(dir), placeIn(segment(dir), place)),
  databaseGone: (dir) => {
    for (const name of readdirSync(dir)) if (name.startsWith('desk.db')) rmSync(join(dir, name))
  },
}

/** A power cut: the files as they are while the store is open, harmed by `harm`, are what the next opening finds. */
const powerCut = (desk: Desk, harm: (dir: string) => void): void => {
  const copy = mkdtempSync(join(tmpdir(), 'yichuang-cut-'))
  cpSync(desk.dir, copy, { recursive: true })
  desk.store.close()
  rmSync(desk.dir, { recursive: true })
  cpSync(copy, desk.dir, { recursive: true })
  rmSync(copy, { recursive: true })
  rmSync(storePaths(desk.dir).lock, { force: true })
  harm(desk.dir)
  desk.reopen()
}

const live = (steps: readonly { readonly acts: number; readonly damage: string; readonly place: number }[]): void => {
  const desk = openDesk()
  const device = desk.store.read.meta.findDevice()
  const said: string[] = []
  try {
    for (const { acts, damage, place } of steps) {
      for (let n = 0; n < acts; n++) said.push(desk.open(accept).caseNo)
      powerCut(desk, (dir) => damages[damage]?.(dir, place))
      expect(said.filter((caseNo) => desk.store.read.cases.findIdByNo(caseNo) === null)).toEqual([])
      expect(desk.store.read.meta.findDevice()).toEqual(device)
      expect(desk.store.verify().problems).toEqual([])
    }
  } finally {
    desk.remove()
  }
}

it(
  '[JRN-7] one failure of a disk after another, each mended at the opening after it, costs nothing and leaves nothing harmed',
  { timeout: 300_000 },
  () => {
    const step = fc.record({
      acts: fc.integer({ min: 1, max: 8 }),
      damage: fc.constantFrom(...Object.keys(damages)),
      place: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 4 }), (steps) => live(steps)),
      { numRuns: 12 },
    )
  },
)

it('[JRN-7] a database all of which stood in the log that is gone is made again, and is the same device', () => {
  live([
    { acts: 3, damage: 'logGone', place: 0 },
    { acts: 3, damage: 'journalCut', place: 0.1 },
  ])
})

it('[JRN-5] a journal that was cut in its empty end is whole again after the next opening', () => {
  live([
    { acts: 2, damage: 'journalCut', place: 0.9 },
    { acts: 2, damage: 'journalCut', place: 0.99 },
  ])
})
