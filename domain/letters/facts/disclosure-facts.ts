import { choice, count, date, flag, list, maybe, money, text } from '../fact-types.ts'
import { frameFacts } from './frame-facts.ts'
import { partyFacts } from './party-facts.ts'

/** What every letter to or about a disclosure request may name. */
export const disclosureFacts = {
  ...frameFacts,
  ...partyFacts,
  /** 收到申请之日 (31); null while it is not confirmed. */
  receivedOn: maybe(date('收到申请之日')),
  subject: text('申请公开的政府信息'),
  documentNo: maybe(text('所申请信息的文号')),
  /** Who reviews decisions of this organ (行政复议法 art. 24). */
  reconsiderationOrgan: text('行政复议机关'),
} as const

const channels = {
  in_person: '当面提交',
  oral: '口头提出',
  registered_post: '签收邮寄',
  ordinary_mail: '平常信函',
  online: '网络提交',
  fax: '传真',
} as const

const intakeFacts = {
  channel: choice('提交方式', channels),
  arrivedOn: date('到达日期'),
  category: text('申请人类别'),
  idText: text('身份证明'),
  contact: text('联系方式'),
  supplyForm: text('提供形式'),
  supplyWay: text('获取途径'),
  assistance: flag('需要协助'),
} as const

export const disclosureReceiptFacts = {
  ...disclosureFacts,
  ...intakeFacts,
  replyDue: maybe(date('答复期限届满')),
  replyProvisional: flag('答复期限暂定'),
  /** `20 个工作日`. */
  replyDays: text('答复期限'),
  /** Null under the Regulation of 2008. */
  correctionDue: maybe(date('补正告知期限届满')),
} as const

export const disclosureFormFacts = { ...disclosureFacts, ...intakeFacts, oral: flag('口头提出、代为填写') } as const

export const disclosureRegistrationFacts = {
  ...disclosureFacts,
  ...intakeFacts,
  replyDue: maybe(date('答复期限届满')),
  unit: maybe(text('承办机构')),
} as const

export const correctionNoticeFacts = {
  ...disclosureFacts,
  items: list('需要补正的内容', { what: text('内容') }),
  correctBy: date('补正期限届满'),
  consequence: text('逾期不补正的后果'),
} as const

export const reasonNoticeFacts = {
  ...disclosureFacts,
  finding: text('数量、频次的情况'),
  reasonBy: date('说明理由的期限届满'),
} as const

export const delayNoticeFacts = {
  ...disclosureFacts,
  finding: text('审核意见'),
  delayDays: count('延迟答复的工作日数'),
  newDue: maybe(date('延迟后的答复期限届满')),
  newDueProvisional: flag('延迟后的期限暂定'),
} as const

export const extensionNoticeFacts = {
  ...disclosureFacts,
  reason: text('延长的理由'),
  days: count('延长的工作日数'),
  oldDue: maybe(date('原答复期限届满')),
  oldDueProvisional: flag('原期限暂定'),
  newDue: maybe(date('延长后的答复期限届满')),
  newDueProvisional: flag('延长后的期限暂定'),
} as const

/** To a third party, or to an organ that made the information too. */
export const opinionLetterFacts = {
  ...disclosureFacts,
  party: text('被征求意见方'),
  matter: text('征求意见的信息'),
} as const

export const thirdPartyNoticeFacts = {
  ...disclosureFacts,
  sentOn: date('征求意见书发出日期'),
  parties: count('第三方个数'),
} as const

export const overrideFacts = {
  ...disclosureFacts,
  party: text('第三方'),
  /** It answered in time that it does not agree; false = it was silent. */
  objected: flag('第三方提出不同意公开'),
  what: text('决定公开的内容'),
  reason: text('决定公开的理由'),
} as const

export const coordinationFacts = {
  ...disclosureFacts,
  party: text('协办机关'),
  question: text('请予协助的事项'),
  replyDue: maybe(date('答复期限届满')),
} as const

export const feeNoticeFacts = {
  ...disclosureFacts,
  tariff: choice('计收方式', { by_case: '按件计收', by_page: '按量计收' }),
  quantity: count('件数或者页数'),
  amount: money('信息处理费'),
  /** 30 days from the day after receipt (recalled, so configured). */
  payDays: count('缴费期限的日数'),
} as const

export const transferFacts = {
  ...disclosureFacts,
  /** The request itself (36(1)(5)), or one to correct one's own record (41). */
  what: choice('转办的内容', { request: '政府信息公开申请', record: '更正政府信息记录的要求' }),
  target: text('转送的机关'),
  targetContact: maybe(text('转送机关的联系方式')),
  reason: text('转办的理由'),
} as const

export const reviewFormFacts = {
  ...disclosureFacts,
  replyDue: maybe(date('答复期限届满')),
  proposed: text('拟答复类型'),
  grounds: list('依据和理由', { ground: text('依据'), reason: text('理由') }),
  reviews: list('审查意见', {
    kind: text('审查环节'),
    reviewer: text('审查人'),
    opinion: text('意见'),
    on: date('日期'),
  }),
} as const
