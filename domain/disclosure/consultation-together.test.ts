import { describe, expect, it } from 'vitest'
import { arrived, ask, asked, opinion } from './_consulting.ts'
import { aDenial, act, day, dueOf, inProcess, receivedOn, refusedAct } from './_testing.ts'

describe('third parties and organs at the same time', () => {
  const agency = {
    kind: 'disclosure.consult_agency',
    name: '县发展和改革局',
    matter: '联合印发的批复',
    sentOn: day('2026-03-10'),
  } as const
  const agencyWord = {
    kind: 'disclosure.agency_opinion',
    party: 1,
    answeredOn: day('2026-03-26'),
    opinion: 'agree',
    reason: null,
  } as const
  const both = () => act(asked(), '2026-03-10', agency)

  it('[DIS-35] one may be asked while the other is waited for; their pauses overlap and are counted once', () => {
    expect(both()).toMatchObject({ status: 'third_party_wait', coProducers: [{ n: 1 }] })
    const afterThird = act(both(), '2026-03-20', opinion(1, '2026-03-20'))
    expect(afterThird.status).toBe('agency_wait')
    expect(dueOf(afterThird)).toBeNull()
    const done = act(afterThird, '2026-03-26', agencyWord)
    expect(done).toMatchObject({
      status: 'processing',
      clockFacts: [
        { reason: 'third_party', from: '2026-03-06', to: '2026-03-20' },
        { reason: 'other_organ', from: '2026-03-10', to: '2026-03-26' },
      ],
    })
    const other = act(act(both(), '2026-03-26', agencyWord), '2026-03-27', opinion(1, '2026-03-20'))
    expect(other).toMatchObject({ status: 'processing', clockFacts: done.clockFacts })
    expect(dueOf(other)).toBe(dueOf(done))
    const agencyFirst = act(act(inProcess('2026-03-02'), '2026-03-10', agency), '2026-03-10', ask('2026-03-06'))
    expect(agencyFirst.status).toBe('third_party_wait')
    const end = act(act(agencyFirst, '2026-03-20', opinion(1, '2026-03-20')), '2026-03-26', agencyWord)
    expect(dueOf(end)).toBe(dueOf(done))
  })

  it('[DIS-35] each silence is found for itself', () => {
    const known = act(act(both(), '2026-03-11', arrived(1, '2026-03-09')), '2026-03-11', {
      kind: 'disclosure.agency_received',
      party: 1,
      receivedOn: day('2026-03-11'),
    })
    const third = act(known, '2026-04-20', { kind: 'disclosure.third_party_lapsed', until: day('2026-03-30') })
    expect(third.status).toBe('agency_wait')
    const organ = act(known, '2026-04-20', { kind: 'disclosure.agency_lapsed', until: day('2026-04-01') })
    expect(organ.status).toBe('third_party_wait')
    expect(
      refusedAct(organ, '2026-04-20', { kind: 'disclosure.agency_lapsed', until: day('2026-04-01') }),
    ).toMatchObject({ code: 'consultation_unknown', article: 'ogi2019:34' })
  })

  it('[DIS-35] other organs may be asked to contribute meanwhile', () => {
    const letter = {
      kind: 'disclosure.coordinate',
      organ: '县水利局',
      question: '请提供资料',
      sentOn: day('2026-03-10'),
    } as const
    const asking = act(both(), '2026-03-10', letter)
    expect(asking).toMatchObject({ status: 'third_party_wait', coordination: [{ organ: '县水利局' }] })
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
