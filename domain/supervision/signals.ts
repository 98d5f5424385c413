import type { WorkCalendar } from '../calendar/work-calendar.ts'
import type { Article } from '../law/article.ts'
import type { PlainDate } from '../plain-date.ts'
import { type Occurrence, occurrencesOf } from './occurrence.ts'
import { type SignalLevel, type SupervisionRule, signalLevels, versionsOf } from './rule.ts'
import type { SubjectFacts } from './subject-facts.ts'

/** An event of supervision. It is appended once and stays, whatever is corrected later. */
export interface Signal {
  /** `JC-03.v1:<subject>:promised.0.0`. */
  readonly id: string
  readonly rule: string
  readonly version: number
  readonly level: SignalLevel
  readonly article: Article | null
  /** UUID of the case or record, or what owes as a whole (SubjectFacts). */
  readonly subject: string
  readonly occasion: string
  /** 状态产生时间: the first day on which it was so, not the day somebody looked. */
  readonly since: PlainDate
  readonly due: PlainDate | null
}

/**
 * Every signal that the facts give rise to up to and including `asOf`, the gravest first. Of a rule the version in force on the day
 * the thing happened speaks; one that comes into force later finds what still lasts on its first day, unless an older version has
 * spoken of it.
 */
export const signalsOf = (
  facts: SubjectFacts,
  asOf: PlainDate,
  rules: readonly SupervisionRule[],
  calendar: WorkCalendar,
): readonly Signal[] =>
  [...new Set(rules.map(({ id }) => id))]
    .flatMap((id) => signalsOfRule(versionsOf(rules, id), facts, asOf, calendar))
    .sort((a, b) => gravity(b) - gravity(a) || (a.id < b.id ? -1 : 1))

/** Those not raised before. A thing is raised once, also when a correction moved it under another version of its rule. */
export const newSignals = (previousIds: Iterable<string>, now: readonly Signal[]): readonly Signal[] => {
  const raised = new Set([...previousIds].map(withoutVersion))
  return now.filter(({ id }) => !raised.has(withoutVersion(id)))
}

/** The gravest level, for the board; null = nothing. */
export const gravestOf = (signals: readonly Signal[]): SignalLevel | null =>
  signals.reduce<SignalLevel | null>(
    (gravest, { level }) =>
      gravest === null || signalLevels.indexOf(level) > signalLevels.indexOf(gravest) ? level : gravest,
    null,
  )

const signalsOfRule = (
  versions: readonly SupervisionRule[],
  facts: SubjectFacts,
  asOf: PlainDate,
  calendar: WorkCalendar,
): readonly Signal[] => {
  const spoken = new Map<string, Signal>()
  versions.forEach((rule, at) => {
    const until = versions[at + 1]?.from
    const { level } = rule
    if (level === null) return
    for (const occurrence of occurrencesOf(rule.trigger, facts, asOf, calendar)) {
      const since = occurrence.since < rule.from ? rule.from : occurrence.since
      const inForce = since <= asOf && (until === undefined || since < until)
      if (inForce && !spoken.has(occurrence.occasion))
        spoken.set(occurrence.occasion, signal({ ...rule, level }, facts.id, { ...occurrence, since }))
    }
  })
  return [...spoken.values()]
}

const signal = (
  rule: SupervisionRule & { readonly level: SignalLevel },
  subject: string,
  { occasion, since, due }: Occurrence,
): Signal => ({
  id: `${rule.id}.v${rule.version}:${subject}:${occasion}`,
  rule: rule.id,
  version: rule.version,
  level: rule.level,
  article: rule.article,
  subject,
  occasion,
  since,
  due,
})

const gravity = ({ level }: Signal): number => signalLevels.indexOf(level)

const withoutVersion = (id: string): string => id.replace(/\.v\d+:/, ':')
