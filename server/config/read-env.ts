import { type SettingName, settingNames } from './config.ts'

export type Settings = Readonly<Partial<Record<SettingName, string>>>

/** The settings of this server out of a process environment. Empty means absent, as in a unit file with `PORT=`. */
export const readEnv = (env: Readonly<Record<string, string | undefined>>): Settings => {
  const found: Partial<Record<SettingName, string>> = {}
  for (const name of settingNames) {
    const value = env[name]?.trim()
    if (value !== undefined && value !== '') found[name] = value
  }
  return found
}
