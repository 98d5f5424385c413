import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type RegisterRow, flatRow, registerRowsOf } from '../../../domain/history/_testing.ts'
import huaian from '../../../domain/report/fixtures/huaian-2024.json' with { type: 'json' }
import { annualReport } from '../../../domain/report/annual.ts'
import type { DisclosureFacts } from '../../../domain/report/disclosure-facts.ts'
import { disclosureFacts } from '../../../domain/disclosure/report-facts.ts'
import { type TestHost, makeTestHost } from '../_testing.ts'
import { registerWords } from '../cli/messages/import-disclosure.ts'
import { eachCase } from '../reports/each-case.ts'
import { type ImportDisclosureOptions, importDisclosure } from './import-disclosure.ts'

let dir = ''
let host: TestHost
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'yichuang-register-'))
  host = makeTestHost({ items: [] })
})
afterEach(async () => {
  await host.remove()
  await rm(dir, { recursive: true, force: true })
})

const take = async (path: string, more: Partial<ImportDisclosureOptions> = {}) => {
  const imported = await importDisclosure(host.stamps, path, { words: registerWords, ...more })
  if (!imported.ok) throw new Error(JSON.stringify(imported.error))
  return imported.value
}
const file = async (name: string, content: string | Uint8Array) => {
  const path = join(dir, name)
  await writeFile(path, content)
  return path
}
const cases = () => [...eachCase(host.services.store.read.cases, ['disclosure'])].map(({ state }) => state)
const facts = (): readonly DisclosureFacts[] =>
  cases().flatMap((state) => (state.kind === 'disclosure' ? (disclosureFacts(state) ?? []) : []))

const row = (over: Partial<RegisterRow> = {}): RegisterRow => ({
  received_on: '2024-03-04',
  replied_on: '2024-03-20',
  channel: 'online',
  applicant_kind: '自然人',
  outcome: 'granted',
  subject: '2023年度招标文件',
  extended: false,
  reconsideration: null,
  litigation: null,
  ...over,
})
const csv = (rows: readonly RegisterRow[]): string => {
  const flat = rows.map(flatRow)
  const headers = Object.keys(flat[0] ?? {})
  return [headers, ...flat.map((one) => headers.map((header) => one[header] ?? ''))]
    .map((cells) => cells.map((cell) => `"${cell}"`).join(','))
    .join('\n')
}

describe('importing an old register', { timeout: 60_000 }, () => {
  it('[DIS-31] rows made from a published table give every cell of it again, and the same file changes nothing', async () => {
    const rows = registerRowsOf(huaian.table3, huaian.table4, 2024)
    expect(rows).toHaveLength(3153)
    const path = await file('huaian.json', JSON.stringify(rows))
    const progress: number[] = []
    const first = await take(path, { onProgress: (done) => progress.push(done) })
    expect(first).toMatchObject({
      read: 3153,
      imported: 3153,
      added: 3153,
      unchanged: 0,
      rejected: [],
      cancelled: false,
    })
    expect(progress).toEqual([500, 1000, 1500, 2000, 2500, 3000, 3153])
    const report = annualReport(facts(), 2024)
    expect(report.table3).toEqual(huaian.table3)
    expect(report.table4).toEqual(huaian.table4)
    const operations = host.services.store.read.log.count()
    expect(await take(path)).toMatchObject({ imported: 3153, added: 0, unchanged: 3153 })
    expect(host.services.store.read.log.count()).toBe(operations)
  })

  it('[DIS-31] json, csv and xlsx of the same rows give the same cases', async () => {
    const rows = [
      row({ reconsideration: { result: 'maintain', year: 2024 } }),
      row({
        reconsideration: { result: 'maintain', year: 2024 },
        litigation: { route: 'after_review', result: 'pending', year: 2025 },
        extended: true,
      }),
      row({ outcome: null, replied_on: null, applicant_kind: '科研机构' }),
    ]
    await take(await file('rows.json', JSON.stringify(rows)))
    const expected = facts()
    expect(expected).toHaveLength(3)
    expect(await take(await file('rows.csv', csv(rows)))).toMatchObject({ added: 0, unchanged: 3 })
    const workbook = new ExcelJS.Workbook()
    const sheet = workbook.addWorksheet('台账')
    const flat = rows.map(flatRow)
    sheet.addRow(Object.keys(flat[0] ?? {}))
    for (const one of flat) sheet.addRow(Object.values(one))
    const bytes = new Uint8Array(await workbook.xlsx.writeBuffer())
    expect(await take(await file('rows.xlsx', bytes))).toMatchObject({ added: 0, unchanged: 3 })
    expect(facts()).toEqual(expected)
  })

  it('[DIS-31] bad rows are named, and the others taken in', async () => {
    const path = await file(
      'mixed.json',
      JSON.stringify([row({ outcome: 'nothing' }), row(), { ...row(), received_on: '2024-02-30' }, 'text']),
    )
    const report = await take(path)
    expect(report).toMatchObject({ read: 4, imported: 1, added: 1 })
    expect(report.rejected.map(({ row: at, problems }) => [at, problems[0]?.code])).toEqual([
      [1, 'outcome_unknown'],
      [3, 'date_invalid'],
      [4, 'not_a_row'],
    ])
  })

  it('[DIS-31] equal rows of one file are two cases', async () => {
    expect(await take(await file('twice.json', JSON.stringify([row(), row()])))).toMatchObject({ added: 2 })
    expect(cases()).toHaveLength(2)
  })

  it('[DIS-31] an import that is stopped keeps what it took in, and goes on from there', async () => {
    const rows = Array.from({ length: 1200 }, (_, n) => row({ subject: `第 ${String(n)} 件` }))
    const path = await file('long.json', JSON.stringify(rows))
    const stop = new AbortController()
    const stopped = await take(path, { signal: stop.signal, onProgress: () => stop.abort() })
    expect(stopped).toMatchObject({ added: 500, cancelled: true })
    expect(await take(path)).toMatchObject({ added: 700, unchanged: 500, cancelled: false })
  })

  it('takes the real requests whose dates and outcome are published, and names what the others lack', async () => {
    const report = await take(join(import.meta.dirname, 'fixtures', 'disclosure-requests.json'))
    expect(report.read).toBe(59)
    expect(report.unused).toEqual(['id'])
    const codes = new Set(report.rejected.flatMap(({ problems }) => problems.map(({ code }) => code)))
    expect([...codes].sort()).toEqual(['missing', 'outcome_without_reply', 'reply_without_outcome'])
    expect(report.imported).toBe(20)
    // DR005: received 2016-10-13, replied 2016-12-09, not held.
    expect(facts()).toContainEqual(
      expect.objectContaining({ receivedOn: '2016-10-13', repliedOn: '2016-12-09', outcome: 'unable_none' }),
    )
  })

  it('refuses a file without the columns of a register', async () => {
    const path = await file('other.csv', '事项名称,实施主体\n取水许可,县水务局\n')
    expect(await importDisclosure(host.stamps, path, { words: registerWords })).toMatchObject({
      ok: false,
      error: { code: 'no_header' },
    })
  })
})
