import { type DeviceSettings, DeviceSettingsSchema, defaultDeviceSettings } from '../../../contract/queries/desk.ts'
import type { StoreReader } from '../../../db/store.ts'

/** What was set on this device; the defaults where nothing was, or where another version set what this one does not know. */
export const deviceSettings = (read: StoreReader): DeviceSettings => {
  const text = read.meta.find('device_settings')
  if (text === null) return defaultDeviceSettings
  const known = DeviceSettingsSchema.safeParse(JSON.parse(text))
  return known.success ? known.data : defaultDeviceSettings
}
