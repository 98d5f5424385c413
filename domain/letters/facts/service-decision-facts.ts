import { choice, count, date, flag, list, maybe, money, text } from '../fact-types.ts'
import { frameFacts } from './frame-facts.ts'
import { mandateFacts } from './mandate-facts.ts'
import { materials, serviceFacts } from './service-facts.ts'

export const approvalFacts = {
  ...serviceFacts,
  opinion: maybe(text('审批意见')),
  resultName: maybe(text('结果名称')),
  certificateName: maybe(text('证照名称')),
  certificateNo: maybe(text('证照编号')),
  validFrom: maybe(date('有效期自')),
  validUntil: maybe(date('有效期至')),
  tolerated: materials('仍需补交的容缺材料'),
} as const

export const denialFacts = {
  ...serviceFacts,
  reasons: text('理由'),
  reconsiderationOrgan: text('行政复议机关'),
  court: text('有管辖权的人民法院'),
} as const

export const revocationFacts = {
  ...serviceFacts,
  decidedOn: maybe(date('原决定日期')),
  decisionNo: maybe(text('原决定文号')),
  ground: choice('撤销的情形', {
    abuse: '行政机关工作人员滥用职权、玩忽职守作出',
    beyond_powers: '超越法定职权作出',
    procedure: '违反法定程序作出',
    not_eligible: '对不具备申请资格或者不符合法定条件的申请人作出',
    other_lawful: '具有依法可以撤销的其他情形',
    fraud: '被许可人以欺骗、贿赂等不正当手段取得',
  }),
  reasons: text('事实和理由'),
  reconsiderationOrgan: text('行政复议机关'),
  court: text('有管辖权的人民法院'),
} as const

export const withdrawalFacts = { ...serviceFacts, reason: text('撤回的理由') } as const

export const terminationFacts = {
  ...serviceFacts,
  ground: choice('终止的情形', {
    not_supplied: '逾期未补正',
    applicant_gone: '申请人死亡或者终止',
    matter_moot: '申请事项已无办理必要',
    not_cooperating: '经通知仍不配合，无法继续办理',
    false_materials: '隐瞒有关情况或者提供虚假材料',
    other: '其他情形',
  }),
  explanation: text('事实和理由'),
} as const

const feeLines = list('收费项目', {
  name: text('收费项目'),
  standard: text('收费标准'),
  basis: text('收费依据'),
  quantity: count('数量'),
  reduced: money('减免'),
  amount: money('应缴'),
})

export const serviceFeeFacts = {
  ...serviceFacts,
  lines: feeLines,
  total: money('应缴合计'),
} as const

export const settlementFacts = {
  ...serviceFacts,
  parts: list('收费部分', { organ: text('收费机关'), name: text('收费项目'), amount: money('金额') }),
  total: money('实收合计'),
  paidOn: date('缴费日期'),
  payWay: text('缴费方式'),
  receiptNo: maybe(text('票据号码')),
} as const

export const resultSlipFacts = {
  ...serviceFacts,
  resultName: text('结果名称'),
  certificateNo: maybe(text('证照编号')),
  originals: count('正本份数'),
  duplicates: count('副本份数'),
  readyOn: date('可以领取日期'),
  pickup: text('领取方式'),
} as const

/** 送达回证: of any case; what is not known yet is written in by hand. */
export const proofOfServiceFacts = {
  ...frameFacts,
  recipient: text('受送达人'),
  documents: list('送达的文书', { name: text('文书名称'), no: maybe(text('文号')) }),
  way: maybe(text('送达方式')),
  address: maybe(text('送达地点')),
  receivedOn: maybe(date('送达日期')),
  receiver: maybe(text('收件人')),
  proof: maybe(text('送达凭证')),
} as const

export const materialHandoverFacts = {
  ...frameFacts,
  item: text('办理事项'),
  representative: text('代理人'),
  ...mandateFacts,
  from: text('移交方'),
  receiver: text('接收方'),
  handedOn: date('移交日期'),
  materials: list('移交的材料', {
    name: text('材料名称'),
    form: text('形式'),
    pieces: count('份数'),
    note: maybe(text('备注')),
  }),
} as const

export const bundleReceiptFacts = {
  ...frameFacts,
  addressee: text('主送'),
  applicant: text('申请人'),
  representative: text('代理人'),
  ...mandateFacts,
  theme: text('一件事名称'),
  arrivedOn: date('收件日期'),
  parts: list('联办事项', { item: text('事项'), organ: text('承办机关'), no: maybe(text('办件编号')) }),
  materials: list('共用材料', {
    name: text('材料名称'),
    form: text('形式'),
    pieces: count('份数'),
    note: maybe(text('备注')),
  }),
  due: maybe(date('承诺办结日')),
  complete: flag('材料齐全'),
} as const

/** 办事指南 of an item; it is about no case. */
export const guideFacts = {
  ...frameFacts,
  item: text('事项名称'),
  itemCode: maybe(text('实施编码')),
  itemKind: text('事项类型'),
  itemVersion: count('指南版本'),
  audience: maybe(text('服务对象')),
  group: maybe(text('服务主题')),
  bases: list('设定依据', { basis: text('依据') }),
  conditions: list('受理条件', { condition: text('条件') }),
  materials: list('申请材料', {
    name: text('材料名称'),
    form: text('形式'),
    copies: text('份数'),
    required: text('必要性'),
    source: text('来源'),
  }),
  steps: list('办理流程', { step: text('环节') }),
  statutoryLimit: text('法定办结时限'),
  promisedLimit: text('承诺办结时限'),
  handling: text('办件类型'),
  feeText: text('收费'),
  resultName: maybe(text('结果名称')),
  /** What else the guide publishes, by the titles of GB/T 39046. */
  details: list('其他公布的内容', { name: text('名称'), value: text('内容') }),
  note: maybe(text('说明')),
} as const
