import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CaseListInput } from '../../../contract/queries/cases.ts'
import { CaseListSchema } from '../../../contract/queries/cases.ts'
import { type Desk, openDesk } from '../../../db/_testing.ts'
import { aDisclosureIntake, aServiceIntake, aSoleTrader, anApplicant } from '../../../domain/case/_testing.ts'
import type { Applicant } from '../../../domain/case/applicant.ts'
import { aComplaintIntake } from '../../../domain/complaint/_testing.ts'
import { caseList } from './case-list.ts'

const input: CaseListInput = {
  text: '',
  kinds: [],
  statuses: [],
  openOnly: false,
  order: 'newest',
  cursor: null,
  limit: 50,
}

const trader = aSoleTrader({ idType: 'resident_id', idNumber: '990000199001010017', name: '孙建国' })
const firm: Applicant = aSoleTrader({ kind: 'enterprise', name: '青岚县河西建材有限公司' })
const school: Applicant = aSoleTrader({ kind: 'organization', name: '青岚县第一中学' })

let desk: Desk
beforeEach(() => {
  desk = openDesk()
  for (const applicant of [anApplicant(), trader, aSoleTrader(), firm])
    desk.open({ kind: 'service.accept', intake: aServiceIntake({ applicant }) })
  desk.open({
    kind: 'disclosure.register',
    intake: aDisclosureIntake({ applicant: { ...school, reportCategory: 'other' } }),
  })
  for (const confidential of [true, false])
    desk.open({ kind: 'complaint.register', intake: aComplaintIntake({ confidential, applicant: firm }) })
})
afterEach(() => {
  desk.remove()
})

const names = (over: Partial<CaseListInput> = {}): readonly string[] =>
  caseList(desk.store.read, { ...input, ...over }).rows.map(({ applicant }) => applicant)

describe('the list of cases', () => {
  it('masks persons, names firms, and leaves out whoever complains in confidence', () => {
    expect([...names()].reverse()).toEqual([
      '周＊静',
      '孙＊国',
      '青岚县清和美发店',
      '青岚县河西建材有限公司',
      '青岚县第一中学',
      '',
      '青岚县河西建材有限公司',
    ])
    expect(CaseListSchema.parse(caseList(desk.store.read, input))).toMatchObject({ total: 7, more: false, next: null })
  })

  it('reads no case for a page: where every state is gone it shows the same', () => {
    const pages = [{}, { order: 'due' }, { text: '许可' }, { text: '周文静' }, { openOnly: true }] as const
    const before = pages.map((over) => caseList(desk.store.read, { ...input, ...over }))
    expect(before.map(({ rows }) => rows.length)).not.toContain(0)
    desk.tamper((exec) => {
      exec('DELETE FROM case_state')
    })
    expect(pages.map((over) => caseList(desk.store.read, { ...input, ...over }))).toEqual(before)
  })
})
