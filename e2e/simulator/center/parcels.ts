import { randomUUID } from 'node:crypto'
import { genesisHash } from '../../../contract/operation.ts'
import { type NewsHead, type OpsHead, OpsHeadSchema } from '../../../contract/parcel/parcel.ts'
import { readParcelFrames, readParcelStart, writeParcel } from '../../../contract/parcel/parcel-file.ts'
import { type PullOutput, type PushInput, PushInputSchema, syncCaps, syncProtocol } from '../../../contract/sync.ts'
import { parcelOpener, parcelSealer } from '../../../parcel/parcel-crypto.ts'
import { openParcel, saveParcel } from '../../../parcel/parcel-on-disk.ts'
import { sealKeyFrom } from '../../../parcel/seal-key.ts'
import { signAsServer } from '../../../server/sync/server-key.ts'
import { isSignedBy } from '../../../server/sync/signature.ts'
import type { SyncRefusal } from '../../../server/sync/sync-refusal.ts'
import { type CenterState, changeIncarnation, incarnationOf, safeSeq } from './center-state.ts'
import { greetIncarnation } from './greet.ts'
import { pageEnd, readPage } from './read.ts'
import { type Judge, type ServerMaker, push } from './take.ts'

/** A device's parcel, read through. */
export interface CarriedOps {
  readonly device: string
  readonly madeAt: number
  readonly head: OpsHead
  readonly batches: readonly PushInput[]
}

/** What server/parcel/read-ops.ts does; null for a file that is none of a device's for this server. */
export const readCarried = async (state: CenterState, signingKey: Buffer, path: string): Promise<CarriedOps | null> => {
  const source = await openParcel(path)
  if (source === null) return null
  try {
    const start = await readParcelStart(source)
    if (!start.ok || start.value.header.kind !== 'ops') return null
    const { device, madeAt } = start.value.header
    const key = state.devices.get(device)?.publicKey ?? null
    if (key === null) return null
    const isSigned = (text: string, signature: string) => isSignedBy(key, text, signature)
    const frames = readParcelFrames(source, start.value, parcelOpener(sealKeyFrom(signingKey), isSigned, start.value))
    const texts: string[] = []
    for (;;) {
      const frame = await frames.next()
      if (frame.done === true) {
        if (frame.value !== null) return null
        break
      }
      texts.push(frame.value.text)
    }
    const [head = 'null', ...batches] = texts
    return {
      device,
      madeAt,
      head: OpsHeadSchema.parse(JSON.parse(head)),
      batches: batches.map((text) => PushInputSchema.parse(JSON.parse(text))),
    }
  } finally {
    await source.close()
  }
}

/** What server/parcel/take-ops.ts does with SQL: why it went no further; `history` = it is of another history. */
export const takeCarried = (
  state: CenterState,
  maker: ServerMaker,
  judge: Judge,
  { device: id, madeAt, head, batches }: CarriedOps,
  now: number,
): SyncRefusal | 'history' | null => {
  const { inc, epoch, cursor, base, tip, appVersion } = head
  const device = state.devices.get(id)
  if (device === undefined) return 'history'
  if (epoch !== state.epoch) return { code: 'epoch_changed', position: { ack: 0, seq: null } }
  if ((cursor.cseq === 0 ? genesisHash : state.log[cursor.cseq - 1]?.head) !== cursor.head) return 'history'
  const chain = { device: id, inc }
  const revoked = device.revokedAt !== null
  const known = incarnationOf(state, chain)
  if (known === null) {
    const collecting = revoked || state.collectingSince !== null
    const greeted = greetIncarnation(state, { chain, base, tip: revoked ? null : tip, now, appVersion, collecting })
    if (!greeted.ok) return greeted.error
  }
  changeIncarnation(state, chain, { seenAt: Math.max(known?.seenAt ?? 0, Math.min(madeAt, now)) })
  state.devices.set(id, { ...device, sealKey: head.sealKey.key })
  const told = incarnationOf(state, chain)?.told
  if (!revoked && cursor.cseq > 0 && told !== undefined && (told.cseq < cursor.cseq || told.epoch !== epoch))
    changeIncarnation(state, chain, { told: { cseq: cursor.cseq, epoch } })
  for (const batch of batches) {
    const session = { center: state.data.code, ...chain, epoch, expiresAt: 0 }
    const done = push(state, session, batch, judge, maker, now)
    if (!done.ok) return done.error
  }
  return null
}

/** What server/parcel/write-news.ts does with SQL; false = there is nobody to write to. */
export const writeCarried = async (
  state: CenterState,
  signingKey: Buffer,
  answered: {
    readonly device: string
    readonly inc: string
    readonly cseq: number
    readonly refused: SyncRefusal | null
  },
  path: string,
  now: number,
): Promise<boolean> => {
  const { device: id, inc, cseq, refused } = answered
  const device = state.devices.get(id)
  if (device?.sealKey === undefined || device.revokedAt !== null) return false
  const { epoch } = state
  const head: NewsHead = {
    proto: syncProtocol,
    epoch,
    inc,
    safe: safeSeq(state, { device: id, inc }),
    refused: refused === null ? null : { code: refused.code, seq: 'position' in refused ? refused.position.seq : null },
    after: cseq,
  }
  const pages: PullOutput[] = []
  for (let upTo = cseq; ;) {
    const page = readPage(state, { device: id }, { after: upTo, limit: syncCaps.opsPerPull }, now)
    pages.push(page)
    const end = pageEnd(page, upTo)
    if (end >= page.head || end === upTo) break
    upTo = end
  }
  const texts = async function* (): AsyncGenerator<string, void, void> {
    yield JSON.stringify(head)
    for (const page of pages) yield await Promise.resolve(JSON.stringify(page))
  }
  const header = { id: randomUUID(), kind: 'news', center: state.data.code, device: id, madeAt: now } as const
  const sealer = parcelSealer((text) => signAsServer(signingKey, text), device.sealKey)
  return (await saveParcel(path, writeParcel(header, texts(), sealer))).ok
}
