import type { TimeThresholds } from '../clock/legal-time-state.ts'
import type { ComplaintTerms } from '../complaint/complaint-rules.ts'
import type { ConsultationTerms } from '../consultation/consultation-rules.ts'
import type { DisclosureTerms } from '../disclosure/disclosure-terms.ts'
import type { PlainDate } from '../plain-date.ts'
import type { ProactiveTerms } from '../record/publication/publication-rules.ts'
import type { TaskKind, TaskLimits } from '../record/task/task-kinds.ts'
import type { AssessmentRules } from '../supervision/assessment/assessment-rules.ts'
import type { RuleSetting } from '../supervision/rule-table.ts'

/** Who reviews the decisions of an organ, where it is not the government of its level (行政复议法 art. 25, 27, 28). */
export interface Reviewer {
  readonly organ: string
  readonly reconsiderationOrgan: string
}

/**
 * What a center decides for itself because no law of the whole country does, by topic. Nothing that a law fixes is here: those numbers
 * change with the law, not with the place.
 */
export interface CenterSettings {
  /** When a limit is near, and the whole table of rules that set off a notice, a warning or a card. */
  readonly supervision: TimeThresholds & { readonly rules: readonly RuleSetting[] }
  /** What the organs are graded by each quarter. */
  readonly assessment: AssessmentRules
  /** Working days offered for each kind of supervision task. */
  readonly tasks: Readonly<Record<TaskKind, TaskLimits>>
  readonly consultation: ConsultationTerms
  readonly complaint: ComplaintTerms
  readonly disclosure: DisclosureTerms
  readonly proactive: ProactiveTerms
  /** Organs that are not listed: the government of their level. */
  readonly remedies: { readonly reviewers: readonly Reviewer[] }
}
export type SettingsTopic = keyof CenterSettings

export type SettingsOf<T extends SettingsTopic> = { readonly topic: T; readonly values: CenterSettings[T] }

/** The numbers of one topic. */
export type SettingsSet = { [T in SettingsTopic]: SettingsOf<T> }[SettingsTopic]

/** One set as it is in force: from a day on, until the next of its topic or until it is withdrawn. */
export interface SettingsVersion {
  readonly from: PlainDate
  /** First day on which it holds no more; null = it was not withdrawn. */
  readonly until: PlainDate | null
  readonly set: SettingsSet
}

/** All that a center ever put in force, in any order. */
export type SettingsHistory = readonly SettingsVersion[]
