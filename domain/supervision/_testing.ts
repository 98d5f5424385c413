// Subjects for the tests of supervision. All limits start on Monday 2026-09-14.
import { currentWorkCalendar } from '../calendar/state-council.ts'
import { type ClockFacts, clockFacts } from '../clock/clock-facts.ts'
import { clockRules } from '../clock/clock-rules.ts'
import { dualClock } from '../clock/legal-time-state.ts'
import { type PlainDate, plainDate } from '../plain-date.ts'
import { defaultRules } from './data/default-rules.ts'
import { type Signal, signalsOf } from './signals.ts'
import { type SubjectFacts, subjectFacts } from './subject-facts.ts'

export const day = (text: string): PlainDate => plainDate(text)

export const start = day('2026-09-14')

/** Ten working days promised, twenty by law, which may be extended by ten. */
export const aSubject = (
  clock: Partial<ClockFacts> = {},
  more: Partial<SubjectFacts> = {},
  limits: { readonly promised: number | null; readonly statutory: number | null } = { promised: 10, statutory: 20 },
): SubjectFacts => {
  const rules = {
    statutory: limits.statutory === null ? null : clockRules({ days: limits.statutory, extensionMax: 10 }),
    promised: limits.promised === null ? null : clockRules({ days: limits.promised }),
  }
  const clocks = dualClock(rules, clockFacts(clock.start ?? start, clock), currentWorkCalendar)
  if (!clocks.ok) throw new Error(JSON.stringify(clocks.error))
  return subjectFacts('case-1', { clocks: clocks.value, ...more })
}

export const signalsOn = (facts: SubjectFacts, asOf: string): readonly Signal[] =>
  signalsOf(facts, day(asOf), defaultRules, currentWorkCalendar)

/** `rule level since`, for reading. */
export const told = (signals: readonly Signal[]): readonly string[] =>
  signals.map(({ rule, level, since }) => `${rule} ${level} ${since}`)
