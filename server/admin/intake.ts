import { type Result, err, ok } from '../../domain/result.ts'
import type { Database, Tx } from '../store/connect.ts'
import { type Device, lockDevice } from '../store/devices.ts'
import { getEpoch } from '../store/identity.ts'
import { type Incarnation, findIncarnations } from '../store/incarnations.ts'
import { type PendingIntake, decideIntake, findPending, listPending } from '../store/intake.ts'
import type { Chain } from '../store/op-log.ts'
import { transact } from '../store/transact.ts'
import { takeArrivals } from '../sync/take-arrivals.ts'
import { judgeArrivals } from '../sync/judge-arrivals.ts'
import { recordAdminAct } from './admin-act.ts'
import type { AdminRefusal } from './admin-refusal.ts'
import { findDeviceId } from './find-device.ts'

/** SYN-42: what waits for a decision, chain by chain. */
export const listIntake = (db: Database, center: string): Promise<readonly PendingIntake[]> => listPending(db, center)

export interface IntakeDecision {
  readonly center: string
  readonly deviceNo: string
  /** Account of the operating system that decides. */
  readonly account: string
}

export interface Decided {
  readonly operations: number
  /** How many of them took effect. */
  readonly applied: number
}

/** How many operations one transaction takes, as a push does. */
const perTransaction = 200

/** SYN-42: has judged what waits of a revoked device, as its chain goes on and by what is true now. */
export const applyIntake = async (db: Database, decision: IntakeDecision): Promise<Result<Decided, AdminRefusal>> => {
  let operations = 0
  let applied = 0
  for (;;) {
    const step = await transact(db, (tx) => applySome(tx, decision))
    if (!step.ok) return operations === 0 ? step : ok({ operations, applied })
    operations += step.value.operations
    applied += step.value.applied
  }
}

const applySome = async (tx: Tx, decision: IntakeDecision): Promise<Result<Decided, AdminRefusal>> => {
  const found = await findWaiting(tx, decision)
  if (!found.ok) return found
  const { chain, device, incarnation } = found.value
  const rows = await findPending(tx, chain, perTransaction)
  const [first] = rows
  // Something before them was discarded: nothing can stand behind it in the chain.
  if (first?.seq !== incarnation.ack + 1) return err({ code: 'intake_cut_off', subject: decision.deviceNo })
  const now = Date.now()
  const { receivedAt } = first
  const place = { chain, deviceNo: device.deviceNo, told: incarnation.told, epoch: await getEpoch(tx), receivedAt }
  await decideIntake(tx, chain, 'applied', { to: rows.at(-1)?.seq ?? 0, now })
  await recordAdminAct(tx, {
    center: decision.center,
    act: 'intake apply',
    account: decision.account,
    subject: { device: decision.deviceNo, inc: chain.inc, from: first.seq, operations: rows.length },
    at: now,
  })
  const { verdicts } = await takeArrivals(tx, judgeArrivals, place, rows, now)
  return ok({
    operations: rows.length,
    applied: verdicts.filter(({ verdict }) => verdict === 'applied' || verdict === 'merged').length,
  })
}

/** SYN-42: what waits of a device is kept where it is and never takes effect. */
export const discardIntake = (db: Database, decision: IntakeDecision): Promise<Result<Decided, AdminRefusal>> =>
  transact(db, async (tx) => {
    let operations = 0
    for (;;) {
      const found = await findWaiting(tx, decision)
      if (!found.ok) return operations === 0 ? found : ok({ operations, applied: 0 })
      const { chain } = found.value
      const now = Date.now()
      const discarded = await decideIntake(tx, chain, 'discarded', { to: Number.MAX_SAFE_INTEGER, now })
      operations += discarded
      await recordAdminAct(tx, {
        center: decision.center,
        act: 'intake discard',
        account: decision.account,
        subject: { device: decision.deviceNo, inc: chain.inc, operations: discarded },
        at: now,
      })
    }
  })

interface Waiting {
  readonly chain: Chain
  readonly device: Device
  readonly incarnation: Incarnation
}

/** The oldest chain of the device of which something waits, with the device's row locked. */
const findWaiting = async (tx: Tx, { center, deviceNo }: IntakeDecision): Promise<Result<Waiting, AdminRefusal>> => {
  const id = await findDeviceId(tx, center, deviceNo)
  const device = id === null ? null : await lockDevice(tx, center, id)
  if (device === null) return err({ code: 'device_unknown', subject: deviceNo })
  for (const incarnation of await findIncarnations(tx, center, device.id)) {
    const chain = { center, device: device.id, inc: incarnation.inc }
    if ((await findPending(tx, chain, 1)).length > 0) return ok({ chain, device, incarnation })
  }
  return err({ code: 'intake_empty', subject: deviceNo })
}
