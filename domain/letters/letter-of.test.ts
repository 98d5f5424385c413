import { describe, expect, it } from 'vitest'
import { currentWorkCalendar } from '../calendar/state-council.ts'
import { aBundleRequest } from '../bundle/_testing.ts'
import { openBundle } from '../bundle/open-bundle.ts'
import { aDisclosureIntake, aMaterial, aServiceIntake, actingOn, missing } from '../case/_testing.ts'
import type { CaseState } from '../case/case-state.ts'
import { organOf } from '../case/titles.ts'
import { lettersOf } from '../case/letters.ts'
import { allModules } from '../case/modules.ts'
import { aComplaintIntake, answer as complaintAnswer, assign as complaintAssign } from '../complaint/_testing.ts'
import { aDenial, aDraft, day, inProcess, official, act as onDisclosure, signedReply } from '../disclosure/_testing.ts'
import type { DisclosureCase } from '../disclosure/disclosure-state.ts'
import { remediesOf } from '../disclosure/remedies.ts'
import type { ReplyDraft } from '../disclosure/reply-draft.ts'
import { plainDate } from '../plain-date.ts'
import { activeMandate } from '../record/mandate/_testing.ts'
import { agentOn, making } from '../record/handover/_testing.ts'
import { allRecordModules } from '../record/modules.ts'
import { taskAfter, yellowCard } from '../record/task/_testing.ts'
import { outcomesOf } from '../report/outcome.ts'
import {
  accept,
  accepted,
  aFeeLine,
  approved,
  byPost,
  chargedItem,
  deny,
  examining,
  extend,
  go,
  serviceAfter,
  special,
  wayDone,
} from '../service/_testing.ts'
import { anItem } from './_guide-testing.ts'
import { letterText } from './letter-text.ts'
import type { LetterSource } from './adapt/letter-source.ts'
import type { IssuedLetter } from './document.ts'
import type { LetterKind } from './letter-kind.ts'
import { type LetterMatter, lettersOfMatter } from './letter-matter.ts'
import { letterOf } from './letter-of.ts'

const place = {
  center: {
    name: '青岚县政务服务中心',
    address: '青岚县政通路 1 号',
    phone: '0900-5550100',
    supervisePhone: '0900-5550101',
  },
  window: { name: '3 号窗口', phone: null },
  clerkName: '林晓梅',
}

const sourceOf = (
  letter: LetterKind,
  documents: readonly IssuedLetter[] = [],
  document: IssuedLetter | null = null,
): LetterSource => ({ letter, document, documents, place, calendar: currentWorkCalendar })

const textOf = (matter: LetterMatter, source: LetterSource): string => {
  const letter = letterOf(matter, source)
  if (!letter.ok) throw new Error(`${source.letter}: ${letter.error}`)
  return letterText(letter.value)
}

/** Text of the last numbered letter of a kind. */
const numbered = (state: CaseState, letter: LetterKind): string => {
  const document = state.documents.filter((each) => each.letter === letter).at(-1)
  if (document === undefined) throw new Error(`no ${letter} was issued`)
  return textOf({ of: 'case', state }, sourceOf(letter, state.documents, document))
}

const slip = (state: CaseState, letter: LetterKind): string => textOf({ of: 'case', state }, sourceOf(letter))

describe('letters of procedures', () => {
  it('[LTR-15] every letter that a table owes can be made from the matter that owes it', () => {
    const missing = [...allModules, ...allRecordModules].flatMap(({ workflow: { entity, states, always } }) => {
      const made = Object.entries(lettersOfMatter).find(([kind]) => kind === entity)?.[1] ?? []
      return [...Object.values(states).flat(), ...always].flatMap(({ letter }) =>
        letter === null || made.includes(letter) ? [] : [`${entity}: ${letter}`],
      )
    })
    expect(missing).toEqual([])
  })

  it('[LTR-15] every slip that a case offers can be made of it as it stands', () => {
    const register = { kind: 'disclosure.register', intake: aDisclosureIntake() } as const
    const states = [accepted, examining, approved, actingOn(day('2026-09-28')).done(null, register)]
    for (const state of states)
      for (const letter of lettersOf(state)) expect(slip(state, letter)).toContain(state.caseNo)
  })
})

describe('letters of service requests', () => {
  it('[LTR-15] an extension tells reason, approval and both dates', () => {
    const text = numbered(go(examining, ['2026-10-12', extend(10)]), 'service_extension_notice')
    expect(text).toContain('因案情复杂，不能在规定期限内作出决定')
    expect(text).toContain('第四十二条第一款的规定，经本机关负责人张志强批准，延长10个工作日')
    expect(text).toContain('原办理期限：2026年10月30日（星期五） | 延长后期限：2026年11月13日（星期五）')
  })

  it('[LTR-15] a denial gives reasons and where to turn to', () => {
    const text = numbered(go(wayDone, ['2026-10-12', deny]), 'service_denial')
    expect(text).toContain('经营场所不符合卫生要求')
    expect(text).toContain('六十日内依法向青岚县人民政府申请行政复议')
    expect(text).toContain('六个月内依法向青岚县人民法院提起行政诉讼')
  })

  it('[LTR-15] a fee notice adds up in figures and in capitals', () => {
    const text = numbered(
      go(serviceAfter(['2026-09-28', accept({ item: chargedItem })]), [
        '2026-10-12',
        { kind: 'service.fee_notice', lines: [aFeeLine()] },
      ]),
      'service_fee_notice',
    )
    expect(text).toContain('应缴合计：240元 | 大写：贰佰肆拾元整')
  })

  it('[LTR-15] the proof of service names decision and its number', () => {
    const text = numbered(
      go(approved, ['2026-10-13', { kind: 'service.dispatch', dispatch: byPost }]),
      'proof_of_service',
    )
    expect(text).toMatch(/准予决定书 \| service_approval-/u)
    expect(text).toContain('邮寄送达')
  })

  it('[LTR-8] of several letters of a kind each tells its own, also when it is issued again', () => {
    const twice = go(
      examining,
      ['2026-10-09', special],
      ['2026-10-12', { kind: 'service.special_end', result: '合格' }],
      ['2026-10-13', { ...special, reason: '空气检测', days: 5 }],
      ['2026-10-13', { kind: 'letter.void', document: 1, reason: '天数写错' }],
      ['2026-10-13', { kind: 'letter.reissue', document: 1, reason: '天数写错' }],
    )
    const [first, second, again] = twice.documents.filter(({ letter }) => letter === 'service_special_procedure_notice')
    const text = (document: IssuedLetter | undefined) =>
      textOf(
        { of: 'case', state: twice },
        sourceOf('service_special_procedure_notice', twice.documents, document ?? null),
      )
    expect(text(first)).toContain('水质检测')
    expect(text(second)).toContain('空气检测')
    expect(text(again)).toContain('水质检测')
    expect(text(again)).toContain(`原${first?.no ?? ''}文书已经作废`)
  })
})

describe('slips of the counter', () => {
  const promised = aMaterial({
    n: 2,
    name: '健康合格证明',
    tolerable: true,
    expected: 3,
    received: 1,
    state: 'tolerated',
    promisedOn: day('2026-10-20'),
  })
  const supplied = serviceAfter(
    [
      '2026-09-28',
      {
        kind: 'service.notice',
        intake: aServiceIntake({ materials: [aMaterial(missing), promised] }),
        correctBy: null,
      },
    ],
    ['2026-09-30', { kind: 'service.supply', materials: [aMaterial(), promised] }],
  )

  it('[LTR-15] the receipt for papers brought later names what came and what is still owed', () => {
    const text = slip(supplied, 'service_supply_receipt')
    expect(text).toContain('于2026年9月30日为办理公共场所卫生许可（新办）补交的下列材料')
    expect(text).toMatch(/1 \| 卫生许可证申请表 \| 原件 \| 1/u)
    expect(text).toMatch(/# 仍需补交[^#]*健康合格证明/u)
  })

  it('[LTR-15] the receipt for papers that were promised is of the day they came, not of the acceptance', () => {
    const later = serviceAfter(
      ['2026-09-28', { kind: 'service.accept', intake: aServiceIntake({ materials: [aMaterial(), promised] }) }],
      [
        '2026-10-19',
        {
          kind: 'service.supply_tolerated',
          materials: [aMaterial(), { ...promised, state: 'collected', received: 3 }],
        },
      ],
    )
    expect(slip(later, 'service_supply_receipt')).toContain('于2026年10月19日')
  })

  it('[LTR-15] a commitment promises what is owed, in pieces and by a day', () => {
    expect(slip(supplied, 'service_tolerance_commitment')).toContain(
      '健康合格证明 | 原件 | 2 | 2026年10月20日（星期二）',
    )
  })

  it('[LTR-15] the receipt of a bundle says its theme once, and where the number of each matter stands', () => {
    for (const name of ['开理发店', '开理发店一件事']) {
      const { bundle } = openBundle(aBundleRequest('bundle', ['a', 'b'], { name }))
      const state = actingOn(day('2026-09-28')).done(null, bundle.act)
      const text = textOf({ of: 'case', state }, { ...sourceOf('bundle_receipt'), partNos: { a: '32099010012600007' } })
      expect(text).toContain('为办理“开理发店”一件事提交的材料')
      expect(text).toMatch(/1 \| .+ \| 32099010012600007/u)
      expect(text).toContain('2 | 户外广告设置 | 青岚县卫生健康局 | 见该事项的受理凭证')
    }
  })
})

describe('letters of disclosure requests', () => {
  it('[LTR-15] a correction notice lists what to correct, by when, and what follows', () => {
    const state = onDisclosure(inProcess('2026-09-14'), '2026-09-16', {
      kind: 'disclosure.notice_correction',
      items: ['请说明工程名称。', '请说明年份。'],
      correctBy: day('2026-09-30'),
      consequence: '逾期不补正的，视为放弃申请。',
    })
    const text = numbered(state, 'disclosure_correction_notice')
    expect(text).toContain('一、请说明工程名称。')
    expect(text).toContain('请于2026年9月30日（星期三）前')
    expect(text).toContain('逾期不补正的，视为放弃申请。')
  })

  it('[LTR-15] the letter to a third party names neither applicant nor his request', () => {
    const state = onDisclosure(inProcess('2026-09-14'), '2026-09-16', {
      kind: 'disclosure.consult_third_party',
      name: '临川建设工程有限公司',
      matter: '综合单价分析表',
      sentOn: day('2026-09-16'),
    })
    const text = numbered(state, 'disclosure_third_party_letter')
    expect(text).toContain('临川建设工程有限公司：')
    expect(text).toContain('综合单价分析表')
    expect(text).not.toContain(state.applicant.name)
  })

  it('[LTR-15] a third party that is overruled reads whether it objected or was silent', () => {
    const asked = onDisclosure(inProcess('2026-03-02'), '2026-03-06', {
      kind: 'disclosure.consult_third_party',
      name: '临川建设工程有限公司',
      matter: '综合单价分析表',
      sentOn: day('2026-03-06'),
    })
    const objected = onDisclosure(asked, '2026-03-20', {
      kind: 'disclosure.third_party_opinion',
      party: 1,
      answeredOn: day('2026-03-20'),
      opinion: 'refuse',
      reason: '涉及报价组成，属于商业秘密',
      reasonable: true,
    })
    const silent = onDisclosure(
      onDisclosure(asked, '2026-03-09', {
        kind: 'disclosure.third_party_received',
        party: 1,
        receivedOn: day('2026-03-09'),
      }),
      '2026-04-08',
      { kind: 'disclosure.third_party_lapsed', until: day('2026-03-30') },
    )
    const told = (state: CaseState) =>
      numbered(
        onDisclosure(state, '2026-04-08', {
          kind: 'disclosure.override_third_party',
          party: 1,
          what: '合同价款总额',
          reason: '涉及公共安全',
        }),
        'disclosure_third_party_override',
      )
    expect(told(objected)).toContain('曾提出不同意公开的意见')
    expect(told(silent)).toContain('未在期限内提出意见')
    expect(told(silent)).not.toContain('曾提出不同意')
  })

  it('[LTR-5] every denial has the remedies that the law of its day gives', () => {
    for (const outcome of outcomesOf('denied')) {
      for (const on of ['2014-06-03', '2019-04-02', '2023-06-01', '2026-09-16']) {
        const reply = aDenial({ outcome })
        const state: CaseState = {
          ...inProcess('2026-09-14'),
          draft: reply,
          signed: { by: official, on: plainDate(on) },
        }
        const text = textOf({ of: 'case', state }, sourceOf('disclosure_reply_denied'))
        const { reconsiderationFirst, litigation } = remediesOf(reply, plainDate(on))
        expect([outcome, on, text.includes('先向本级人民政府申请行政复议')]).toEqual([
          outcome,
          on,
          reconsiderationFirst,
        ])
        if (litigation !== null) expect(text).toContain(`${litigation.length}个月内依法向人民法院提起行政诉讼`)
      }
    }
  })

  it('[SET-6] names the organ of review that the center has listed, and of an organ not listed the government', () => {
    const state: CaseState = {
      ...inProcess('2026-09-14'),
      draft: aDenial({ outcome: 'deny_law' }),
      signed: { by: official, on: plainDate('2026-09-16') },
    }
    const reviewers = [{ organ: organOf(state), reconsiderationOrgan: '岚山市税务局' }]
    const text = (more: Partial<LetterSource>) =>
      textOf({ of: 'case', state }, { ...sourceOf('disclosure_reply_denied'), ...more })
    expect(text({ reviewers })).toContain('向岚山市税务局申请行政复议')
    expect(text({ reviewers: [{ organ: '别的机关', reconsiderationOrgan: '岚山市税务局' }] })).toContain(
      '向本级人民政府申请',
    )
  })

  it('[LTR-15] a partial reply tells what is disclosed and what is withheld', () => {
    const state = signedReply(
      inProcess('2026-09-14'),
      '2026-09-16',
      aDraft({
        outcome: 'partial',
        grounds: [{ article: 'ogi2019:37', reason: '可以作区分处理' }],
        parts: [
          { kind: 'disclosed', what: '合同正文', form: 'paper' },
          { kind: 'withheld', what: '单价分析表', outcome: 'deny_third', article: 'ogi2019:15', reason: '商业秘密' },
        ],
      }),
    )
    const text = numbered(state, 'disclosure_reply_partial')
    expect(text).toContain('1 | 合同正文 | 纸质')
    expect(text).toContain('1 | 单价分析表 | ')
    expect(text).toContain('第二十三条的规定，应当自收到本告知书之日起60日内先向')
  })

  it('[LTR-21] a partial reply tells the way to what is disclosed', () => {
    const parts: ReplyDraft['parts'] = [
      { kind: 'disclosed', what: '合同正文', form: 'paper' },
      { kind: 'withheld', what: '单价分析表', outcome: 'deny_third', article: 'ogi2019:15', reason: '商业秘密' },
    ]
    const draft = aDraft({ outcome: 'partial', parts, access: '随信寄送复印件' })
    const text = numbered(signedReply(inProcess('2026-09-14'), '2026-09-16', draft), 'disclosure_reply_partial')
    expect(text).toContain('获取方式、途径和时间：随信寄送复印件')
  })

  it('[LTR-18] a reply says what was charged and paid, and that nothing is charged only where nothing was', () => {
    const parts: ReplyDraft['parts'] = [
      { kind: 'disclosed', what: '合同正文', form: 'paper' },
      { kind: 'withheld', what: '单价分析表', outcome: 'deny_third', article: 'ogi2019:15', reason: '商业秘密' },
    ]
    const replies = [
      ['disclosure_reply_granted', aDraft()],
      ['disclosure_reply_partial', aDraft({ outcome: 'partial', parts })],
    ] as const
    const fee: NonNullable<DisclosureCase['fee']> = {
      requests: null,
      pages: 68,
      fen: 38_000,
      noticeOn: day('2026-09-16'),
      noticeReceivedOn: day('2026-09-17'),
      paid: { on: day('2026-09-18'), receiptNo: '0012345678' },
      countReason: null,
      cancelled: null,
    }
    for (const [letter, draft] of replies) {
      const signed = { by: official, on: plainDate('2026-09-21') }
      const free: DisclosureCase = { ...inProcess('2026-09-14'), draft, signed }
      const notice = { n: 1, letter: 'disclosure_fee_notice', no: '公费〔2026〕W01-1号', on: fee.noticeOn } as const
      const documents = [{ ...notice, voided: null, replaces: null }]
      const text = (state: CaseState) => textOf({ of: 'case', state }, sourceOf(letter, state.documents))
      const nothing = '提供政府信息不收取费用'
      expect(text(free)).toContain(nothing)
      const charged = text({ ...free, fee, documents })
      expect(charged).not.toContain(nothing)
      expect(charged).toContain('收取信息处理费380元（收费通知书文号：公费〔2026〕W01-1号），已于2026年9月18日缴清')
      expect(charged).toContain('票据号：0012345678')
      const returned = { ...fee, paid: null, cancelled: { on: day('2026-09-30'), attempts: ['邮寄退回'] } }
      expect(text({ ...free, fee: returned, documents })).toContain(nothing)
    }
  })
})

describe('the law of a letter', () => {
  it('[LTR-2] a receipt has the limits of the Regulation in force when the request was received', () => {
    const received = (on: string): string => {
      const state = actingOn(day('2019-05-20')).done(null, {
        kind: 'disclosure.register',
        intake: aDisclosureIntake({ arrivedOn: day(on) }),
      })
      return slip(state, 'disclosure_receipt')
    }
    expect(received('2019-05-14')).toContain('15 个工作日内答复')
    expect(received('2019-05-15')).toContain('最长再延长 20 个工作日')
  })

  it('[LTR-2] a letter issued again keeps the wording of the day when the first one was', () => {
    const state: CaseState = {
      ...inProcess('2026-09-14'),
      draft: aDenial(),
      signed: { by: official, on: day('2023-12-29') },
    }
    const first = {
      n: 1,
      letter: 'disclosure_reply_denied',
      no: '公不〔2023〕W03-1号',
      on: day('2023-12-29'),
      replaces: null,
    } as const
    const voided = { ...first, voided: { on: day('2024-02-01'), reason: '文字错误' } }
    const again = { ...first, n: 2, no: '公不〔2024〕W03-1号', on: day('2024-02-01'), replaces: 1, voided: null }
    const text = textOf({ of: 'case', state }, sourceOf('disclosure_reply_denied', [voided, again], again))
    expect(text).toContain('disclosure_reply_denied v3')
    expect(text).toContain('2024年2月1日')
  })
})

describe('letters of complaints and records', () => {
  it('[LTR-15] a complaint is acknowledged and answered', () => {
    const { done } = actingOn(day('2026-09-29'))
    const registered = done(null, { kind: 'complaint.register', intake: aComplaintIntake() })
    const taken = done(registered, { kind: 'complaint.accept' }, { role: 'supervisor' })
    expect(numbered(taken, 'complaint_receipt')).toContain('九月二十四日到窗口办证')
    const assigned = done(taken, complaintAssign, { role: 'supervisor' })
    const answered = done(assigned, complaintAnswer, { role: 'reviewer' })
    expect(answered.status).toBe('answered')
  })

  it('[LTR-15] cards, mandates and hand-over lists are letters of their records', () => {
    const card = taskAfter('2026-09-14', yellowCard)
    const record = (state: Parameters<typeof textOf>[0], letter: LetterKind, documents: readonly IssuedLetter[]) =>
      textOf(state, sourceOf(letter, documents, documents[0] ?? null))
    expect(record({ of: 'record', state: card, others: [] }, 'supervision_order', card.documents)).toContain(
      '监察级别：黄牌',
    )
    const mandate = activeMandate()
    const paper = record({ of: 'record', state: mandate, others: [] }, 'mandate', mandate.documents)
    expect(paper).toContain('一、公共场所卫生许可（新办）')
    expect(paper).toMatch(/990\*{11}\d{4}|990\*+/u)
    const list = agentOn('2026-09-14').done(null, making())
    expect(record({ of: 'record', state: list, others: [] }, 'agency_handover', list.documents)).toContain(
      '2 | 周文静 | 临时救助 | 3 件',
    )
  })

  it('[LTR-16] a guide shows every field that its item publishes', () => {
    const text = textOf({ of: 'item', item: anItem, on: plainDate('2026-11-20') }, sourceOf('guide_booklet'))
    for (const shown of [
      '受理条件甲',
      '《某条例》第四条',
      '从业人员健康合格证明',
      '收件',
      '20 个工作日',
      '10 个工作日',
      '县级',
      '是否网办 | 是',
    ])
      expect(text).toContain(shown)
  })
})

it('[LTR-15] a letter that the matter does not have is none', () => {
  expect(letterOf({ of: 'case', state: accepted }, sourceOf('service_denial'))).toEqual({
    ok: false,
    error: 'no_letter',
  })
  const old = {
    ...accepted,
    refusal: { ground: 'not_eligible', explanation: '无' },
    closedOn: plainDate('2020-01-06'),
  } as const
  expect(letterOf({ of: 'case', state: old }, sourceOf('service_refusal'))).toEqual({ ok: false, error: 'no_template' })
})
