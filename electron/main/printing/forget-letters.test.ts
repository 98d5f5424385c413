import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { forgetOldLetters } from './forget-letters.ts'

const now = Date.UTC(2026, 10, 22, 8)
const hour = 60 * 60 * 1000
let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yichuang-letters-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const put = async (name: string, hoursOld: number): Promise<void> => {
  await writeFile(join(folder, name), 'x')
  const at = new Date(now - hoursOld * hour)
  await utimes(join(folder, name), at, at)
}

describe('old letters', () => {
  it('[SHL-15] letters and half-written files of yesterday go, those of today and files of others stay', async () => {
    await put('990123-20261120-W03-0001_service_receipt_1.pdf', 25)
    await put('.0190b6a0-0000-4000-8000-000000000001.tmp', 25)
    await put('990123-20261122-W03-0001_service_receipt_1.pdf', 23)
    await put('notes.pdf', 2500)
    await forgetOldLetters(folder, now)
    expect((await readdir(folder)).sort()).toEqual(['990123-20261122-W03-0001_service_receipt_1.pdf', 'notes.pdf'])
  })

  it('[SHL-15] a folder that is not there is no fault', async () => {
    await expect(forgetOldLetters(join(folder, 'none'), now)).resolves.toBeUndefined()
  })
})
