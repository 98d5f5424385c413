import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aRepresentative, aServiceIntake, anApplicant } from '../../domain/case/_testing.ts'
import { type Desk, openDesk } from '../_testing.ts'

let desk: Desk
beforeEach(() => {
  desk = openDesk()
})
afterEach(() => {
  desk.remove()
})

const wang = anApplicant({ name: '王伟', idNumber: '990000199001010017', phone: '13800002046' })
const otherWang = anApplicant({ name: '王伟', idNumber: '990000194912310026', phone: '13700005521' })
const takeIn = (applicant: typeof wang, over: Parameters<typeof aServiceIntake>[0] = {}) =>
  desk.open({ kind: 'service.accept', intake: aServiceIntake({ applicant, ...over }) })
const found = (text: string, limit = 4) =>
  desk.store.read.cases
    .findPeople(text, limit)
    .map(({ caseId, applicant, cases }) => [caseId, applicant.idNumber, cases])

describe('[LIB-7] people on file', () => {
  it('are found by name, initials and number, each with his own cases, the newest first', () => {
    const first = takeIn(wang)
    const second = takeIn(wang)
    const third = takeIn(otherWang)
    const both = [
      [third.id, otherWang.idNumber, 1],
      [second.id, wang.idNumber, 2],
    ]
    expect(found('王伟')).toEqual(both)
    expect(found('ww')).toEqual(both)
    expect(found('王伟', 1)).toEqual(both.slice(0, 1))
    expect(found('990000199001010017')).toEqual(both.slice(1))
    expect(found('2046')).toEqual(both.slice(1))
    const of = (id: string) => desk.store.read.cases.casesOfPerson(id).map((row) => row.id)
    expect(of(first.id)).toEqual([second.id, first.id])
    expect(of(third.id)).toEqual([third.id])
  })

  it('are nobody who only acted for somebody, and nobody by a title or an address', () => {
    const taken = takeIn(wang, { representative: aRepresentative() })
    expect(found(aRepresentative().name)).toEqual([])
    expect(found('99000019800101016X')).toEqual([])
    expect(found('卫生许可')).toEqual([])
    expect(found('')).toEqual([])
    expect(found('王伟')).toEqual([[taken.id, wang.idNumber, 1]])
  })

  it('are counted up to 50, and listed so', () => {
    const opened = Array.from({ length: 51 }, () => takeIn(wang).id)
    const [person] = desk.store.read.cases.findPeople('王伟', 4)
    expect(person).toMatchObject({ cases: 50, more: true })
    expect(desk.store.read.cases.casesOfPerson(opened[0] ?? '').map(({ id }) => id)).toEqual(opened.slice(1).reverse())
  })

  it('without a number are told apart by their phone', () => {
    const sun = anApplicant({ name: '孙建国', idNumber: null, idException: '未带证件', phone: '13800007719' })
    const one = takeIn(sun)
    const two = takeIn({ ...sun, phone: '13900001111' })
    expect(found('孙建国')).toEqual([
      [two.id, null, 1],
      [one.id, null, 1],
    ])
  })
})
