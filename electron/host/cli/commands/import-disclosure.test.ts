import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { registerRowsOf } from '../../../../domain/history/_testing.ts'
import huaian from '../../../../domain/report/fixtures/huaian-2024.json' with { type: 'json' }
import { type Workplace, makeWorkplace, run } from '../_testing.ts'

let place: Workplace
beforeEach(async () => {
  place = makeWorkplace()
  expect((await run(['init', '--dir', place.dir])).code).toBe(0)
})
afterEach(() => place.remove())

const register = (name: string, rows: readonly unknown[]): string => {
  const file = join(place.root, name)
  writeFileSync(file, JSON.stringify(rows))
  return file
}
const take = (file: string, ...more: readonly string[]) =>
  run(['import', file, '--as', 'disclosure', '--dir', place.dir, ...more])

describe('import --as disclosure', { timeout: 60_000 }, () => {
  it('[DIS-31] rows of a published table, imported, make the annual report that has every cell of it', async () => {
    const file = register('huaian.json', registerRowsOf(huaian.table3, huaian.table4, 2024))
    const { code, out, said } = await take(file, '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ read: 3153, imported: 3153, added: 3153, rejected: [] })
    expect(said).toContain('已处理 500 / 3153 行')
    const report = await run(['report', 'annual', '--year', '2024', '--dir', place.dir, '--format', 'json'])
    expect(report.code).toBe(0)
    expect(JSON.parse(report.out)).toMatchObject({ year: 2024, table3: huaian.table3, table4: huaian.table4 })
  })

  it('[DIS-31] names each bad row in plain words', async () => {
    const row = { received_on: '2024-03-04', applicant_kind: '自然人', subject: '预算', replied_on: '2024-03-01' }
    const file = register('bad.json', [{ ...row, outcome: 'granted' }, row, { ...row, replied_on: null }])
    const { code, out } = await take(file)
    expect(code).toBe(1)
    expect(out.split('\n')).toEqual([
      '读入 3 行，接受 1 行（新增 1，未变 0），拒绝 2 行',
      '  第 1 行：答复日期 2024-03-01 早于收到日期 2024-03-04',
      '  第 2 行：答复日期 2024-03-01 早于收到日期 2024-03-04；有答复日期，没有办理结果',
    ])
  })

  it('[CLI-3] tells by its exit code whether every row is in, some are, or none is', async () => {
    const good = { received_on: '2024-03-04', applicant_kind: '自然人', subject: '预算' }
    const bad = { ...good, received_on: 'x' }
    expect((await take(register('all.json', [good]))).code).toBe(0)
    expect((await take(register('some.json', [good, bad]))).code).toBe(1)
    expect((await take(register('none.json', [bad]))).code).toBe(2)
    expect((await run(['help', 'import'])).out).toContain('1 有的行被拒绝，其余已收下')
    expect((await run(['help'])).out).toContain('有的行被拒绝（其余已收下）')
  })

  it('[CLI-3] refuses a file in which two columns mean one field, and names them', async () => {
    const before = place.onDisk()
    const csv = (name: string, header: string) => {
      const file = join(place.root, name)
      writeFileSync(file, `${header}\n2024-03-04,自然人,预算,2024-03-05\n`)
      return file
    }
    for (const [name, header, named] of [
      ['same.csv', 'received_on,applicant_kind,subject,received_on', 'received_on、received_on'],
      ['other.csv', 'received_on,applicant_kind,subject,收到日期', 'received_on、收到日期'],
    ] as const) {
      const { code, said } = await take(csv(name, header))
      expect([code, said.includes(named)], said).toEqual([2, true])
    }
    expect(place.onDisk().filter((line) => !line.includes('.csv'))).toEqual(before)
  })

  it('answers 2 and changes nothing when no row is good', async () => {
    const file = register('none.json', [{ received_on: 'x', applicant_kind: '自然人', subject: '预算' }])
    expect(await take(file)).toMatchObject({ code: 2 })
    const other = register('other.json', [{ name: '取水许可', organ: '县水务局' }])
    expect((await take(other)).said).toContain('没有导入任何内容')
  })
})
