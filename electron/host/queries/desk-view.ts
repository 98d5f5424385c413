import { settingsOn } from '../../../domain/settings/settings-on.ts'
import type { Desk } from '../../../contract/queries/desk.ts'
import { deviceSettings } from './device-settings.ts'
import { toMutable } from '../mutable.ts'
import type { Services } from '../services.ts'

/** What the frame shows, also before sign-in. */
export const deskView = ({ store, session, customerScreen, today, appVersion }: Services): Desk => {
  const device = store.read.meta.findDevice()
  const signedIn = session.find()
  const { remainingDays, elapsedPercent } = settingsOn(store.settings, 'supervision', today())
  return {
    enrolled: device !== null,
    deviceNo: device?.deviceNo ?? null,
    center: store.read.reference.findCenter(),
    window: device === null ? null : store.read.reference.findWindow(device.deviceNo),
    user: signedIn?.user ?? null,
    locked: signedIn?.locked ?? false,
    rating: customerScreen.find(),
    today: today(),
    thresholds: { remainingDays, elapsedPercent },
    appVersion,
    settings: deviceSettings(store.read),
    notices: [...store.read.calendar.notices()].map(toMutable),
  }
}
