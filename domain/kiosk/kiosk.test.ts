import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aServiceIntake, anApplicant, aSoleTrader, day } from '../case/_testing.ts'
import type { CaseState } from '../case/case-state.ts'
import { fold } from '../case/fold.ts'
import { type ProgressRules, progressTexts, questionText, subjectText, usualProgressRules } from './progress-proof.ts'
import { publicStepOf } from './public-step.ts'
import { type ProgressTry, tryLimits, waitOf } from './try-limit.ts'

const caseNo = '990123-20260928-W03-0001'
const person = anApplicant({ idNumber: '99000019900101001X', phone: '13700005521' })
const texts = (applicant: Parameters<typeof progressTexts>[1], over: Partial<ProgressRules> = {}) =>
  progressTexts(caseNo, applicant, { ...usualProgressRules, ...over })
const asked = (subject: string, lastFour: string) => questionText({ subject, lastFour })

describe('what leads to a matter at a public terminal', () => {
  it('[SYN-90] is its number with the last four of the identity number, however they are typed', () => {
    expect(texts(person)).toEqual([asked(caseNo, '001X')])
    expect(asked(' 990123-20260928-w03-0001 ', '００1x')).toBe(asked(caseNo, '001X'))
    expect(texts(person)).not.toContain(asked(caseNo, '5521'))
    expect(subjectText({ subject: caseNo })).toBe(subjectText({ subject: caseNo.toLowerCase() }))
  })

  it('[SYN-90] is the telephone where there is no number, and the name of a unit, as the center has set it', () => {
    const without = anApplicant({ idNumber: null, idException: '证件遗失', phone: '137 0000 5521' })
    expect(texts(without)).toEqual([asked(caseNo, '5521')])
    expect(texts(without, { phone: 'never' })).toEqual([])
    expect(texts(person, { phone: 'always' })).toEqual([asked(caseNo, '001X'), asked(caseNo, '5521')])
    const unit = aSoleTrader({ name: '青岚县早春 食品店' })
    const four = unit.idNumber?.slice(-4) ?? ''
    expect(texts(unit)).toEqual([asked(caseNo, four)])
    expect(texts(unit, { unitName: true })).toEqual([asked(caseNo, four), asked('青岚县早春食品店', four)])
    expect(texts(person, { unitName: true })).toEqual([asked(caseNo, '001X')])
    expect(texts(anApplicant({ idNumber: null, phone: null }))).toEqual([])
  })
})

it('[SYN-90] the step that is public says how far a matter is', () => {
  const accepted = fold(null, 'c', {
    kind: 'service.accept',
    data: { caseNo, on: day('2026-09-28'), intake: aServiceIntake() },
  })
  const step = (over: object) => publicStepOf({ ...accepted, ...over } as CaseState)
  expect(step({})).toBe('in_hand')
  expect(step({ status: 'special' })).toBe('waiting')
  expect(step({ status: 'prereview', clockStart: null })).toBe('received')
  expect(step({ status: 'correction_wait', clockStart: null })).toBe('to_supplement')
  expect(step({ status: 'decided', clockStop: day('2026-10-12') })).toBe('decided')
  expect(step({ status: 'closed', closedOn: day('2026-10-12') })).toBe('ended')
})

describe('the limit of tries', () => {
  const minute = 60_000
  /** Wrong tries made as soon as each is allowed, until an instant. */
  const attack = (until: number, subjectOf: (n: number) => string): readonly ProgressTry[] => {
    const tries: ProgressTry[] = []
    for (let now = 1_000; now < until;) {
      const subject = subjectOf(tries.length)
      const wait = waitOf(tries, subject, now)
      if (wait === 0) tries.push({ at: now, subject })
      now += Math.max(wait, 1)
    }
    return tries
  }

  it('[SYN-91] lets nobody try more than sixty times a day, ten in ten minutes, and five on one receipt', () => {
    const day = 24 * 60 * minute
    expect(attack(10 * minute, String)).toHaveLength(10)
    expect(attack(day, String)).toHaveLength(60)
    expect(attack(day, () => 'one')).toHaveLength(5)
    expect(attack(3 * day, () => 'one')).toHaveLength(15)
  })

  it('[SYN-91] is not got round by setting the clock, and ends by itself', () => {
    const instant = fc.integer({ min: 0, max: 3 * 24 * 60 * minute })
    fc.assert(
      fc.property(fc.array(fc.record({ at: instant, subject: fc.constantFrom('a', 'b') })), instant, (tries, now) => {
        const newest = Math.max(0, ...tries.map(({ at }) => at))
        const wait = waitOf(tries, 'a', now)
        expect(wait).toBeGreaterThanOrEqual(0)
        // A clock that is behind the newest try counts as that.
        if (now < newest) expect(wait).toBe(waitOf(tries, 'a', newest))
        expect(waitOf(tries, 'a', Math.max(now, newest) + wait)).toBe(0)
      }),
    )
    expect(tryLimits.map(({ most }) => most)).toEqual([10, 60, 5])
  })
})
