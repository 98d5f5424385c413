import { plainDate } from '../../plain-date.ts'
import type { LetterFacts } from '../letter-facts.ts'
import type { LetterKind } from '../letter-kind.ts'
import { disclosure, numbered } from './common.ts'

const intake = {
  channel: 'registered_post',
  arrivedOn: plainDate('2026-11-02'),
  category: '自然人',
  idText: '居民身份证 990***********0099',
  contact: '138****2046',
  supplyForm: '纸质',
  supplyWay: '邮寄',
  assistance: true,
} as const

const replyDue = plainDate('2026-11-30')
const party = { party: '临川建设工程有限公司', matter: '河西片区污水管网改造工程施工合同中的综合单价分析表。' } as const

type Disclosure = Extract<LetterKind, `disclosure_${string}`>

export const disclosureSamples = {
  disclosure_receipt: {
    ...disclosure,
    ...intake,
    replyDue,
    replyProvisional: false,
    replyDays: '20 个工作日',
    correctionDue: plainDate('2026-11-11'),
  },
  disclosure_request_form: { ...disclosure, ...intake, channel: 'oral', oral: true },
  disclosure_registration: { ...disclosure, ...intake, replyDue, unit: '办公室' },
  disclosure_correction_notice: {
    ...disclosure,
    ...numbered('公补'),
    items: [{ what: '请说明所称“变更签证”的工程部位或者签证编号。' }, { what: '请说明所需合同的签订年份，以便检索。' }],
    correctBy: plainDate('2026-11-27'),
    consequence: '无正当理由逾期不补正的，视为放弃申请，本机关不再处理该政府信息公开申请。',
  },
  disclosure_reason_notice: {
    ...disclosure,
    ...numbered('公理'),
    finding: '你（单位）本年度已提出政府信息公开申请64件，其中本月31件。',
    reasonBy: plainDate('2026-11-27'),
  },
  disclosure_delay_notice: {
    ...disclosure,
    ...numbered('公迟'),
    finding: '所申请信息用于编写志书，理由合理，但涉及1996年以来的档案2300余卷。',
    delayDays: 30,
    newDue: plainDate('2027-01-12'),
    newDueProvisional: true,
  },
  disclosure_extension_notice: {
    ...disclosure,
    ...numbered('公延'),
    reason: '所申请信息需要从三个项目部调取核对',
    days: 20,
    oldDue: replyDue,
    oldDueProvisional: false,
    newDue: plainDate('2026-12-28'),
    newDueProvisional: false,
  },
  disclosure_third_party_letter: { ...disclosure, ...numbered('公征'), ...party },
  disclosure_third_party_form: { ...disclosure, ...party },
  disclosure_third_party_notice: { ...disclosure, ...numbered('公征告'), sentOn: plainDate('2026-11-05'), parties: 1 },
  disclosure_third_party_override: {
    ...disclosure,
    ...numbered('公决告'),
    party: '临川建设工程有限公司',
    objected: true,
    what: '河西片区污水管网改造工程施工合同的质量保修条款。',
    reason: '该条款关系管网沿线居民的人身、财产安全，不公开可能对公共利益造成重大影响。',
  },
  disclosure_co_producer_letter: { ...disclosure, ...numbered('公协征'), ...party, party: '青岚县财政局' },
  disclosure_coordination_letter: {
    ...disclosure,
    ...numbered('公协'),
    party: '青岚县水务局',
    question: '请提供河西片区污水管网改造工程竣工验收备案表，并说明是否可以公开。',
    replyDue,
  },
  disclosure_fee_notice: {
    ...disclosure,
    ...numbered('公费'),
    tariff: 'by_page',
    quantity: 68,
    amount: 38_000,
    payDays: 30,
  },
  disclosure_transfer_notice: {
    ...disclosure,
    ...numbered('公转'),
    what: 'request',
    target: '青岚县水务局政府信息公开工作机构',
    targetContact: '青岚县城关镇清水路 6 号，0900-5550188',
    reason: '经查，所申请的政府信息由青岚县水务局制作，不属于本机关负责公开。',
  },
  disclosure_review_form: {
    ...disclosure,
    replyDue,
    proposed: '部分公开',
    grounds: [
      { ground: '政府信息公开条例第三十七条', reason: '合同正文可以公开。' },
      {
        ground: '政府信息公开条例第十五条',
        reason: '综合单价分析表涉及承包人的商业秘密，其书面不同意公开且有合理理由。',
      },
    ],
    reviews: [
      { kind: '保密审查', reviewer: '范志强', opinion: '不涉及国家秘密。', on: plainDate('2026-11-17') },
      { kind: '法制审查', reviewer: '秦岚', opinion: '依据充分，同意部分公开。', on: plainDate('2026-11-18') },
    ],
  },
  disclosure_reply_granted: {
    ...disclosure,
    ...numbered('公复'),
    feeCharged: false,
    feeAmount: null,
    feeNoticeNo: null,
    feePaidOn: null,
    feeReceiptNo: null,
    way: 'supplied',
    access: null,
    supplyForm: '纸质',
  },
  disclosure_reply_partial: {
    ...disclosure,
    ...numbered('公部'),
    feeCharged: true,
    feeAmount: 38_000,
    feeNoticeNo: '公费〔2026〕W03-11号',
    feePaidOn: plainDate('2026-11-12'),
    feeReceiptNo: '0012345678',
    access: '本告知书随附予以公开内容的复印件。',
    disclosed: [
      { what: '施工合同协议书、通用条款和专用条款', form: '纸质' },
      { what: '变更签证第1号至第6号', form: '纸质' },
    ],
    withheld: [
      {
        what: '综合单价分析表',
        ground: 'deny_third',
        reason: '属于承包人的商业秘密，承包人书面不同意公开且有合理理由。',
      },
      { what: '合同谈判记录', ground: 'deny_process', reason: '属于讨论记录，不对外发生效力。' },
    ],
    withheldByLaw: true,
  },
  disclosure_reply_denied: {
    ...disclosure,
    ...numbered('公不'),
    ground: 'deny_third',
    reasons: [
      { reason: '所申请的综合单价分析表载有承包人的成本构成和报价策略，具有商业价值且采取了保密措施。' },
      { reason: '经书面征求意见，承包人不同意公开并说明了合理理由；不公开不会对公共利益造成重大影响。' },
    ],
    access: null,
  },
  disclosure_reply_unable: {
    ...disclosure,
    ...numbered('公无'),
    ground: 'not_found',
    reasons: [{ reason: '该工程未发生变更，没有形成变更签证。' }],
    searchRecord: '已检索本机关档案室2024年至2026年工程档案和办公系统，检索词“河西”“污水管网”“签证”。',
    competentOrgan: null,
    competentContact: null,
  },
  disclosure_reply_not_processed: {
    ...disclosure,
    ...numbered('公不处'),
    ground: 'petition',
    reasons: [{ reason: '申请内容为要求查处施工扰民，实为投诉。' }],
    earlierCaseNo: null,
    access: '请拨打12345政务服务便民热线，或者向青岚县综合行政执法局提出。',
  },
  disclosure_reply_lapsed: {
    ...disclosure,
    ...numbered('公止'),
    ground: 'no_correction',
    noticeOn: plainDate('2026-11-06'),
    noticeNo: '公补〔2026〕W03-7号',
    dueOn: plainDate('2026-11-18'),
    finding: '至今没有收到补正，也没有收到说明正当理由的材料。',
  },
  disclosure_correction_reply: {
    ...disclosure,
    ...numbered('公更'),
    result: 'corrected',
    finding: '房屋登记档案中的建筑面积“89.6平方米”系录入错误，与测绘报告“98.6平方米”不符。',
    correctedOn: plainDate('2026-11-19'),
    competentOrgan: null,
    competentContact: null,
  },
} as const satisfies { readonly [L in Disclosure]: LetterFacts<L> }
