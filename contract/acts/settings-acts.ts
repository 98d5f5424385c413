import { z } from 'zod'
import type { SettingsAct } from '../../domain/record/settings/settings-record.ts'
import { PlainDateSchema, text, words } from '../primitives.ts'
import { SettingsSetSchema } from '../settings-data.ts'
import type { ActFields } from './act-fields.ts'

const reason = text(1000)

/** Fields of every act on a center's own settings. */
export const settingsActFields = {
  'settings.draft': z.strictObject({ set: SettingsSetSchema, basis: words(400) }),
  'settings.edit': z.strictObject({ set: SettingsSetSchema, basis: words(400) }),
  'settings.put_in_force': z.strictObject({ from: PlainDateSchema }),
  'settings.withdraw': z.strictObject({ from: PlainDateSchema, reason }),
  'settings.discard': z.strictObject({ reason }),
} as const satisfies ActFields<SettingsAct>
