import { choice, date, maybe, text } from '../fact-types.ts'
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

export const complaintKinds = {
  complaint: '投诉',
  appeal_help: '求助',
  tip_off: '举报',
  petition_hint: '信访事项',
  opinion: '意见',
  suggestion: '建议',
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
  ground: choice('不予受理的情形', {
    not_this_organ: '反映的事项不属于本机关职责',
    in_review_or_court: '反映的事项已进入复议、诉讼或者仲裁程序',
    petition: '反映的事项属于信访事项',
    handled_already: '反映的事项已作出处理，没有新的事实和理由',
    no_facts: '没有具体的对象和事实',
  }),
  explanation: text('说明'),
} as const

export const complaintReplyFacts = {
  ...contactFacts,
  complaintKind,
  content: text('反映的内容'),
  finding: maybe(
    choice('核实结论', {
      substantiated: '属实',
      partly: '部分属实',
      unsubstantiated: '不属实',
      not_applicable: '不涉及属实与否',
    }),
  ),
  answer: text('查明的情况和答复'),
  measures: maybe(text('处理措施')),
} as const
