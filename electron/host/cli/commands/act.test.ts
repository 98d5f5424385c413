import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aDisclosureIntake, aMaterial, aServiceIntake, day, missing } from '../../../../domain/case/_testing.ts'
import { aDraft } from '../../../../domain/disclosure/_testing.ts'
import { aStaff, monday } from '../../_testing.ts'
import { type Workplace, makeWorkplace, run } from '../_testing.ts'
import { withHost } from '../with-host.ts'

let place: Workplace
beforeEach(async () => {
  place = makeWorkplace()
  expect((await run(['init', '--dir', place.dir])).code).toBe(0)
})
afterEach(() => place.remove())

const act = (content: unknown, ...more: string[]) => {
  const file = join(place.root, 'acts.json')
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  return run(['act', file, '--dir', place.dir, ...more])
}
const show = (caseNo: string) => run(['show', caseNo, '--dir', place.dir, '--json'])
const said = async (caseNo: string) => (await run(['show', caseNo, '--dir', place.dir])).out
const opened = (ran: { readonly out: string }): { done: { caseNo: string }[] } => JSON.parse(ran.out)

describe('act and show', { timeout: 30_000 }, () => {
  it('do acts of a file one after the other, and show what came of them', async () => {
    const gap = aServiceIntake({ materials: [aMaterial(missing)] })
    const done = await act(
      [
        { act: { kind: 'service.notice', intake: gap, correctBy: null } },
        { of: 1, act: { kind: 'service.supply', materials: [aMaterial()] } },
        { of: 1, act: { kind: 'case.note', text: '电话已告知' } },
      ],
      '--json',
    )
    expect([done.code, done.said]).toEqual([0, ''])
    const caseNo = opened(done).done[0]?.caseNo ?? ''
    const shown: unknown = JSON.parse((await show(caseNo.slice(7))).out)
    expect(shown).toMatchObject({
      state: { status: 'accepted', version: 2 },
      legalTime: 'within',
      statutory: { due: '2026-12-21' },
    })
  })

  it('[CASE-19] [CASE-21] change a telephone, put the first one back, and void the case, which says so', async () => {
    const done = await act([{ act: { kind: 'service.accept', intake: aServiceIntake() } }], '--json')
    const caseNo = opened(done).done[0]?.caseNo ?? ''
    const phone = { kind: 'case.set_contact', field: 'phone', value: '13700005521', was: null }
    expect(await act([{ caseNo, act: phone }])).toMatchObject({ code: 0 })
    expect(await act([{ caseNo, act: { ...phone, value: '12' } }])).toMatchObject({ code: 2 })
    const restore = { kind: 'case.restore_field', field: 'phone', stamp: '' }
    expect(await act([{ caseNo, act: restore }])).toMatchObject({ code: 0 })
    expect((await act([{ caseNo, act: { ...restore, field: 'remark' } }])).said).toContain('没有过要恢复的内容')
    const wrong = { kind: 'case.void', code: 'wrong_item', reason: '登记到别的事项' }
    expect((await act([{ caseNo, act: wrong }])).code).toBe(2)
    expect(await act([{ caseNo, act: wrong }], '--role', 'supervisor')).toMatchObject({ code: 0 })
    expect(await said(caseNo)).toContain('作废（事项登记错误）：登记到别的事项')
    expect((await act([{ caseNo, act: { kind: 'case.become_alias', into: '', intoNo: '' } }])).code).toBe(2)
  })

  it('find a case by its number', async () => {
    const intake = aDisclosureIntake({ channel: 'online', arrivedOn: day('2026-11-20') })
    const first = opened(await act([{ act: { kind: 'disclosure.register', intake } }], '--json'))
    const caseNo = first.done[0]?.caseNo ?? ''
    const confirm = { caseNo, act: { kind: 'disclosure.confirm', confirmedOn: '2026-11-23' } }
    expect(await act([confirm])).toMatchObject({ code: 0 })
    expect(await act([confirm])).toMatchObject({ code: 2 })
  })

  it('[CLI-2] say what is wrong with a field of the file, in words', async () => {
    const said = async (one: object) => (await act([{ act: { kind: 'case.note', ...one } }])).said
    expect(await said({})).toContain('第 1 个办理动作：act.text（文字）没有写，没有办理任何一项')
    expect(await said({ text: 3 })).toContain('act.text（文字）类型不对')
    expect(await said({ text: 'x'.repeat(5000) })).toContain('act.text（文字）太长')
    expect(await said({ text: 'x', by: 'y' })).toContain('act.by（由谁）是多出的字段')
    const odd = { ...aDraft(), outcome: 'partial', access: null, parts: [{ kind: 'given' }] }
    expect((await act([{ act: { kind: 'disclosure.draft', reply: odd } }])).said).toContain(
      'act.reply.parts.0.kind（答复的部分第 1 项的类型）不是可选的值',
    )
    const confirmed = { kind: 'disclosure.confirm', confirmedOn: '2026-02-30' }
    expect((await act([{ act: confirmed }])).said).toContain('act.confirmedOn（与申请人确认的日期）写法不对')
  })

  it('do nothing of a file in which anything is wrong, and say where', async () => {
    const good = { act: { kind: 'service.accept', intake: aServiceIntake() } }
    const bad: readonly (readonly [unknown, string])[] = [
      ['[', '不是 JSON'],
      [[good, { kind: 'service.accept' }], '第 2 个'],
      [[good, { act: { kind: 'service.explode' } }], '没有这种办理动作'],
      [[good, { act: { kind: 'case.note' }, of: 1 }], 'act.text'],
      [[good, { caseNo: '990123-20260101-W03-0001', act: { kind: 'case.note', text: 'x' } }], '没有它所指的办件'],
      [[good, { of: 1, act: { kind: 'service.supply', materials: [aMaterial()] } }], '第 2 项'],
      [[{ act: { kind: 'service.accept', intake: aServiceIntake({ materials: [aMaterial(missing)] }) } }], '第 1 项'],
    ]
    for (const [content, why] of bad) {
      const ran = await act(content)
      expect([ran.code, ran.said]).toEqual([2, expect.stringContaining(why)])
    }
    expect((await run(['search', '卫生', '--dir', place.dir, '--json'])).out).toContain('"total": 0')
    expect((await act([good], '--role', 'king')).code).toBe(2)
    expect((await act([good], '--role', 'reviewer')).said).toContain('岗位“reviewer”不能办理这一步')
  })

  it('[SYN-88] on a device of a center nobody acts in a role that the register has not given him', async () => {
    const quiet = { out: () => undefined, say: () => undefined, env: {}, version: '0.1.0', now: () => monday }
    await withHost(place.dir, quiet, ({ stamps: { store, newId } }) => {
      store.transact(({ meta, reference }) => {
        const stamp = { op: newId(), actor: 'system', session: null, wall: monday, mono: 0 }
        const data = aStaff({ id: 'S02', login: 'li.ming', role: 'reviewer' })
        reference.record({ kind: 'staff.set', data }, stamp)
        meta.set('server', 'https://center.example')
      })
      return 0
    })
    const accept = { act: { kind: 'service.accept', intake: aServiceIntake() } }
    const claim = { act: { kind: 'service.claim', handler: '李明' } }
    const caseNo = opened(await act([accept], '--json')).done[0]?.caseNo ?? ''
    expect(await act([{ caseNo, ...claim }], '--role', 'reviewer')).toMatchObject({
      code: 2,
      said: expect.stringContaining('--by'),
    })
    expect(await act([{ caseNo, ...claim }], '--by', 'nobody')).toMatchObject({ code: 2 })
    expect(await act([{ caseNo, ...claim }], '--by', 'li.ming', '--role', 'head')).toMatchObject({
      code: 2,
      said: expect.stringContaining('reviewer'),
    })
    expect(await act([{ caseNo, ...claim }], '--by', 'li.ming')).toMatchObject({ code: 0 })
    expect(JSON.parse((await show(caseNo)).out)).toMatchObject({ state: { status: 'examining' } })
  })
})
