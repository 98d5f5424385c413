import type { TaskKind } from '../../domain/record/task/task-kinds.ts'
import type { SignalLevel } from '../../domain/supervision/rule.ts'
import { type Obligation, obligations } from '../../domain/supervision/subject-facts.ts'

/** What pages and the command line call the things of supervision. */
export const levelWords: Readonly<Record<SignalLevel, string>> = {
  notice: '提醒',
  warning: '预警',
  yellow: '黄牌',
  red: '红牌',
}

export const obligationWords: Readonly<Record<Obligation, string>> = {
  step: '环节时限',
  once_only_notice: '一次性告知',
  correction_notice: '补正告知',
  result_delivery: '送达结果',
  special_procedure: '特别程序',
  publication: '主动公开',
  complaint_acceptance: '投诉受理',
  complaint_answer: '投诉答复',
  tolerated_material: '容缺材料补交',
  forwarding: '代理件转送',
  task_answer: '监察任务答复',
  publication_review: '保密审查',
  determination: '报请确定',
  reevaluation: '不予公开定期评估',
  interpretation: '政策解读',
  deposit: '移送档案馆、图书馆',
  takedown: '撤下已变更的处罚决定',
  publication_end: '公示期满停止公示',
  column_update: '栏目更新',
  enforcement_publication: '执法结果公示',
  monthly_enforcement: '执法结果按月公开',
  confirmation: '当日确认收件',
  wait_over: '等待期满',
}

export const taskWords: Readonly<Record<TaskKind, string>> = {
  urge: '催办',
  supervise: '督办',
  yellow_card: '黄牌',
  red_card: '红牌',
  complaint: '投诉',
  bad_rating: '差评',
  sampling: '抽查',
}

/** What is late: `interpretation.1` → 政策解读, `promised.0.0` → 承诺期限. */
export const occasionWords = (occasion: string): string => {
  const what = obligations.find((known) => occasion.startsWith(`${known}.`))
  if (what !== undefined) return obligationWords[what]
  const name = Object.keys(limitWords).find((known) => occasion.startsWith(`${known}.`))
  return name === undefined ? '' : (limitWords[name] ?? '')
}

const limitWords: Readonly<Record<string, string>> = {
  promised: '承诺期限',
  statutory: '法定期限',
  charge: '收费',
  refusal: '不予办理的理由',
}

export interface CardFacts {
  readonly caseNo: string | null
  readonly title: string
  readonly level: SignalLevel
  readonly rule: string
  readonly occasion: string
  readonly since: string
  readonly due: string | null
}

/** The text of a card or an order. */
export const cardWords = ({ caseNo, title, level, rule, occasion, since, due }: CardFacts): string => {
  const what = obligations.find((known) => occasion.startsWith(`${known}.`))
  const about = what === undefined ? '' : ` ${obligationWords[what]}`
  const by = due === null ? '' : `，应于 ${due} 前办理`
  return `${caseNo ?? ''} ${title}：${levelWords[level]}（规则 ${rule}${about}），${since} 起${by}`.trim()
}
