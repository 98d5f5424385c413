import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CaseAct } from '../../../domain/case/case-act.ts'
import { aDisclosureIntake, aServiceIntake } from '../../../domain/case/_testing.ts'
import { aComplaintIntake } from '../../../domain/complaint/_testing.ts'
import { plainDate } from '../../../domain/plain-date.ts'
import { type TestHost, aStaff, makeTestHost, signIn } from '../_testing.ts'
import { toMutable } from '../mutable.ts'
import { lastOf } from './_testing.ts'

let host: TestHost
let folder: string
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'yichuang-reports-'))
  host = makeTestHost()
  await signIn(host)
})
afterEach(async () => {
  await host.remove()
  rmSync(folder, { recursive: true, force: true })
})

const perform = async (act: CaseAct) => {
  const performed = await host.client.cases.perform(toMutable({ caseId: host.stamps.newId(), base: 0, act }))
  if (!performed.ok) throw new Error(JSON.stringify(performed.error))
}

describe('the year of a center', () => {
  it('[RPT-29] tells every period that has begun, with items and trends by subject', async () => {
    await perform({ kind: 'service.accept', intake: aServiceIntake() })
    await perform({ kind: 'complaint.register', intake: aComplaintIntake({ arrivedOn: plainDate('2026-11-23') }) })
    const year = await lastOf(await host.client.statistics.center({ year: 2026 }))
    expect(year.periods.map(({ key }) => key).slice(-6)).toEqual(['m11', 'q1', 'q2', 'q3', 'q4', 'y'])
    const november = year.periods.find(({ key }) => key === 'm11')
    expect(november?.report).toMatchObject({
      from: '2026-11-01',
      to: '2026-11-30',
      received: 1,
      complaints: { received: 1 },
    })
    expect(november?.items).toMatchObject([
      { name: aServiceIntake().item.name, received: 1, closed: 0, onTimeRate: null },
    ])
    expect(year.periods.find(({ key }) => key === 'm10')?.items).toEqual([])
    expect(year.trends.complaint).toMatchObject([{ month: '2026-11', received: 1 }])
  })
})

describe('official reports', () => {
  it('[RPT-30] what only a person can write is kept for its year, and stands in the report paragraph by paragraph', async () => {
    const wordsOf = async (year: number) => {
      const made = await lastOf(await host.client.statistics.report({ kind: 'annual', year }))
      return made.document.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []))
    }
    const texts = { problems: '目录更新不够及时。\n 已建立月查制度。 ', other: '' }
    await expect(host.client.statistics.saveTexts({ year: 2026, texts })).rejects.toThrow()
    host.record({ kind: 'staff.set', data: toMutable(aStaff({ id: 'S09', login: 'zheng.li', role: 'supervisor' })) })
    await signIn(host, 'zheng.li')
    expect(await wordsOf(2026)).toContain('（由本机关填写）')
    await host.client.statistics.saveTexts({ year: 2026, texts })
    expect(await host.client.statistics.texts({ year: 2026 })).toEqual(texts)
    expect(await host.client.statistics.texts({ year: 2025 })).toEqual({ problems: '', other: '' })
    host = await host.restart()
    await signIn(host, 'zheng.li')
    expect(await wordsOf(2026)).toEqual(expect.arrayContaining(['目录更新不够及时。', '已建立月查制度。']))
    expect(await wordsOf(2025)).toContain('（由本机关填写）')
  })

  it('[RPT-11] the annual report comes with every invariant and where it stands', async () => {
    await perform({ kind: 'disclosure.register', intake: aDisclosureIntake({ arrivedOn: plainDate('2026-11-23') }) })
    const made = await lastOf(await host.client.statistics.report({ kind: 'annual', year: 2026 }))
    expect(made.addsUp).toBe(true)
    expect(made.document.title).toContain('2026年政府信息公开工作年度报告')
    expect(made.invariants?.find(({ code }) => code === 'balance')).toEqual({
      code: 'balance',
      table: 'table3',
      holds: 7,
      open: 0,
      broken: [],
    })
    expect(made.balances.at(-1)).toEqual({ column: 'total', before: 1, after: 1 })
    expect(made.withYearBefore).toBe(false)
    const old = await lastOf(await host.client.statistics.report({ kind: 'annual', year: 2016 }))
    expect(old.invariants).toBeNull()
  })

  it('the quarter, a register and the center are told as tables', async () => {
    await perform({ kind: 'service.accept', intake: aServiceIntake() })
    const [from, to] = [plainDate('2026-10-01'), plainDate('2026-12-31')]
    const titleOf = async (...input: Parameters<typeof host.client.statistics.report>) =>
      (await lastOf(await host.client.statistics.report(...input))).document.title
    expect(await titleOf({ kind: 'quarter', year: 2026, quarter: 4 })).toContain('第四季度考核')
    expect(await titleOf({ kind: 'register', register: 'power_list', from, to, by: null })).toContain(
      '权责清单变动统计',
    )
    expect(await titleOf({ kind: 'center', from, to })).toContain('运行情况统计')
  })

  it('are written as a workbook beside earlier ones', async () => {
    const save = async (into: string) =>
      lastOf(await host.client.statistics.save({ report: { kind: 'quarter', year: 2026, quarter: 4 }, folder: into }))
    const first = await save(folder)
    expect(first).toMatchObject({ ok: true, value: { file: expect.stringMatching(/考核\.xlsx$/) } })
    expect(await save(folder)).toMatchObject({ ok: true, value: { file: expect.stringMatching(/考核-2\.xlsx$/) } })
    expect(readdirSync(folder)).toHaveLength(2)
    if (!first.ok) throw new Error(first.error.code)
    expect(readFileSync(join(folder, first.value.file)).subarray(0, 2).toString()).toBe('PK')
    expect(await save(join(folder, first.value.file, 'below a file'))).toMatchObject({
      ok: false,
      error: { code: 'no_folder' },
    })
  })
})
