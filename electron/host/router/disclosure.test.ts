import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aDisclosureIntake, day } from '../../../domain/case/_testing.ts'
import type { CaseAct } from '../../../domain/case/case-act.ts'
import { type TestHost, aStaff, makeTestHost, signIn } from '../_testing.ts'
import { toMutable } from '../mutable.ts'
import { lastOf } from './_testing.ts'

let host: TestHost
beforeEach(async () => {
  host = makeTestHost({
    staff: [aStaff(), aStaff({ id: 'S05', login: 'he.min', name: '何敏', role: 'disclosure_officer' })],
  })
  await signIn(host, 'he.min')
})
afterEach(() => host.remove())

const perform = async (act: CaseAct, caseId = host.stamps.newId(), base = 0) => {
  const performed = await host.client.cases.perform(toMutable({ caseId, base, act }))
  if (!performed.ok) throw new Error(JSON.stringify(performed.error))
  return performed.value
}
const register = (subject: string, on = '2026-11-20') =>
  perform({ kind: 'disclosure.register', intake: aDisclosureIntake({ arrivedOn: day(on), subject }) })
const desk = async () => lastOf(await host.client.disclosure.desk())

describe('the disclosure desk', () => {
  it('[DIS-36] tells what each request waits for, the most urgent first, people masked', async () => {
    const later = await register('2025年污水管网改造合同')
    const sooner = await register('2024年道路维修招标文件', '2026-11-16')
    await perform({ kind: 'disclosure.assign', unit: '建设科', handler: null }, later.caseId, later.version)
    const { lines, asOf } = await desk()
    expect(asOf).toBe('2026-11-23')
    expect(lines.map(({ id, place, status }) => [id, place, status])).toEqual([
      [sooner.caseId, 'registration', 'received'],
      [later.caseId, 'handling', 'processing'],
    ])
    expect(lines[0]?.applicant).toContain('＊')
    expect(lines[1]).toMatchObject({ handler: '建设科', fee: null, remedies: null, outcome: null })
  })

  it('[DIS-38] shows earlier requests for much the same with their answers, and the place in the month', async () => {
    const first = await register('河西片区污水管网改造工程施工合同')
    const second = await register('河西片区污水管网改造工程施工合同及变更')
    await register('2024年道路维修招标文件')
    const beside = await lastOf(await host.client.disclosure.beside({ caseId: second.caseId }))
    expect(beside.similar).toMatchObject([{ id: first.caseId, sameApplicant: true, status: 'received', outcome: null }])
    expect(beside.month).toMatchObject({ month: '2026-11', fen: 0 })
    expect(beside.month?.place).toBeGreaterThanOrEqual(1)
    expect(await lastOf(await host.client.disclosure.beside({ caseId: host.stamps.newId() }))).toEqual({
      similar: [],
      month: null,
    })
  })

  it('[DIS-38] writes the register beside earlier ones', async () => {
    await register('2025年污水管网改造合同')
    const folder = join(host.dir, 'out')
    const input = { year: null, text: '', statuses: [], openOnly: false, folder }
    expect(await lastOf(await host.client.disclosure.save(input))).toMatchObject({ ok: true })
    expect(await lastOf(await host.client.disclosure.save({ ...input, text: '污水' }))).toMatchObject({ ok: true })
    expect(readdirSync(folder)).toHaveLength(2)
  })
})
