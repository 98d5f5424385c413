import { choice, date, list, maybe, text } from '../fact-types.ts'
import { frameFacts } from './frame-facts.ts'

const watchedFacts = {
  ...frameFacts,
  /** The department or window that is meant. */
  party: text('主送'),
  /** The case that it is about, in one line; null = none. */
  aboutCase: maybe(text('所涉办件')),
} as const

export const urgeFacts = {
  ...watchedFacts,
  state: maybe(text('办理状态')),
  due: maybe(date('办理期限')),
  demand: text('催办要求'),
  replyBy: maybe(date('反馈期限')),
} as const

export const supervisionOrderFacts = {
  ...watchedFacts,
  level: choice('监察级别', { notice: '提醒', warning: '预警', yellow: '黄牌', red: '红牌' }),
  rule: maybe(text('监察规则')),
  facts: text('发现的问题'),
  demand: maybe(text('督办要求')),
  replyBy: date('反馈期限'),
} as const

export const recommendationFacts = {
  ...watchedFacts,
  period: maybe(text('考核期间')),
  facts: text('存在的问题'),
  suggestions: list('建议', { suggestion: text('建议') }),
  replyBy: date('反馈期限'),
} as const

/** 服务评议表: handed out with the case number, filled in by hand. */
export const ratingFormFacts = {
  ...frameFacts,
  item: text('办理事项'),
  windowName: text('窗口'),
} as const

export const rectificationFacts = {
  ...watchedFacts,
  ratedOn: date('评价日期'),
  /** Null = the rating stays sealed. */
  rating: maybe(choice('评价等次', { bad: '不满意', very_bad: '非常不满意' })),
  opinion: maybe(text('评价内容')),
  facts: maybe(text('核实情况')),
  demand: maybe(text('整改要求')),
  dueOn: date('整改期限'),
} as const

const person = {
  principal: text('委托人'),
  principalId: text('委托人证件'),
  principalPhone: maybe(text('委托人电话')),
  agent: text('受托人'),
  agentId: text('受托人证件'),
  agentPhone: maybe(text('受托人电话')),
} as const

/** 委托书, 民法典 arts. 165, 169. */
export const mandateFacts = {
  ...frameFacts,
  ...person,
  matters: list('代理事项', { matter: text('事项') }),
  authority: text('代理权限'),
  validFrom: date('代理期限自'),
  validUntil: maybe(date('代理期限至')),
  /** Where the agent sits, if he is one of the free agency of the center. */
  point: maybe(text('代理点')),
} as const

export const agencyHandoverFacts = {
  ...frameFacts,
  from: text('移交方'),
  receiver: maybe(text('接收方')),
  handedOn: date('移交日期'),
  matters: list('移交事项', {
    no: maybe(text('编号')),
    principal: text('委托人'),
    item: text('事项'),
    papers: text('材料'),
    due: maybe(date('期限')),
  }),
} as const

/** 主动公开政府信息移送明细表 (25(3)). */
export const depositFacts = {
  ...frameFacts,
  receiver: text('接收单位'),
  handedOn: date('移送日期'),
  entries: list('移送的政府信息', {
    indexNo: text('索引号'),
    title: text('信息名称'),
    documentNo: maybe(text('文号')),
    madeOn: date('生成日期'),
    pieces: text('份数'),
  }),
} as const
