import { choice, date, flag, maybe, text } from '../fact-types.ts'
import { frameFacts } from './frame-facts.ts'

/** Questions and complaints; whoever gave no name is addressed as 来访人. */
const contactFacts = {
  ...frameFacts,
  addressee: text('主送'),
  subject: text('事由'),
  arrivedOn: date('提出日期'),
  channel: text('提出方式'),
} as const

export const consultationReplyFacts = {
  ...contactFacts,
  question: text('咨询内容'),
  answer: text('答复'),
  basis: maybe(text('依据')),
} as const

const complaintKinds = {
  complaint: '投诉',
  report: '举报',
  opinion: '意见',
  suggestion: '建议',
  help: '求助',
} as const
const complaintKind = choice('类别', complaintKinds)

export const complaintReceiptFacts = {
  ...contactFacts,
  complaintKind,
  content: text('反映的内容'),
  handler: maybe(text('承办单位')),
  due: maybe(date('答复期限')),
} as const

export const complaintRefusalFacts = {
  ...contactFacts,
  complaintKind,
  reason: text('不予受理的理由'),
  /** Where to turn to. */
  advice: maybe(text('可以提出的途径')),
} as const

export const complaintReplyFacts = {
  ...contactFacts,
  complaintKind,
  content: text('反映的内容'),
  founded: flag('查证属实'),
  finding: text('查明的情况'),
  measures: maybe(text('处理措施')),
} as const
