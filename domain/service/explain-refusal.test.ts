import { describe, expect, it } from 'vitest'
import { actingOn, aMaterial, aServiceIntake, day, missing } from '../case/_testing.ts'
import { aFeeLine } from './_testing.ts'

const { done, refused } = actingOn(day('2026-09-28'))
const withGap = aServiceIntake({ materials: [aMaterial(), aMaterial({ n: 2, name: '营业执照', ...missing })] })

describe('what is done once only', () => {
  it('[CASE-18] a second once-only notice is refused by its article also while the first is waited for', () => {
    const waiting = done(null, { kind: 'service.notice', intake: withGap, correctBy: null })
    expect(refused(waiting, { kind: 'service.notify', materials: withGap.materials, correctBy: null })).toMatchObject({
      code: 'second_notice',
      article: 'licensing:32(1)(4)',
      params: { on: '2026-09-28' },
    })
    expect(refused(waiting, { kind: 'service.prereview_correct', missing: '营业执照', correctBy: null }).code).toBe(
      'second_notice',
    )
  })

  it('[CASE-18] so are a second extension after the decision and a second fee notice after the end', () => {
    const accepted = done(null, { kind: 'service.accept', intake: aServiceIntake() })
    const extend = {
      kind: 'service.extend',
      days: 5,
      reason: '需要现场核查',
      approver: 'organ_head',
      approvedBy: '张志强',
    } as const
    const head = { role: 'head' } as const
    const extended = done(accepted, extend, head)
    const withdrawn = done(extended, { kind: 'service.withdraw', reason: '不再办理' })
    expect(refused(withdrawn, extend, head)).toMatchObject({
      code: 'extension_given',
      article: 'licensing:42(1)',
      params: { days: 5 },
    })
    expect(refused(withdrawn, { kind: 'service.fee_notice', lines: [aFeeLine()] }).code).toBe('not_allowed_in_state')
  })
})
