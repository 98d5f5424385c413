import { describe, expect, it } from 'vitest'
import { actingOn } from '../case/_testing.ts'
import { groupOf, outcomeArticles, outcomes } from '../report/outcome.ts'
import { aDenial, aDraft, act, day, inProcess, official, receivedOn, refusedAct, signedReply } from './_testing.ts'
import type { ReplyDraft } from './reply-draft.ts'
import { lacking } from './reply-needs.ts'

const on = '2026-03-10'
const drafted = (reply: ReplyDraft) => refusedAct(inProcess('2026-03-02'), on, { kind: 'disclosure.draft', reply })
const letterOf = (reply: ReplyDraft): string | undefined =>
  signedReply(inProcess('2026-03-02'), on, reply).documents[0]?.letter

const severed = aDraft({
  outcome: 'partial',
  parts: [
    { kind: 'disclosed', what: '合同正文', form: 'paper' },
    {
      kind: 'withheld',
      what: '报价明细',
      outcome: 'deny_third',
      article: 'ogi2019:15',
      reason: '商业秘密，第三方不同意公开',
    },
  ],
})

describe('the reply and its outcome (条例 arts. 36–39)', () => {
  it('[DIS-16] each outcome that refuses, cannot or does not process states reasons on an article of its own', () => {
    for (const outcome of outcomes.filter((one) => !['granted', 'partial'].includes(one))) {
      expect(lacking(aDraft({ outcome })), outcome).toContain('grounds')
      const [own] = outcomeArticles[outcome]
      if (own === undefined) continue
      const elsewhere = aDraft({ outcome, grounds: [{ article: 'ogi2019:42', reason: '理由' }] })
      if (own !== 'ogi2019:42') expect(lacking(elsewhere), outcome).toContain('grounds')
      expect(lacking(aDraft({ outcome, grounds: [{ article: own, reason: '理由' }] })), outcome).not.toContain(
        'grounds',
      )
    }
  })

  it('[DIS-16] a grant tells the way, channel and time', () => {
    expect(drafted(aDraft({ access: null }))).toMatchObject({
      code: 'reply_incomplete',
      article: 'ogi2019:36(1)(2)',
      fields: [{ field: 'reply.access', code: 'required' }],
    })
  })

  it('[DIS-16] not found needs the record of the search; not this organ, the reasons and, where it is known, the right one', () => {
    const notExist = aDraft({
      outcome: 'unable_none',
      detail: 'not_exist',
      access: null,
      grounds: [{ article: 'ogi2019:36(1)(4)', reason: '经检索没有' }],
    })
    expect(drafted(notExist).fields).toEqual([{ field: 'reply.searchRecord', code: 'required' }])
    expect(letterOf({ ...notExist, searchRecord: '检索档案室 2018–2025 年案卷，关键词：污水管网' })).toBe(
      'disclosure_reply_unable',
    )
    const elsewhere = {
      ...notExist,
      detail: 'not_this_organ',
      competentOrgan: { name: '县水利局', contact: '0999-1234567' },
    } as const
    expect(letterOf(elsewhere)).toBe('disclosure_reply_unable')
    expect(drafted({ ...notExist, detail: null }).fields).toEqual([{ field: 'reply.detail', code: 'required' }])
  })

  it('[DIS-16] a repeated request names the case that was answered', () => {
    const repeat = aDraft({
      outcome: 'not_repeat',
      access: null,
      grounds: [{ article: 'ogi2019:36(1)(6)', reason: '与前次申请内容相同' }],
    })
    expect(drafted(repeat).fields).toEqual([{ field: 'reply.earlierCaseNo', code: 'required' }])
    expect(letterOf({ ...repeat, earlierCaseNo: '990123-20260105-W03-0002' })).toBe('disclosure_reply_not_processed')
  })

  it('[DIS-16] outcomes that follow from silence are not written by hand', () => {
    for (const outcome of ['other_no_correction', 'other_no_fee'] as const)
      expect(drafted(aDraft({ outcome })), outcome).toMatchObject({ code: 'outcome_not_open', params: { outcome } })
  })

  it('[DIS-17] a partial disclosure records what is given in which form and what is withheld on which ground', () => {
    expect(letterOf(severed)).toBe('disclosure_reply_partial')
    const given = severed.parts.filter(({ kind }) => kind === 'disclosed')
    const withheld = severed.parts.filter(({ kind }) => kind === 'withheld')
    for (const parts of [[], given, withheld])
      expect(drafted({ ...severed, parts }), String(parts.length)).toMatchObject({
        code: 'reply_incomplete',
        article: 'ogi2019:37',
        fields: [{ field: 'reply.parts', code: 'required' }],
      })
  })

  it('[DIS-17] what was severed is counted as partial and as nothing else', () => {
    expect(drafted({ ...aDenial(), parts: severed.parts }).fields).toEqual([
      { field: 'reply.parts', code: 'not_applicable' },
    ])
  })

  it('[DIS-18] secrecy and legal review are recorded before the head signs', () => {
    const submitted = act(act(inProcess('2026-03-02'), on, { kind: 'disclosure.draft', reply: aDenial() }), on, {
      kind: 'disclosure.submit',
    })
    const pass = { kind: 'disclosure.pass_review' } as const
    expect(refusedAct(submitted, on, pass, 'reviewer')).toMatchObject({
      code: 'review_missing',
      article: 'ogi2019:17',
      params: { review: 'secrecy' },
    })
    const review = { kind: 'disclosure.record_review', reviewer: official, opinion: '同意' } as const
    const one = act(submitted, on, { ...review, review: 'secrecy' }, 'reviewer')
    expect(refusedAct(one, on, pass, 'reviewer').params).toEqual({ review: 'legal' })
    const passed = act(act(one, on, { ...review, review: 'legal' }, 'reviewer'), on, pass, 'reviewer')
    expect(passed.status).toBe('sign_off')
    const sign = { kind: 'disclosure.sign', signer: official } as const
    expect(refusedAct(passed, on, sign, 'disclosure_officer').code).toBe('role_not_permitted')
    expect(act(passed, on, sign, 'head')).toMatchObject({ status: 'issued', signed: { by: official, on } })
  })

  it('[DIS-18] a returned draft is reviewed anew', () => {
    const submitted = act(act(inProcess('2026-03-02'), on, { kind: 'disclosure.draft', reply: aDenial() }), on, {
      kind: 'disclosure.submit',
    })
    const review = { kind: 'disclosure.record_review', review: 'secrecy', reviewer: official, opinion: '同意' } as const
    const reviewed = act(submitted, on, review, 'reviewer')
    const returned = act(reviewed, on, { kind: 'disclosure.return_draft', reason: '理由不充分' }, 'reviewer')
    expect(returned).toMatchObject({ status: 'drafting', reviews: [], draft: { outcome: 'deny_internal' } })
  })

  it('[DIS-18] the letter and its number series follow the outcome', () => {
    expect(letterOf(aDraft())).toBe('disclosure_reply_granted')
    expect(letterOf(aDenial())).toBe('disclosure_reply_denied')
    const other = aDraft({ outcome: 'other_other', access: null, grounds: [{ article: null, reason: '申请人已死亡' }] })
    expect(letterOf(other)).toBe('disclosure_reply_lapsed')
    expect(new Set(outcomes.map(groupOf)).size).toBe(6)
  })

  it('[DIS-16] an earlier case under a number of this center is looked up; another organ’s number cannot be', () => {
    const desk = actingOn(day('2026-03-05'))
    const known = '990123-20260105-W01-0003'
    const lookUp = { requestOfMonth: () => null, hasRequest: (caseNo: string) => known.endsWith(caseNo) }
    const draft = (earlierCaseNo: string) =>
      ({
        kind: 'disclosure.draft',
        reply: aDraft({
          outcome: 'not_repeat',
          access: null,
          earlierCaseNo,
          grounds: [{ article: 'ogi2019:36(1)(6)', reason: '已就同一申请作出答复' }],
        }),
      }) as const
    const options = { role: 'disclosure_officer', lookUp } as const
    const state = inProcess('2026-03-02')
    for (const caseNo of [known, '20260105-W01-0003', '市信公〔2025〕12号', '980001-20260105-W01-0004'])
      expect(desk.done(state, draft(caseNo), options).status, caseNo).toBe('drafting')
    for (const caseNo of ['990123-20260105-W01-0004', '20260105-W01-0004', state.caseNo])
      expect(desk.refused(state, draft(caseNo), options), caseNo).toMatchObject({
        code: 'earlier_case_unknown',
        article: 'ogi2019:36(1)(6)',
        params: { caseNo },
      })
    // Where no store is at hand it is taken as it was said.
    expect(desk.done(state, draft('990123-20260105-W01-0004'), { role: 'disclosure_officer' }).status).toBe('drafting')
  })

  it('[DIS-20] nobody signs on the spot for a letter of another day', () => {
    const proof = { kind: 'signature', signedBy: '孙建国', signedOn: day('2026-03-02') } as const
    expect(
      refusedAct(receivedOn('2026-03-02'), '2026-03-03', { kind: 'disclosure.spot_reply', reply: aDraft(), proof })
        .fields,
    ).toEqual([{ field: 'proof', code: 'date_order' }])
  })

  it('[DIS-20] what is granted may be answered on the spot against a signature; nothing else', () => {
    const proof = { kind: 'signature', signedBy: '孙建国', signedOn: day('2026-03-02') } as const
    const closed = act(receivedOn('2026-03-02'), '2026-03-02', {
      kind: 'disclosure.spot_reply',
      reply: aDraft(),
      proof,
    })
    expect(closed).toMatchObject({
      status: 'closed',
      clockStop: '2026-03-02',
      ending: { outcome: 'granted' },
      documents: [{ letter: 'disclosure_reply_granted' }],
    })
    expect(
      refusedAct(receivedOn('2026-03-02'), '2026-03-02', { kind: 'disclosure.spot_reply', reply: aDenial(), proof }),
    ).toMatchObject({ code: 'spot_only_granted', article: 'ogi2019:33(1)' })
  })

  it('[DIS-21] a request to correct one’s own record ends corrected and told, or handed to the organ that may', () => {
    const own = aDraft({
      outcome: 'other_other',
      access: null,
      ownRecord: { result: 'corrected', finding: '经核实，出生日期登记有误', correctedOn: day('2026-03-09') },
    })
    expect(letterOf(own)).toBe('disclosure_correction_reply')
    const transferred = {
      ...own,
      ownRecord: { result: 'transferred', finding: '登记机关为县公安局', correctedOn: null },
    } as const
    expect(drafted(transferred)).toMatchObject({
      article: 'ogi2019:41',
      fields: [{ field: 'reply.competentOrgan', code: 'required' }],
    })
    expect(letterOf({ ...transferred, competentOrgan: { name: '县公安局', contact: '0999-1234567' } })).toBe(
      'disclosure_transfer_notice',
    )
    expect(drafted({ ...own, ownRecord: { result: 'corrected', finding: '有误', correctedOn: null } }).fields).toEqual([
      { field: 'reply.ownRecord', code: 'required' },
    ])
    expect(drafted({ ...aDenial(), ownRecord: own.ownRecord }).fields).toContainEqual({
      field: 'reply.ownRecord',
      code: 'not_applicable',
    })
  })
})
