import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createFileChooser, stickDialogs } from './choose-file.ts'

const never = () => Promise.reject(new Error('asked'))

describe('choosing a file', () => {
  it('[SHL-17] a parcel that is written has the ending of parcels, whatever was typed', async () => {
    const choose = (typed: string | null) =>
      createFileChooser({ save: () => Promise.resolve(typed), open: never })('save_parcel', 'W03.yichuang')
    expect(await choose('/stick/mine')).toBe('/stick/mine.yichuang')
    expect(await choose('/stick/mine.yichuang')).toBe('/stick/mine.yichuang')
    expect(await choose(null)).toBeNull()
  })

  it('[SHL-17] a list that is written has the ending of workbooks, and what it would replace is named whole first', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'yichuang-list-'))
    try {
      const asked: string[] = []
      const choose = (...answers: (string | null)[]) =>
        createFileChooser({
          save: (name, kind) => {
            asked.push(`${kind} ${name}`)
            return Promise.resolve(answers.shift() ?? null)
          },
          open: never,
        })('save_list', '办件.xlsx')
      const mine = join(folder, 'mine')
      expect(await choose(mine)).toBe(`${mine}.xlsx`)
      expect(await choose(`${mine}.XLSX`)).toBe(`${mine}.XLSX`)
      expect(await choose(null)).toBeNull()
      await writeFile(`${mine}.xlsx`, '')
      asked.length = 0
      expect(await choose(mine, `${mine}.xlsx`)).toBe(`${mine}.xlsx`)
      expect(await choose(mine, null)).toBeNull()
      const twice = ['list 办件.xlsx', `list ${mine}.xlsx`]
      expect(asked).toEqual([...twice, ...twice])
    } finally {
      await rm(folder, { recursive: true })
    }
  })

  it('[SHL-17] while one dialog stands open a second one is not opened, and afterwards it is', async () => {
    let answer: (path: string | null) => void = () => undefined
    let asked = 0
    const open = () => {
      asked += 1
      return new Promise<string | null>((resolve) => {
        answer = resolve
      })
    }
    const choose = createFileChooser({ save: never, open })
    const first = choose('open_parcel', '')
    expect(await choose('open_parcel', '')).toBeNull()
    expect(await choose('save_parcel', 'x.yichuang')).toBeNull()
    answer('/stick/a.yichuang')
    expect(await first).toBe('/stick/a.yichuang')
    const third = choose('open_parcel', '')
    answer(null)
    expect([await third, asked]).toEqual([null, 2])
    await expect(choose('save_parcel', 'x')).rejects.toThrow('asked')
    await expect(choose('save_parcel', 'x')).rejects.toThrow('asked')
  })

  it('[SHL-17] the stick of a test gives its newest parcel', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'yichuang-stick-'))
    try {
      const stick = stickDialogs(folder)
      expect(await stick.open()).toBeNull()
      for (const [n, name] of ['b.yichuang', 'a.yichuang', 'z.txt'].entries()) {
        await writeFile(join(folder, name), '')
        await utimes(join(folder, name), n + 1, n + 1)
      }
      expect(await stick.open()).toBe(join(folder, 'a.yichuang'))
      expect(await stick.save('W03.yichuang', 'parcel')).toBe(join(folder, 'W03.yichuang'))
    } finally {
      await rm(folder, { recursive: true })
    }
  })
})
