import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type QuarterFacts, assess } from './assess.ts'
import { findAssessmentRulesProblems, indicators } from './assessment-rules.ts'
import { defaultAssessment } from './data/default-assessment.ts'

const quarter = (over: Partial<QuarterFacts> = {}): QuarterFacts => ({
  closed: 200,
  closedInTime: 200,
  yellowCards: 0,
  redCards: 0,
  complaints: 4,
  complaintsInTime: 4,
  ratings: 50,
  goodRatings: 50,
  statutoryDays: 4000,
  actualDays: 1500,
  rectifications: 2,
  rectifiedInTime: 2,
  ...over,
})

const nothing = quarter(Object.fromEntries(Object.keys(quarter()).map((name) => [name, 0])))

const scored = (over: Partial<QuarterFacts>) => assess(quarter(over), defaultAssessment)

describe('the assessment of a quarter', () => {
  it('[SUP-17] the rules of a new center are sound, and unsound ones are named', () => {
    expect(findAssessmentRulesProblems(defaultAssessment)).toEqual([])
    const weights = { ...defaultAssessment.weights, on_time: 31.5 }
    const thresholds = { excellent: 80, good: 80, qualified: 60 }
    expect(
      findAssessmentRulesProblems({ ...defaultAssessment, weights, thresholds, fullCompression: 0, redDeduction: 101 }),
    ).toEqual([
      { code: 'weight_invalid' },
      { code: 'weights_not_100' },
      { code: 'deduction_invalid' },
      { code: 'compression_invalid' },
      { code: 'thresholds_invalid' },
    ])
  })

  it('[SUP-18] everything in order is 100 points, excellent', () => {
    expect(scored({})).toMatchObject({ score: 10_000, grade: 'excellent', owes: null })
  })

  it('[SUP-18] each indicator takes what it weighs', () => {
    expect(scored({ closedInTime: 190 }).score).toBe(9850)
    expect(scored({ yellowCards: 2, redCards: 1 }).score).toBe(9400)
    expect(scored({ yellowCards: 0, redCards: 9 }).score).toBe(8000)
    expect(scored({ complaintsInTime: 3 }).score).toBe(9625)
    expect(scored({ goodRatings: 45 }).score).toBe(9850)
    expect(scored({ actualDays: 3000 }).score).toBe(9500)
    expect(scored({ actualDays: 5000 }).score).toBe(9000)
    expect(scored({ rectifiedInTime: 1 }).score).toBe(9500)
  })

  it('[SUP-18] shares and score are rounded half up', () => {
    // 66.67 % of 15 points and 85 others: 95.0005, shown as 95.00.
    expect(scored({ complaints: 3, complaintsInTime: 2 })).toMatchObject({ score: 9500 })
    expect(scored({ closed: 800, closedInTime: 799 }).lines[0]).toEqual({
      indicator: 'on_time',
      weight: 30,
      share: 9988,
    })
  })

  it('[SUP-19] where there was nothing to measure the weight is left out, never given or taken', () => {
    const quiet = scored({ complaints: 0, complaintsInTime: 0, ratings: 0, goodRatings: 0, closedInTime: 100 })
    expect(quiet.lines.filter(({ share }) => share === null).map(({ indicator }) => indicator)).toEqual([
      'complaints',
      'ratings',
    ])
    // 15 of 70 points are lost.
    expect(quiet.score).toBe(7857)
    expect(assess(nothing, defaultAssessment)).toMatchObject({ score: null, grade: null, owes: null })
  })

  it('[SUP-20] 90, 80 and 60 points divide the grades, and an unqualified quarter owes a recommendation', () => {
    const graded = (closedInTime: number, redCards: number) => {
      const { score, grade, owes } = scored({ closedInTime, redCards, goodRatings: 0 })
      return [score, grade, owes]
    }
    expect(scored({ yellowCards: 10 })).toMatchObject({ score: 9000, grade: 'excellent' })
    expect(scored({ yellowCards: 10, closed: 10_000, closedInTime: 9997 })).toMatchObject({
      score: 8999,
      grade: 'good',
    })
    expect(graded(200, 0)).toEqual([8500, 'good', null])
    expect(graded(200, 5)).toEqual([6500, 'qualified', null])
    expect(graded(100, 5)).toEqual([5000, 'unqualified', 'supervision_recommendation'])
    expect(graded(170, 5)).toEqual([6050, 'qualified', null])
  })

  it('[SUP-20] more in time is never worse, and no score leaves 0 to 100', () => {
    const count = fc.integer({ min: 0, max: 500 })
    const facts = fc.record({ closed: count, late: count, yellow: count, red: count, days: count, actual: count })
    fc.assert(
      fc.property(facts, ({ closed, late, yellow, red, days, actual }) => {
        const at = (closedInTime: number) =>
          scored({ closed, closedInTime, yellowCards: yellow, redCards: red, statutoryDays: days, actualDays: actual })
            .score ?? 0
        const inTime = Math.max(0, closed - late)
        expect(at(closed)).toBeGreaterThanOrEqual(at(inTime))
        expect(at(inTime)).toBeGreaterThanOrEqual(0)
        expect(at(inTime)).toBeLessThanOrEqual(10_000)
      }),
    )
  })

  it('[SUP-20] what are no counts is no quarter', () => {
    expect(() => scored({ closed: 1.5 })).toThrow(RangeError)
    expect(() => scored({ ratings: -1 })).toThrow(RangeError)
    expect(() => scored({ goodRatings: 51 })).toThrow(RangeError)
    expect(scored({}).lines.map(({ indicator }) => indicator)).toEqual(indicators)
  })
})
