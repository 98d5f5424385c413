import { currentWorkCalendar } from '../../domain/calendar/state-council.ts'
import { describe, expect, it } from 'vitest'
import { decide } from '../../domain/case/decide.ts'
import { checkIdNumber } from '../../domain/identity/check-id-number.ts'
import { plainDate } from '../../domain/plain-date.ts'
import { readSampleItems } from '../../server/sample/sample-items.ts'
import { actSource } from './acts.ts'
import { applicantSource, newApplicant } from './applicants.ts'
import { randomOf, zipf } from './random.ts'

const today = plainDate('2026-09-28')

const sourceOf = (seed: number) => {
  const random = randomOf(seed)
  return actSource(random, readSampleItems(), applicantSource(random))
}

describe('generated cases', () => {
  it('every generated act is one that the product takes', () => {
    const source = sourceOf(1)
    const acts = Array.from({ length: 500 }, () => source.opening(today))
    const context = {
      today,
      role: 'administrator',
      calendar: currentWorkCalendar,
      nextCaseNo: () => '990123-20260928-W03-0001',
      nextLetterNo: () => '1',
    } as const
    const refused = acts.flatMap((act) => {
      const decided = decide(null, act, context)
      return decided.ok ? [] : [decided.error]
    })
    expect(refused).toEqual([])
    expect(new Set(acts.map(({ kind }) => kind))).toEqual(
      new Set(['service.accept', 'service.notice', 'service.refuse', 'disclosure.register']),
    )
  })

  it('an accepted request has as many papers as were asked for', () => {
    const act = sourceOf(2).accept(4)
    expect(act.kind === 'service.accept' && act.intake.materials.map(({ n }) => n)).toEqual([1, 2, 3, 4])
  })

  it('numbers of persons and firms check out and lie in a region that does not exist', () => {
    const random = randomOf(3)
    const numbers = Array.from({ length: 300 }, () => newApplicant(random)).flatMap(({ idNumber, contactIdNumber }) =>
      [idNumber, contactIdNumber].filter((number) => number !== null),
    )
    expect(numbers.filter((number) => !checkIdNumber(number, { today }).valid)).toEqual([])
    expect(numbers.filter((number) => !/^(?:9[12])?990000/.test(number))).toEqual([])
  })

  it('a seed gives the same cases again, another seed gives others', () => {
    const ten = (seed: number): string => {
      const source = sourceOf(seed)
      return JSON.stringify(Array.from({ length: 10 }, () => source.opening(today)))
    }
    expect(ten(4)).toBe(ten(4))
    expect(ten(4)).not.toBe(ten(5))
  })

  it('a Zipf list gives its first entry twice as often as its second', () => {
    const random = randomOf(6)
    const pick = zipf(['first', 'second'], 1)
    const picked = Array.from({ length: 3000 }, () => pick(random))
    const share = picked.filter((entry) => entry === 'first').length / picked.length
    expect(share).toBeCloseTo(2 / 3, 1)
  })
})
