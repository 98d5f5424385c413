import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { caseOperationData } from '../../../contract/operation.ts'
import type { CaseAct } from '../../../domain/case/case-act.ts'
import {
  aDisclosureIntake,
  aMaterial,
  aRepresentative,
  aServiceIntake,
  aSoleTrader,
  anApplicant,
  missing,
} from '../../../domain/case/_testing.ts'
import { overwritten } from '../../../domain/case/soft-fields.ts'
import { type TestHost, makeTestHost, signIn } from '../_testing.ts'
import { toMutable } from '../mutable.ts'

let host: TestHost
beforeEach(async () => {
  host = makeTestHost()
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
const perform = async (act: CaseAct, caseId = host.stamps.newId(), base = 0) => {
  const performed = await host.client.cases.perform(toMutable({ caseId, base, act }))
  if (!performed.ok) throw new Error(JSON.stringify(performed.error))
  return performed.value
}
const accept = (intake: Parameters<typeof aServiceIntake>[0] = {}) =>
  perform({ kind: 'service.accept', intake: aServiceIntake({ applicant: anApplicant(), ...intake }) })

describe('limits in the list', () => {
  it('[LIB-1] open cases are found by a limit that is over, or ends within so many working days', async () => {
    const { caseId } = await accept()
    const anywhere = {
      organs: [],
      items: [],
      handlers: [],
      devices: [],
      villages: [],
      receivedFrom: null,
      receivedTo: null,
    }
    const listed = async (limit: { kind: 'overdue' } | { kind: 'paused' } | { kind: 'within'; days: number }) =>
      (await host.client.cases.list({ ...everything, where: { ...anywhere, limit } })).rows.map(({ id }) => id)
    expect(await listed({ kind: 'within', days: 0 })).toEqual([])
    expect(await listed({ kind: 'within', days: 60 })).toEqual([caseId])
    expect(await listed({ kind: 'overdue' })).toEqual([])
    host.clock.wall += 200 * 86_400_000
    expect(await listed({ kind: 'overdue' })).toEqual([caseId])
    expect(await listed({ kind: 'paused' })).toEqual([])
  })
})

describe('performing', () => {
  it('opens a case with a final number, under the session of the sign-in', async () => {
    const { caseId, caseNo, version } = await accept()
    expect(caseNo).toBe('990123-20261123-W03-0001')
    expect(version).toBe(1)
    const [logged] = host.services.store.read.log.ofEntity(caseId)
    expect(JSON.parse(logged?.canon ?? '')).toMatchObject({
      actor: 'S01',
      session: host.services.session.find()?.session,
      kind: 'service.accept',
    })
  })

  it('answers a refusal with its code, fields and article', async () => {
    const materials = [aMaterial({ ...missing })]
    const act = { kind: 'service.accept', intake: aServiceIntake({ materials }) } as const
    const refused = await host.client.cases.perform(toMutable({ caseId: host.stamps.newId(), base: 0, act }))
    expect(refused).toMatchObject({ ok: false, error: { code: 'materials_missing' } })
    expect(await host.client.cases.list(everything)).toMatchObject({ rows: [], total: 0 })
  })

  it('[CASE-19] a telephone that was seen masked counts as seen: the change replaces it and nothing is told as written over', async () => {
    const phone = '13600004321'
    const { caseId, version } = await accept({ applicant: anApplicant({ phone }) })
    const shown = (await host.client.cases.get({ id: caseId }))?.state.applicant.phone ?? null
    expect(shown).not.toBe(phone)
    await perform({ kind: 'case.set_contact', field: 'phone', value: '13900001357', was: shown }, caseId, version)
    const state = host.services.store.read.cases.find(caseId)?.state
    expect(state?.applicant.phone).toBe('13900001357')
    expect(state?.soft?.at(-1)?.was).toBe(phone)
    expect(state === undefined ? null : overwritten(state)).toEqual([])
  })

  it('holds the role against the act', async () => {
    await signIn(host, 'li.ming')
    const act = { kind: 'service.accept', intake: aServiceIntake() } as const
    const refused = await host.client.cases.perform(toMutable({ caseId: host.stamps.newId(), base: 0, act }))
    expect(refused).toMatchObject({ ok: false, error: { code: 'role_not_permitted' } })
  })

  it('refuses what is no act before anything is done', async () => {
    const input = { caseId: 'x', base: 0, act: { kind: 'service.accept' } }
    await expect(Reflect.apply(host.client.cases.perform, null, [input])).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })
})

describe('the list', () => {
  it('masks persons and shows firms', async () => {
    await accept({ applicant: anApplicant({ name: '孙建国' }) })
    await accept({ applicant: aSoleTrader() })
    await accept({ applicant: aSoleTrader({ name: '周文静', idType: 'resident_id', idNumber: '990000199001010017' }) })
    const { rows, total } = await host.client.cases.list(everything)
    expect(rows.map(({ applicant }) => applicant)).toEqual(['周＊静', '青岚县清和美发店', '孙＊国'])
    expect(total).toBe(3)
    expect(JSON.stringify(rows)).not.toMatch(/990000199001010017|13800002046/)
  })

  it('goes on from its cursor and refuses one that is not its own', async () => {
    await accept()
    await accept()
    const first = await host.client.cases.list({ ...everything, limit: 1 })
    expect(first.next).not.toBeNull()
    const second = await host.client.cases.list({ ...everything, limit: 1, cursor: first.next })
    expect(second.rows[0]?.id).not.toBe(first.rows[0]?.id)
    await expect(host.client.cases.list({ ...everything, cursor: 'nonsense' })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    })
  })
})

describe('a case', () => {
  it('is shown with every copy of personal data masked', async () => {
    const applicant = anApplicant({ address: '青岚县城关镇河西路 88 号' })
    const { caseId } = await accept({ applicant, representative: aRepresentative() })
    const detail = await host.client.cases.get({ id: caseId })
    if (detail?.state.kind !== 'service') throw new Error('no service case')
    const { state } = detail
    expect(state.applicant).toMatchObject({
      name: '周＊静',
      idNumber: '990***********0017',
      phone: '138****2046',
      address: '青岚县城关镇＊＊＊',
    })
    expect(state.representative).toMatchObject({ name: '许＊', idNumber: '990***********016X', phone: '137****5521' })
    expect(state.intake.applicant).toEqual(state.applicant)
    expect(state.intake.representative).toEqual(state.representative)
    expect(JSON.stringify(detail)).not.toMatch(/周文静|许立|990000199001010017|99000019800101016X|13800002046|河西路/)
    expect(detail).toMatchObject({ deviceNo: 'W03', sync: 'pending', today: '2026-11-23' })
  })

  it('of a firm keeps its public name and credit code, and masks its contact', async () => {
    const { caseId } = await accept({ applicant: aSoleTrader() })
    const detail = await host.client.cases.get({ id: caseId })
    expect(detail?.state.applicant).toMatchObject({
      name: '青岚县清和美发店',
      idNumber: '91990000MA0TEXT124',
      contactName: '周＊静',
      contactIdNumber: '990***********0017',
    })
  })

  it('for disclosure masks the address of supply too', async () => {
    const intake = aDisclosureIntake({ supplyForm: 'electronic', supplyWay: 'email', supplyAddress: 'zhou@example.cn' })
    const { caseId } = await perform({ kind: 'disclosure.register', intake })
    const detail = await host.client.cases.get({ id: caseId })
    expect(JSON.stringify(detail)).not.toContain('zhou@example.cn')
  })

  it('has a timeline of who did what, with the people it is about masked', async () => {
    const materials = [aMaterial({ ...missing })]
    const intake = aServiceIntake({ applicant: anApplicant(), materials })
    const notice = { kind: 'service.notice', intake, correctBy: null } as const
    const { caseId } = await perform(notice)
    await perform({ kind: 'service.supply', materials: [aMaterial()] }, caseId, 1)
    const detail = await host.client.cases.get({ id: caseId })
    expect(detail?.timeline).toMatchObject([
      { kind: 'service.notice', actor: 'S01', actorName: '王芳', deviceNo: 'W03', committedAt: null, verdict: null },
      { kind: 'service.supply', at: host.clock.wall },
    ])
    const opening = caseOperationData['service.notice'].parse(detail?.timeline[0]?.data)
    expect(opening).toMatchObject({ caseNo: '990123-20261123-W03-0001', on: '2026-11-23', correctBy: null })
    expect(opening.intake).toMatchObject({ materials, applicant: { name: '周＊静', idNumber: '990***********0017' } })
    expect(JSON.stringify(detail?.timeline)).not.toMatch(/周文静|990000199001010017|13800002046/)
  })

  it('that is not there is null', async () => {
    expect(await host.client.cases.get({ id: host.stamps.newId() })).toBeNull()
    expect(await host.client.cases.findByNo({ caseNo: '990123-20261123-W03-0009' })).toBeNull()
  })

  it('is found by its number as a scanner or a person gives it', async () => {
    const { caseId, caseNo } = await accept()
    expect(await host.client.cases.findByNo({ caseNo })).toBe(caseId)
    expect(await host.client.cases.findByNo({ caseNo: ' 20261123-w03-0001' })).toBe(caseId)
  })
})

describe('hints', () => {
  it('offer all of an applicant to whoever typed his whole number, as it is written on the card', async () => {
    await accept()
    const [known] = await host.client.applicants.known({ idNumber: ' 990000199001010017 ', name: null })
    expect(known).toEqual({
      applicant: anApplicant(),
      cases: 1,
      lastOn: '2026-11-23',
      lastTitle: '公共场所卫生许可（新办）',
    })
  })

  it('offer masked numbers to whoever knows a name only', async () => {
    await accept()
    const [known] = await host.client.applicants.known({ idNumber: null, name: '周文静' })
    expect(known?.applicant).toMatchObject({
      name: '周文静',
      idNumber: '990***********0017',
      phone: '138****2046',
      address: null,
    })
    expect(JSON.stringify(known)).not.toMatch(/990000199001010017|13800002046|河西路/)
  })

  it('offer the public facts of a firm to whoever knows its name, and nothing of its people', async () => {
    await accept({ applicant: aSoleTrader() })
    const [known] = await host.client.applicants.known({ idNumber: null, name: '青岚县清和美发店' })
    expect(known?.applicant).toEqual({ ...aSoleTrader(), phone: null, contactName: null, contactIdNumber: null })
  })

  it('[INT-15] offer an agent to whoever typed his whole number, and a person to no name', async () => {
    await accept({ representative: aRepresentative() })
    const { name, idType, idNumber, phone } = aRepresentative()
    const { knownAgents } = host.client.applicants
    expect(await knownAgents({ idNumber: ' 990000 19800101016x', name: null })).toEqual([
      { agent: { name, idType, idNumber, phone }, cases: 1, lastOn: '2026-11-23' },
    ])
    expect(await knownAgents({ idNumber: null, name })).toEqual([])
    expect(await knownAgents({ idNumber: '', name: ' ' })).toEqual([])
    expect(await knownAgents({ idNumber: '016X', name: null })).toEqual([])
  })

  it('[INT-15] offer a body that acts to whoever knows its name, without its phone', async () => {
    const body = { name: '青岚县清和法律服务所', idType: 'uscc', idNumber: '92990123MA0QHE5K71' } as const
    await accept({ representative: aRepresentative(body) })
    const [known] = await host.client.applicants.knownAgents({ idNumber: null, name: body.name })
    expect(known?.agent).toEqual({ ...body, phone: null })
  })

  it('[LIB-7] name people of the palette as lists do, masked, and their cases', async () => {
    const { caseId } = await accept()
    const { find, cases } = host.client.applicants
    expect(await find({ text: '周文静' })).toEqual([
      { caseId, name: '周＊静', idNumber: '990***********0017', cases: 1, more: false },
    ])
    const rows = await cases({ caseId })
    expect(rows.map(({ id, applicant }) => [id, applicant])).toEqual([[caseId, '周＊静']])
    expect(await cases({ caseId: host.stamps.newId() })).toEqual([])
  })

  it('offer nothing to nothing, and nothing to part of a number', async () => {
    await accept()
    expect(await host.client.applicants.known({ idNumber: '', name: ' ' })).toEqual([])
    expect(await host.client.applicants.known({ idNumber: '0017', name: null })).toEqual([])
  })

  it('name open cases of the same person and item', async () => {
    const { caseId, caseNo } = await accept()
    const title = '公共场所卫生许可（新办）'
    expect(await host.client.cases.similar({ idNumber: '990000199001010017', name: '周文静', title })).toEqual([
      { id: caseId, caseNo, title, status: 'accepted', on: '2026-11-23' },
    ])
    expect(await host.client.cases.similar({ idNumber: '99000019800101016X', name: '许立', title })).toEqual([])
  })
})

describe('letters', () => {
  it('have all that they must show, no whole number of a person, and the number of the print', async () => {
    const { caseId } = await accept()
    const letter = 'service_receipt' as const
    expect(await host.client.letters.data({ caseId, letter })).toMatchObject({
      letter,
      state: { applicant: { ...anApplicant(), idNumber: '990***********0017', phone: '138****2046' } },
      center: { name: '青岚县政务服务中心' },
      window: { name: '综合窗口 3 号' },
      clerkName: '王芳',
      deviceNo: 'W03',
      today: '2026-11-23',
      printedAt: host.clock.wall,
      printNo: 1,
    })
    expect(JSON.stringify(await host.client.letters.data({ caseId, letter }))).not.toMatch(
      /990000199001010017|13800002046/,
    )
    for (const times of [2, 3]) {
      await perform({ kind: 'letter.print', letter, templateVersion: '1', copies: 1 }, caseId, 1)
      expect(await host.client.letters.data({ caseId, letter })).toMatchObject({ printNo: times })
    }
  })

  it('that a case does not have are null', async () => {
    const { caseId } = await accept()
    expect(await host.client.letters.data({ caseId, letter: 'service_refusal' })).toBeNull()
    expect(await host.client.letters.data({ caseId: host.stamps.newId(), letter: 'service_receipt' })).toBeNull()
  })
})

describe('other cases that a case names', () => {
  it('are told with number and matter, and one that is not here as a bare link', async () => {
    const other = await accept()
    const { caseId } = await accept()
    const elsewhere = host.stamps.newId()
    for (const [base, link] of [
      { kind: 'similar_to', caseId: other.caseId },
      { kind: 'repeat_of', caseId: elsewhere },
    ].entries())
      await perform({ kind: 'case.link', link } as CaseAct, caseId, base + 1)
    expect((await host.client.cases.get({ id: caseId }))?.links).toEqual([
      {
        kind: 'similar_to',
        id: other.caseId,
        found: { caseNo: other.caseNo, title: aServiceIntake().item.name, status: 'accepted' },
      },
      { kind: 'repeat_of', id: elsewhere, found: null },
    ])
  })
})
