import { describe, expect, it } from 'vitest'
import { actingOn, aDisclosureIntake, aServiceIntake, day } from '../case/_testing.ts'
import { anonymousApplicant } from '../case/applicant.ts'
import type { CaseState } from '../case/case-state.ts'
import { currentWorkCalendar as calendar } from '../calendar/state-council.ts'
import { decide } from '../case/decide.ts'
import { judge } from '../case/judge.ts'
import { roles } from '../case/role.ts'
import { type Rating, isBadRating, ratingLevels, starsOf, visibleRating } from './rating.ts'
import type { RatingAct } from './rating-act.ts'
import { taskForRating } from './task-for-rating.ts'

const { done, refused, context } = actingOn(day('2026-09-28'))
const accepted = done(null, { kind: 'service.accept', intake: aServiceIntake() })
const give = (over: Partial<Rating> = {}): RatingAct => ({
  kind: 'rating.give',
  level: 2,
  channel: 'hall_tablet',
  tags: ['prompt'],
  comment: null,
  anonymous: false,
  ...over,
})
const rated = (over: Partial<Rating>): CaseState => done(accepted, give(over))

describe('the rating of a case', () => {
  it('[RAT-1] the code runs from 1, the best, to 5; the stars run the other way; 4 and 5 are bad', () => {
    expect(ratingLevels.map(starsOf)).toEqual([5, 4, 3, 2, 1])
    expect(ratingLevels.filter(isBadRating)).toEqual([4, 5])
  })

  it('[RAT-2] is given once, after acceptance or closing', () => {
    const first = rated({})
    expect(first.rating).toEqual({
      level: 2,
      channel: 'hall_tablet',
      tags: ['prompt'],
      comment: null,
      anonymous: false,
      on: '2026-09-28',
    })
    expect(refused(first, give({ level: 1 }))).toMatchObject({ code: 'rating_given' })
    const waiting = done(null, { kind: 'disclosure.register', intake: aDisclosureIntake({ channel: 'ordinary_mail' }) })
    expect(refused(waiting, give())).toMatchObject({ code: 'rating_too_early' })
  })

  it('[RAT-2] a tag is ticked once, and an empty comment is none', () => {
    expect(refused(accepted, give({ tags: ['slow', 'slow'] }))).toMatchObject({ fields: [{ field: 'tags' }] })
    expect(refused(accepted, give({ comment: ' ' }))).toMatchObject({ fields: [{ field: 'comment' }] })
  })

  it('[RAT-3] who does not rate has given no rating', () => {
    expect(accepted.rating).toBeNull()
    expect(taskForRating(accepted)).toBeNull()
  })

  it('[RAT-4] never conflicts with what another desk did meanwhile; of two ratings the first one counts', () => {
    const decided = decide(accepted, give(), context())
    if (!decided.ok) throw new Error(decided.error.code)
    const origin = { center: '990123', deviceNo: 'W03' }
    expect(judge(accepted, decided.value, 0, origin, calendar)).toEqual({ verdict: 'applied', reason: null })
    expect(rated({}).version).toBe(accepted.version)
    expect(judge(rated({}), decided.value, accepted.version, origin, calendar)).toEqual({
      verdict: 'rejected',
      reason: 'rating_given',
    })
  })

  it('[RAT-5] is sealed from those who serve at the counter, and open to the others', () => {
    const rating = { ...give({ level: 5, comment: '态度生硬', tags: ['impolite'] }), on: day('2026-09-28') }
    for (const role of roles) {
      const seen = visibleRating(role, rating)
      const sealed = role === 'clerk' || role === 'agent'
      expect([seen.level, seen.comment, seen.tags]).toEqual(sealed ? [null, null, null] : [5, '态度生硬', ['impolite']])
      expect(seen.channel).toBe('hall_tablet')
    }
  })

  it('[RAT-6] a bad one owes a task, which repeats nothing of what was said', () => {
    for (const level of ratingLevels) expect(taskForRating(rated({ level })) !== null).toBe(isBadRating(level))
    expect(taskForRating(rated({ level: 5, comment: '态度生硬', anonymous: true }))).toEqual({
      kind: 'task.open_rating',
      caseId: 'case-1',
      organ: '青岚县卫生健康局',
      anonymous: true,
      limits: { verify: 1, feedback: 5, answer: 15 },
    })
    const nameless = { ...rated({ level: 4 }), applicant: anonymousApplicant() }
    expect(taskForRating(nameless)).toMatchObject({ anonymous: true })
  })
})
