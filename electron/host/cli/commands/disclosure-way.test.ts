import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aDisclosureIntake, anApplicant, day } from '../../../../domain/case/_testing.ts'
import { aDenial, official } from '../../../../domain/disclosure/_testing.ts'
import { type Workplace, makeWorkplace, run } from '../_testing.ts'

let place: Workplace
beforeEach(async () => {
  place = makeWorkplace()
  expect((await run(['init', '--dir', place.dir])).code).toBe(0)
})
afterEach(() => place.remove())

/** The tests run on Monday 2026-11-23. */
const today = day('2026-11-23')
const act = (acts: readonly object[], role: string) => {
  const file = join(place.root, 'acts.json')
  writeFileSync(file, JSON.stringify(acts))
  return run(['act', file, '--role', role, '--dir', place.dir, '--json'])
}
const register = (subject: string, applicant = anApplicant({ reportCategory: 'natural' })) => ({
  act: { kind: 'disclosure.register', intake: aDisclosureIntake({ arrivedOn: today, subject, applicant }) },
})
const numberOf = ({ out }: { readonly out: string }, n = 0): string => {
  const { done }: { done: { caseNo: string }[] } = JSON.parse(out)
  return done[n]?.caseNo ?? ''
}

describe('a disclosure request on the command line', { timeout: 60_000 }, () => {
  it('goes from receipt over review and signature to the closed case with its numbered letters', async () => {
    const opened = await act(
      [
        register('2025年招标文件'),
        { of: 1, act: { kind: 'disclosure.assign', unit: '建设科', handler: null } },
        { of: 1, act: { kind: 'disclosure.draft', reply: aDenial() } },
        { of: 1, act: { kind: 'disclosure.submit' } },
      ],
      'disclosure_officer',
    )
    expect([opened.code, opened.said]).toEqual([0, ''])
    const caseNo = numberOf(opened)
    const review = { kind: 'disclosure.record_review', reviewer: official, opinion: '同意' }
    const refused = await act([{ caseNo, act: { kind: 'disclosure.pass_review' } }], 'head')
    expect(refused.code).toBe(2)
    expect(refused.said).toBe(
      '第 1 项：没有办理：保密审查和法制审核都登记后才能通过（依据：《政府信息公开条例》第十七条）；没有办理任何一项',
    )
    const signed = await act(
      [
        { caseNo, act: { ...review, review: 'secrecy' } },
        { caseNo, act: { ...review, review: 'legal' } },
        { caseNo, act: { kind: 'disclosure.pass_review' } },
        { caseNo, act: { kind: 'disclosure.sign', signer: official } },
      ],
      'head',
    )
    expect([signed.code, signed.said]).toEqual([0, ''])
    const deliver = { kind: 'disclosure.deliver', way: 'post', sentOn: today, proof: null }
    const unproven = await act(
      [
        { caseNo, act: deliver },
        { caseNo, act: { kind: 'disclosure.close' } },
      ],
      'disclosure_officer',
    )
    expect(unproven.said).toContain('还没有送达凭证')
    const proof = { kind: 'postal', trackingNo: 'XA990012345CN', receivedOn: null }
    const closed = await act(
      [
        { caseNo, act: { ...deliver, proof } },
        { caseNo, act: { kind: 'disclosure.close' } },
      ],
      'disclosure_officer',
    )
    expect([closed.code, closed.said]).toEqual([0, ''])
    const shown: unknown = JSON.parse((await run(['show', caseNo, '--dir', place.dir, '--json'])).out)
    expect(shown).toMatchObject({
      state: {
        status: 'closed',
        clockStop: today,
        ending: { outcome: 'deny_internal' },
        documents: [{ letter: 'disclosure_reply_denied', no: '公不〔2026〕W01-1号' }],
      },
      legalTime: 'done',
      statutory: { due: '2026-12-21' },
    })
  })

  it('[DIS-13] is extended by the head of the office, whom whoever works on it asks', async () => {
    const opened = await act(
      [
        register('2025年招标文件'),
        { of: 1, act: { kind: 'disclosure.assign', unit: '建设科', handler: null } },
        { of: 1, act: { kind: 'disclosure.request_extension', days: 20, reason: '需汇总多个年度的资料' } },
      ],
      'disclosure_officer',
    )
    expect([opened.code, opened.said]).toEqual([0, ''])
    const caseNo = numberOf(opened)
    const reason = '需汇总多个年度的资料'
    const extend = { kind: 'disclosure.extend', days: 20, reason, approver: official, approvedOn: today }
    const refusedOf = async (role: string) => {
      const { out }: { out: string } = await act([{ caseNo, act: extend }], role)
      const { refusal }: { refusal?: { code: string; article: string | null } } = JSON.parse(out)
      return refusal
    }
    expect(await refusedOf('disclosure_officer')).toMatchObject({ code: 'role_not_permitted' })
    expect((await act([{ caseNo, act: extend }], 'head')).code).toBe(0)
    expect(await refusedOf('head')).toMatchObject({ code: 'extension_given', article: 'ogi2019:33(2)' })
    const shown: unknown = JSON.parse((await run(['show', caseNo, '--dir', place.dir, '--json'])).out)
    expect(shown).toMatchObject({
      state: { extensionRequest: null, documents: [{ letter: 'disclosure_extension_notice' }] },
      statutory: { due: '2027-01-18' },
    })
  })

  it('[CASE-18] says at once what was done already and is done once only', async () => {
    const notice = {
      kind: 'disclosure.notice_correction',
      items: ['请写明文件名称'],
      correctBy: '2026-12-15',
      consequence: '逾期不补正，视为放弃申请',
    }
    const opened = await act([register('2025年招标文件'), { of: 1, act: notice }], 'disclosure_officer')
    const again = await act([{ caseNo: numberOf(opened), act: notice }], 'disclosure_officer')
    expect([again.code, again.said]).toEqual([
      2,
      expect.stringMatching(/补正只能一次性告知.*（依据：《政府信息公开条例》第三十条）/),
    ])
  })

  it('[DIS-29] similar requests are shown with how alike they are, the same applicant marked', async () => {
    const other = anApplicant({ reportCategory: 'natural', name: '李明', idNumber: '990000194912310026' })
    const opened = await act(
      [
        register('河西片区污水管网改造工程施工合同'),
        register('河西片区污水管网改造工程的施工合同', other),
        register('河西片区污水管网改造工程合同'),
        register('2024年度部门决算'),
      ],
      'clerk',
    )
    expect(opened.said).toBe('')
    const found = await run(['similar', numberOf(opened), '--dir', place.dir, '--json'])
    expect(JSON.parse(found.out)).toMatchObject([
      { caseNo: numberOf(opened, 2), sameApplicant: true },
      { caseNo: numberOf(opened, 1), sameApplicant: false },
    ])
    expect((await run(['similar', numberOf(opened, 3), '--dir', place.dir])).out).toBe('没有内容相近的申请')
    expect((await run(['similar', '20261123-W01-9999', '--dir', place.dir])).code).toBe(2)
  })
})
