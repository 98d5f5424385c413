import { type Result, err, ok } from '../../domain/result.ts'
import type { Database } from '../store/connect.ts'
import { lockDevice } from '../store/devices.ts'
import { type Incarnation, confirmState, findIncarnations, setState } from '../store/incarnations.ts'
import { transact } from '../store/transact.ts'
import { recordAdminAct } from './admin-act.ts'
import type { AdminRefusal } from './admin-refusal.ts'
import { findDeviceId } from './find-device.ts'

/** SYN-33: every incarnation of a device, oldest first. */
export const listIncarnations = async (
  db: Database,
  center: string,
  deviceNo: string,
): Promise<Result<readonly Incarnation[], AdminRefusal>> => {
  const id = await findDeviceId(db, center, deviceNo)
  return id === null ? err({ code: 'device_unknown', subject: deviceNo }) : ok(await findIncarnations(db, center, id))
}

/** SYN-33: this incarnation is the device from now on. The other is refused at its next request, and keeps what it has. */
export const confirmIncarnation = (
  db: Database,
  decision: {
    readonly center: string
    readonly deviceNo: string
    readonly inc: string
    /** Account of the operating system that decides. */
    readonly account: string
  },
): Promise<Result<null, AdminRefusal>> =>
  transact(db, async (tx) => {
    const { center, deviceNo, inc, account } = decision
    const device = await findDeviceId(tx, center, deviceNo)
    if (device === null) return err({ code: 'device_unknown', subject: deviceNo })
    await lockDevice(tx, center, device)
    const known = await findIncarnations(tx, center, device)
    const chosen = known.find((one) => one.inc === inc)
    if (chosen === undefined) return err({ code: 'incarnation_unknown', subject: inc })
    if (chosen.state === 'active') return err({ code: 'incarnation_active', subject: inc })
    const now = Date.now()
    for (const other of known) {
      if (other.state === 'active') await setState(tx, { center, device, inc: other.inc }, 'superseded')
    }
    // It counts as heard of, or the other would take its place at once.
    await confirmState(tx, { center, device, inc }, now)
    await recordAdminAct(tx, {
      center,
      act: 'incarnation confirm',
      account,
      subject: { device: deviceNo, inc },
      at: now,
    })
    return ok(null)
  })
