// Numbers that a center might set, for the tests.
import { plainDate } from '../plain-date.ts'
import { defaultRules } from '../supervision/data/default-rules.ts'
import { settingOf } from '../supervision/rule-table.ts'
import type { CenterSettings, SettingsSet, SettingsVersion } from './center-settings.ts'

export const version = (from: string, set: SettingsSet, until: string | null = null): SettingsVersion => ({
  from: plainDate(from),
  until: until === null ? null : plainDate(until),
  set,
})

export const complaintSet = (days: number): SettingsSet => ({
  topic: 'complaint',
  values: {
    acceptance: { days: 3, extensionMax: 0 },
    handling: { days, extensionMax: 5 },
    feedbackDays: 4,
    followUpDays: 2,
  },
})

export const shippedTable = defaultRules.map(settingOf)

export const supervisionSet = (over: Partial<CenterSettings['supervision']> = {}): SettingsSet => ({
  topic: 'supervision',
  values: { remainingDays: 2, elapsedPercent: 80, rules: shippedTable, ...over },
})
