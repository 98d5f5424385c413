import { readHealth } from '../durability/health.ts'
import { administrator, consoleApi } from './context.ts'

/** A device is called silent after so many days. */
const silentDays = 7

/** How the center and its devices fare: counts, and nothing of a case or a person. */
export const overview = consoleApi.overview.handler(async ({ context }) => {
  const { db, center } = await administrator(context)
  const health = await readHealth(db, context.now(), silentDays, center)
  const own = health.centers.find((one) => one.center === center)
  if (own === undefined) throw new Error(`no health of center ${center}`)
  const windows = await db
    .selectFrom('service_window')
    .select(['device_no', 'data'])
    .where('center', '=', center)
    .execute()
  const names = new Map(windows.map(({ device_no: deviceNo, data }) => [deviceNo, data.name]))
  const { operations, safe, cases, records, quarantined, checkpointAt, moving } = own
  return {
    operations,
    safe,
    cases,
    records,
    quarantined,
    checkpointAt,
    moving,
    verifiedBackupAt: health.verifiedBackupAt,
    standbys: health.standbys,
    collecting: health.collecting,
    devices: health.devices.map(({ center: _own, ...device }) => ({
      ...device,
      name: names.get(device.deviceNo) ?? '',
    })),
  }
})
