import { genesisHash } from '../../contract/operation.ts'
import type { ParcelProblemCode } from '../../contract/parcel/parcel.ts'
import { type Result, err, ok } from '../../domain/result.ts'
import { isCollecting } from '../restore/collecting.ts'
import type { Tx } from '../store/connect.ts'
import { lockDevice } from '../store/devices.ts'
import { readHeads } from '../store/history.ts'
import { getEpoch } from '../store/identity.ts'
import { findIncarnation, noteTold, seeIncarnation } from '../store/incarnations.ts'
import { transact } from '../store/transact.ts'
import { greetIncarnation } from '../sync/greet-incarnation.ts'
import { judgeArrivals } from '../sync/judge-arrivals.ts'
import { push } from '../sync/push.ts'
import type { SyncRefusal } from '../sync/sync-refusal.ts'
import { keepSealKey, noteRead } from './device-papers.ts'
import type { SoundOps } from './read-ops.ts'

export interface TakenOps {
  /** Operations that are new here. */
  readonly fresh: number
  /** The device is revoked: what it still had is kept for a person. */
  readonly intake: boolean
  /** Why it went no further; the device mends it when it is told (PCL-7). */
  readonly refused: SyncRefusal | null
}

/**
 * PCL-6: the batches of a parcel, as if the device pushed them now; twice is harmless for the same reason as there. What a batch is refused
 * for has changed nothing; what was taken before it stays, and the same parcel brings the rest another time.
 */
export const takeOps = async (sound: SoundOps): Promise<Result<TakenOps, ParcelProblemCode>> => {
  const { db, device, head } = sound
  const { inc, epoch, cursor } = head
  const chain = { center: device.center, device: device.id, inc }
  const admitted = await transact(db, (tx) => admit(tx, sound))
  if (!admitted.ok) return admitted
  if (admitted.value !== null) return ok({ fresh: 0, intake: false, refused: admitted.value })
  // By its own word it knows this much, and it had read it when it made its last operation (SYN-40).
  if (!device.revoked && cursor.cseq > 0) await noteTold(db, chain, { cseq: cursor.cseq, epoch }, sound.seenAt)
  const ackOf = async () => (await findIncarnation(db, chain))?.ack ?? 0
  const before = await ackOf()
  const deps = { db, judge: judgeArrivals, report: () => undefined }
  for await (const batch of sound.batches()) {
    const done = await push(deps, { ...chain, epoch, expiresAt: 0 }, batch)
    if (!done.ok) return ok({ fresh: (await ackOf()) - before, intake: device.revoked, refused: done.error })
  }
  return ok({ fresh: (await ackOf()) - before, intake: device.revoked, refused: null })
}

/** What hello looks at, as far as a parcel may be older than what the server has heard since. */
const admit = async (
  tx: Tx,
  { device: { center, id }, head, seenAt }: SoundOps,
): Promise<Result<SyncRefusal | null, ParcelProblemCode>> => {
  const { inc, epoch, cursor, base, tip, appVersion } = head
  const device = await lockDevice(tx, center, id)
  if (device === null) return err('parcel_foreign_device')
  if (epoch !== (await getEpoch(tx))) return ok({ code: 'epoch_changed', position: { ack: 0, seq: null } })
  const { heads } = await readHeads(tx, center, [cursor.cseq])
  if ((cursor.cseq === 0 ? genesisHash : heads[0]?.head) !== cursor.head) return err('parcel_history')
  const chain = { center, device: id, inc }
  const known = await findIncarnation(tx, chain)
  if (known === null) {
    const collecting = device.revoked || (await isCollecting(tx))
    const told = device.revoked ? null : tip
    const greeted = await greetIncarnation(tx, {
      chain,
      base,
      tip: told,
      now: Date.now(),
      appVersion,
      epoch,
      collecting,
    })
    if (!greeted.ok) return ok(greeted.error)
  }
  await seeIncarnation(tx, chain, {
    now: Math.max(known?.seenAt ?? 0, seenAt),
    appVersion,
    tipSeq: Math.max(known?.ack ?? 0, tip.seq),
  })
  await keepSealKey(tx, device, head.sealKey)
  await noteRead(tx, device, { cseq: cursor.cseq, epoch })
  return ok(null)
}
