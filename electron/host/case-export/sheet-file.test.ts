import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { beginSheet } from './sheet-file.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yichuang-sheet-'))
})
afterEach(async () => {
  await rm(folder, { recursive: true })
})

it('[LIB-3] the rows of a long list do not wait in memory: nearly all that was added is in the file before more is taken', async () => {
  const path = join(folder, 'a.xlsx')
  const sheet = await beginSheet(path, '办件', [{ header: '事项', width: 40, isNumber: false }])
  let added = 0
  for (let page = 0; page < 50; page += 1) {
    for (let n = 0; n < 200; n += 1) {
      // 300 bytes that cannot be packed any smaller.
      sheet.add([randomBytes(300).toString('base64')])
      added += 300
    }
    await sheet.settled()
  }
  const { size } = await stat(`${path}.part`)
  expect(size).toBeGreaterThan(added * 0.8)
  await sheet.end()
  await sheet.place()
  await sheet.discard()
  expect(await readdir(folder)).toEqual(['a.xlsx'])
})
