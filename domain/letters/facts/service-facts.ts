import { choice, count, date, flag, list, maybe, text } from '../fact-types.ts'
import { frameFacts } from './frame-facts.ts'
import { partyFacts } from './party-facts.ts'

/** What every letter about a service request may name. */
export const serviceFacts = {
  ...frameFacts,
  ...partyFacts,
  item: text('申请事项'),
  /** A licence: only for it does the licensing law speak. */
  licence: flag('行政许可事项'),
  /** The first bases of the item, as its guide writes them. */
  basis: maybe(text('设定依据')),
  arrivedOn: date('收到申请材料日期'),
  acceptedOn: maybe(date('受理日期')),
} as const

export const materialForms = {
  original: '原件',
  copy: '复印件',
  original_and_copy: '原件和复印件',
  electronic: '电子件',
  unspecified: '未注明',
} as const

/** Lines of the checklist. */
const materialFacts = {
  name: text('材料名称'),
  form: choice('形式', materialForms),
  expected: count('应收份数'),
  received: count('已收份数'),
  rest: count('还差份数'),
  /** Some of it came. */
  partly: flag('已收一部分'),
  promisedOn: maybe(date('承诺补交日期')),
  note: maybe(text('备注')),
} as const
export const materials = (label: string) => list(label, materialFacts)

const feeFacts = {
  feeKnown: flag('收费情况已公布'),
  charged: flag('收费'),
  feeStandard: maybe(text('收费标准')),
  feeBasis: maybe(text('收费依据')),
} as const

export const serviceReceiptFacts = {
  ...serviceFacts,
  materials: materials('已收材料'),
  lines: count('已收材料项数'),
  pieces: count('已收材料份数'),
  noticeOn: maybe(date('一次性告知书日期')),
} as const

export const serviceAcceptanceFacts = {
  ...serviceFacts,
  ...feeFacts,
  acceptedOn: date('受理日期'),
  /** 按一次性告知书补齐材料. */
  supplied: flag('经补正后受理'),
  materials: materials('已收材料'),
  tolerated: materials('容缺材料'),
  pickup: text('领取方式'),
  promisedDue: maybe(date('承诺办结日')),
  promisedProvisional: flag('承诺办结日暂定'),
  statutoryDue: maybe(date('法定办结日')),
  statutoryProvisional: flag('法定办结日暂定'),
} as const

export const onceOnlyNoticeFacts = {
  ...serviceFacts,
  ...feeFacts,
  wanted: materials('需要补正的材料'),
  correctBy: maybe(date('补正期限')),
  /** `承诺 10 个工作日、法定 20 个工作日`. */
  limits: maybe(text('办理期限')),
  noticeDue: date('五日告知期限届满'),
  receivedLines: count('已收材料项数'),
  someReceived: flag('已收到部分材料'),
} as const

export const serviceRefusalFacts = {
  ...serviceFacts,
  ground: choice('不予受理的情形', {
    no_licence_needed: '申请事项依法不需要取得行政许可',
    not_this_organ: '申请事项依法不属于本机关职权范围，请向有权机关提出申请',
    not_eligible: '申请人不具备提出该项申请的资格',
  }),
  explanation: text('理由和说明'),
} as const

export const supplyReceiptFacts = {
  ...serviceFacts,
  suppliedOn: date('补交日期'),
  supplied: materials('本次接收的材料'),
  still: materials('仍需补交的材料'),
} as const

export const toleranceFacts = {
  ...serviceFacts,
  tolerated: materials('容缺材料'),
} as const

export const serviceExtensionFacts = {
  ...serviceFacts,
  days: count('延长的工作日数'),
  reason: text('延长的理由'),
  /** Joint or centralised handling: the head of the government approves (42(2)). */
  approver: choice('批准人', { organ_head: '本机关负责人', government_head: '本级人民政府负责人' }),
  approvedBy: text('批准人姓名'),
  oldDue: maybe(date('原办理期限届满')),
  oldDueProvisional: flag('原期限暂定'),
  newDue: maybe(date('延长后的办理期限届满')),
  newDueProvisional: flag('延长后的期限暂定'),
} as const

export const specialProcedures = {
  hearing: '听证',
  tender: '招标',
  auction: '拍卖',
  inspection: '检验',
  testing: '检测',
  quarantine: '检疫',
  appraisal: '鉴定',
  expert_review: '专家评审',
} as const

export const specialProcedureFacts = {
  ...serviceFacts,
  procedure: choice('特别程序', specialProcedures),
  reason: text('理由'),
  from: date('开始日期'),
  days: count('所需工作日数'),
  /** The time told before was not enough. */
  renewed: flag('再次告知'),
} as const

export const hearingFacts = {
  ...serviceFacts,
  /** Told of the right (47), or of the day and the place (46, 48). */
  stage: choice('告知内容', { right: '听证权利', held: '举行听证' }),
  subject: maybe(text('涉及的重大利益关系')),
  ground: maybe(choice('举行听证的情形', { request: '依申请', law: '法定应当听证', public_interest: '涉及公共利益' })),
  heldOn: maybe(date('听证日期')),
  heldAt: maybe(text('听证地点')),
} as const

export const suspensionFacts = {
  ...serviceFacts,
  reason: text('中止的理由'),
  suspendBasis: text('中止的依据'),
  from: date('中止日期'),
  resumeBy: date('预计恢复日期'),
} as const

export const inspectionFacts = {
  ...serviceFacts,
  inspectedOn: date('核查日期'),
  inspectedAt: text('核查地点'),
  inspectors: list('核查人员', { name: text('姓名') }),
  findings: text('核查情况'),
} as const

export const approvalFormFacts = {
  ...serviceFacts,
  promisedDue: maybe(date('承诺办结日')),
  statutoryDue: maybe(date('法定办结日')),
  steps: list('办理环节', {
    name: text('环节'),
    organ: text('部门'),
    handler: text('办理人'),
    opinion: text('意见'),
    on: date('日期'),
  }),
} as const
