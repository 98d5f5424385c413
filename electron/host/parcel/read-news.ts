import {
  type NewsHead,
  NewsHeadSchema,
  type ParcelHeader,
  type ParcelProblemCode,
} from '../../../contract/parcel/parcel.ts'
import { type ParcelSource, readParcelFrames, readParcelStart } from '../../../contract/parcel/parcel-file.ts'
import { type PullOutput, PullOutputSchema, syncProtocol } from '../../../contract/sync.ts'
import type { Store } from '../../../db/store.ts'
import { type Result, err, ok } from '../../../domain/result.ts'
import { jsonOf } from '../../../parcel/json-of.ts'
import { parcelOpener } from '../../../parcel/parcel-crypto.ts'
import { publicSealKey, sealKeyMark } from '../../../parcel/seal-key.ts'
import { isSignedByServer } from '../sync-agent/signed-by-server.ts'
import { deviceSealKey } from './seal-key.ts'
import type { ParcelWatch } from './watch.ts'

/** A center's parcel that was read through once and found whole. */
export interface SoundNews {
  readonly header: ParcelHeader
  readonly head: NewsHead
  /** Newest commit number in it. */
  readonly upTo: number
  readonly scope: PullOutput['scope']
  /** Reads the file again, page after page; throws when it has become another since. */
  readonly pages: () => AsyncGenerator<PullOutput, void, void>
}

/** PCL-3, PCL-4: looks at the whole file before anything is done with it. */
export const readNews = async (
  store: Store,
  source: ParcelSource,
  watch: ParcelWatch,
): Promise<Result<SoundNews, ParcelProblemCode>> => {
  const start = await readParcelStart(source)
  if (!start.ok) return start
  const { header } = start.value
  if (header.kind !== 'news') return err('parcel_direction')
  const { meta } = store.read
  const device = meta.findDevice()
  const serverKey = meta.find('server_key')
  if (device === null || serverKey === null) return err('parcel_not_introduced')
  if (header.center !== device.center) return err('parcel_foreign_center')
  if (header.device !== device.device) return err('parcel_foreign_device')
  const sealKey = deviceSealKey(store)
  if (header.sealedFor !== sealKeyMark(publicSealKey(sealKey))) return err('parcel_other_key')
  const isSigned = (text: string, signature: string) => isSignedByServer(serverKey, text, signature)
  const frames = () => readParcelFrames(source, start.value, parcelOpener(sealKey, isSigned, start.value))
  const looked = await lookThrough(frames(), async (done) => watch.step(done, 2 * source.size))
  if (!looked.ok) return looked
  return ok({ header, ...looked.value, pages: () => pagesOf(frames(), source.size, watch) })
}

type Looked = Pick<SoundNews, 'head' | 'upTo' | 'scope'>

const lookThrough = async (
  frames: ReturnType<typeof readParcelFrames>,
  step: (done: number) => Promise<void>,
): Promise<Result<Looked, ParcelProblemCode>> => {
  let head: NewsHead | null = null
  let page: PullOutput | null = null
  let upTo = 0
  // Told once everything is proved to be the server's: a newer one may say more than this program knows.
  let unknown: ParcelProblemCode | null = null
  for (;;) {
    const frame = await frames.next()
    if (frame.done === true) {
      if (frame.value !== null) return err(frame.value)
      break
    }
    await step(frame.value.end)
    const json = jsonOf(frame.value.text)
    if (head === null) {
      const read = NewsHeadSchema.safeParse(json)
      if (read.success && read.data.proto === syncProtocol) {
        head = read.data
        upTo = head.after
      } else unknown ??= 'parcel_newer'
      if (unknown !== null) continue
      continue
    }
    const read = PullOutputSchema.safeParse(json)
    if (!read.success) unknown ??= 'parcel_newer'
    else {
      page = read.data
      if (page.epoch !== head.epoch) unknown ??= 'parcel_damaged'
      upTo = pageEnd(page, upTo)
    }
  }
  if (unknown !== null) return err(unknown)
  return head === null || page === null ? err('parcel_damaged') : ok({ head, upTo, scope: page.scope })
}

/** Newest commit number that a page speaks of. */
export const pageEnd = ({ ops, runs = [] }: Pick<PullOutput, 'ops' | 'runs'>, after: number): number =>
  Math.max(after, ops.at(-1)?.cseq ?? 0, runs.at(-1)?.to ?? 0)

const pagesOf = async function* (
  frames: ReturnType<typeof readParcelFrames>,
  size: number,
  watch: ParcelWatch,
): AsyncGenerator<PullOutput, void, void> {
  let isHead = true
  for (;;) {
    const frame = await frames.next()
    if (frame.done === true) {
      if (frame.value === null) return
      throw new ParcelChanged()
    }
    await watch.step(size + frame.value.end, 2 * size)
    if (!isHead) yield PullOutputSchema.parse(JSON.parse(frame.value.text))
    isHead = false
  }
}

/** The file was whole, and is not any more: somebody wrote on it, or the stick is failing. */
export class ParcelChanged extends Error {}
