import { randomUUID } from 'node:crypto'
import { type Imported, ParcelNoteSchema, type ParcelProblem } from '../../../contract/queries/parcels.ts'
import type { Store } from '../../../db/store.ts'
import { centerScope, isSameScope } from '../../../domain/scope/scope.ts'
import { type Result, err, ok } from '../../../domain/result.ts'
import { openParcel } from '../../../parcel/parcel-on-disk.ts'
import { firstBatchLimit } from '../sync-agent/batch-limit.ts'
import { deviceKeyOf } from '../sync-agent/device-key.ts'
import { scopeOf } from '../../../db/scope/device-scope.ts'
import { makePace } from '../sync-agent/pace.ts'
import { readHistory } from '../sync-agent/pull-news.ts'
import type { ParcelDeps } from './export-ops.ts'
import { parcelApi } from './parcel-api.ts'
import { ParcelChanged, type SoundNews, readNews } from './read-news.ts'
import { ParcelCancelled, type ParcelWatch } from './watch.ts'

/** PCL-7: reads the news of the center from a file, as a pull reads it from the network. */
export const importNews = async (
  deps: ParcelDeps,
  path: string,
  watch: ParcelWatch,
): Promise<Result<Imported, ParcelProblem>> => {
  const source = await openParcel(path)
  if (source === null) return err('parcel_unreadable')
  try {
    const sound = await readNews(deps.store, source, watch)
    return sound.ok ? await takeNews(deps, sound.value) : sound
  } catch (error) {
    if (error instanceof ParcelCancelled) return err('parcel_cancelled')
    if (error instanceof ParcelChanged) return err('parcel_damaged')
    // The stick was pulled out: what is in is in, and the same parcel brings the rest.
    if (error instanceof Error && 'syscall' in error) return err('parcel_unreadable')
    throw error
  } finally {
    await source.close()
  }
}

const takeNews = async ({ store, now }: ParcelDeps, sound: SoundNews): Promise<Result<Imported, ParcelProblem>> => {
  const { head, upTo, header } = sound
  const { meta, sync } = store.read
  const device = meta.findDevice()
  if (device === null) return err('parcel_not_introduced')
  if (head.epoch !== meta.find('epoch')) return err('epoch_changed')
  const { center } = device
  const before = sync.cursor(center).cseq
  const last = meta.find('parcel_in')
  if (head.after > before) return err('parcel_gap')
  if (!isSameScope(sound.scope ?? centerScope, scopeOf(meta))) return err('parcel_scope')
  let exportAgain = false
  const beginAnew = (continuing: 'own_ack' | 'nothing') => {
    exportAgain = true
    store.transact((writer) => writer.sync.beginIncarnation(randomUUID(), continuing))
  }
  // As after a refused push (SYN-27); an older answer speaks of an incarnation that has ended.
  const { refused } = head
  if (refused !== null && head.inc === store.incarnation && isMendable(refused.code))
    beginAnew(refused.seq === 0 ? 'nothing' : 'own_ack')
  for (let tries = 0; upTo > sync.cursor(center).cseq || upTo === before; tries++) {
    const api = parcelApi(sound.pages(), () => sync.cursor(center))
    const memory = {
      limit: firstBatchLimit,
      suspect: null,
      collecting: false,
      recovering: false,
      confirmed: 0,
      missing: new Set<never>(),
      askedOf: new Set<never>(),
    }
    const key = deviceKeyOf(store)
    // A parcel has its pages one behind the other.
    const pace = makePace(false, 1)
    const read = await readHistory({ store, api, key, device, now, memory, token: '', epoch: head.epoch }, pace)
    if (read.ok) break
    if (read.error.code !== 'fork' || tries > 0) return err(problemOf(read.error.code))
    beginAnew('own_ack')
  }
  const operations = sync.cursor(center).cseq - before
  store.transact((writer) => {
    if (head.inc === store.incarnation && head.safe > safeOf(store)) writer.sync.recordHello({ safe: head.safe })
    writer.meta.set('parcel_in', JSON.stringify({ id: header.id, at: now(), operations }))
  })
  const was =
    operations > 0 ? 'new' : isSame(last, header.id) ? 'taken_before' : upTo < before ? 'older' : 'nothing_new'
  return ok({ id: header.id, operations, was, exportAgain: exportAgain && sync.countWaiting() > 0 })
}

/** Whether the parcel that was last taken in here is this one. */
const isSame = (noted: string | null, id: string): boolean =>
  noted !== null && ParcelNoteSchema.safeParse(JSON.parse(noted)).data?.id === id

const isMendable = (code: string): boolean => code === 'fork' || code === 'chain_broken'

/** An older parcel says less, and takes nothing back: within one epoch the server's word only grows. */
const safeOf = ({ read }: Store): number => Number(read.meta.find('safe') ?? '0')

const problemOf = (code: ParcelProblem): ParcelProblem => (code === 'history_changed' ? 'parcel_history' : code)
