import { describe, expect, it } from 'vitest'
import { caseOperationData } from '../operation.ts'
import { settingsSchemas } from '../settings-data.ts'
import { disclosureActFields } from './disclosure-acts.ts'

describe('acts on a disclosure request', () => {
  it('may leave out what acts did not say before', () => {
    const charge = { requests: 12, pages: null, fen: 10_000 }
    const word = { party: 1, answeredOn: '2026-05-20', opinion: 'refuse', reason: '不宜公开' }
    const fields = disclosureActFields
    for (const sound of [charge, { ...charge, countReason: '二号窗口有一件尚未同步' }])
      expect(fields['disclosure.charge_fee'].safeParse(sound).success).toBe(true)
    for (const sound of [word, { ...word, until: '2026-03-27' }]) {
      expect(fields['disclosure.agency_opinion'].safeParse(sound).success).toBe(true)
      expect(fields['disclosure.third_party_opinion'].safeParse({ ...sound, reasonable: null }).success).toBe(true)
    }
    expect(fields['disclosure.agency_opinion'].safeParse({ ...word, until: null }).success).toBe(false)
  })

  it('keep the terms of a center that has set no longest delay', () => {
    const terms = { confirmationDays: 9, paymentDays: null }
    const { disclosure } = settingsSchemas
    expect(disclosure.safeParse(terms).success).toBe(true)
    expect(disclosure.safeParse({ ...terms, maxDelayDays: 30 }).success).toBe(true)
    for (const maxDelayDays of [0, 367, 1.5, null])
      expect(disclosure.safeParse({ ...terms, maxDelayDays }).success).toBe(false)
  })

  it('that give up a letter are operations like the others', () => {
    const gone = { on: '2026-03-16', party: 1, attempts: ['03-16 退回'], until: '2026-03-16' }
    expect(caseOperationData['disclosure.agency_undelivered'].safeParse(gone).success).toBe(true)
    expect(caseOperationData['disclosure.fee_undelivered'].safeParse(gone).success).toBe(false)
  })
})
