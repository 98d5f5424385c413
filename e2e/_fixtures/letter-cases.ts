import type { CaseAct } from '../../domain/case/case-act.ts'
import type { Role } from '../../domain/case/role.ts'
import { aDenial, aDisclosureIntake, aDraft, official } from '../../domain/disclosure/_testing.ts'
import type { ReplyDraft } from '../../domain/disclosure/reply-draft.ts'
import { addDays, type PlainDate } from '../../domain/plain-date.ts'
import type { RecordAct } from '../../domain/record/record-act.ts'
import { draft as draftMandate } from '../../domain/record/mandate/_testing.ts'
import { making } from '../../domain/record/handover/_testing.ts'
import { aContent, aRelease, aReview, aDraft as draftPublication } from '../../domain/record/publication/_testing.ts'
import { assign as assignTask, opening, urge, yellowCard } from '../../domain/record/task/_testing.ts'
import { defaultTaskLimits } from '../../domain/record/task/task-kinds.ts'
import { aComplaintIntake, answer, assign } from '../../domain/complaint/_testing.ts'
import { aConsultationIntake, written } from '../../domain/consultation/_testing.ts'
import { aFeeLine, accept, approve, byPost, claim, deny, extend, pass, special } from '../../domain/service/_testing.ts'
import { hairdresser, hygienePart } from './letter-bundle.ts'
import { aServiceIntake, chargedFee, complete, lacking, promising } from './letter-intakes.ts'

/**
 * What happened to one case or record, in order, each act by somebody of that role. The act that opens a case that others name says the id
 * they name it by.
 */
export type Story = readonly (readonly [Role, CaseAct | RecordAct, caseId?: string])[]

const reply = (today: PlainDate, draft: ReplyDraft): Story => [
  ['clerk', { kind: 'disclosure.register', intake: aDisclosureIntake({ arrivedOn: today }) }],
  ['disclosure_officer', { kind: 'disclosure.assign', unit: '建设科', handler: null }],
  ['disclosure_officer', { kind: 'disclosure.draft', reply: draft }],
  ['disclosure_officer', { kind: 'disclosure.submit' }],
  [
    'reviewer',
    { kind: 'disclosure.record_review', review: 'secrecy', reviewer: official, opinion: '不涉及国家秘密。' },
  ],
  ['reviewer', { kind: 'disclosure.record_review', review: 'legal', reviewer: official, opinion: '依据充分。' }],
  ['reviewer', { kind: 'disclosure.pass_review' }],
  ['head', { kind: 'disclosure.sign', signer: official }],
]

const request = (today: PlainDate, ...then: Story): Story => [
  ['clerk', { kind: 'disclosure.register', intake: aDisclosureIntake({ arrivedOn: today }) }],
  ['disclosure_officer', { kind: 'disclosure.assign', unit: '建设科', handler: null }],
  ...then,
]

const service = (...then: Story): Story => [['clerk', accept(complete())], ['reviewer', claim], ...then]

const because = (reason: string) => ({ grounds: [{ article: null, reason }], access: null })
const grounded = (article: 'ogi2019:38' | 'ogi2019:39(1)', reason: string) => ({
  grounds: [{ article, reason }],
  access: null,
})

/** Stories whose letters are the sample set: every letter of a case or record, brought about in one day. */
export const letterStories = (today: PlainDate): readonly Story[] => {
  const later = addDays(today, 21)
  return [
    service(
      ['head', extend(10)],
      [
        'reviewer',
        {
          kind: 'service.inspect',
          inspectedOn: today,
          place: '青岚县城关镇河西路 88 号',
          inspectors: ['吴海峰', '郑洁'],
          findings: '通风、消毒设施齐全。',
        },
      ],
      ['reviewer', pass],
      ['reviewer', approve],
      ['clerk', { kind: 'service.dispatch', dispatch: byPost }],
    ),
    [
      ['clerk', accept(chargedFee())],
      ['clerk', { kind: 'service.fee_notice', lines: [aFeeLine()] }],
      [
        'clerk',
        {
          kind: 'service.fee_paid',
          payment: { on: today, fen: 24_000, method: 'online', receiptNo: '99012326000415' },
        },
      ],
    ],
    [
      ['clerk', { kind: 'service.notice', intake: aServiceIntake({ materials: lacking(later) }), correctBy: later }],
      ['clerk', { kind: 'service.supply', materials: promising(later) }],
    ],
    [
      [
        'clerk',
        {
          kind: 'service.refuse',
          intake: aServiceIntake(),
          ground: 'not_this_organ',
          explanation: '位于临川县境内。\n请到临川县政务服务中心办理。',
        },
      ],
    ],
    service(['reviewer', special]),
    service([
      'reviewer',
      { kind: 'service.hearing_arrange', ground: 'law', heldOn: later, place: '三楼听证室', days: 15 },
    ]),
    service([
      'head',
      {
        kind: 'service.suspend',
        reason: '经营场所权属正在诉讼',
        basis: '《公共场所卫生许可管理办法》第十五条',
        resumeBy: later,
        approvedBy: '张志强',
      },
    ]),
    service(['reviewer', pass], ['reviewer', deny]),
    service(['clerk', { kind: 'service.withdraw', reason: '经营计划变更' }]),
    service(['reviewer', { kind: 'service.terminate', ground: 'matter_moot', explanation: '申请人已迁出本县。' }]),
    service(
      ['reviewer', pass],
      ['reviewer', approve],
      ['head', { kind: 'service.revoke', ground: 'fraud', reasons: '检测报告系伪造。', organ: '县卫生健康局' }],
    ),
    request(today, [
      'disclosure_officer',
      {
        kind: 'disclosure.notice_correction',
        items: ['请说明工程名称。', '请说明签订年份。'],
        correctBy: later,
        consequence: '无正当理由逾期不补正的，视为放弃申请。',
      },
    ]),
    request(today, [
      'head',
      {
        kind: 'disclosure.extend',
        days: 20,
        reason: '需要从三个项目部调取核对',
        approver: official,
        approvedOn: today,
      },
    ]),
    request(
      today,
      [
        'disclosure_officer',
        {
          kind: 'disclosure.consult_third_party',
          name: '临川建设工程有限公司',
          matter: '综合单价分析表',
          sentOn: today,
        },
      ],
      ['disclosure_officer', { kind: 'disclosure.tell_consultation' }],
      [
        'disclosure_officer',
        {
          kind: 'disclosure.third_party_opinion',
          party: 1,
          answeredOn: today,
          opinion: 'refuse',
          reason: '涉及报价组成，属于商业秘密。',
          reasonable: true,
        },
      ],
      [
        'disclosure_officer',
        {
          kind: 'disclosure.override_third_party',
          party: 1,
          what: '施工合同的质量保修条款。',
          reason: '该条款关系管网沿线居民的人身、财产安全。',
        },
      ],
    ),
    request(today, [
      'disclosure_officer',
      { kind: 'disclosure.consult_agency', name: '县财政局', matter: '联合发文的附件', sentOn: today },
    ]),
    request(today, [
      'disclosure_officer',
      { kind: 'disclosure.coordinate', organ: '县水务局', question: '请提供竣工验收备案表。', sentOn: today },
    ]),
    request(
      today,
      [
        'disclosure_officer',
        { kind: 'disclosure.ask_reason', reasonBy: later, finding: '本年度已提出申请64件，其中本月31件。' },
      ],
      [
        'disclosure_officer',
        {
          kind: 'disclosure.accept_reason',
          receivedOn: today,
          reason: '用于编写县志。',
          finding: '所申请信息用于编写县志，涉及1996年以来的档案2300余卷。',
          delayDays: 30,
        },
      ],
    ),
    [
      [
        'clerk',
        {
          kind: 'disclosure.register',
          intake: aDisclosureIntake({ channel: 'oral', arrivedOn: today, assistance: true }),
        },
      ],
    ],
    request(today, ['disclosure_officer', { kind: 'disclosure.charge_fee', requests: null, pages: 68, fen: 38_000 }]),
    reply(today, aDraft()),
    reply(
      today,
      aDraft({
        outcome: 'partial',
        grounds: [{ article: 'ogi2019:37', reason: '可以作区分处理。' }],
        parts: [
          { kind: 'disclosed', what: '施工合同正文', form: 'paper' },
          {
            kind: 'withheld',
            what: '综合单价分析表',
            outcome: 'deny_third',
            article: 'ogi2019:15',
            reason: '商业秘密，承包人不同意公开且有合理理由。',
          },
        ],
      }),
    ),
    reply(today, aDenial()),
    reply(today, aDraft({ outcome: 'unable_make', ...grounded('ogi2019:38', '需要汇总、分析三年的台账。') })),
    reply(today, aDraft({ outcome: 'not_petition', ...grounded('ogi2019:39(1)', '要求查处施工扰民，实为投诉。') })),
    reply(today, aDraft({ outcome: 'other_other', ...because('申请人书面撤回。') })),
    reply(
      today,
      aDraft({
        outcome: 'other_other',
        access: null,
        ownRecord: { result: 'corrected', finding: '建筑面积系录入错误。', correctedOn: today },
      }),
    ),
    reply(
      today,
      aDraft({
        outcome: 'other_other',
        access: null,
        competentOrgan: { name: '县自然资源局', contact: '0900-5550166' },
        ownRecord: { result: 'transferred', finding: '登记档案由县自然资源局保管。', correctedOn: null },
      }),
    ),
    [['clerk', { kind: 'consultation.answer_at_once', intake: aConsultationIntake({ arrivedOn: today }), ...written }]],
    [
      ['clerk', { kind: 'complaint.register', intake: aComplaintIntake({ arrivedOn: today }) }],
      ['supervisor', { kind: 'complaint.accept' }],
      ['supervisor', assign],
      ['supervisor', { kind: 'complaint.urge', reason: '请抓紧核实并答复。' }],
      ['reviewer', answer],
    ],
    [
      ['clerk', { kind: 'complaint.register', intake: aComplaintIntake({ arrivedOn: today }) }],
      [
        'supervisor',
        { kind: 'complaint.refuse', ground: 'in_review_or_court', explanation: '人民法院已经受理，尚在审理。' },
      ],
    ],
    ...[hairdresser.bundle, ...hairdresser.children].map(({ caseId, act }): Story => [['clerk', act, caseId]]),
    [
      [
        'supervisor',
        {
          kind: 'task.open_rating',
          caseId: hygienePart,
          organ: opening.organ,
          anonymous: false,
          limits: defaultTaskLimits.bad_rating,
        },
      ],
      ['supervisor', assignTask],
      ['reviewer', { kind: 'task.contact', finding: 'justified', text: '经电话回访和调阅记录，情况属实。' }],
    ],
    [['supervisor', urge]],
    [['supervisor', yellowCard]],
    [['supervisor', { kind: 'task.recommend', ...opening }]],
    [['agent', draftMandate({ validFrom: today })]],
    [['agent', making({ receivedOn: today })]],
    [
      ['disclosure_officer', draftPublication({ content: aContent({ madeOn: today }) })],
      [
        'disclosure_officer',
        {
          kind: 'publication.release',
          releases: [aRelease({ publishedOn: today })],
          review: aReview({ reviewedOn: today }),
          lateReason: null,
        },
      ],
      ['disclosure_officer', { kind: 'publication.hand_over', place: 'archive', receiver: '青岚县档案馆', copies: 2 }],
    ],
  ]
}
