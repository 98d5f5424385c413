import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import type { OpsHead } from '../../../contract/parcel/parcel.ts'
import { writeParcel } from '../../../contract/parcel/parcel-file.ts'
import type { Exported, ParcelProblem } from '../../../contract/queries/parcels.ts'
import { syncProtocol } from '../../../contract/sync.ts'
import type { Store } from '../../../db/store.ts'
import { type Result, err, ok } from '../../../domain/result.ts'
import { parcelSealer } from '../../../parcel/parcel-crypto.ts'
import { saveParcel } from '../../../parcel/parcel-on-disk.ts'
import { deviceKeyOf } from '../sync-agent/device-key.ts'
import { pushInput } from '../sync-agent/push-pending.ts'
import { type ParcelWatch, ParcelCancelled } from './watch.ts'
import { tellSealKey } from './seal-key.ts'

export interface ParcelDeps {
  readonly store: Store
  /** Epoch milliseconds. */
  readonly now: () => number
  readonly appVersion: string
}

const limit = { ops: 100, bytes: 1024 * 1024 }

/** PCL-6: everything that waits, in the batches of a push, for the server of the center. Nothing is taken for delivered by it. */
export const exportOps = async (
  deps: ParcelDeps,
  path: string,
  watch: ParcelWatch,
): Promise<Result<Exported, ParcelProblem>> => {
  const { store, now, appVersion } = deps
  const { meta, sync } = store.read
  const device = meta.findDevice()
  const [sealKey, epoch] = [meta.find('server_seal_key'), meta.find('epoch')]
  if (device === null || sealKey === null || epoch === null) return err('parcel_not_introduced')
  // What waits in an earlier chain of this device moves into the one of now, as before a push.
  if (sync.countEarlierWaiting() > 0) store.transact((writer) => writer.sync.beginIncarnation(randomUUID(), 'own_ack'))
  const inc = store.incarnation
  const key = deviceKeyOf(store)
  const from = sync.position().ack
  const tip = sync.tip()
  const total = Math.max(0, tip.seq - from)
  const head: OpsHead = {
    proto: syncProtocol,
    epoch,
    inc,
    appVersion,
    tip,
    base: sync.base(),
    cursor: sync.cursor(device.center),
    sealKey: tellSealKey(store, key, device.device),
  }
  const texts = async function* (): AsyncGenerator<string, void, void> {
    yield JSON.stringify(head)
    for (let at = from; at < tip.seq;) {
      const batch = sync.batch(at + 1, { ...limit, ops: Math.min(limit.ops, tip.seq - at) }, inc)
      // A chain that a journal brought back with a hole in it, or one that ended while it was written.
      if (batch === null || store.incarnation !== inc) throw new ChainEnded()
      yield JSON.stringify(pushInput({ store, device, key, epoch }, batch))
      at = batch.toSeq
      await watch.step(at - from, total)
    }
  }
  const id = randomUUID()
  const header = { id, kind: 'ops', center: device.center, device: device.device, madeAt: now() } as const
  try {
    const saved = await saveParcel(path, writeParcel(header, texts(), parcelSealer(key.sign, sealKey)))
    if (!saved.ok) return saved
    store.transact((writer) => {
      if (store.incarnation === inc && total > 0) writer.sync.markSent(tip.seq)
      writer.meta.set('parcel_out', JSON.stringify({ id, at: now(), operations: total }))
    })
    const receiver = store.read.reference.findCenter()?.name ?? device.center
    return ok({ id, file: basename(path), receiver, operations: total, bytes: saved.value.bytes })
  } catch (error) {
    if (error instanceof ParcelCancelled) return err('parcel_cancelled')
    if (error instanceof ChainEnded) return err('chain_broken')
    throw error
  }
}

class ChainEnded extends Error {}
