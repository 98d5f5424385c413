import type { Article } from '../law/article.ts'
import type { PlainDate } from '../plain-date.ts'
import type { Obligation } from './subject-facts.ts'

/** From least to most. */
export const signalLevels = ['notice', 'warning', 'yellow', 'red'] as const
export type SignalLevel = (typeof signalLevels)[number]

/** 监察预警类型代码 (GB/T 39046 table 11). The standard names the field; the codes are ours. */
export const levelCodes: Readonly<Record<SignalLevel, string>> = { notice: '1', warning: '2', yellow: '3', red: '4' }

/** What sets a rule off. */
export type Trigger =
  /** No more than so many working days are left of a limit. */
  | { readonly kind: 'days_left'; readonly days: number }
  /** So many per cent of a limit are used up. */
  | { readonly kind: 'elapsed'; readonly percent: number }
  | { readonly kind: 'promise_passed' }
  | { readonly kind: 'statutory_passed' }
  | { readonly kind: 'owed_late'; readonly what: Obligation }
  | { readonly kind: 'unlawful_charge' }
  | { readonly kind: 'refused_without_reasons' }

/** One version of a rule. It is never edited: another threshold is another version, from a later day on. */
export interface SupervisionRule {
  /** 监察规则编号, e.g. `JC-03`. */
  readonly id: string
  readonly version: number
  readonly from: PlainDate
  /** Null = it speaks no more from its day on. */
  readonly level: SignalLevel | null
  readonly trigger: Trigger
  /** What is broken; null = a reminder, or our own rule. */
  readonly article: Article | null
}

/** What is wrong with a table. */
export interface RuleTableProblem {
  readonly code: 'version_missing' | 'version_twice' | 'from_not_later' | 'trigger_changed' | 'threshold_invalid'
  readonly rule: string
  readonly version: number
}

/** Faults of a table; empty = the versions of each rule run 1, 2, 3 … over later and later days, about the same thing. */
export const findRuleTableProblems = (rules: readonly SupervisionRule[]): readonly RuleTableProblem[] =>
  [...new Set(rules.map(({ id }) => id))].flatMap((id) => {
    const versions = versionsOf(rules, id)
    return versions.flatMap((rule, at) => {
      const before = versions[at - 1]
      const fault = (code: RuleTableProblem['code']) => [{ code, rule: id, version: rule.version }]
      if (before !== undefined && before.version === rule.version) return fault('version_twice')
      if (rule.version !== at + 1) return fault('version_missing')
      if (before !== undefined && rule.from <= before.from) return fault('from_not_later')
      if (before !== undefined && before.trigger.kind !== rule.trigger.kind) return fault('trigger_changed')
      return isThresholdValid(rule.trigger) ? [] : fault('threshold_invalid')
    })
  })

/** Versions of one rule, the oldest first. */
export const versionsOf = (rules: readonly SupervisionRule[], id: string): readonly SupervisionRule[] =>
  rules.filter((rule) => rule.id === id).sort((a, b) => a.version - b.version)

const isThresholdValid = (trigger: Trigger): boolean => {
  if (trigger.kind === 'days_left') return Number.isInteger(trigger.days) && trigger.days >= 0 && trigger.days <= 60
  if (trigger.kind === 'elapsed')
    return Number.isInteger(trigger.percent) && trigger.percent >= 1 && trigger.percent <= 100
  return true
}
