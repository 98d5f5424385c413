import { describe, expect, it } from 'vitest'
import { lettersOf } from '../case/letters.ts'
import { aDisclosureIntake, aDraft, aHistoricalRequest, act, day, imported, inProcess, receivedOn } from './_testing.ts'

describe('slips of a disclosure request', () => {
  it('[DIS-34] a receipt and the register entry exist from the start, the form of what was said for an oral request', () => {
    expect(lettersOf(receivedOn('2026-03-02'))).toEqual(['disclosure_receipt', 'disclosure_registration'])
    const intake = aDisclosureIntake({ channel: 'oral', arrivedOn: day('2026-03-02') })
    expect(lettersOf(act(null, '2026-03-02', { kind: 'disclosure.register', intake }))).toContain(
      'disclosure_request_form',
    )
  })

  it('[DIS-34] the form for a third party exists once one was asked, the form of review once there is a draft', () => {
    const asked = act(inProcess('2026-03-02'), '2026-03-06', {
      kind: 'disclosure.consult_third_party',
      name: '清河公司',
      matter: '合同',
      sentOn: day('2026-03-06'),
    })
    expect(lettersOf(asked)).toContain('disclosure_third_party_form')
    const drafted = act(inProcess('2026-03-02'), '2026-03-06', { kind: 'disclosure.draft', reply: aDraft() })
    expect(lettersOf(drafted)).toContain('disclosure_review_form')
    expect(lettersOf(imported(aHistoricalRequest()))).toEqual([])
  })
})
