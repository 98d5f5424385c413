import { describe, expect, it } from 'vitest'
import { openPauseOf } from '../case/clock-log.ts'
import { outcomes } from '../report/outcome.ts'
import { openOutcomes } from './reply-guard.ts'
import { aDraft, aDisclosureIntake, act, day, dueOf, inProcess, receivedOn, refusedAct } from './_testing.ts'

const notice = {
  kind: 'disclosure.notice_correction',
  items: ['请写明所需文件的名称或文号'],
  correctBy: day('2026-03-31'),
  consequence: '逾期不补正，视为放弃申请',
} as const
const correct = (receivedOnDay: string, clear = true) =>
  ({ kind: 'disclosure.correct', receivedOn: day(receivedOnDay), content: '2025年招标文件', clear }) as const

describe('correction of a request (条例 art. 30)', () => {
  it('[DIS-8] the notice names what to correct, until when, and what follows', () => {
    const received = receivedOn('2026-03-02')
    const bare = { ...notice, items: [], consequence: ' ', correctBy: day('2026-03-02') }
    expect(refusedAct(received, '2026-03-02', bare).fields).toEqual([
      { field: 'items', code: 'required' },
      { field: 'consequence', code: 'required' },
      { field: 'correctBy', code: 'date_not_ahead' },
    ])
    const waiting = act(received, '2026-03-09', notice)
    expect(waiting.status).toBe('correction_wait')
    expect(waiting.documents).toMatchObject([{ letter: 'disclosure_correction_notice' }])
    expect(dueOf(waiting)).toBeNull()
  })

  it('[DIS-8] it is given within seven working days of receipt; later it is refused with the day it was due', () => {
    const received = receivedOn('2026-03-02')
    expect(act(received, '2026-03-11', notice).status).toBe('correction_wait')
    expect(refusedAct(received, '2026-03-12', notice)).toMatchObject({
      code: 'correction_notice_late',
      article: 'ogi2019:30',
      params: { due: '2026-03-11' },
    })
  })

  it('[DIS-8] a second notice is refused', () => {
    const waiting = act(receivedOn('2026-03-02'), '2026-03-03', notice)
    const given = { code: 'correction_notice_given', article: 'ogi2019:30' }
    expect(refusedAct(waiting, '2026-03-03', notice)).toMatchObject(given)
    const corrected = act(waiting, '2026-03-04', correct('2026-03-04'))
    expect(refusedAct(corrected, '2026-03-05', notice)).toMatchObject(given)
    const drafted = act(corrected, '2026-03-05', { kind: 'disclosure.draft', reply: aDraft() })
    expect(refusedAct(drafted, '2026-03-05', notice)).toMatchObject(given)
  })

  it('[DIS-8] under the Regulation of 2008 no number of days bounds the notice', () => {
    const received = act(null, '2019-05-10', {
      kind: 'disclosure.register',
      intake: aDisclosureIntake({ arrivedOn: day('2019-05-10') }),
    })
    const late = { ...notice, correctBy: day('2019-06-20') }
    expect(act(received, '2019-05-30', late).status).toBe('correction_wait')
    // What came due is late: no notice starts it afresh.
    expect(refusedAct(received, '2019-06-03', late)).toMatchObject({
      code: 'limit_run_out',
      article: 'ogi2008:21',
      params: { due: '2019-05-31' },
    })
  })

  it('[DIS-9] the reply period runs afresh from the day the corrected request arrived', () => {
    const corrected = act(act(receivedOn('2026-03-02'), '2026-03-09', notice), '2026-03-20', correct('2026-03-18'))
    expect(corrected.status).toBe('processing')
    expect(dueOf(corrected)).toBe('2026-04-16')
    expect(openPauseOf(corrected)).toBeNull()
  })

  it('[DIS-9] a correction cannot have come before its notice, nor tomorrow', () => {
    const waiting = act(receivedOn('2026-03-02'), '2026-03-09', notice)
    expect(refusedAct(waiting, '2026-03-20', correct('2026-03-06')).fields).toEqual([
      { field: 'receivedOn', code: 'date_before_notice' },
    ])
    expect(refusedAct(waiting, '2026-03-20', correct('2026-03-21')).fields).toEqual([
      { field: 'receivedOn', code: 'date_in_future' },
    ])
  })

  it('[DIS-9] only a request that is still unclear after its correction is answered as unclear', () => {
    const unclear = aDraft({
      outcome: 'unable_unclear',
      access: null,
      grounds: [{ article: 'ogi2019:30', reason: '补正后仍不能指向特定政府信息' }],
    })
    expect(
      refusedAct(inProcess('2026-03-02'), '2026-03-05', { kind: 'disclosure.draft', reply: unclear }),
    ).toMatchObject({
      code: 'outcome_not_open',
      article: 'ogi2019:30',
    })
    const still = act(act(receivedOn('2026-03-02'), '2026-03-09', notice), '2026-03-18', correct('2026-03-18', false))
    expect(still.status).toBe('drafting')
    expect(act(still, '2026-03-19', { kind: 'disclosure.draft', reply: unclear }).draft?.outcome).toBe('unable_unclear')
  })

  it('[DIS-43] what rests on a step that was not taken is not offered; what a person finds to lapse never is', () => {
    const fresh = openOutcomes(inProcess('2026-03-02'))
    expect(outcomes.filter((one) => !fresh.includes(one))).toEqual([
      'unable_unclear',
      'not_massive',
      'other_no_correction',
      'other_no_fee',
    ])
    const still = act(act(receivedOn('2026-03-02'), '2026-03-09', notice), '2026-03-18', correct('2026-03-18', false))
    expect(openOutcomes(still)).toContain('unable_unclear')
  })

  it('[DIS-10] the request lapses only after the period, by a finding of a person, and is counted as not corrected', () => {
    const waiting = act(receivedOn('2026-03-02'), '2026-03-09', notice)
    const lapse = { kind: 'disclosure.lapse', finding: '申请人电话表示不再补正' } as const
    expect(refusedAct(waiting, '2026-03-31', lapse)).toMatchObject({
      code: 'time_not_run_out',
      article: 'ogi2019:30',
      params: { until: '2026-03-31' },
    })
    expect(refusedAct(waiting, '2026-04-01', { ...lapse, finding: '' }).fields).toEqual([
      { field: 'finding', code: 'required' },
    ])
    const closed = act(waiting, '2026-04-01', lapse)
    expect(closed).toMatchObject({
      status: 'closed',
      closedOn: '2026-04-01',
      ending: { outcome: 'other_no_correction' },
    })
    expect(closed.documents.map(({ letter }) => letter)).toContain('disclosure_reply_lapsed')
    expect(openPauseOf(closed)).toBeNull()
  })
})
