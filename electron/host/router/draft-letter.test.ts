import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aMaterial, aServiceIntake } from '../../../domain/case/_testing.ts'
import { aDenial, aDisclosureIntake, aDraft } from '../../../domain/disclosure/_testing.ts'
import type { CaseAct } from '../../../domain/case/case-act.ts'
import { runsText } from '../../../domain/letters/content.ts'
import { type TestHost, aStaff, makeTestHost, signIn } from '../_testing.ts'
import { numberToCome } from '../queries/draft-letter.ts'
import { toMutable } from '../mutable.ts'

let host: TestHost
beforeEach(async () => {
  host = makeTestHost({
    staff: [aStaff(), aStaff({ id: 'S05', login: 'he.min', name: '何敏', role: 'disclosure_officer' })],
  })
  await signIn(host)
})
afterEach(() => host.remove())

const withdraw: CaseAct = { kind: 'service.withdraw', reason: '经营计划变更' }

const accepted = async (): Promise<string> => {
  const caseId = host.stamps.newId()
  const act = { kind: 'service.accept', intake: aServiceIntake({ materials: [aMaterial()] }) } as const
  const done = await host.client.cases.perform(toMutable({ caseId, base: 0, act }))
  if (!done.ok) throw new Error(JSON.stringify(done.error))
  return caseId
}

describe('the letter of an act that is still written', () => {
  it('[REV-1] is the one that the act then issues, without its number, and looking at it changes nothing', async () => {
    const caseId = await accepted()
    const asked = toMutable({ caseId, base: 1, act: withdraw })
    const before = host.services.store.read.log.ofEntity(caseId).length
    const draft = await host.client.letters.draft(asked)
    expect(draft).toMatchObject({ letter: 'service_withdrawal', content: { number: numberToCome } })
    await host.client.letters.draft(asked)
    expect(host.services.store.read.log.ofEntity(caseId)).toHaveLength(before)

    await host.client.cases.perform(asked)
    const issued = await host.client.letters.data({ caseId, letter: 'service_withdrawal', document: 1 })
    // No number was taken by looking.
    expect(issued?.content.number).toMatch(/W03-1号$/u)
    expect(draft?.content.blocks).toEqual(issued?.content.blocks)
    expect(JSON.stringify(draft?.content.blocks)).toContain('经营计划变更')
  })

  it('[REV-1] is none where the act is refused, owes no letter, or the case has moved on', async () => {
    const caseId = await accepted()
    const deny = {
      kind: 'service.deny',
      reasons: '不符合条件',
      remedies: { reconsiderationOrgan: '青岚县人民政府', court: '青岚县人民法院' },
      signedBy: '赵明',
      lateReason: null,
    } as const
    const none = await Promise.all([
      host.client.letters.draft(toMutable({ caseId, base: 1, act: deny })),
      host.client.letters.draft({ caseId, base: 1, act: { kind: 'case.note', text: '电话联系' } }),
      host.client.letters.draft(toMutable({ caseId, base: 0, act: withdraw })),
    ])
    expect(none).toEqual([null, null, null])
  })

  it('[REV-5] is the reply that will be signed, for whoever drafts it', async () => {
    const caseId = host.stamps.newId()
    const perform = async (base: number, act: CaseAct) => {
      const done = await host.client.cases.perform(toMutable({ caseId, base, act }))
      if (!done.ok) throw new Error(JSON.stringify(done.error))
    }
    await perform(0, { kind: 'disclosure.register', intake: aDisclosureIntake() })
    await signIn(host, 'he.min')
    await perform(1, { kind: 'disclosure.assign', unit: '建设科', handler: null })
    const act: CaseAct = { kind: 'disclosure.draft', reply: aDraft({ access: '随信寄送复印件' }) }
    const letter = await host.client.letters.draft(toMutable({ caseId, base: 2, act }))
    expect(letter).toMatchObject({ letter: 'disclosure_reply_granted', content: { number: numberToCome } })
    expect(JSON.stringify(letter?.content.blocks)).toContain('随信寄送复印件')
    const denied: CaseAct = { kind: 'disclosure.draft', reply: aDenial() }
    expect(await host.client.letters.draft(toMutable({ caseId, base: 2, act: denied }))).toMatchObject({
      letter: 'disclosure_reply_denied',
    })
    // Nothing was drafted by looking.
    expect(host.services.store.read.cases.find(caseId)?.state).toMatchObject({ status: 'processing', draft: null })
  })

  it('[REV-2] holds a blank where something must still be written', async () => {
    const caseId = await accepted()
    const act = { ...withdraw, reason: '＿＿＿＿' }
    const draft = await host.client.letters.draft(toMutable({ caseId, base: 1, act }))
    const words = draft?.content.blocks
      .map((block) => (block.kind === 'paragraph' ? runsText(block.runs) : ''))
      .join('')
    expect(words).toContain('＿＿＿＿')
  })
})
