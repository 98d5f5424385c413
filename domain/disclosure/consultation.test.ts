import { describe, expect, it } from 'vitest'
import { arrived, ask, asked, opinion } from './_consulting.ts'
import { aDisclosureIntake, aDraft, act, day, dueOf, inProcess, refusedAct } from './_testing.ts'

const refusing = { opinion: 'refuse', reason: '涉及报价组成，属于商业秘密', reasonable: true } as const

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

  it('[DIS-11] a letter that is recorded late begins the pause where it was the first', () => {
    const two = act(asked(), '2026-03-09', ask('2026-03-04', '青岚监理有限公司'))
    expect(two.clockFacts).toMatchObject([{ kind: 'pause', from: '2026-03-04', to: null }])
  })

  it('[DIS-11] letters that did not overlap leave out only their own days, however they were recorded', () => {
    const two = act(asked(), '2026-03-20', ask('2026-03-16', '青岚监理有限公司'))
    const done = act(act(two, '2026-03-20', opinion(1, '2026-03-10')), '2026-03-20', opinion(2, '2026-03-18'))
    expect(done.clockFacts).toMatchObject([
      { from: '2026-03-06', to: '2026-03-10' },
      { from: '2026-03-16', to: '2026-03-18' },
    ])
    expect(done.thirdParties.map(({ pause }) => pause)).toEqual([1, 2])
    const { clockFacts } = act(
      act(act(asked(), '2026-03-11', opinion(1, '2026-03-10')), '2026-03-16', ask('2026-03-16', '青岚监理有限公司')),
      '2026-03-20',
      opinion(2, '2026-03-18'),
    )
    expect(done.clockFacts).toEqual(clockFacts)
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

  it('[DIS-11] the clock runs on after the 15 working days, whether anybody has found the silence or not', () => {
    const known = act(asked(), '2026-03-09', arrived(1, '2026-03-06'))
    expect(known.status).toBe('third_party_wait')
    expect(dueOf(known)).toBe('2026-04-21')
    const silent = act(known, '2026-05-20', { kind: 'disclosure.third_party_lapsed', until: day('2026-03-27') })
    expect(dueOf(silent)).toBe('2026-04-21')
    // Sooner is sooner: what is known while it is waited for is the latest day there can be.
    expect(dueOf(act(known, '2026-03-20', opinion(1, '2026-03-20')))).toBe('2026-04-14')
    // A further letter whose arrival is not known leaves it open again.
    const two = act(known, '2026-03-10', ask('2026-03-10', '青岚监理有限公司'))
    expect(dueOf(two)).toBeNull()
    const both = act(two, '2026-03-12', arrived(2, '2026-03-12'))
    expect(dueOf(both)).toBe('2026-04-27')
    expect(dueOf(act(both, '2026-03-13', opinion(2, '2026-03-13')))).toBe('2026-04-21')
    expect(dueOf(act(both, '2026-03-27', opinion(1, '2026-03-27')))).toBe('2026-04-27')
  })

  it('[DIS-11] a word after the 15 working days is a note: the agency decides, and the clock ran on', () => {
    const known = act(asked(), '2026-03-09', arrived(1, '2026-03-06'))
    const late = opinion(1, '2026-06-19', refusing)
    expect(refusedAct(known, '2026-06-19', late)).toMatchObject({
      code: 'answer_late',
      article: 'ogi2019:32',
      params: { until: '2026-03-27' },
    })
    const noted = act(known, '2026-06-19', { ...late, until: day('2026-03-27') })
    expect(noted.thirdParties).toMatchObject([
      { opinion: { opinion: 'none', reasonable: null }, note: { opinion: 'refuse', on: '2026-06-19' } },
    ])
    expect(dueOf(noted)).toBe('2026-04-21')
    expect(act(noted, '2026-06-19', { kind: 'disclosure.draft', reply: aDraft() }).status).toBe('drafting')
  })

  it('[DIS-11] where the arrival is not recorded, only what came within 15 working days of the sending is surely in time', () => {
    expect(act(asked(), '2026-04-01', opinion(1, '2026-03-27')).status).toBe('processing')
    expect(refusedAct(asked(), '2026-06-19', opinion(1, '2026-06-19'))).toMatchObject({
      code: 'receipt_not_recorded',
      article: 'ogi2019:32',
    })
  })

  it('[DIS-11] no word comes before its letter, and no receipt after the word', () => {
    const known = act(asked(), '2026-03-12', arrived(1, '2026-03-12'))
    expect(refusedAct(known, '2026-03-20', opinion(1, '2026-03-10')).fields).toEqual([
      { field: 'answeredOn', code: 'date_before_notice' },
    ])
    const answered = act(asked(), '2026-03-20', opinion(1, '2026-03-10'))
    expect(refusedAct(answered, '2026-03-20', arrived(1, '2026-03-12')).fields).toEqual([
      { field: 'receivedOn', code: 'date_order' },
    ])
    const receipt = act(answered, '2026-03-20', arrived(1, '2026-03-09'))
    expect(receipt).toMatchObject({ status: 'processing', thirdParties: [{ receivedOn: '2026-03-09' }] })
    expect(refusedAct(receipt, '2026-03-20', arrived(1, '2026-03-09'))).toMatchObject({
      code: 'consultation_unknown',
      article: 'ogi2019:32',
    })
  })

  it('[DIS-35] a letter that never arrives is given up with its attempts, and may be sent again', () => {
    const lost = (until: string, attempts: readonly string[] = ['03-16 邮局退回：原址查无此公司']) =>
      ({ kind: 'disclosure.third_party_undelivered', party: 1, attempts, until: day(until) }) as const
    expect(refusedAct(asked(), '2026-03-16', lost('2026-03-16', [' '])).fields).toEqual([
      { field: 'attempts', code: 'required' },
    ])
    expect(refusedAct(asked(), '2026-06-19', lost('2026-06-19'))).toMatchObject({
      code: 'pause_too_long',
      article: 'ogi2019:32',
      params: { until: '2026-03-27' },
    })
    expect(refusedAct(asked(), '2026-03-16', lost('2026-03-05')).fields).toEqual([
      { field: 'until', code: 'date_before_notice' },
    ])
    const given = act(asked(), '2026-03-16', lost('2026-03-16'))
    expect(given).toMatchObject({
      status: 'processing',
      thirdParties: [{ opinion: { opinion: 'none' }, undelivered: { attempts: ['03-16 邮局退回：原址查无此公司'] } }],
    })
    expect(dueOf(given)).toBe('2026-04-08')
    const again = act(given, '2026-03-17', ask('2026-03-17'))
    expect(again).toMatchObject({ status: 'third_party_wait', thirdParties: [{ n: 1 }, { n: 2, opinion: null }] })
    // One to the same person that is lost again stops nothing more.
    const lostAgain = act(again, '2026-04-03', { ...lost('2026-04-03'), party: 2 })
    expect(lostAgain).toMatchObject({
      status: 'processing',
      thirdParties: [{ n: 1 }, { opinion: { opinion: 'none' } }],
    })
    expect(dueOf(lostAgain)).toBe('2026-04-08')
    const known = act(asked(), '2026-03-12', arrived(1, '2026-03-12'))
    expect(refusedAct(known, '2026-03-16', lost('2026-03-16')).fields).toEqual([
      { field: 'party', code: 'not_applicable' },
    ])
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

  const answer = (on: string, more: object = {}) =>
    ({
      kind: 'disclosure.agency_opinion',
      party: 1,
      answeredOn: day(on),
      opinion: 'refuse',
      reason: '不宜公开',
      ...more,
    }) as const
  const agencyArrived = { kind: 'disclosure.agency_received', party: 1, receivedOn: day('2026-03-06') } as const

  it('[DIS-12] a later word is a note: silence was consent, and the time ended with the 15th working day', () => {
    const known = act(act(inProcess('2026-03-02'), '2026-03-06', askAgency), '2026-03-06', agencyArrived)
    expect(refusedAct(known, '2026-05-20', answer('2026-05-20'))).toMatchObject({
      code: 'answer_late',
      article: 'ogi2019:34',
      params: { until: '2026-03-27' },
    })
    expect(refusedAct(known, '2026-05-20', answer('2026-05-20', { until: day('2026-05-20') })).code).toBe('answer_late')
    const late = act(known, '2026-05-20', answer('2026-05-20', { until: day('2026-03-27') }))
    expect(late).toMatchObject({
      status: 'processing',
      coProducers: [
        { opinion: { opinion: 'none', answeredOn: '2026-03-27' }, note: { opinion: 'refuse', on: '2026-05-20' } },
      ],
    })
    expect(dueOf(late)).toBe('2026-04-21')
    const silent = act(known, '2026-05-20', { kind: 'disclosure.agency_lapsed', until: day('2026-03-27') })
    expect(dueOf(silent)).toBe(dueOf(late))
    // On the last day it is in time, and nothing is to be found.
    expect(refusedAct(known, '2026-03-27', answer('2026-03-27', { until: day('2026-03-27') })).fields).toEqual([
      { field: 'until', code: 'not_applicable' },
    ])
    expect(act(known, '2026-04-03', answer('2026-03-27'))).toMatchObject({
      coProducers: [{ opinion: { opinion: 'refuse' }, note: null }],
    })
  })

  it('[DIS-12] a correction of the days leaves out no more than the 15 working days either', () => {
    const known = act(act(inProcess('2026-03-02'), '2026-03-06', askAgency), '2026-03-06', agencyArrived)
    const heard = act(known, '2026-04-01', answer('2026-03-25'))
    const change = (to: string) =>
      ({
        kind: 'clock.change_pause',
        fact: 1,
        from: day('2026-03-06'),
        to: day(to),
        reason: '复函日期登记有误',
      }) as const
    expect(dueOf(act(heard, '2026-04-01', change('2026-03-27')))).toBe('2026-04-21')
    expect(refusedAct(heard, '2026-06-01', change('2026-05-20'))).toMatchObject({
      code: 'pause_too_long',
      article: 'ogi2019:34',
      params: { until: '2026-03-27' },
    })
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
