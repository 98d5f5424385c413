import { describe, expect, it } from 'vitest'
import { aDenial, aDisclosureIntake, aDraft, act, day, dueOf, inProcess, receivedOn, refusedAct } from './_testing.ts'
import type { DisclosureCase } from './disclosure-state.ts'

const ask = (sentOn: string, name = '清河建设有限公司') =>
  ({ kind: 'disclosure.consult_third_party', name, matter: '施工合同报价', sentOn: day(sentOn) }) as const
const arrived = (party: number, on: string) =>
  ({ kind: 'disclosure.third_party_received', party, receivedOn: day(on) }) as const
const opinion = (party: number, on: string, more: object = {}) =>
  ({
    kind: 'disclosure.third_party_opinion',
    party,
    answeredOn: day(on),
    opinion: 'agree',
    reason: null,
    reasonable: null,
    ...more,
  }) as const
const refusing = { opinion: 'refuse', reason: '涉及报价组成，属于商业秘密', reasonable: true } as const

const asked = (): DisclosureCase => act(inProcess('2026-03-02'), '2026-03-06', ask('2026-03-06'))

describe('opinion of third parties (条例 art. 32)', () => {
  it('[DIS-11] asking stops the clock until the opinion is back', () => {
    expect(asked()).toMatchObject({ status: 'third_party_wait', thirdParties: [{ n: 1, sentOn: '2026-03-06' }] })
    expect(asked().documents).toMatchObject([{ letter: 'disclosure_third_party_letter' }])
    expect(dueOf(asked())).toBeNull()
    const back = act(asked(), '2026-03-20', opinion(1, '2026-03-20'))
    expect(back.status).toBe('processing')
    expect(dueOf(back)).toBe('2026-04-14')
  })

  it('[DIS-11] several are asked by a letter each, and the clock waits for the last', () => {
    const two = act(asked(), '2026-03-09', ask('2026-03-09', '青岚监理有限公司'))
    expect(two.documents).toHaveLength(2)
    const one = act(two, '2026-03-20', opinion(1, '2026-03-20'))
    expect(one.status).toBe('third_party_wait')
    const both = act(one, '2026-03-24', opinion(2, '2026-03-23'))
    expect(both.status).toBe('processing')
    expect(both.clockFacts).toMatchObject([{ kind: 'pause', from: '2026-03-06', to: '2026-03-23' }])
    expect(refusedAct(two, '2026-03-20', opinion(3, '2026-03-20')).code).toBe('consultation_unknown')
  })

  it('[DIS-11] a second round of letters stops the clock for its own answers only', () => {
    const back = act(asked(), '2026-03-20', opinion(1, '2026-03-20'))
    // Recorded late: the second letter had gone out, and was answered, while the first was still out.
    const again = act(back, '2026-03-21', ask('2026-03-16', '青岚监理有限公司'))
    const done = act(again, '2026-03-21', opinion(2, '2026-03-18'))
    expect(done.clockFacts).toMatchObject([
      { from: '2026-03-06', to: '2026-03-20' },
      { from: '2026-03-16', to: '2026-03-18' },
    ])
    expect(dueOf(done)).toBe('2026-04-14')
  })

  it('[DIS-11] silence is found only after 15 working days from the receipt of the letter, and stops the clock no longer', () => {
    const lapse = (until: string) => ({ kind: 'disclosure.third_party_lapsed', until: day(until) }) as const
    expect(refusedAct(asked(), '2026-04-20', lapse('2026-03-30')).code).toBe('receipt_not_recorded')
    const known = act(asked(), '2026-03-09', arrived(1, '2026-03-09'))
    expect(refusedAct(known, '2026-03-30', lapse('2026-03-30'))).toMatchObject({
      code: 'time_not_run_out',
      article: 'ogi2019:32',
      params: { until: '2026-03-30' },
    })
    expect(refusedAct(known, '2026-04-08', lapse('2026-04-07')).code).toBe('pause_too_long')
    const silent = act(known, '2026-04-08', lapse('2026-03-30'))
    expect(silent).toMatchObject({ status: 'processing', thirdParties: [{ opinion: { opinion: 'none' } }] })
    expect(silent.clockFacts).toMatchObject([{ to: '2026-03-30' }])
    // The agency decides itself: it may disclose.
    expect(act(silent, '2026-04-08', { kind: 'disclosure.draft', reply: aDraft() }).status).toBe('drafting')
  })

  it('[DIS-11] under the Regulation of 2008 silence is no consent', () => {
    const old = act(
      act(null, '2019-04-01', {
        kind: 'disclosure.register',
        intake: aDisclosureIntake({ arrivedOn: day('2019-04-01') }),
      }),
      '2019-04-01',
      { kind: 'disclosure.assign', unit: '建设科', handler: null },
    )
    const waiting = act(act(old, '2019-04-02', ask('2019-04-02')), '2019-04-03', arrived(1, '2019-04-03'))
    const silent = act(waiting, '2019-05-10', { kind: 'disclosure.third_party_lapsed', until: day('2019-04-25') })
    expect(refusedAct(silent, '2019-05-10', { kind: 'disclosure.draft', reply: aDraft() })).toMatchObject({
      code: 'third_party_objects',
      article: 'ogi2008:23',
    })
  })

  it('[DIS-11] reasonable dissent forbids to disclose, but for a public interest that the third party is told', () => {
    const objected = act(asked(), '2026-03-20', opinion(1, '2026-03-20', refusing))
    const grant = { kind: 'disclosure.draft', reply: aDraft() } as const
    expect(refusedAct(objected, '2026-03-23', grant)).toMatchObject({
      code: 'third_party_objects',
      article: 'ogi2019:32',
    })
    const overruled = act(objected, '2026-03-23', {
      kind: 'disclosure.override_third_party',
      party: 1,
      what: '合同价款总额',
      reason: '涉及公共安全，不公开会对公共利益造成重大影响',
    })
    expect(overruled.documents.map(({ letter }) => letter)).toContain('disclosure_third_party_override')
    expect(act(overruled, '2026-03-23', grant).status).toBe('drafting')
    const unreasonable = act(asked(), '2026-03-20', opinion(1, '2026-03-20', { ...refusing, reasonable: false }))
    expect(act(unreasonable, '2026-03-23', grant).status).toBe('drafting')
  })

  it('[DIS-11] a refusal states its reasons, and the agency says whether they hold', () => {
    const bare = opinion(1, '2026-03-20', { opinion: 'refuse', reason: null, reasonable: null })
    expect(refusedAct(asked(), '2026-03-20', bare).fields).toEqual([
      { field: 'reason', code: 'required' },
      { field: 'reasonable', code: 'required' },
    ])
  })
})

describe('opinion of co-producing organs (条例 art. 34)', () => {
  const askAgency = {
    kind: 'disclosure.consult_agency',
    name: '县发展和改革局',
    matter: '联合印发的批复',
    sentOn: day('2026-03-06'),
  } as const

  it('[DIS-12] silence after 15 working days counts as agreement', () => {
    const waiting = act(inProcess('2026-03-02'), '2026-03-06', askAgency)
    expect(waiting.status).toBe('agency_wait')
    const known = act(waiting, '2026-03-06', {
      kind: 'disclosure.agency_received',
      party: 1,
      receivedOn: day('2026-03-06'),
    })
    const silent = act(known, '2026-03-30', { kind: 'disclosure.agency_lapsed', until: day('2026-03-27') })
    expect(silent).toMatchObject({ status: 'processing', coProducers: [{ opinion: { opinion: 'none' } }] })
    expect(act(silent, '2026-03-30', { kind: 'disclosure.draft', reply: aDraft() }).status).toBe('drafting')
  })

  it('[DIS-12] the Regulation of 2008 left out third parties only: asking another organ is refused there', () => {
    const old = act(
      act(null, '2019-04-01', {
        kind: 'disclosure.register',
        intake: aDisclosureIntake({ arrivedOn: day('2019-04-01') }),
      }),
      '2019-04-01',
      { kind: 'disclosure.assign', unit: '建设科', handler: null },
    )
    expect(refusedAct(old, '2019-04-02', { ...askAgency, sentOn: day('2019-04-02') })).toMatchObject({
      code: 'not_in_regulation',
      article: 'ogi2008:24(3)',
    })
  })
})

describe('coordination by the organ first contacted', () => {
  it('[DIS-23] other organs are asked by letter, their answers collected, and one reply given when all are there', () => {
    const question = {
      kind: 'disclosure.coordinate',
      organ: '县水利局',
      question: '请提供管网资料',
      sentOn: day('2026-03-04'),
    } as const
    const asking = act(inProcess('2026-03-02'), '2026-03-04', question)
    expect(asking.status).toBe('processing')
    expect(dueOf(asking)).toBe('2026-03-30')
    expect(asking.documents).toMatchObject([{ letter: 'disclosure_coordination_letter' }])
    const drafted = act(asking, '2026-03-10', { kind: 'disclosure.draft', reply: aDenial() })
    expect(refusedAct(drafted, '2026-03-10', { kind: 'disclosure.submit' })).toMatchObject({
      code: 'coordination_open',
      params: { organ: '县水利局' },
    })
    const answered = act(drafted, '2026-03-11', {
      kind: 'disclosure.coordination_answer',
      letter: 1,
      answeredOn: day('2026-03-11'),
      answer: '资料见附件',
    })
    expect(act(answered, '2026-03-11', { kind: 'disclosure.submit' }).status).toBe('review')
  })

  it('[DIS-23] an answer to no letter is refused', () => {
    expect(
      refusedAct(inProcess('2026-03-02'), '2026-03-04', {
        kind: 'disclosure.coordination_answer',
        letter: 1,
        answeredOn: day('2026-03-04'),
        answer: '资料见附件',
      }).code,
    ).toBe('consultation_unknown')
    expect(receivedOn('2026-03-02').coordination).toEqual([])
  })
})
