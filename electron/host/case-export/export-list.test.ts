import { mkdtemp, open, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { caseColumnIds, type CaseFilterInput, type ListExportResult } from '../../../contract/queries/case-library.ts'
import type { RunProgress } from '../../../contract/queries/run.ts'
import { type Desk, openDesk } from '../../../db/_testing.ts'
import { aServiceIntake, aSoleTrader, anApplicant } from '../../../domain/case/_testing.ts'
import { anItem } from '../../../domain/case/_testing.ts'
import { plainDate } from '../../../domain/plain-date.ts'
import { caseList } from '../queries/case-list.ts'
import { type ListExportTask, exportList } from './export-list.ts'

const list: CaseFilterInput = { text: '', kinds: [], statuses: [], openOnly: false, order: 'newest' }
const columns = [...caseColumnIds]

let desk: Desk
let folder: string
let path: string
beforeEach(async () => {
  desk = openDesk()
  folder = await mkdtemp(join(tmpdir(), 'yichuang-export-'))
  path = join(folder, '办件.xlsx')
})
afterEach(async () => {
  desk.remove()
  await rm(folder, { recursive: true })
})

const task = (over: Partial<ListExportTask> = {}): ListExportTask => ({
  input: { list, columns },
  path,
  by: { staffId: 'S01', name: '王芳' },
  isThere: () => true,
  ...over,
})
const begin = (over: Partial<ListExportTask> = {}) =>
  exportList({ store: desk.store, today: () => plainDate('2026-11-23'), now: () => desk.clock.wall }, task(over))

/** Everything it told, and what came of it. */
const run = async (
  events: AsyncGenerator<RunProgress, ListExportResult>,
): Promise<{ told: readonly RunProgress[]; result: ListExportResult }> => {
  const told: RunProgress[] = []
  for (;;) {
    const { done, value } = await events.next()
    if (done === true) return { told, result: value }
    told.push(value)
  }
}
const sheet = async () => {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(path)
  const found = workbook.worksheets[0]
  if (found === undefined) throw new Error('no sheet')
  return found
}
const accept = (intake: Partial<ReturnType<typeof aServiceIntake>> = {}) =>
  desk.open({ kind: 'service.accept', intake: aServiceIntake(intake) })
const noted = () => desk.store.read.listExports.newest(null, 10)

describe('a list as a workbook', () => {
  it('[LIB-3] has every case once, in the order of the list, and says of it what the list says', async () => {
    for (let n = 0; n < 450; n += 1) accept({ applicant: n === 0 ? aSoleTrader() : anApplicant() })
    const { told, result } = await run(begin())
    expect(result).toMatchObject({ ok: true, value: { file: '办件.xlsx', rows: 450 } })
    expect(told).toEqual([200, 400, 450].map((done) => ({ kind: 'progress', done, total: 450 })))
    const found = await sheet()
    expect(found.rowCount).toBe(451)
    expect(found.getRow(1).values).toContain('办件编号')
    const shown = caseList(desk.store.read, { ...list, cursor: null, limit: 200 }).rows
    expect(shown.map((_row, n) => found.getRow(n + 2).getCell(1).text)).toEqual(shown.map(({ caseNo }) => caseNo))
    const numbers = Array.from({ length: 450 }, (_, n) => found.getRow(n + 2).getCell(1).text)
    expect(new Set(numbers).size).toBe(450)
    const applicant = caseColumnIds.indexOf('applicant') + 1
    expect(found.getRow(2).getCell(applicant).text).toBe('周＊静')
    expect(found.getRow(451).getCell(applicant).text).toBe('青岚县清和美发店')
    expect((await readFile(path)).includes(anApplicant().phone ?? '?')).toBe(false)
  })

  it('[LIB-3] has the columns that were asked for, in their order, and the rows that the filters leave', async () => {
    accept()
    desk.open({ kind: 'service.refuse', intake: aServiceIntake(), ground: 'not_eligible', explanation: '不符合条件' })
    await run(begin({ input: { list: { ...list, openOnly: true }, columns: ['left', 'status'] } }))
    const found = await sheet()
    expect(found.rowCount).toBe(2)
    expect([1, 2].map((at) => found.getRow(1).getCell(at).text)).toEqual(['剩余', '环节'])
    expect(typeof found.getRow(2).getCell(1).value).toBe('number')
    expect(found.getRow(2).getCell(2).text).toBe('已受理')
  })

  it.each(['=1+1', '+86 13800001234', '-1', '@SUM(A1)', '＝1+1'])('[LIB-3] never holds a formula: %s', async (name) => {
    accept({ item: anItem({ name }) })
    await run(begin({ input: { list, columns: ['title'] } }))
    const cell = (await sheet()).getRow(2).getCell(1)
    expect(cell.type).not.toBe(ExcelJS.ValueType.Formula)
    expect(cell.text).toBe(`'${name}`)
    expect(cell.numFmt).toBe('@')
  })

  it('[LIB-3] replaces an earlier file whole, and one that an office program has open not at all', async () => {
    accept()
    await writeFile(path, 'earlier')
    await writeFile(join(folder, '.~lock.办件.xlsx#'), '')
    expect((await run(begin())).result).toEqual({ ok: false, error: { code: 'open_elsewhere' } })
    expect(await readFile(path, 'utf8')).toBe('earlier')
    await rm(join(folder, '.~lock.办件.xlsx#'))
    expect((await run(begin())).result.ok).toBe(true)
    expect((await sheet()).rowCount).toBe(2)
    expect(await readdir(folder)).toEqual(['办件.xlsx'])
  })

  it('[LIB-3] says what failed, and leaves nothing half-written and no record of it', async () => {
    accept()
    const full = await run(begin({ openFile: () => open('/dev/full', 'w') }))
    expect(full.result).toEqual({ ok: false, error: { code: 'disk_full' } })
    expect((await run(begin({ path: join(folder, 'gone', 'a.xlsx') }))).result).toEqual({
      ok: false,
      error: { code: 'no_folder' },
    })
    expect((await run(begin({ mostRows: 0 }))).result).toEqual({ ok: false, error: { code: 'too_many_rows' } })
    expect(await readdir(folder)).toEqual([])
    expect(noted()).toEqual([])
  })

  it('[LIB-3] ended in the middle, or left by its person, leaves nothing', async () => {
    for (let n = 0; n < 201; n += 1) accept()
    const events = begin()
    expect(await events.next()).toMatchObject({ value: { done: 200 } })
    expect(await readdir(folder)).toEqual(['办件.xlsx.part'])
    await events.return({ ok: false, error: { code: 'cancelled' } })
    expect(await readdir(folder)).toEqual([])
    let pages = 0
    const left = await run(begin({ isThere: () => (pages += 1) < 2 }))
    expect(left).toMatchObject({ told: [{ done: 200 }], result: { ok: false, error: { code: 'cancelled' } } })
    expect(await readdir(folder)).toEqual([])
    expect(noted()).toEqual([])
  })
})

describe('the record of an export', () => {
  it('[LIB-4] says who, when, of what and how much, and not what was searched for', async () => {
    accept()
    await run(begin({ input: { list: { ...list, text: '周文静', openOnly: true }, columns: ['caseNo'] } }))
    const { text: _text, ...rest } = list
    expect(noted()).toEqual([
      {
        at: desk.clock.wall,
        name: '王芳',
        rows: 1,
        filter: { list: { ...rest, openOnly: true }, searched: true, columns: ['caseNo'] },
      },
    ])
    desk.tamper((exec) => {
      exec(`UPDATE list_export SET filter = '{"later":1}'`)
    })
    expect(noted()).toMatchObject([{ rows: 1, filter: null }])
  })

  it('[LIB-4] is struck out again where the file could not be put in its place', async () => {
    accept()
    // A folder stands where the file should go.
    expect((await run(begin({ path: folder }))).result).toMatchObject({ ok: false })
    expect(noted()).toEqual([])
    await rm(`${folder}.part`, { force: true })
  })
})
