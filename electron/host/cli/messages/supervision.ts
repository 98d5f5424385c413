import type { SignalLevel } from '../../../../domain/supervision/rule.ts'
import { type Obligation, obligations } from '../../../../domain/supervision/subject-facts.ts'
import type { FoundSignal } from '../../supervision/scan.ts'
import { articleWords } from './articles.ts'

const levels: Readonly<Record<SignalLevel, string>> = { notice: '提醒', warning: '预警', yellow: '黄牌', red: '红牌' }

/** One signal in one line: level, rule, since when, about what. */
export const signalWords = ({ signal, caseNo, title, organ, carded }: FoundSignal): string => {
  const basis = signal.article === null ? '' : `（${articleWords(signal.article)}）`
  const card = carded ? '　已发牌' : ''
  return `${levels[signal.level]}　${signal.rule}${subjectWords(signal.occasion)}${basis}　${signal.since} 起　${caseNo ?? ''}　${title}　${organ ?? ''}${card}`
}

/** What is late, where the rule is about an obligation by itself: `interpretation.1` → 政策解读. */
const subjectWords = (occasion: string): string => {
  const what = obligations.find((known) => occasion.startsWith(`${known}.`))
  return what === undefined ? '' : ` ${obligationWords[what]}`
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

/** The text of a card. */
export const cardContent = (found: FoundSignal): string => {
  const due = found.signal.due === null ? '' : `，应于 ${found.signal.due} 前办理`
  return `${found.caseNo ?? ''} ${found.title}：${levels[found.signal.level]}（规则 ${found.signal.rule}${subjectWords(found.signal.occasion)}），${found.signal.since} 起${due}`.trim()
}
