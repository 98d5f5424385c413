import type { Article } from '../law/article.ts'
import type { PlainDate } from '../plain-date.ts'
import { type SignalLevel, type SupervisionRule, type Trigger, versionsOf } from './rule.ts'

/** A rule as a center sets it: the day and the number of the version come from when it does. */
export interface RuleSetting {
  readonly id: string
  /** Null = the rule speaks no more. */
  readonly level: SignalLevel | null
  readonly trigger: Trigger
  readonly article: Article | null
}

export const settingOf = ({ id, level, trigger, article }: SupervisionRule): RuleSetting => ({
  id,
  level,
  trigger,
  article,
})

/** A whole table in force from a day on. */
export interface RuleTable {
  readonly from: PlainDate
  readonly rules: readonly RuleSetting[]
}

/**
 * Versions of every rule from the tables a center has set, the oldest first: a rule gets a new version where a table says something else
 * of it, and one that a table leaves out speaks no more from its day on.
 */
export const ruleVersions = (
  start: readonly SupervisionRule[],
  tables: readonly RuleTable[],
): readonly SupervisionRule[] => tables.reduce(withTable, start)

const withTable = (
  rules: readonly SupervisionRule[],
  { from, rules: table }: RuleTable,
): readonly SupervisionRule[] => {
  const known = [...new Set(rules.map(({ id }) => id))].filter((id) => !table.some((setting) => setting.id === id))
  const changed = table.flatMap((setting) => nextVersion(rules, setting, from))
  const dropped = known.flatMap((id) => {
    const last = versionsOf(rules, id).at(-1)
    return last === undefined ? [] : nextVersion(rules, { ...settingOf(last), level: null }, from)
  })
  return [...rules, ...changed, ...dropped]
}

const nextVersion = (
  rules: readonly SupervisionRule[],
  setting: RuleSetting,
  from: PlainDate,
): readonly SupervisionRule[] => {
  const last = versionsOf(rules, setting.id).at(-1)
  const isSame = last !== undefined && isEqual(settingOf(last), setting)
  return isSame ? [] : [{ ...setting, version: (last?.version ?? 0) + 1, from }]
}

/** Both are plain data with their fields in one order. */
const isEqual = (a: RuleSetting, b: RuleSetting): boolean =>
  a.level === b.level && a.article === b.article && sorted(a.trigger) === sorted(b.trigger)

const sorted = (trigger: Trigger): string =>
  JSON.stringify(Object.entries(trigger).sort(([a], [b]) => (a < b ? -1 : 1)))
