// Section 二 of the annual report: from what was paid here, and from what organs state.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aServiceIntake } from '../../../../domain/case/_testing.ts'
import huaian from '../../../../domain/report/fixtures/huaian-2024.json' with { type: 'json' }
import { aFeeLine, chargedItem } from '../../../../domain/service/_testing.ts'
import { type Workplace, makeWorkplace, run } from '../_testing.ts'

let place: Workplace
beforeEach(async () => {
  place = makeWorkplace()
  expect((await run(['init', '--dir', place.dir])).code).toBe(0)
})
afterEach(() => place.remove())

const perform = (acts: readonly object[]) => {
  const file = join(place.root, 'acts.json')
  writeFileSync(file, JSON.stringify(acts))
  return run(['act', file, '--dir', place.dir])
}
const annual = async (year: number, ...more: readonly string[]): Promise<string> => {
  const { code, out, said } = await run(['report', 'annual', '--year', String(year), '--dir', place.dir, ...more])
  expect(code, said).toBe(0)
  return out
}
const organ = '淮安市司法局'
const state = (cell: string, ...counts: readonly number[]) => ({
  act: { kind: 'figure.state', year: 2024, cell, organ, counts, basis: '2024年度统计汇总表' },
})

describe('section 二', { timeout: 60_000 }, () => {
  it('[REG-11] table 2 of Huai’an 2024 comes out as it was stated, named as stated, and the report adds up', async () => {
    const done = await perform([
      state('rules', 1, 0, 11),
      state('normative', 8, 26, 66),
      state('licences', 447_228),
      state('penalties', 3_985_758),
      state('compulsion', 88_283),
      // 96171.6 万元, in 分.
      state('charges', 96_171_600_000),
    ])
    expect(done.said).toBe('')
    const out = await annual(2024)
    const data: { active_disclosure: unknown; stated: object[] } = JSON.parse(out)
    expect(data.active_disclosure).toEqual(huaian.active_disclosure)
    expect(data.stated).toHaveLength(6)
    expect(data.stated[2]).toEqual({ cell: 'licences', organ, counts: [447_228], basis: '2024年度统计汇总表' })
    const file = join(place.root, 'report.json')
    writeFileSync(file, out)
    expect((await run(['report', 'check', file])).out).toBe('勾稽相符')
    const page = await annual(2024, '--format', 'html')
    expect(page).toContain('<th>规章</th><td>1</td><td>0</td><td>11</td>')
    expect(page).toContain('<td colspan="3">96171.6</td>')
    expect(page).toContain('<p>注：行政许可的数字由淮安市司法局申报，依据：2024年度统计汇总表。</p>')
    expect(JSON.parse(await annual(2023))).toMatchObject({ active_disclosure: null, stated: [] })
  })

  it('[REG-11] a figure is corrected or withdrawn by its own number, and stated once by an organ', async () => {
    await perform([state('licences', 12)])
    expect((await perform([state('licences', 13)])).said).toContain('编号 2024:licences:淮安市司法局 已有一条记录')
    expect((await perform([state('penalties', -1)])).code).toBe(2)
    expect((await run(['show', `2024:licences:${organ}`, '--dir', place.dir])).out).toContain(
      '年报申报数字　有效　2024:licences:淮安市司法局',
    )
  })

  it('[REG-12] charges are what was paid for service requests, in 万元 down to the fen', async () => {
    const lines = [aFeeLine()]
    const acts = [
      { act: { kind: 'service.accept', intake: aServiceIntake({ item: chargedItem }) } },
      { of: 1, act: { kind: 'service.fee_notice', lines } },
    ]
    expect((await perform(acts)).said).toBe('')
    expect(JSON.parse(await annual(2026))).toMatchObject({ active_disclosure: null })
    const { out } = await run(['search', aServiceIntake().item.name, '--dir', place.dir, '--json'])
    const { hits }: { hits: readonly { caseNo: string }[] } = JSON.parse(out)
    const payment = { on: '2026-11-23', fen: 24_000, method: 'card', receiptNo: '0012345678' }
    const paid = await perform([{ caseNo: hits[0]?.caseNo, act: { kind: 'service.fee_paid', payment } }])
    expect(paid.said).toBe('')
    expect(JSON.parse(await annual(2026))).toMatchObject({
      active_disclosure: { 行政许可: null, 行政事业性收费_万元: 0.024 },
      stated: [],
    })
    expect(JSON.parse(await annual(2025))).toMatchObject({ active_disclosure: { 行政事业性收费_万元: null } })
  })
})
