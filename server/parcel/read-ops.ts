import { type OpsHead, OpsHeadSchema, type ParcelHeader, type ParcelProblemCode } from '../../contract/parcel/parcel.ts'
import {
  type ParcelSource,
  type ParcelStart,
  readParcelFrames,
  readParcelStart,
} from '../../contract/parcel/parcel-file.ts'
import { type PushInput, PushInputSchema, syncProtocol } from '../../contract/sync.ts'
import { type Result, err, ok } from '../../domain/result.ts'
import { jsonOf } from '../../parcel/json-of.ts'
import { parcelOpener } from '../../parcel/parcel-crypto.ts'
import { sealKeyFrom, sealKeyMark } from '../../parcel/seal-key.ts'
import type { Database } from '../store/connect.ts'
import { type Device, findDevice } from '../store/devices.ts'
import type { Directory } from '../store/directory.ts'
import type { ServerIdentity } from '../store/identity.ts'
import { isSignedBy } from '../sync/signature.ts'
import { tellSealKey } from '../sync/seal-key.ts'
import { isVouchedFor } from './device-papers.ts'

export interface ReadDeps {
  readonly directory: Pick<Directory, 'ofDevice'>
  readonly identity: ServerIdentity
}

/** A device's parcel that was read through once and found whole. */
export interface SoundOps {
  readonly db: Database
  readonly device: Device
  readonly header: ParcelHeader
  /** When the device was at work for sure: a stick may lie about for weeks. */
  readonly seenAt: number
  readonly head: OpsHead
  readonly operations: number
  /** Reads the file again, batch after batch; throws when it has become another since. */
  readonly batches: () => AsyncGenerator<PushInput, void, void>
}

/** PCL-3, PCL-4: looks at the whole file before anything is done with it. */
export const readOps = async (
  { directory, identity }: ReadDeps,
  source: ParcelSource,
): Promise<Result<SoundOps, ParcelProblemCode>> => {
  const start = await readParcelStart(source)
  if (!start.ok) return start
  const { header } = start.value
  if (header.kind !== 'ops') return err('parcel_direction')
  const db = await directory.ofDevice(header.device)
  const device = await findDevice(db, header.device)
  const isCenterKnown = (await db.selectFrom('center').select('center').where('center', '=', header.center).execute())
    .length
  if (isCenterKnown === 0 || (device !== null && device.center !== header.center)) return err('parcel_foreign_center')
  if (device === null || device.publicKey === null) return err('parcel_foreign_device')
  if (header.sealedFor !== sealKeyMark(tellSealKey(identity.signingKey).key)) return err('parcel_other_key')
  const { publicKey } = device
  const sealKey = sealKeyFrom(identity.signingKey)
  const isSigned = (text: string, signature: string) => isSignedBy(publicKey, text, signature)
  const frames = () => readParcelFrames(source, start.value, parcelOpener(sealKey, isSigned, start.value))
  const looked = await lookThrough(frames(), device)
  if (!looked.ok) return looked
  return ok({
    db,
    device,
    header,
    seenAt: Math.min(header.madeAt, Date.now()),
    ...looked.value,
    batches: () => batchesOf(frames(), start.value),
  })
}

const lookThrough = async (
  frames: ReturnType<typeof readParcelFrames>,
  device: Device,
): Promise<Result<Pick<SoundOps, 'head' | 'operations'>, ParcelProblemCode>> => {
  let head: OpsHead | null = null
  let at: { readonly seq: number; readonly hash: string } | null = null
  let operations = 0
  // Told once everything is proved to be the device's: a newer program may say more than this one knows.
  let unknown: ParcelProblemCode | null = null
  for (;;) {
    const frame = await frames.next()
    if (frame.done === true) {
      if (frame.value !== null) return err(frame.value)
      break
    }
    const json = jsonOf(frame.value.text)
    if (head === null) {
      const read = OpsHeadSchema.safeParse(json)
      if (read.success && read.data.proto === syncProtocol && isVouchedFor(device, read.data.sealKey)) head = read.data
      else unknown ??= 'parcel_newer'
      continue
    }
    const batch = PushInputSchema.safeParse(json)
    if (!batch.success) {
      unknown ??= 'parcel_newer'
      continue
    }
    const { inc, epoch, fromSeq, prevHash, ops, lastHash } = batch.data
    const follows = at === null || (at.seq === fromSeq - 1 && at.hash === prevHash)
    if (!follows || batch.data.device !== device.id || inc !== head.inc || epoch !== head.epoch)
      unknown ??= 'parcel_damaged'
    at = { seq: fromSeq - 1 + ops.length, hash: lastHash }
    operations += ops.length
  }
  if (unknown !== null) return err(unknown)
  if (head === null || (at !== null && (at.seq !== head.tip.seq || at.hash !== head.tip.hash)))
    return err('parcel_damaged')
  return ok({ head, operations })
}

const batchesOf = async function* (
  frames: ReturnType<typeof readParcelFrames>,
  start: ParcelStart,
): AsyncGenerator<PushInput, void, void> {
  let isHead = true
  for (;;) {
    const frame = await frames.next()
    if (frame.done === true) {
      if (frame.value === null) return
      throw new Error(`parcel ${start.header.id} changed while it was read: ${frame.value}`)
    }
    if (!isHead) yield PushInputSchema.parse(JSON.parse(frame.value.text))
    isHead = false
  }
}
