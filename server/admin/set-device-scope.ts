import type { Scope } from '../../domain/scope/scope.ts'
import { type Result, err, ok } from '../../domain/result.ts'
import type { Database } from '../store/connect.ts'
import { lockDevice } from '../store/devices.ts'
import { transact } from '../store/transact.ts'
import { recordAdminAct } from './admin-act.ts'
import type { AdminRefusal } from './admin-refusal.ts'
import { findDeviceId } from './find-device.ts'
import { serverDeviceNo } from './server-device.ts'

/** SYN-56: what the device is given from its next request on. */
export const setDeviceScope = (
  db: Database,
  decision: {
    readonly center: string
    readonly deviceNo: string
    readonly scope: Scope
    /** Account of the operating system that decides. */
    readonly account: string
  },
): Promise<Result<null, AdminRefusal>> =>
  transact(db, async (tx) => {
    const { center, deviceNo, scope, account } = decision
    if (deviceNo === serverDeviceNo) return err({ code: 'device_no_reserved', subject: deviceNo })
    const device = await findDeviceId(tx, center, deviceNo)
    if (device === null) return err({ code: 'device_unknown', subject: deviceNo })
    await lockDevice(tx, center, device)
    await tx
      .updateTable('device')
      .set({ scope: JSON.stringify(scope) })
      .where('center', '=', center)
      .where('id', '=', device)
      .execute()
    await recordAdminAct(tx, { center, act: 'device scope', account, subject: { deviceNo, scope }, at: Date.now() })
    return ok(null)
  })
