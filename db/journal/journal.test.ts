import { randomBytes } from 'node:crypto'
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { failureOf } from '../_testing.ts'
import { type TestJournal, aStanding, anInc, anOperation, flipBit, openTestJournal, seqsOf } from './_testing.ts'
import { crc32 } from './crc32.ts'
import { realDisk } from './files.ts'

let test: TestJournal
afterEach(() => test.remove())

const one = (seq: number) => [{ type: 'operations' as const, operations: [anOperation(seq)] }]

/** Small enough to try every byte of. */
const small = { segmentBytes: 500 }
const shortest = (seq: number) => anOperation(seq, '{}')

describe('the journal', () => {
  it('[JRN-1] gives back what was written, in its order, transaction by transaction', () => {
    test = openTestJournal({ segmentBytes: 600 })
    const transactions = fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 4 }), {
      maxLength: 12,
    })
    fc.assert(
      fc.property(transactions, (texts) => {
        rmSync(test.dir, { recursive: true, force: true })
        let seq = 0
        const written = texts.map((canons) => canons.map((canon) => anOperation(++seq, canon)))
        test.write(...written)
        const journal = test.open()
        const read = [...journal.entries()].flatMap((entry) => (entry.type === 'operations' ? [entry.operations] : []))
        expect(read).toEqual(written)
        expect(journal.damage()).toEqual([])
        expect(journal.tip()?.seq ?? 0).toBe(seq)
        journal.close()
      }),
      { numRuns: 40 },
    )
  })

  it('[JRN-2] shows no readable word, and seals the same text differently each time', () => {
    test = openTestJournal()
    test.write([anOperation(1, '周文静 990000199001010017')], [anOperation(1, '周文静 990000199001010017')])
    const bytes = readFileSync(test.segments()[0] ?? '')
    for (const word of ['周文静', '990000199001010017', 'W03']) expect(bytes.includes(word)).toBe(false)
    const first = bytes.indexOf('YJF1', bytes.indexOf('YJF1') + 1)
    const second = bytes.indexOf('YJF1', first + 1)
    const sealed = second - first - 20
    expect(bytes.subarray(first + 20, second).equals(bytes.subarray(second + 20, second + 20 + sealed))).toBe(false)
  })

  it('[JRN-2] does not open with another key, and not as another journal', () => {
    test = openTestJournal()
    test.write([anOperation(1)], [anOperation(2)])
    const other = test.open({ key: randomBytes(32) })
    expect(seqsOf(other.entries())).toEqual([])
    expect(other.damage()).not.toEqual([])
    other.close()
    const path = test.segments()[0] ?? ''
    const mine = readFileSync(path)
    rmSync(path)
    test.write([anOperation(7)])
    const theirs = readFileSync(path)
    // Frames of one under the header of the other.
    writeFileSync(path, Buffer.concat([theirs.subarray(0, 40), mine.subarray(40)]))
    expect(test.read()).toEqual([])
  })

  it('[JRN-3] notices every flipped byte, and reads every frame but the one it lies in', { timeout: 60_000 }, () => {
    test = openTestJournal(small)
    test.write([shortest(1)], [shortest(2)], [shortest(3)])
    const path = test.segments()[0] ?? ''
    expect(test.segments()).toHaveLength(1)
    const sound = readFileSync(path)
    const marks = [...sound.toString('latin1').matchAll(/YJF1/g)].map(({ index }) => index)
    expect(marks).toHaveLength(4)
    for (let at = 0; at < sound.length; at++) {
      writeFileSync(path, sound)
      flipBit(path, at, at % 8)
      const journal = test.open(small)
      expect([at, journal.damage().length > 0]).toEqual([at, true])
      const frame = marks.filter((mark) => mark <= at).length - 2
      const end = (marks[3] ?? 0) + (marks[3] ?? 0) - (marks[2] ?? 0)
      const hit = at >= end ? null : frame + 1
      // Without its header a segment is not read at all; the one frame before the operations is the standing.
      const expected = at < 40 ? [] : [1, 2, 3].filter((seq) => seq !== hit)
      expect([at, seqsOf(journal.entries())]).toEqual([at, expected])
      journal.close()
    }
  })

  it('[JRN-3] notices every truncation, and keeps the frames before it', { timeout: 60_000 }, () => {
    test = openTestJournal(small)
    test.write([shortest(1)], [shortest(2)], [shortest(3)])
    const path = test.segments()[0] ?? ''
    const sound = readFileSync(path)
    const ends = [...sound.toString('latin1').matchAll(/YJF1/g)].map(({ index }) => index)
    const last = (ends[3] ?? 0) + (ends[3] ?? 0) - (ends[2] ?? 0)
    for (let length = 0; length < sound.length; length++) {
      writeFileSync(path, sound.subarray(0, length))
      const journal = test.open(small)
      expect([length, journal.damage().length]).toEqual([length, 1])
      const whole = [ends[2] ?? 0, ends[3] ?? 0, last].filter((end) => length >= end).length
      expect([length, seqsOf(journal.entries())]).toEqual([length, [1, 2, 3].slice(0, whole)])
      journal.close()
    }
  })

  it('[JRN-3] notices a segment that is gone, and one that was put back from before', () => {
    test = openTestJournal({ segmentBytes: 500 })
    for (let seq = 1; seq <= 12; seq++) test.write([anOperation(seq)])
    const [first = '', second = '', ...rest] = test.segments()
    expect(rest.length).toBeGreaterThan(1)
    const kept = readFileSync(second)
    rmSync(second)
    const gone = test.open()
    expect(gone.damage()[0]).toEqual({ segment: '00000002.seg', at: 0, atEnd: false })
    gone.close()
    writeFileSync(second, readFileSync(first))
    const old = test.open()
    expect(old.damage()).not.toEqual([])
    old.close()
    writeFileSync(second, kept)
    expect(test.read()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
  })

  it('[JRN-4] takes the last append back, also one that began a segment', () => {
    test = openTestJournal({ segmentBytes: 500 })
    const journal = test.open()
    const taken: number[] = []
    for (let seq = 1; taken.length < 9;) {
      journal.append(one(seq), aStanding)
      journal.takeBack()
      expect(journal.tip()?.seq ?? 0).toBe(seq - 1)
      expect(seqsOf(journal.entries())).toEqual(taken)
      journal.append(one(seq), aStanding)
      taken.push(seq++)
    }
    journal.close()
    expect(test.segments().length).toBeGreaterThan(2)
    expect(test.read()).toEqual(taken)
    const again = test.open()
    expect(again.damage()).toEqual([])
    again.close()
  })

  it('[JRN-4] leaves nothing of an append that the disk refused', () => {
    test = openTestJournal()
    test.write([anOperation(1)])
    let broken = true
    const full = Object.assign(new Error('no space'), { code: 'ENOSPC' })
    const journal = test.open({
      disk: {
        write: (file, bytes, at) => {
          const half = bytes.subarray(0, bytes.length / 2)
          realDisk.write(file, broken ? half : bytes, at)
          if (broken) {
            broken = false
            throw full
          }
        },
        sync: realDisk.sync,
      },
    })
    expect(failureOf(() => journal.append(one(2), aStanding))).toBe('disk_full')
    journal.append(one(2), aStanding)
    journal.close()
    const again = test.open()
    expect([again.damage(), seqsOf(again.entries())]).toEqual([[], [1, 2]])
    again.close()
  })

  it('[JRN-4] writes nothing more once an append cannot be taken back', () => {
    test = openTestJournal()
    test.write([anOperation(1)])
    const gone = Object.assign(new Error('gone'), { code: 'EIO' })
    let broken = false
    const journal = test.open({
      disk: {
        write: realDisk.write,
        sync: (file) => {
          if (broken) throw gone
          realDisk.sync(file)
        },
      },
    })
    journal.append(one(2), aStanding)
    broken = true
    expect(failureOf(journal.takeBack)).toBe('read_only')
    expect(failureOf(journal.expectWritable)).toBe('read_only')
    expect(failureOf(() => journal.append(one(3), aStanding))).toBe('read_only')
    journal.close()
  })

  it('[JRN-6] lets go of whole segments from the oldest on, as far as everything in them is safe', () => {
    test = openTestJournal({ segmentBytes: 500 })
    const journal = test.open()
    for (let seq = 1; seq <= 12; seq++) journal.append(one(seq), aStanding)
    expect(journal.trim((inc, seq) => inc === anInc && seq <= 0)).toBe(0)
    const before = seqsOf(journal.entries())
    expect(journal.trim((_inc, seq) => seq <= 6)).toBeGreaterThan(0)
    const after = seqsOf(journal.entries())
    expect(after.length).toBeLessThan(before.length)
    expect(after).toEqual(before.slice(-after.length))
    expect(after).toEqual(expect.arrayContaining([7, 8, 9, 10, 11, 12]))
    journal.trim(() => true)
    journal.append(one(13), aStanding)
    journal.close()
    const again = test.open()
    expect([again.damage(), again.tip()?.seq]).toEqual([[], 13])
    again.close()
  })

  it('drops what an append left that was killed while it made a segment', () => {
    test = openTestJournal()
    test.write([anOperation(1)])
    writeFileSync(join(test.dir, '00000002.seg.new'), 'half')
    expect(test.read()).toEqual([1])
    expect(readdirSync(test.dir)).toEqual(['00000001.seg'])
  })

  it('counts the check sum of zlib', () => {
    test = openTestJournal()
    expect(crc32(Buffer.from('123456789'))).toBe(0xcb_f4_39_26)
  })
})
