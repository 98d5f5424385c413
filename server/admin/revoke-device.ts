import { type Result, err, ok } from '../../domain/result.ts'
import type { Database } from '../store/connect.ts'
import { transact } from '../store/transact.ts'
import { recordActOf } from './admin-act.ts'
import type { AdminRefusal } from './admin-refusal.ts'
import { serverDeviceNo } from './server-device.ts'

/** SYN-15: from the next request on the device is refused; what it has sent stays. */
export const revokeDevice = (
  db: Database,
  center: string,
  deviceNo: string,
  by?: string,
): Promise<Result<null, AdminRefusal>> =>
  transact(db, async (tx) => {
    if (deviceNo === serverDeviceNo) return err({ code: 'device_no_reserved', subject: deviceNo })
    const revoked = await tx
      .updateTable('device')
      .set({ revoked_at: Date.now() })
      .where('center', '=', center)
      .where('device_no', '=', deviceNo)
      .where('revoked_at', 'is', null)
      .executeTakeFirst()
    if (revoked.numUpdatedRows === 0n) return err({ code: 'device_unknown', subject: deviceNo })
    await recordActOf(tx, by, { center, act: 'device revoke', subject: { deviceNo } })
    return ok(null)
  })
