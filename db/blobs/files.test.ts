import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type BlobFiles, blobFiles, blobIdOf, pieceBytes } from './files.ts'

const key = randomBytes(32)
let dir: string
let files: BlobFiles
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'yichuang-blobs-'))
  files = blobFiles(dir, key)
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const pathOf = (id: string) => join(dir, id.slice(0, 2), `${id}.yb`)

describe('files of attachments', () => {
  it('[ATT-1] are read as they were put, any part of them, under the hash of their bytes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(1, pieceBytes - 1, pieceBytes, pieceBytes + 1, 2 * pieceBytes, 3 * pieceBytes + 17),
        fc.nat(),
        fc.nat(),
        (size, a, b) => {
          const bytes = randomBytes(size)
          const id = files.put(bytes)
          expect(id).toBe(blobIdOf(bytes))
          expect(files.read(id)?.equals(bytes)).toBe(true)
          const [from = 0, to = 0] = [a % (size + 1), b % (size + 1)].sort((x, y) => x - y)
          const open = files.open(id)
          expect(open?.read(from, to).equals(bytes.subarray(from, to))).toBe(true)
          open?.close()
        },
      ),
      { numRuns: 40 },
    )
  })

  it('[ATT-1] show nothing of their bytes on the disk, and open under no other key', () => {
    const id = files.put(Buffer.from('身份证 110105199003076530 '.repeat(5000)))
    expect(readFileSync(pathOf(id)).includes('110105199003076530')).toBe(false)
    expect(blobFiles(dir, randomBytes(32)).read(id)).toBeNull()
  })

  it('[ATT-1] with a flipped bit, cut short or under another name are as good as missing', () => {
    const bytes = randomBytes(2 * pieceBytes + 5)
    const id = files.put(bytes)
    const whole = readFileSync(pathOf(id))
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(7), (at, bit) => {
        // Bytes 4 to 8 of the header say nothing.
        fc.pre(at < 4 || at >= 8)
        const flipped = Buffer.from(whole)
        flipped[at] = (flipped[at] ?? 0) ^ (1 << bit)
        writeFileSync(pathOf(id), flipped)
        expect(files.read(id)).toBeNull()
      }),
      { numRuns: 60 },
    )
    writeFileSync(pathOf(id), whole)
    truncateSync(pathOf(id), whole.length - 1)
    expect(files.read(id)).toBeNull()
    expect(files.put(bytes)).toBe(id)
    expect(files.read(id)?.equals(bytes)).toBe(true)
    const other = files.put(randomBytes(2 * pieceBytes + 5))
    writeFileSync(pathOf(other), whole)
    expect(files.read(other)).toBeNull()
  })

  it('[ATT-1] take the same bytes once', () => {
    const id = files.put(Buffer.from('一份材料'))
    const before = readFileSync(pathOf(id))
    expect(files.put(Buffer.from('一份材料'))).toBe(id)
    expect(readFileSync(pathOf(id)).equals(before)).toBe(true)
    expect(files.list().map((each) => each.id)).toEqual([id])
    files.remove(id)
    expect(files.has(id)).toBe(false)
  })

  it('[ATT-8] that come in pieces go on where they broke off, and are there only when they are what their name says', () => {
    const bytes = randomBytes(3 * pieceBytes + 100)
    const id = blobIdOf(bytes)
    const first = files.download(id, bytes.length)
    first.append(bytes.subarray(0, pieceBytes + 500))
    first.leave()
    expect(files.has(id)).toBe(false)
    const second = files.download(id, bytes.length)
    expect(second.offset).toBe(pieceBytes)
    second.append(bytes.subarray(second.offset))
    expect(second.finish()).toBe(true)
    expect(files.read(id)?.equals(bytes)).toBe(true)

    const wrong = randomBytes(pieceBytes + 1)
    const claimed = blobIdOf(randomBytes(3))
    const forged = files.download(claimed, wrong.length)
    forged.append(wrong)
    expect(forged.finish()).toBe(false)
    expect(files.has(claimed)).toBe(false)
    expect(readdirSync(join(dir, claimed.slice(0, 2))).filter((name) => name.startsWith(claimed))).toEqual([])
  })

  it('[ATT-1] have no name that is no hash', () => {
    for (const id of ['../../etc/passwd', '', 'A'.repeat(64)]) expect(() => files.has(id)).toThrow(RangeError)
  })
})
