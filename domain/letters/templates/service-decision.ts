import type { LetterTemplate } from '../template.ts'
import {
  caseNumber,
  closedBy,
  h,
  law,
  letterNumber,
  p,
  pairs,
  reissued,
  remediesOf,
  row,
  rowIf,
  seals,
  to,
} from './parts.ts'
import { itemRow, onBasis, partyRow } from './service-parts.ts'

const licensing = (place: string): string => `《中华人民共和国行政许可法》${place}`

const ofService = {
  version: 'v1',
  inForceFrom: law.licensing2019,
  withdrawnFrom: null,
  number: letterNumber,
  closing: closedBy(seals.service),
  notes: [],
  second: null,
} as const

/** The wording of decisions rests on 行政复议法 of 2023, as their remedies do. */
const since2024 = { inForceFrom: law.reconsideration2024 } as const

const applied = [
  '你（单位）于{arrivedOn}提出{item}申请',
  { when: 'acceptedOn', text: '，本机关于{acceptedOn}受理' },
] as const

const approval: LetterTemplate = {
  ...ofService,
  letter: 'service_approval',
  title: [
    { when: 'licence', text: '准予行政许可决定书' },
    { when: '!licence', text: '准予决定书' },
  ],
  legalBasis: [licensing('第三十八条第一款'), licensing('第四十四条')],
  blocks: [
    to(),
    reissued,
    p([
      ...applied,
      '。经审查，申请符合法定条件、标准。',
      ...onBasis(licensing('第三十八条第一款')),
      '本机关**决定准予**。',
    ]),
    p('{opinion}', 'opinion'),
    pairs([
      itemRow,
      partyRow,
      rowIf('resultName', '办理结果', '{resultName}'),
      rowIf('certificateName', '证照', [
        '{certificateName}',
        { when: 'certificateNo', text: '　编号 {certificateNo}' },
        { when: 'validFrom', text: '　有效期自{validFrom}' },
        { when: 'validUntil', text: '至{validUntil}' },
        { when: ['validFrom', '!validUntil'], text: '起长期有效' },
      ]),
    ]),
    p('下列容缺材料尚未补交，请按承诺的期限补交：', 'tolerated'),
    { kind: 'list', of: 'tolerated', text: '{name}（{rest}份，{promisedOn}前）', numbered: 'arabic' },
    p(
      [
        { when: 'licence', text: `依照${licensing('第四十四条')}，` },
        '证照、批文自作出决定之日起十日（工作日）内颁发、送达。',
      ],
      'resultName',
    ),
  ],
}

const denial: LetterTemplate = {
  ...ofService,
  ...since2024,
  letter: 'service_denial',
  title: [
    { when: 'licence', text: '不予行政许可决定书' },
    { when: '!licence', text: '不予决定书' },
  ],
  legalBasis: [licensing('第三十八条第二款')],
  blocks: [
    to(),
    reissued,
    p([
      ...applied,
      '。经审查，申请不符合法定条件、标准。',
      ...onBasis(licensing('第三十八条第二款')),
      '本机关**决定不予批准**。',
    ]),
    pairs([itemRow, partyRow]),
    h('理由'),
    p('{reasons}'),
    h('救济途径'),
    remediesOf('decision'),
  ],
}

const revocation: LetterTemplate = {
  ...ofService,
  ...since2024,
  letter: 'service_revocation',
  title: [
    { when: 'licence', text: '撤销行政许可决定书' },
    { when: '!licence', text: '撤销决定书' },
  ],
  legalBasis: [licensing('第六十九条')],
  blocks: [
    to(),
    reissued,
    p([
      { when: 'decidedOn', text: '{decidedOn}' },
      '准予你（单位）办理{item}的决定',
      { when: 'decisionNo', text: '（{decisionNo}）' },
      '，经查属于{ground}的情形。',
      { when: ['licence', '!ground=fraud'], text: `根据${licensing('第六十九条第一款')}的规定，` },
      { when: ['licence', 'ground=fraud'], text: `根据${licensing('第六十九条第二款')}的规定，` },
      '本机关**决定撤销**。',
    ]),
    h('事实和理由'),
    p('{reasons}'),
    pairs([itemRow, partyRow]),
    p(
      [
        {
          when: '!ground=fraud',
          text: `合法权益因撤销受到损害的，可以依法要求赔偿（${licensing('第六十九条第四款')}）。`,
        },
        { when: 'ground=fraud', text: `基于该行政许可取得的利益不受保护（${licensing('第六十九条第四款')}）。` },
      ],
      'licence',
    ),
    h('救济途径'),
    remediesOf('decision'),
  ],
}

const withdrawal: LetterTemplate = {
  ...ofService,
  letter: 'service_withdrawal',
  title: '撤回申请确认书',
  legalBasis: [],
  blocks: [
    to(),
    reissued,
    p([...applied, '。']),
    p('你（单位）因{reason}，于{issuedOn}申请撤回。本机关确认撤回，**不再办理**该申请，所提交的申请材料予以退还。'),
    pairs([itemRow, partyRow]),
    p('撤回后可以重新提出申请，重新提出的按新的申请办理。'),
  ],
}

const termination: LetterTemplate = {
  ...ofService,
  ...since2024,
  letter: 'service_termination',
  title: '终止办理通知书',
  legalBasis: [],
  blocks: [
    to(),
    reissued,
    p([
      ...applied,
      '。因{ground}，',
      { when: ['licence', 'ground=false_materials'], text: `根据${licensing('第七十八条')}的规定，` },
      '本机关**终止办理**。',
    ]),
    h('事实和理由'),
    p('{explanation}'),
    pairs([itemRow, partyRow]),
    p('所提交的申请材料予以退还。条件具备后，可以重新提出申请。', '!ground=false_materials'),
    p(
      '对终止办理不服的，可以自收到本通知书之日起六十日内依法申请行政复议，也可以自收到本通知书之日起六个月内依法向人民法院提起行政诉讼（《中华人民共和国行政复议法》第二十条、《中华人民共和国行政诉讼法》第四十六条）。',
    ),
  ],
}

const fee: LetterTemplate = {
  ...ofService,
  letter: 'service_fee_notice',
  title: '缴费通知单',
  legalBasis: [licensing('第五十八条'), licensing('第五十九条')],
  blocks: [
    to(),
    reissued,
    p('办理{item}（编号 {caseNo}）依法应当缴纳下列费用：'),
    {
      kind: 'table',
      of: 'lines',
      columns: [
        { title: '序号', text: '{n}', width: 10, centered: true },
        { title: '收费项目', text: '{name}', width: 34 },
        { title: '标准', text: '{standard}', width: 26 },
        { title: '依据', text: '{basis}' },
        { title: '数量', text: '{quantity}', width: 12, centered: true },
        { title: '减免', text: '{reduced}', width: 19, centered: true },
        { title: '应缴', text: '{amount}', width: 21, centered: true },
      ],
    },
    pairs([row('应缴合计', '**{total}**', '大写', '{total:capitals}'), partyRow]),
    p('请到{place}缴纳，或者按窗口提供的缴款码缴纳。所收取的费用全部上缴国库。'),
    p(
      `未列入本通知单的项目不收费。行政许可的收费，以法律、行政法规的规定为限（${licensing('第五十八条第一款')}）。`,
      'licence',
    ),
  ],
}

const settlement: LetterTemplate = {
  ...ofService,
  letter: 'service_settlement',
  title: '一次性收费结算单',
  legalBasis: [],
  blocks: [
    to(),
    reissued,
    p('{item}（编号 {caseNo}）的各项费用一次收取，结算如下：'),
    {
      kind: 'table',
      of: 'parts',
      columns: [
        { title: '序号', text: '{n}', width: 12, centered: true },
        { title: '收费机关', text: '{organ}', width: 52 },
        { title: '收费项目', text: '{name}' },
        { title: '金额', text: '{amount}', width: 28, centered: true },
      ],
    },
    pairs([
      row('实收合计', '**{total}**', '大写', '{total:capitals}'),
      row('缴费日期', '{paidOn}', '缴费方式', '{payWay}'),
      rowIf('receiptNo', '票据号码', '{receiptNo}'),
    ]),
    p('本单为结算凭证，不代替财政票据。'),
  ],
}

const resultSlip: LetterTemplate = {
  ...ofService,
  number: caseNumber,
  letter: 'service_result_slip',
  title: '办理结果领取单',
  legalBasis: [],
  closing: closedBy(seals.service, ['领取人签名：', '领取日期：']),
  blocks: [
    to(),
    p('你（单位）申请的{item}已经办结，请凭本单和身份证件领取办理结果。委托他人领取的，另带委托书和双方身份证件。'),
    pairs([
      itemRow,
      row('办理结果', ['{resultName}', { when: 'certificateNo', text: '　编号 {certificateNo}' }]),
      row('份数', '正本 {originals} 份、副本 {duplicates} 份', '可以领取', '{readyOn:weekday}起'),
      row('领取方式', '{pickup}', '咨询', '{phone}'),
      row('领取地点', '{place}'),
      partyRow,
    ]),
    {
      kind: 'written',
      fields: [
        { name: '领取人', lines: 1 },
        { name: '与申请人关系', lines: 1, offers: '□ 本人　□ 代理人　□ 代理员　□ 单位工作人员　□ 近亲属' },
        { name: '证件号码', lines: 1 },
      ],
    },
  ],
}

/** The decision and what follows it. */
export const serviceDecisionLetters: readonly LetterTemplate[] = [
  approval,
  denial,
  revocation,
  withdrawal,
  termination,
  fee,
  settlement,
  resultSlip,
]
