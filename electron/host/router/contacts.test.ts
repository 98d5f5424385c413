import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CaseAct } from '../../../domain/case/case-act.ts'
import { day } from '../../../domain/case/_testing.ts'
import { aComplaintIntake, anAnonymousComplaint, answer, assign } from '../../../domain/complaint/_testing.ts'
import { aConsultationIntake, anAnonymousQuestion, told, written } from '../../../domain/consultation/_testing.ts'
import { type TestHost, aStaff, makeTestHost, signIn } from '../_testing.ts'
import { toMutable } from '../mutable.ts'

const on = day('2026-11-23')
const supervisor = aStaff({ id: 'S06', login: 'he.jing', name: '何静', role: 'supervisor' })
const accused = aStaff({ id: 'S05', login: 'feng.li', name: '冯立', role: 'supervisor' })

let host: TestHost
beforeEach(async () => {
  host = makeTestHost({ staff: [aStaff(), supervisor, accused] })
  await signIn(host)
})
afterEach(() => host.remove())

const everything = {
  text: '',
  kinds: [],
  statuses: [],
  openOnly: false,
  order: 'newest' as const,
  cursor: null,
  limit: 50,
}
const list = async (over: Partial<Parameters<typeof host.client.cases.list>[0]>) =>
  (await host.client.cases.list({ ...everything, ...over })).rows
const attempt = (act: CaseAct, caseId = host.stamps.newId(), base = 0) =>
  host.client.cases.perform(toMutable({ caseId, base, act }))
const perform = async (act: CaseAct, caseId?: string, base?: number) => {
  const performed = await attempt(act, caseId, base)
  if (!performed.ok) throw new Error(JSON.stringify(performed.error))
  return performed.value
}
const ask = (over = {}) =>
  perform({ kind: 'consultation.register', intake: aConsultationIntake({ arrivedOn: on, ...over }) })
const complain = (over = {}) =>
  perform({ kind: 'complaint.register', intake: aComplaintIntake({ arrivedOn: on, ...over }) })

const person = /郑秀兰|孙建国|13600004321|13900001357|河西路/

describe('a consultation at a desk', () => {
  it('is answered in writing under a number of its series, found, listed by kind and state, and read masked', async () => {
    const { caseId, caseNo } = await ask()
    await complain()
    const { version } = await perform({ kind: 'consultation.answer', ...written }, caseId, 1)
    expect(version).toBe(2)
    for (const text of ['理发店卫生许可证', 'sjg', '孙建国', '1357', '卫生健康局', '公共场所卫生许可', caseNo]) {
      expect(
        (await list({ text, kinds: ['consultation'] })).map(({ id }) => id),
        text,
      ).toEqual([caseId])
    }
    expect(await list({ statuses: ['answered'] })).toMatchObject([
      { id: caseId, kind: 'consultation', status: 'answered', applicant: '孙＊国', organ: '青岚县卫生健康局' },
    ])
    const detail = await host.client.cases.get({ id: caseId })
    expect(detail?.state).toMatchObject({
      kind: 'consultation',
      applicant: { name: '孙＊国', phone: '139****1357' },
      answer: { text: told.answer, by: told.by, on: '2026-11-23' },
      documents: [{ letter: 'consultation_reply', no: '咨复〔2026〕W03-1号' }],
    })
    expect(detail?.timeline.map(({ kind }) => kind)).toEqual(['consultation.register', 'consultation.answer'])
    expect(JSON.stringify(detail)).not.toMatch(person)
  })

  it('shows the telephone of the organ that it was passed on to, and not the one of the person', async () => {
    const { caseId } = await ask()
    const organPhone = '0990-8800110'
    await perform({ kind: 'consultation.route', organ: '县公安局', organPhone, matter: '护照换发' }, caseId, 1)
    const detail = await host.client.cases.get({ id: caseId })
    expect(detail?.timeline[1]?.data).toMatchObject({ organPhone })
    expect(await list({ text: '县公安局' })).toMatchObject([{ id: caseId, status: 'routed' }])
  })

  it('without a name is listed with none, found by its words, and offered to nobody as a person', async () => {
    const intake = anAnonymousQuestion({ arrivedOn: on })
    const { caseId } = await perform({ kind: 'consultation.answer_at_once', intake, ...told })
    expect(await list({ text: '健康局' })).toMatchObject([{ id: caseId, applicant: '', status: 'closed' }])
    expect(await list({ openOnly: true })).toEqual([])
    expect(await host.client.applicants.known({ idNumber: null, name: '' })).toEqual([])
    expect(host.services.store.verify().problems).toEqual([])
  })

  it('is written down again as it is after a restart', async () => {
    const { caseId } = await ask()
    const before = await host.client.cases.get({ id: caseId })
    host = await host.restart()
    await signIn(host)
    expect(await host.client.cases.get({ id: caseId })).toEqual(before)
    expect(host.services.store.verify().problems).toEqual([])
  })
})

describe('a complaint at a desk', () => {
  it('goes from the desk to the supervisor, found and read masked, under numbers of its series', async () => {
    const { caseId } = await complain()
    expect(await attempt({ kind: 'complaint.accept' }, caseId, 1)).toMatchObject({
      ok: false,
      error: { code: 'role_not_permitted' },
    })
    await signIn(host, 'he.jing')
    await perform({ kind: 'complaint.accept' }, caseId, 1)
    await perform(assign, caseId, 2)
    await perform(answer, caseId, 3)
    await perform({ kind: 'complaint.verify', note: null }, caseId, 4)
    expect(await list({ text: '郑秀兰', kinds: ['complaint'] })).toMatchObject([
      { id: caseId, status: 'verified', applicant: '郑＊兰', promisedDue: '2026-12-14', statutoryDue: null },
    ])
    const detail = await host.client.cases.get({ id: caseId })
    expect(detail?.state.documents.map(({ no }) => no)).toEqual(['诉受〔2026〕W03-1号', '诉复〔2026〕W03-1号'])
    expect(JSON.stringify(detail)).not.toMatch(person)
    expect(host.services.store.verify().problems).toEqual([])
  })

  it('is not touched by the person complained of', async () => {
    const { caseId } = await complain()
    await signIn(host, 'feng.li')
    expect(await attempt({ kind: 'complaint.accept' }, caseId, 1)).toMatchObject({
      ok: false,
      error: { code: 'handler_is_subject' },
    })
  })

  it('[CMP-17] that is confidential shows nothing of the person in list, search, hints, page or timeline', async () => {
    const { caseId } = await complain({ confidential: true })
    expect(await list({ kinds: ['complaint'] })).toMatchObject([{ id: caseId, applicant: '' }])
    for (const text of ['郑秀兰', 'zxl', '4321', '河西路']) expect(await list({ text }), text).toEqual([])
    expect(await list({ text: '态度生硬' })).toHaveLength(1)
    expect(await host.client.applicants.known({ idNumber: null, name: '郑秀兰' })).toEqual([])
    const detail = await host.client.cases.get({ id: caseId })
    expect(JSON.stringify(detail)).not.toMatch(/郑|13600|4321|青岚县城关/)
    expect(host.services.store.verify().problems).toEqual([])
  })

  it('[LIB-7] that is confidential makes nobody known, and is not among the cases of its person', async () => {
    const { caseId } = await complain({ confidential: true })
    const { find, cases } = host.client.applicants
    for (const text of ['郑秀兰', 'zxl', '4321']) expect(await find({ text }), text).toEqual([])
    expect(await cases({ caseId })).toEqual([])
    const told = await complain()
    expect(await find({ text: '郑秀兰' })).toMatchObject([{ caseId: told.caseId, cases: 1, more: false }])
    expect((await cases({ caseId: told.caseId })).map(({ id }) => id)).toEqual([told.caseId])
  })

  it('[CMP-17] that becomes confidential disappears from where its person was found before', async () => {
    const { caseId } = await complain()
    expect(await list({ text: '郑秀兰' })).toHaveLength(1)
    await signIn(host, 'he.jing')
    const title = '服务态度问题'
    await perform({ kind: 'complaint.set_confidential', confidential: true, title, reason: '本人要求' }, caseId, 1)
    expect(await list({ text: '郑秀兰' })).toEqual([])
    expect(await list({ text: title })).toMatchObject([{ id: caseId, applicant: '' }])
    const detail = await host.client.cases.get({ id: caseId })
    expect(JSON.stringify(detail?.state)).not.toMatch(/郑|13600|4321/)
    expect(JSON.stringify(detail?.timeline)).not.toMatch(/郑|13600|4321/)
  })

  it('without a name keeps its number, its words and nothing else', async () => {
    const intake = anAnonymousComplaint({ arrivedOn: on })
    const { caseId, caseNo } = await perform({ kind: 'complaint.register', intake })
    expect(await host.client.cases.findByNo({ caseNo })).toBe(caseId)
    expect(await list({ statuses: ['received'] })).toMatchObject([{ id: caseId, applicant: '' }])
  })
})
