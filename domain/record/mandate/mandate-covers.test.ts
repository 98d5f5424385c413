import { describe, expect, it } from 'vitest'
import { aRepresentative } from '../../case/_testing.ts'
import { aDeed, activeMandate, agentOn, draft, sign } from './_testing.ts'
import { mandateCovers } from './mandate-covers.ts'

const active = activeMandate()
const { matter } = aDeed('2026-09-14')

describe('what a mandate carries', () => {
  it('[AGY-10] a deed within matters, authority and term, from its first day to its last', () => {
    for (const on of ['2026-09-14', '2026-10-08', '2026-12-31']) expect(mandateCovers(active, aDeed(on))).toBeNull()
    expect(mandateCovers(active, aDeed('2026-09-13'))).toMatchObject({ code: 'mandate_not_in_force' })
    expect(mandateCovers(active, aDeed('2027-01-01'))).toMatchObject({ code: 'mandate_run_out' })
  })

  it('[AGY-10] nothing before it is signed and looked at', () => {
    const drafted = agentOn('2026-09-14').done(null, draft())
    const signed = agentOn('2026-09-14').done(drafted, sign())
    for (const mandate of [drafted, signed])
      expect(mandateCovers(mandate, aDeed('2026-09-15'))).toMatchObject({ code: 'mandate_not_in_force' })
  })

  it('[AGY-10] no other matter, and nothing it does not name', () => {
    expect(mandateCovers(active, aDeed('2026-09-15', { matter: { code: null, name: '食品经营许可' } }))).toMatchObject({
      code: 'mandate_matter_not_covered',
      params: { matter: '食品经营许可' },
    })
    expect(mandateCovers(active, aDeed('2026-09-15', { deed: 'withdraw' }))).toMatchObject({
      code: 'mandate_deed_not_covered',
      article: 'civilCode:171',
    })
  })

  it('[AGY-10] items are the same by code where both have one, by name otherwise', () => {
    const coded = activeMandate({ scope: { kind: 'items', items: [{ code: 'C1', name: '卫生许可' }] } })
    const covers = (code: string | null, name: string) =>
      mandateCovers(coded, aDeed('2026-09-15', { matter: { code, name } })) === null
    expect([
      covers('C1', '另一名称'),
      covers('C2', '卫生许可'),
      covers(null, '卫生许可'),
      covers(null, '另一名称'),
    ]).toEqual([true, false, true, false])
  })

  it('[AGY-10] an open description covers every matter except what the person must do himself', () => {
    const open = activeMandate({ scope: { kind: 'open', description: '本户全部政务服务事项' } })
    expect(mandateCovers(open, aDeed('2026-09-15', { matter: { code: null, name: '食品经营许可' } }))).toBeNull()
    expect(mandateCovers(open, aDeed('2026-09-15', { matter: { code: null, name: '结婚登记' } }))).toMatchObject({
      code: 'in_person_required',
      article: 'civilCode:1049',
    })
    expect(mandateCovers(open, aDeed('2026-09-15', { inPerson: true }))).toMatchObject({
      code: 'in_person_required',
      article: 'licensing:29(2)',
    })
  })

  it('[AGY-11] the day of the deed decides: taken back later it covered, from the day of taking back it does not', () => {
    const revoked = agentOn('2026-10-08').done(active, { kind: 'mandate.revoke', by: 'agent', reason: '外出' })
    expect(mandateCovers(revoked, aDeed('2026-10-07'))).toBeNull()
    expect(mandateCovers(revoked, aDeed('2026-10-08'))).toMatchObject({
      code: 'mandate_revoked',
      params: { on: '2026-10-08' },
    })
    const done = agentOn('2026-10-08').done(active, { kind: 'mandate.complete', reason: '办结' })
    expect(mandateCovers(done, aDeed('2026-10-08'))).toBeNull()
    expect(mandateCovers(done, aDeed('2026-10-09'))).toMatchObject({ code: 'mandate_used_up' })
    const expired = agentOn('2027-01-01').done(active, { kind: 'mandate.expire' })
    expect(mandateCovers(expired, aDeed('2026-12-31'))).toBeNull()
  })

  it('[AGY-8] a sub-agent acts from the day on which he was named', () => {
    const sub = aRepresentative({ name: '赵敏', idNumber: '990000194912310026' })
    const passed = agentOn('2026-10-08').done(activeMandate({ subAgency: true }), {
      kind: 'mandate.delegate',
      representative: sub,
      emergency: null,
    })
    const by = (on: string, idNumber: string | null) => mandateCovers(passed, aDeed(on, { by: idNumber }))
    expect(by('2026-10-08', '990000194912310026')).toBeNull()
    expect(by('2026-10-07', '990000194912310026')).toMatchObject({ code: 'mandate_other_agent' })
    expect(by('2026-10-07', '99000019800101016X')).toBeNull()
    expect(by('2026-10-08', '990000199001010017')).toMatchObject({ code: 'mandate_other_agent' })
  })

  it('[AGY-12] no more cases than it allows; what is begun is finished', () => {
    const once = activeMandate({ maxCases: 1 })
    const used = agentOn('2026-09-15').done(once, {
      kind: 'mandate.use',
      caseId: 'case-1',
      matter,
      inPerson: false,
      deed: 'submit',
    })
    const use = { kind: 'mandate.use', matter, inPerson: false } as const
    expect(agentOn('2026-09-16').refused(used, { ...use, caseId: 'case-2', deed: 'submit' })).toMatchObject({
      code: 'mandate_cases_exhausted',
      params: { max: 1 },
    })
    const collected = agentOn('2026-09-30').done(used, { ...use, caseId: 'case-1', deed: 'collect' })
    expect(collected.uses.map(({ deed }) => deed)).toEqual(['submit', 'collect'])
  })
})
