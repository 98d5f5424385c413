import { isPlainDate, type PlainDate } from '../plain-date.ts'
import type { CenterSettings, SettingsHistory } from './center-settings.ts'
import { ownSettingsOn } from './settings-on.ts'

/**
 * A center's own numbers that a matter keeps from its first day on, written into the operation that opens it: what was promised then
 * moves with no later setting, and every device counts alike without having that setting. Absent = the program's of that day.
 */
export type FixedTerms = Partial<Pick<CenterSettings, FixedTopic>>

export type FixedTopic = 'consultation' | 'complaint' | 'disclosure' | 'proactive'

const fixedBy: Readonly<Record<string, FixedTopic>> = {
  'consultation.register': 'consultation',
  'consultation.answer_at_once': 'consultation',
  'complaint.register': 'complaint',
  'disclosure.register': 'disclosure',
  'disclosure.redo': 'disclosure',
  'publication.draft': 'proactive',
}

/** Kinds of acts that fix terms, with their topic. */
export const termFixingActs: readonly (readonly [string, FixedTopic])[] = Object.entries(fixedBy)

/** The terms of what came in on its day of arrival, or is begun today; null = the program's hold. */
export const fixedTermsOf = (
  act: { readonly kind: string },
  today: PlainDate,
  history: SettingsHistory,
): FixedTerms | null => {
  const topic = fixedBy[act.kind]
  if (topic === undefined) return null
  const own = ownSettingsOn(history, topic, arrivalOf(act) ?? today)
  return own === null ? null : { [topic]: own.values }
}

const arrivalOf = (act: object): PlainDate | null => {
  if (!('intake' in act) || typeof act.intake !== 'object' || act.intake === null) return null
  const { intake } = act
  return 'arrivedOn' in intake && typeof intake.arrivedOn === 'string' && isPlainDate(intake.arrivedOn)
    ? intake.arrivedOn
    : null
}
