import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeLetter } from './write-letter.ts'

const stem = '990123-20261122-W03-0012_service_receipt_1'
let root = ''
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'yichuang-letters-'))
})
afterEach(async () => {
  await rm(root, { recursive: true, force: true })
})

describe('writing a letter', () => {
  it('[SHL-15] makes the folder and leaves one whole file for this user only', async () => {
    const folder = join(root, 'letters')
    expect(await writeLetter(folder, stem, Buffer.from('%PDF-1.7'))).toEqual({
      ok: true,
      value: { file: `${stem}.pdf` },
    })
    expect(await readdir(folder)).toEqual([`${stem}.pdf`])
    expect(await readFile(join(folder, `${stem}.pdf`), 'utf8')).toBe('%PDF-1.7')
    if (process.platform !== 'win32') {
      expect((await stat(join(folder, `${stem}.pdf`))).mode & 0o777).toBe(0o600)
      expect((await stat(folder)).mode & 0o777).toBe(0o700)
    }
  })

  it('[SHL-15] an earlier letter of the same name stays as it was', async () => {
    await writeLetter(root, stem, Buffer.from('first'))
    expect(await writeLetter(root, stem, Buffer.from('second'))).toEqual({ ok: true, value: { file: `${stem}-2.pdf` } })
    expect(await readFile(join(root, `${stem}.pdf`), 'utf8')).toBe('first')
    expect(await readFile(join(root, `${stem}-2.pdf`), 'utf8')).toBe('second')
  })

  it('[SHL-15] two letters written at once get two names', async () => {
    const written = await Promise.all(['a', 'b', 'c'].map((text) => writeLetter(root, stem, Buffer.from(text))))
    expect(written.every(({ ok }) => ok)).toBe(true)
    const texts = await Promise.all((await readdir(root)).map((name) => readFile(join(root, name), 'utf8')))
    expect(texts.sort()).toEqual(['a', 'b', 'c'])
  })

  it('[SHL-15] a folder that is a file is refused and nothing is left behind', async () => {
    const file = join(root, 'letters')
    await writeFile(file, '')
    expect(await writeLetter(file, stem, Buffer.from('x'))).toMatchObject({
      ok: false,
      error: { code: 'folder_unusable' },
    })
    expect(await readdir(root)).toEqual(['letters'])
  })

  it('[SHL-15] a name that is no letter name is never written', async () => {
    expect(await writeLetter(root, '../../evil', Buffer.from('x'))).toMatchObject({ ok: false })
    expect(await readdir(root)).toEqual([])
  })
})
