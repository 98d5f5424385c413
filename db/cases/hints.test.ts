import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  aDisclosureIntake,
  aRepresentative,
  aServiceIntake,
  aSnapshot,
  anApplicant,
} from '../../domain/case/_testing.ts'
import { type Desk, monday, openDesk } from '../_testing.ts'

let desk: Desk
beforeEach(() => {
  desk = openDesk()
})
afterEach(() => {
  desk.remove()
})

const wang = anApplicant({ name: '王伟', idNumber: '990000199001010017', phone: '13800002046' })
const otherWang = anApplicant({ name: '王伟', idNumber: '990000194912310026', phone: '13700005521' })
const takeIn = (applicant = wang, item = '公共场所卫生许可（新办）') =>
  desk.open({ kind: 'service.accept', intake: aServiceIntake({ applicant, item: aSnapshot({ name: item }) }) })

describe('one number on file with two names', () => {
  it('[CASE-15] keeps both people, and says so on either side (peers.md 2.11 row 20)', () => {
    takeIn(wang)
    const { cases } = desk.store.read
    expect(cases.isNumberShared(wang)).toBe(false)
    const second = takeIn({ ...wang, name: '王为' })
    expect(second.status).toBe('accepted')
    expect(cases.isNumberShared(wang)).toBe(true)
    expect(cases.isNumberShared({ ...wang, name: '王为' })).toBe(true)
    expect(cases.isNumberShared(otherWang)).toBe(false)
    expect(cases.isNumberShared({ idNumber: null, name: '王伟' })).toBe(false)
  })
})

describe('known applicants', () => {
  it('are found by number, as they were in their newest case', () => {
    takeIn()
    desk.clock.wall = monday + 86_400_000
    takeIn({ ...wang, phone: '13900001111', address: '青岚县新址' }, '食品经营许可')
    takeIn(otherWang)
    const found = desk.store.read.cases.knownApplicants({ idNumber: '99000019900101 0017', name: null })
    expect(found).toEqual([
      {
        applicant: { ...wang, phone: '13900001111', address: '青岚县新址' },
        cases: 2,
        lastOn: '2026-11-24',
        lastTitle: '食品经营许可',
      },
    ])
  })

  it('of one name stay two people', () => {
    takeIn()
    takeIn(otherWang)
    const found = desk.store.read.cases.knownApplicants({ idNumber: null, name: ' 王伟' })
    expect(found.map(({ applicant }) => applicant.idNumber)).toEqual([otherWang.idNumber, wang.idNumber])
  })

  it('are not found by a part of the name, by another number with the same end, or by nothing', () => {
    takeIn()
    const { knownApplicants } = desk.store.read.cases
    expect(knownApplicants({ idNumber: null, name: '王' })).toEqual([])
    expect(knownApplicants({ idNumber: '110000199001010017', name: null })).toEqual([])
    expect(knownApplicants({ idNumber: null, name: null })).toEqual([])
    expect(knownApplicants({ idNumber: '17', name: '' })).toEqual([])
  })
})

describe('[INT-15] known agents', () => {
  const takeInThrough = (representative: ReturnType<typeof aRepresentative> | null, applicant = wang) =>
    desk.open({ kind: 'service.accept', intake: aServiceIntake({ applicant, representative }) })
  const { idNumber } = aRepresentative()
  const firm = aRepresentative({ name: '青岚县清和法律服务所', idType: 'uscc', idNumber: '92990123MA0QHE5K71' })

  it('are found by number, as they were in their newest case, and bring nothing of its mandate', () => {
    takeInThrough(aRepresentative())
    desk.clock.wall = monday + 86_400_000
    takeInThrough(aRepresentative({ phone: '13900001111' }), otherWang)
    expect(desk.store.read.cases.knownAgents({ idNumber, name: null })).toEqual([
      {
        agent: { name: '许立', idType: 'resident_id', idNumber, phone: '13900001111' },
        cases: 2,
        lastOn: '2026-11-24',
      },
    ])
  })

  it('are not who applied himself, nor anybody of the same last digits', () => {
    takeInThrough(null)
    takeInThrough(aRepresentative({ idNumber: '110000198001010160', idException: '证件磨损' }))
    const { knownAgents } = desk.store.read.cases
    expect(knownAgents({ idNumber: wang.idNumber, name: null })).toEqual([])
    expect(knownAgents({ idNumber: '990000198001010160', name: null })).toEqual([])
    expect(knownAgents({ idNumber: null, name: null })).toEqual([])
  })

  it('are found by their whole name when they are a body, and a person by no name', () => {
    takeInThrough(aRepresentative())
    takeInThrough(firm)
    const { knownAgents } = desk.store.read.cases
    expect(knownAgents({ idNumber: null, name: '许立' })).toEqual([])
    expect(knownAgents({ idNumber: null, name: '青岚县清和' })).toEqual([])
    expect(knownAgents({ idNumber: null, name: firm.name }).map(({ agent }) => agent.idNumber)).toEqual([firm.idNumber])
  })
})

describe('similar cases', () => {
  it('are open ones of the same person with the same title', () => {
    const { id, caseNo } = takeIn()
    takeIn(wang, '食品经营许可')
    takeIn(otherWang)
    desk.open({
      kind: 'service.refuse',
      intake: aServiceIntake({ applicant: wang }),
      ground: 'not_eligible',
      explanation: '不符合',
    })
    const title = '公共场所卫生许可（新办）'
    expect(desk.store.read.cases.similar({ idNumber: wang.idNumber, name: '王伟', title })).toEqual([
      { id, caseNo, title, status: 'accepted', on: '2026-11-23' },
    ])
    expect(desk.store.read.cases.similar({ idNumber: null, name: '王伟', title })).toHaveLength(2)
  })

  it('know a request by its subject, and a person without a number by name', () => {
    const applicant = anApplicant({
      name: '孙建国',
      idNumber: null,
      idException: '未带证件',
      reportCategory: 'natural',
    })
    const intake = aDisclosureIntake({ applicant })
    desk.open({ kind: 'disclosure.register', intake })
    expect(
      desk.store.read.cases.similar({ idNumber: null, name: '孙建国', title: ` ${intake.subject} ` }),
    ).toHaveLength(1)
    expect(desk.store.read.cases.similar({ idNumber: null, name: '孙建国', title: '别的事项' })).toEqual([])
  })
})
