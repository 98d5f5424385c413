import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aSoleTrader } from '../../../../domain/case/_testing.ts'
import { approve, claim, deny, pass, signed } from '../../../../domain/service/_testing.ts'
import { type Workplace, makeWorkplace, run } from '../_testing.ts'

const paper = (name: string, form: '原件' | '复印件') => ({ name, original_or_copy: form, copies: 1, required: true })
const guide = (id: string, name: string, materials: readonly object[]) => ({
  id,
  name,
  kind: '行政许可',
  organ: '青岚县行政审批局',
  legal_basis: ['《公共场所卫生管理条例》第四条'],
  materials,
  statutory_days: 20,
  promised_days: 10,
  day_type: '工作日',
})
const catalogue = [
  guide('T1', '公共场所卫生许可', [paper('卫生许可申请表', '原件'), paper('营业执照', '复印件')]),
  guide('T2', '户外广告设置许可', [paper('营业执照', '复印件'), paper('效果图', '原件')]),
]

const collected = (name: string) => ({ name, state: 'collected' })
const wish = {
  name: '开理发店一件事',
  organ: '青岚县行政审批局',
  joint: true,
  applicant: aSoleTrader(),
  items: ['T1', 'T2'],
  materials: ['卫生许可申请表', '营业执照', '效果图'].map(collected),
}

let place: Workplace
beforeEach(async () => {
  place = makeWorkplace()
  expect((await run(['init', '--dir', place.dir])).code).toBe(0)
  const file = fileOf('catalogue.json', catalogue)
  expect(await run(['import', file, '--as', 'catalogue', '--dir', place.dir])).toMatchObject({ code: 0 })
})
afterEach(() => place.remove())

const fileOf = (name: string, content: unknown): string => {
  const file = join(place.root, name)
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  return file
}
const bundleCase = (content: unknown, ...more: string[]) =>
  run(['bundle-case', fileOf('bundle.json', content), '--dir', place.dir, ...more])
const act = (content: unknown, role = 'administrator') =>
  run(['act', fileOf('acts.json', content), '--dir', place.dir, '--role', role])
const statusOf = async (caseNo: string): Promise<unknown> => {
  const shown = await run(['show', caseNo, '--dir', place.dir, '--json'])
  return (JSON.parse(shown.out) as { state: { status: string } }).state.status
}
const opened = async () => {
  const done = await bundleCase(wish, '--json')
  expect([done.code, done.said]).toEqual([0, ''])
  return JSON.parse(done.out) as { bundle: { caseNo: string }; parts: readonly { caseNo: string }[] }
}

describe('bundle-case', { timeout: 60_000 }, () => {
  it('[BND-3] lists what the parts ask for together, each paper once', async () => {
    const listed = await bundleCase(wish, '--check')
    expect(listed.code).toBe(0)
    expect(listed.out.split('\n')).toEqual([
      '1　卫生许可申请表　原件　1 份　必要　事项 1',
      '2　营业执照　复印件　1 份　必要　事项 1、2',
      '3　效果图　原件　1 份　必要　事项 2',
    ])
    expect((await run(['search', '理发', '--dir', place.dir, '--json'])).out).toContain('"total": 0')
  })

  it('[BND-2] opens the bundle and a request for each matter in one act, with a notice where papers are missing', async () => {
    const { bundle, parts } = await opened()
    expect((await run(['search', '理发', '--dir', place.dir, '--json'])).out).toContain(bundle.caseNo)
    expect(await Promise.all([bundle, ...parts].map(({ caseNo }) => statusOf(caseNo)))).toEqual([
      'open',
      'accepted',
      'accepted',
    ])
    const gap = await bundleCase({ ...wish, materials: wish.materials.slice(0, 2) }, '--json')
    const made = JSON.parse(gap.out) as { parts: readonly { caseNo: string }[] }
    expect(await Promise.all(made.parts.map(({ caseNo }) => statusOf(caseNo)))).toEqual(['accepted', 'correction_wait'])
  })

  it('[BND-10] is handed over by one act of a file, with all its parts', async () => {
    const { bundle, parts } = await opened()
    for (const [n, { caseNo }] of parts.entries()) {
      const decision = n === 0 ? approve : deny
      expect(
        await act(
          [claim, pass, decision].map((each) => ({ caseNo, act: each })),
          'reviewer',
        ),
      ).toMatchObject({
        code: 0,
      })
    }
    const over = { kind: 'bundle.hand_over', receivedOn: '2026-11-23', proof: signed }
    expect(await act([{ caseNo: bundle.caseNo, act: over }], 'clerk')).toMatchObject({ code: 0 })
    expect(await Promise.all([bundle, ...parts].map(({ caseNo }) => statusOf(caseNo)))).toEqual([
      'handed_over',
      'delivered',
      'delivered',
    ])
  })

  it('[BND-10] is handed over in the file that ends its last part', async () => {
    const { bundle, parts } = await opened()
    const over = { kind: 'bundle.hand_over', receivedOn: '2026-11-23', proof: signed }
    const file = [
      ...parts.flatMap(({ caseNo }) => [claim, pass, approve].map((each) => ({ caseNo, role: 'reviewer', act: each }))),
      { caseNo: bundle.caseNo, act: over },
      ...parts.map(({ caseNo }) => ({ caseNo, act: { kind: 'service.close', note: null } })),
    ]
    expect(await act(file)).toMatchObject({ code: 0, said: '' })
    expect(await Promise.all([bundle, ...parts].map(({ caseNo }) => statusOf(caseNo)))).toEqual([
      'handed_over',
      'closed',
      'closed',
    ])
  })

  it('[BND-12] opens nothing where anything is wrong, and says what', async () => {
    const bad: readonly (readonly [unknown, string])[] = [
      ['{', '不是 JSON'],
      [{ ...wish, items: ['T1'] }, '“items”'],
      [{ ...wish, items: ['T1', 'T9'] }, '没有编号为“T9”的事项'],
      [{ ...wish, materials: [collected('户口簿')] }, '材料“户口簿”在清单里没有'],
      [{ ...wish, items: ['T1', 'T2'], applicant: { ...wish.applicant, name: '' } }, '没有登记'],
    ]
    for (const [content, words] of bad) {
      const ran = await bundleCase(content)
      expect([ran.code, ran.out, ran.said]).toEqual([2, '', expect.stringContaining(words)])
    }
    expect((await run(['search', '理发', '--dir', place.dir, '--json'])).out).toContain('"total": 0')
  })
})
