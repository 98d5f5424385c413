import { sql } from 'kysely'
import { versionOf } from '../../domain/record/settings/settings-record.ts'
import type { RecordState } from '../../domain/record/record-state.ts'
import type { SettingsHistory } from '../../domain/settings/center-settings.ts'
import type { Tx } from './connect.ts'

/** All that a center has put in force, what is withdrawn since included: it still holds for the days before. */
export const centerSettings = async (tx: Tx, center: string): Promise<SettingsHistory> => {
  const { rows } = await sql<{ state: RecordState }>`
    select state from record_state where center = ${center} and kind = 'settings' and status <> 'draft'`.execute(tx)
  return rows.flatMap(({ state }) => (state.kind === 'settings' ? (versionOf(state) ?? []) : []))
}
