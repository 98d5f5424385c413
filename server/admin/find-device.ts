import type { Database, Tx } from '../store/connect.ts'

/** Id of the device with this number, revoked or not; null where the center has none. */
export const findDeviceId = async (db: Database | Tx, center: string, deviceNo: string): Promise<string | null> => {
  const row = await db
    .selectFrom('device')
    .select('id')
    .where('center', '=', center)
    .where('device_no', '=', deviceNo)
    .executeTakeFirst()
  return row?.id ?? null
}
