import { randomUUID } from 'node:crypto'
import type { NewsHead, ParcelProblemCode } from '../../contract/parcel/parcel.ts'
import { writeParcel } from '../../contract/parcel/parcel-file.ts'
import { type PullOutput, type SyncErrorCode, syncCaps, syncProtocol } from '../../contract/sync.ts'
import { type Result, err, ok } from '../../domain/result.ts'
import { parcelSealer } from '../../parcel/parcel-crypto.ts'
import { saveParcel } from '../../parcel/parcel-on-disk.ts'
import { safeSeqOf } from '../durability/safe.ts'
import type { Database } from '../store/connect.ts'
import type { Device } from '../store/devices.ts'
import { type ServerIdentity, getEpoch } from '../store/identity.ts'
import { findIncarnations } from '../store/incarnations.ts'
import { readPage } from '../sync/pull.ts'
import { signAsServer } from '../sync/server-key.ts'
import type { SyncRefusal } from '../sync/sync-refusal.ts'
import { findPapers } from './device-papers.ts'

export interface WrittenNews {
  readonly after: number
  readonly upTo: number
  readonly bytes: number
}

export type WriteProblem = ParcelProblemCode | SyncErrorCode

/** What the parcel answers; null = it goes to the device unasked. */
export interface Answered {
  readonly inc: string
  /** How far the device had read when it made it. */
  readonly cseq: number
  readonly refused: SyncRefusal | null
}

/** PCL-8: the center's history for one device, from where that device had read it by its own last parcel. */
export const writeNews = async (
  db: Database,
  identity: ServerIdentity,
  device: Device,
  answered: Answered | null,
  path: string,
): Promise<Result<WrittenNews, WriteProblem>> => {
  if (device.revoked) return err('device_revoked')
  const papers = await findPapers(db, device)
  if (papers.sealKey === null) return err('parcel_not_introduced')
  const { center, id } = device
  const epoch = await getEpoch(db)
  const after = answered?.cseq ?? (papers.read.epoch === epoch ? papers.read.cseq : 0)
  const inc =
    answered?.inc ?? (await findIncarnations(db, center, id)).find(({ state }) => state === 'active')?.inc ?? null
  const session = { center, device: id, inc: inc ?? id, epoch, expiresAt: 0 }
  const first = await readPage(db, session, { center, after, limit: syncCaps.opsPerPull })
  if (!first.ok) return err(first.error.code)
  const head: NewsHead = {
    proto: syncProtocol,
    epoch,
    inc,
    safe: inc === null ? 0 : await safeSeqOf(db, { center, device: id, inc }),
    refused: refusedOf(answered?.refused ?? null),
    after,
  }
  let upTo = after
  const texts = async function* (): AsyncGenerator<string, void, void> {
    yield JSON.stringify(head)
    for (let page: PullOutput = first.value; ;) {
      yield JSON.stringify(page)
      const end = endOf(page, upTo)
      const isLast = end >= page.head || end === upTo
      upTo = end
      if (isLast) return
      const next = await readPage(db, session, { center, after: upTo, limit: syncCaps.opsPerPull })
      if (!next.ok) throw new Error(`the history could not be read on: ${next.error.code}`)
      page = next.value
    }
  }
  const header = { id: randomUUID(), kind: 'news', center, device: id, madeAt: Date.now() } as const
  const sealer = parcelSealer((text) => signAsServer(identity.signingKey, text), papers.sealKey)
  const saved = await saveParcel(path, writeParcel(header, texts(), sealer))
  return saved.ok ? ok({ after, upTo, bytes: saved.value.bytes }) : saved
}

const endOf = ({ ops, runs = [] }: PullOutput, after: number): number =>
  Math.max(after, ops.at(-1)?.cseq ?? 0, runs.at(-1)?.to ?? 0)

const refusedOf = (refused: SyncRefusal | null): NewsHead['refused'] =>
  refused === null ? null : { code: refused.code, seq: 'position' in refused ? refused.position.seq : null }
