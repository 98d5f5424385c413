import type { DualClock } from '../clock/legal-time-state.ts'
import type { Clock } from '../clock/run-clock.ts'
import type { Fen } from '../fees/money.ts'
import type { PlainDate } from '../plain-date.ts'

/** What somebody owes by a day of its own, beside the limits of the matter. */
export const obligations = [
  'step', // 环节时限
  'once_only_notice', // 一次性告知
  'correction_notice', // 补正告知
  'result_delivery', // 送达结果
  'special_procedure', // 特别程序所需时间
  'publication', // 主动公开
  'complaint_acceptance', // 投诉受理决定
  'complaint_answer', // 投诉答复
  'tolerated_material', // 容缺材料补交
  'forwarding', // 代理件转送
  'task_answer', // 监察任务答复
  'publication_review', // 保密审查
  'determination', // 主管部门、保密部门的确定
  'reevaluation', // 不予公开的定期评估
  'interpretation', // 政策解读
  'deposit', // 移送档案馆、图书馆
  'takedown', // 处理决定变更后撤下
  'publication_end', // 公示期满停止公示
  'column_update', // 栏目更新
  'enforcement_publication', // 行政执法结果公示
  'monthly_enforcement', // 行政执法结果按月公开
  'confirmation', // 平常信函当日与申请人确认
  'wait_over', // 等待期满的处理：补正、说明理由、缴费、征求意见
] as const
export type Obligation = (typeof obligations)[number]

export interface Owed {
  readonly what: Obligation
  /** Tells several of a kind apart for ever, e.g. the number of the step; an edit never changes it. */
  readonly n: number
  /** Last day in time. */
  readonly due: PlainDate
  /** Null = still owed. */
  readonly doneOn: PlainDate | null
  /** The clock behind the day, where a reminder is wanted before it. */
  readonly clock?: Clock
}

/** A charge beside what its published standard allows. */
export interface ChargeFact {
  readonly n: number
  readonly on: PlainDate
  readonly chargedFen: Fen
  /** 0 = there is no basis at all. */
  readonly allowedFen: Fen
}

/** 不予受理, 不予许可, 不予公开 and the like. */
export interface RefusalFact {
  readonly n: number
  readonly on: PlainDate
  readonly reasons: boolean
}

/** All that supervision looks at: plain facts of one matter, whatever kind it is. */
export interface SubjectFacts {
  /** UUID of the case or record; `column:budget` and `organ:青岚县水务局` where a column or an organ as a whole owes something. */
  readonly id: string
  readonly clocks: DualClock
  readonly owed: readonly Owed[]
  readonly charges: readonly ChargeFact[]
  readonly refusals: readonly RefusalFact[]
}

export const subjectFacts = (id: string, facts: Partial<Omit<SubjectFacts, 'id'>>): SubjectFacts => ({
  id,
  clocks: facts.clocks ?? { statutory: null, promised: null },
  owed: facts.owed ?? [],
  charges: facts.charges ?? [],
  refusals: facts.refusals ?? [],
})
