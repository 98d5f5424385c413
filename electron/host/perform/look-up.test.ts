import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PerformInput } from '../../../contract/acts/case-acts.ts'
import { aDisclosureIntake, aServiceIntake, anApplicant } from '../../../domain/case/_testing.ts'
import type { CaseAct } from '../../../domain/case/case-act.ts'
import { aDraft } from '../../../domain/disclosure/_testing.ts'
import type { DisclosureIntake } from '../../../domain/disclosure/disclosure-intake.ts'
import { type PlainDate, addDays } from '../../../domain/plain-date.ts'
import { type TestHost, makeTestHost } from '../_testing.ts'
import { toMutable } from '../mutable.ts'
import { lookUpIn } from './look-up.ts'

let host: TestHost
beforeEach(() => {
  host = makeTestHost()
})
afterEach(() => host.remove())

const actor = { staffId: 'S01', role: 'disclosure_officer', session: null } as const
const perform = (caseId: string, act: CaseAct) => {
  const base = host.services.store.read.cases.find(caseId)?.state.version ?? 0
  return host.services.perform(toMutable({ caseId, base, act }) as PerformInput, actor)
}
const done = (caseId: string, act: CaseAct): string => {
  const result = perform(caseId, act)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value.caseNo
}
const applicant = (over: object = {}) => anApplicant({ reportCategory: 'natural', ...over })
const registered = (arrivedOn: PlainDate, over: Partial<DisclosureIntake> = {}): string => {
  const id = host.stamps.newId()
  done(id, {
    kind: 'disclosure.register',
    intake: aDisclosureIntake({ arrivedOn, applicant: applicant(), ...over }),
  })
  return id
}
const placeOf = (id: string) => lookUpIn(host.services.store.read.cases).requestOfMonth(id)
/** A day of the month before, so that none of the requests is of tomorrow. */
const firstOfLastMonth = (): PlainDate => {
  const lastDay = addDays(host.services.today(), -Number(host.services.today().slice(8)))
  return addDays(lastDay, 1 - Number(lastDay.slice(8)))
}

describe('what the law asks of other cases', () => {
  it('[DIS-15] counts the requests of an applicant that came in the month, in the order of their receipt', () => {
    const first = firstOfLastMonth()
    const later = registered(addDays(first, 9))
    const earlier = registered(addDays(first, 2))
    const otherMonth = registered(host.services.today())
    const otherPerson = registered(addDays(first, 1), {
      applicant: applicant({ name: '李明', idNumber: '990000194912310026' }),
    })
    // One number, another way to write the name: one applicant.
    const renamed = registered(addDays(first, 12), { applicant: applicant({ name: '周 文静' }) })
    registered(addDays(first, 1), { channel: 'fax' })
    expect([earlier, later, renamed, otherMonth, otherPerson].map(placeOf)).toEqual([1, 2, 3, 1, 1])
    const without = { name: '王秀兰', idNumber: null, idException: '未带证件' }
    const named = registered(addDays(first, 1), { applicant: applicant(without) })
    expect(placeOf(named)).toBe(1)
    expect(placeOf(registered(addDays(first, 3), { applicant: applicant(without) }))).toBe(2)
  })

  it('[DIS-15] a place that the store knows better is refused, and recorded with its reason', () => {
    const today = host.services.today()
    const ids = Array.from({ length: 12 }, () => registered(today))
    const last = ids.at(-1) ?? ''
    done(last, { kind: 'disclosure.assign', unit: '建设科', handler: null })
    const charge = { kind: 'disclosure.charge_fee', requests: 13, pages: null, fen: 10_000 } as const
    expect(perform(last, charge)).toMatchObject({
      ok: false,
      error: { code: 'fee_ordinal_differs', params: { known: 12 } },
    })
    done(last, { ...charge, countReason: '二号窗口有一件尚未同步' })
    expect(host.services.store.read.cases.find(last)?.state).toMatchObject({
      fee: { requests: 13, fen: 10_000, countReason: '二号窗口有一件尚未同步' },
    })
    // The thirteenth is charged for: no other request of the month pays for it again.
    const before = ids.at(-2) ?? ''
    done(before, { kind: 'disclosure.assign', unit: '建设科', handler: null })
    expect(perform(before, { ...charge, countReason: '二号窗口有一件尚未同步' })).toMatchObject({
      ok: false,
      error: { code: 'fee_place_charged', params: { known: 13 } },
    })
    done(before, { ...charge, requests: 11 })
  })

  it('[DIS-16] an earlier case is looked up by its number', () => {
    const today = host.services.today()
    const service = host.stamps.newId()
    const serviceNo = done(service, { kind: 'service.accept', intake: aServiceIntake() })
    const earlierId = host.stamps.newId()
    const earlierNo = done(earlierId, {
      kind: 'disclosure.register',
      intake: aDisclosureIntake({ arrivedOn: today, applicant: applicant() }),
    })
    const id = registered(today)
    const draft = (earlierCaseNo: string): CaseAct => ({
      kind: 'disclosure.draft',
      reply: aDraft({
        outcome: 'not_repeat',
        access: null,
        earlierCaseNo,
        grounds: [{ article: 'ogi2019:36(1)(6)', reason: '已就同一申请作出答复' }],
      }),
    })
    for (const caseNo of [serviceNo, earlierNo.replace(/\d{4}$/, '9999')])
      expect(perform(id, draft(caseNo))).toMatchObject({ ok: false, error: { code: 'earlier_case_unknown' } })
    for (const caseNo of [earlierNo, earlierNo.slice(7), '市信公〔2025〕12号'])
      expect(perform(id, draft(caseNo)).ok, caseNo).toBe(true)
  })
})
