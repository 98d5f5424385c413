import { describe, expect, it } from 'vitest'
import { aRepresentative } from '../../case/_testing.ts'
import { plainDate } from '../../plain-date.ts'
import { findWorkflowProblems } from '../../workflow/validate-workflow.ts'
import { aMandate, activate, activeMandate, agentOn, draft, sign } from './_testing.ts'
import { mandateModule } from './module.ts'
import { mandateStates } from './mandate-record.ts'
import { mandateWorkflow } from './workflow.ts'
import { currentWorkCalendar as calendar } from '../../calendar/state-council.ts'

const agent = agentOn('2026-09-14')
const drafted = agent.done(null, draft())

describe('a mandate', () => {
  it('[AGY-1] every state is reached and left, and whoever is waited for cannot hold it open for ever', () => {
    expect(findWorkflowProblems(mandateWorkflow)).toEqual([])
    expect(Object.keys(mandateWorkflow.states).sort()).toEqual(['none', ...mandateStates].sort())
  })

  it('[AGY-2] names agent, matters, authority and term; what is missing is named', () => {
    const representative = aRepresentative({ name: '', authority: ' ', validUntil: null })
    const scope = { kind: 'items', items: [] } as const
    const { fields } = agent.refused(null, draft({ representative, scope, deeds: [] }))
    expect(fields.map(({ field, code }) => `${field} ${code}`)).toEqual([
      'content.representative.name required',
      'content.representative.authority required',
      'content.representative.validUntil required',
      'content.scope.items required',
      'content.deeds required',
    ])
    expect(agent.refused(null, draft({ scope: { kind: 'open', description: '' } })).fields).toMatchObject([
      { field: 'content.scope.description', code: 'required' },
    ])
  })

  it('[AGY-2] has a last day that is not before its first, a number of cases that is one, and two persons', () => {
    const { applicant } = aMandate()
    expect(agent.refused(null, draft({ validFrom: plainDate('2027-01-01') })).fields).toMatchObject([
      { field: 'content.representative.validUntil', code: 'date_invalid' },
    ])
    expect(agent.refused(null, draft({ maxCases: 0 })).fields).toMatchObject([{ field: 'content.maxCases' }])
    const himself = aRepresentative({ idNumber: applicant.idNumber, validUntil: plainDate('2026-12-31') })
    expect(agent.refused(null, draft({ representative: himself })).fields).toMatchObject([
      { field: 'content.representative.idNumber', code: 'not_applicable' },
    ])
  })

  it('[AGY-3] what is signed is the numbered paper that is recorded', () => {
    expect(drafted).toMatchObject({ status: 'drafted', documents: [{ letter: 'mandate', no: 'mandate-1' }] })
    expect(mandateModule.head(drafted, calendar)).toMatchObject({
      key: 'mandate-1',
      due: '2026-12-31',
      closed: false,
      words: ['孙建国', '许立'],
    })
  })

  it('[AGY-3] is signed, with the documents of both, on a day that has come and not before it was written', () => {
    const idScans = { principal: null, agent: null }
    expect(agent.refused(drafted, sign({ idScans })).fields.map(({ field }) => field)).toEqual([
      'idScans.principal',
      'idScans.agent',
    ])
    expect(agent.refused(drafted, sign({ signedOn: plainDate('2026-09-15') })).fields).toMatchObject([
      { field: 'signedOn', code: 'date_in_future' },
    ])
    expect(agent.refused(drafted, sign({ signedOn: plainDate('2026-09-13') })).fields).toMatchObject([
      { field: 'signedOn', code: 'date_too_old' },
    ])
    expect(agent.done(drafted, sign())).toMatchObject({ status: 'signed', signature: { kind: 'on_screen' } })
  })

  it('[AGY-3] a document that cannot be shown needs no scan when the reason is recorded', () => {
    const lost = { ...aMandate().applicant, idNumber: null, idException: '身份证遗失，正在补办' }
    const state = agent.done(null, draft({ applicant: lost }))
    const scan = 'b'.repeat(64)
    expect(agent.done(state, sign({ idScans: { principal: null, agent: scan } })).status).toBe('signed')
  })

  it('[AGY-4] what the person must do himself is given to nobody', () => {
    const of = (name: string) => draft({ scope: { kind: 'items', items: [{ code: null, name }] } })
    expect(agent.refused(null, of('内地居民结婚登记'))).toMatchObject({
      code: 'in_person_required',
      article: 'civilCode:1049',
      params: { matter: '内地居民结婚登记' },
    })
    expect(agent.refused(null, of('内地居民离婚登记'))).toMatchObject({ article: 'civilCode:1076(1)' })
    expect(agent.refused(null, of('收养登记'))).toMatchObject({ article: 'civilCode:161(2)' })
    expect(agent.done(null, of('补领结婚登记证')).status).toBe('drafted')
  })

  it('[AGY-5] is in use from its first day on, once somebody has looked at it', () => {
    const later = { validFrom: plainDate('2026-09-20') }
    const signed = agent.done(null, draft(later), sign())
    expect(agent.refused(signed, activate)).toMatchObject({ code: 'mandate_not_in_force' })
    expect(agentOn('2026-09-20').done(signed, activate)).toMatchObject({ status: 'active', activatedOn: '2026-09-20' })
    expect(agentOn('2027-01-01').refused(signed, activate)).toMatchObject({
      code: 'mandate_run_out',
      params: { until: '2026-12-31' },
    })
  })

  it('[AGY-6] its end by date shows by itself; a person records it, and only then', () => {
    const active = activeMandate()
    const expire = { kind: 'mandate.expire' } as const
    expect(agentOn('2026-12-31').refused(active, expire)).toMatchObject({ code: 'time_not_run_out' })
    const expired = agentOn('2027-01-01').done(active, expire)
    expect(expired).toMatchObject({ status: 'expired', ended: { on: '2027-01-01' } })
    expect(mandateModule.head(expired, calendar)).toMatchObject({ due: null, closed: true })
    expect(agentOn('2027-01-01').done(drafted, expire).status).toBe('expired')
  })

  it('[AGY-7] is taken back or given up at once, with its history kept', () => {
    const used = agent.done(activeMandate(), {
      kind: 'mandate.use',
      caseId: 'case-1',
      matter: { code: null, name: '公共场所卫生许可（新办）' },
      inPerson: false,
      deed: 'submit',
    })
    const revoked = agentOn('2026-10-08').done(used, { kind: 'mandate.revoke', by: 'principal', reason: '自己办理' })
    expect(revoked).toMatchObject({
      status: 'revoked',
      ended: { on: '2026-10-08', by: 'principal' },
      uses: [{ caseId: 'case-1', deed: 'submit', on: '2026-09-14' }],
      signature: { kind: 'on_screen' },
    })
    expect(agentOn('2026-10-08').refused(revoked, activate)).toMatchObject({ code: 'not_allowed_in_state' })
  })

  it('[AGY-8] is passed on to a sub-agent only with consent, or where it cannot wait', () => {
    const sub = aRepresentative({ name: '赵敏', idNumber: '990000194912310026' })
    const delegate = { kind: 'mandate.delegate', representative: sub, emergency: null } as const
    expect(agent.refused(activeMandate(), delegate)).toMatchObject({
      code: 'sub_agency_not_consented',
      article: 'civilCode:169(1)',
    })
    expect(agent.done(activeMandate({ subAgency: true }), delegate).subAgents).toHaveLength(1)
    const urgent = agent.done(activeMandate(), { ...delegate, emergency: '代理员急病住院，材料当日到期' })
    expect(urgent.subAgents).toMatchObject([{ on: '2026-09-14', emergency: '代理员急病住院，材料当日到期' }])
  })

  it('[AGY-9] what it was for is done: it ends', () => {
    const done = agent.done(activeMandate(), { kind: 'mandate.complete', reason: '许可证已领取' })
    expect(done).toMatchObject({ status: 'used_up', ended: { reason: '许可证已领取' } })
    expect(agent.refused(activeMandate(), { kind: 'mandate.complete', reason: '' }).fields).toMatchObject([
      { field: 'reason', code: 'required' },
    ])
  })
})
