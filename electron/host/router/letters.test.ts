import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CaseAct } from '../../../domain/case/case-act.ts'
import { aMaterial, aServiceIntake, anItem } from '../../../domain/case/_testing.ts'
import { runsText } from '../../../domain/letters/content.ts'
import { draft as draftMandate } from '../../../domain/record/mandate/_testing.ts'
import { draft as draftTemplate, putInForce, test as testTemplate } from '../../../domain/record/template/_testing.ts'
import type { RecordAct } from '../../../domain/record/record-act.ts'
import type { Role } from '../../../domain/case/role.ts'
import { type TestHost, makeTestHost, signIn } from '../_testing.ts'
import { toMutable } from '../mutable.ts'

let host: TestHost
beforeEach(async () => {
  host = makeTestHost()
  await signIn(host)
})
afterEach(() => host.remove())

const by = (role: Role) => ({ staffId: 'system', role, session: null })

const onCase = (role: Role, caseId: string, base: number, act: CaseAct): void => {
  const done = host.services.perform(toMutable({ caseId, base, act }), by(role))
  if (!done.ok) throw new Error(JSON.stringify(done.error))
}
const onRecord = (role: Role, recordId: string, base: number, act: RecordAct): void => {
  const done = host.services.performRecord(toMutable({ recordId, base, act }), by(role))
  if (!done.ok) throw new Error(JSON.stringify(done.error))
}

const withdrawn = (): string => {
  const caseId = host.stamps.newId()
  onCase('clerk', caseId, 0, { kind: 'service.accept', intake: aServiceIntake({ materials: [aMaterial()] }) })
  onCase('clerk', caseId, 1, { kind: 'service.withdraw', reason: '经营计划变更' })
  return caseId
}
const letter = 'service_withdrawal' as const

describe('numbered letters', () => {
  it('are told with their number, and count their own prints', async () => {
    const caseId = withdrawn()
    const asked = { caseId, letter, document: 1 }
    const data = await host.client.letters.data(asked)
    expect(data).toMatchObject({ voided: false, printNo: 1, content: { title: '撤回申请确认书' } })
    expect(data?.content.number).toMatch(/^撤回〔2026〕W03-1号$/u)
    onCase('clerk', caseId, 2, { kind: 'letter.print', letter, document: 1, templateVersion: 'v1', copies: 1 })
    expect(await host.client.letters.data(asked)).toMatchObject({ printNo: 2 })
    expect(await host.client.letters.data({ caseId, letter: 'service_receipt' })).toMatchObject({ printNo: 1 })
  })

  it('are marked when they are void, and the next one names them', async () => {
    const caseId = withdrawn()
    onCase('clerk', caseId, 2, { kind: 'letter.void', document: 1, reason: '日期写错' })
    onCase('clerk', caseId, 3, { kind: 'letter.reissue', document: 1, reason: '日期写错' })
    expect(await host.client.letters.data({ caseId, letter, document: 1 })).toMatchObject({ voided: true })
    const again = await host.client.letters.data({ caseId, letter, document: 2 })
    const words = again?.content.blocks
      .map((block) => (block.kind === 'paragraph' ? runsText(block.runs) : ''))
      .join('')
    expect(words).toContain('原撤回〔2026〕W03-1号文书已经作废')
  })

  it('that were never issued are null', async () => {
    const caseId = withdrawn()
    expect(await host.client.letters.data({ caseId, letter, document: 2 })).toBeNull()
    expect(await host.client.letters.data({ caseId, letter: 'service_denial', document: 1 })).toBeNull()
  })
})

describe('letters of records and items', () => {
  it('a mandate shows no whole number of a person', async () => {
    const recordId = host.stamps.newId()
    onRecord('agent', recordId, 0, draftMandate())
    const data = await host.client.letters.data({ recordId, letter: 'mandate', document: 1 })
    expect(data).toMatchObject({ key: `mandate-${recordId.slice(-12)}`, state: null, content: { title: '委托书' } })
    expect(JSON.stringify(data)).not.toMatch(/990000199001010017|99000019800101016X|13800002046/u)
  })

  it('the guide of an item is made without a case', async () => {
    const data = await host.client.letters.data({ itemId: anItem().id, letter: 'guide_booklet' })
    expect(data).toMatchObject({ key: `guide-${anItem().id}`, content: { title: '办事指南', number: anItem().name } })
    expect(await host.client.letters.data({ itemId: 'none', letter: 'guide_booklet' })).toBeNull()
  })

  it('a wording that the center put in force stands before that of the program', async () => {
    const recordId = host.stamps.newId()
    onRecord('administrator', recordId, 0, draftTemplate())
    onRecord('administrator', recordId, 1, testTemplate)
    onRecord('administrator', recordId, 2, putInForce('2026-11-23'))
    const task = host.stamps.newId()
    onRecord('supervisor', task, 0, {
      kind: 'task.urge',
      caseId: null,
      organ: '青岚县卫生健康局',
      person: null,
      content: '请抓紧办理。',
      signals: [],
      limits: { verify: null, feedback: null, answer: 2 },
    })
    const data = await host.client.letters.data({ recordId: task, letter: 'urge_slip', document: 1 })
    expect(data?.content).toMatchObject({ title: '青岚县催办单', version: 'c1' })
  })
})
