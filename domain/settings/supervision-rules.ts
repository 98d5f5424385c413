import { defaultRules } from '../supervision/data/default-rules.ts'
import type { SupervisionRule } from '../supervision/rule.ts'
import { ruleVersions } from '../supervision/rule-table.ts'
import type { SettingsHistory } from './center-settings.ts'
import { settingsChanges } from './settings-on.ts'

/** Every version of every rule, the shipped table being the first. */
export const supervisionRules = (history: SettingsHistory): readonly SupervisionRule[] =>
  ruleVersions(
    defaultRules,
    settingsChanges(history, 'supervision').map(({ from, values: { rules } }) => ({ from, rules })),
  )
