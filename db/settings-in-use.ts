import { versionOf } from '../domain/record/settings/settings-record.ts'
import type { SettingsHistory } from '../domain/settings/center-settings.ts'
import { type Connection, remembered } from './connection.ts'
import { query } from './query.ts'
import { parseRecord } from './records/find-stored.ts'
import { type NoParams, statement } from './statement.ts'

const fact = 'center settings'

/** All that the center has put in force, what is withdrawn since included: it still holds for the days before. */
export const settingsInUse = (connection: Connection): SettingsHistory =>
  remembered(connection, fact, () =>
    connection.all(settingsRecords, {}).flatMap(({ state }) => {
      const record = parseRecord(state)
      return record.kind === 'settings' ? (versionOf(record) ?? []) : []
    }),
  )

/** After a settings record changed. */
export const forgetSettings = (connection: Connection): void => {
  connection.facts.delete(fact)
}

export const settingsRecords = statement<NoParams>()(() =>
  query.selectFrom('record').select('state').where('kind', '=', 'settings').where('status', '!=', 'draft'),
)
