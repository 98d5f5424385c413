import type { PlainDate } from '../plain-date.ts'
import type { CenterSettings, SettingsHistory, SettingsOf, SettingsSet, SettingsTopic } from './center-settings.ts'
import { defaultSettings } from './default-settings.ts'

export interface OwnSettings<T extends SettingsTopic> {
  readonly from: PlainDate
  readonly values: CenterSettings[T]
}

/** The center's own numbers in force on a day; null = it has set none. Of two the one from the later day holds. */
export const ownSettingsOn = <T extends SettingsTopic>(
  history: SettingsHistory,
  topic: T,
  on: PlainDate,
): OwnSettings<T> | null =>
  history.reduce<OwnSettings<T> | null>((newest, { from, until, set }) => {
    if (!isOf(set, topic) || from > on || (until !== null && until <= on)) return newest
    return newest === null || from > newest.from ? { from, values: set.values } : newest
  }, null)

/** The numbers in force on a day: the center's own before the program's. */
export const settingsOn = <T extends SettingsTopic>(
  history: SettingsHistory,
  topic: T,
  on: PlainDate,
): CenterSettings[T] => ownSettingsOn(history, topic, on)?.values ?? defaultSettings(topic, on)

/** What held from each day on which something changed, the oldest first. Empty = the program's have always held. */
export const settingsChanges = <T extends SettingsTopic>(
  history: SettingsHistory,
  topic: T,
): readonly OwnSettings<T>[] => {
  const days = history.flatMap(({ from, until, set }) =>
    set.topic === topic ? [from, ...(until === null ? [] : [until])] : [],
  )
  return [...new Set(days)].sort().map((from) => ({ from, values: settingsOn(history, topic, from) }))
}

const isOf = <T extends SettingsTopic>(set: SettingsSet, topic: T): set is SettingsSet & SettingsOf<T> =>
  set.topic === topic
