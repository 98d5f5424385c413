import { defaultThresholds } from '../clock/legal-time-state.ts'
import { complaintTermsOn } from '../complaint/complaint-rules.ts'
import { consultationTermsOn } from '../consultation/consultation-rules.ts'
import { defaultDisclosureTerms } from '../disclosure/disclosure-terms.ts'
import type { PlainDate } from '../plain-date.ts'
import { defaultProactiveTerms } from '../record/publication/publication-rules.ts'
import { defaultTaskLimits } from '../record/task/task-kinds.ts'
import { defaultAssessment } from '../supervision/assessment/data/default-assessment.ts'
import { defaultRules } from '../supervision/data/default-rules.ts'
import { settingOf } from '../supervision/rule-table.ts'
import type { CenterSettings, SettingsTopic } from './center-settings.ts'

const defaults: { readonly [T in SettingsTopic]: (on: PlainDate) => CenterSettings[T] } = {
  supervision: () => ({ ...defaultThresholds, rules: defaultRules.map(settingOf) }),
  assessment: () => defaultAssessment,
  tasks: () => defaultTaskLimits,
  consultation: consultationTermsOn,
  complaint: complaintTermsOn,
  disclosure: () => defaultDisclosureTerms,
  proactive: () => defaultProactiveTerms,
  remedies: () => ({ reviewers: [] }),
}

// The keys of a constant record are its type's keys.
export const settingsTopics = Object.keys(defaults) as readonly SettingsTopic[] as readonly [
  SettingsTopic,
  ...SettingsTopic[],
]

/** What a center starts with. */
export const defaultSettings = <T extends SettingsTopic>(topic: T, on: PlainDate): CenterSettings[T] =>
  defaults[topic](on)
