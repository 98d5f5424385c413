import { afterEach, beforeEach, expect, it } from 'vitest'
import { canonicalJson } from '../../contract/canonical-json.ts'
import { genesisHash } from '../../contract/operation.ts'
import { aServiceIntake, day } from '../../domain/case/_testing.ts'
import type { CaseState } from '../../domain/case/case-state.ts'
import { mergedOf } from '../../domain/conflict/merging.ts'
import { type Desk, openDesk, testId } from '../_testing.ts'
import { chainHash } from '../log/chain.ts'
import { aHistory } from '../sync/_testing.ts'

let desk: Desk
beforeEach(() => {
  desk = openDesk()
})
afterEach(() => {
  desk.remove()
})

const on = day('2026-11-23')
const open = () => desk.open({ kind: 'service.accept', intake: aServiceIntake() })
/** As it comes from the server, under its own number. */
const merge = (survivor: CaseState, alias: CaseState): void => {
  const history = aHistory()
  history.push(desk.store)
  const inc = testId()
  let hash = genesisHash
  const acts = [
    [survivor, { kind: 'case.merge', data: { ...mergedOf(alias), on } }],
    [alias, { kind: 'case.become_alias', data: { into: survivor.id, intoNo: survivor.caseNo, on } }],
  ] as const
  for (const [n, [{ id }, operation]] of acts.entries()) {
    const place = { device: '0199f000-0000-7000-8000-000000000f00', inc, seq: n + 1, center: '990123', deviceNo: 'S01' }
    const made = { hlc: '0199f2a4c3d1-0000-S01', wall: 1, mono: 1, actor: 'system', session: null }
    const canon = canonicalJson({ v: 1, op: testId(), entity: id, kver: 1, base: 1, ...place, ...made, ...operation })
    hash = chainHash(hash, canon)
    history.commit(canon, hash, 'applied')
  }
  history.pull(desk.store)
}
const search = (text: string) =>
  desk.store.read.cases
    .list({ text, kinds: [], statuses: [], openOnly: false, order: 'newest', cursor: null, limit: 20 })
    .rows.map(({ id }) => id)

it('[CFL-7] the number of a second entry leads to the case that stands, typed whole, without its center, and in the search', () => {
  const [survivor, alias, other] = [open(), open(), open()]
  merge(survivor, alias)
  const { cases } = desk.store.read
  expect(cases.findIdByNo(alias.caseNo)).toBe(survivor.id)
  expect(cases.findIdByNo(alias.caseNo.slice(7).toLowerCase())).toBe(survivor.id)
  expect(cases.findIdByNo(survivor.caseNo)).toBe(survivor.id)
  expect(cases.findIdByNo(other.caseNo)).toBe(other.id)
  expect(search(alias.caseNo)).toEqual([survivor.id])
  expect(search('W03-0002')).toContain(survivor.id)
  expect(desk.store.verify()).toMatchObject({ ok: true, problems: [] })
})

it('[CFL-7] a check finds a number that leads elsewhere than the history says', () => {
  const [survivor, alias, other] = [open(), open(), open()]
  merge(survivor, alias)
  desk.tamper((exec) => {
    exec(`UPDATE case_alias SET case_seq = (SELECT seq FROM cases WHERE case_no = '${other.caseNo}')`)
  })
  const { problems } = desk.store.verify()
  expect(problems).toMatchObject([{ code: 'state_mismatch', detail: 'numbers that lead to it', rows: 2 }])
})
