import {
  type Exported,
  type Imported,
  type ParcelNote,
  ParcelNoteSchema,
  type ParcelProblem,
  type ParcelStatus,
} from '../../../contract/queries/parcels.ts'
import type { MetaKey } from '../../../db/meta/reader.ts'
import { type Result, err } from '../../../domain/result.ts'
import { type ParcelDeps, exportOps } from './export-ops.ts'
import { importNews } from './import-news.ts'
import { ParcelCancelled, type ParcelWatch } from './watch.ts'

/** Parcels on a stick, one at a time; how far it is can be asked meanwhile, and it can be called off. */
export interface Parcels {
  readonly status: () => ParcelStatus
  readonly exportTo: (path: string) => Promise<Result<Exported, ParcelProblem>>
  readonly importFrom: (path: string) => Promise<Result<Imported, ParcelProblem>>
  /** Nothing half-done is left: a file is not written, and what was read so far is whole. */
  readonly cancel: () => void
  /** Calls back when `status` has changed; returns the way to stop. */
  readonly onChange: (listener: () => void) => () => void
}

export const createParcels = (deps: ParcelDeps): Parcels => {
  let running: ParcelStatus['running'] = null
  let cancelled = false
  const listeners = new Set<() => void>()
  const show = (next: ParcelStatus['running']) => {
    running = next
    for (const listener of listeners) listener()
  }
  const once = async <T>(
    work: 'export' | 'import',
    run: (watch: ParcelWatch) => Promise<Result<T, ParcelProblem>>,
  ): Promise<Result<T, ParcelProblem>> => {
    if (running !== null) return err('parcel_busy')
    cancelled = false
    show({ work, done: 0, total: 0 })
    try {
      return await run({
        step: async (done, total) => {
          show({ work, done, total })
          // Pages and saves have their turn between two pieces.
          await new Promise((resolve) => {
            setImmediate(resolve)
          })
          if (cancelled) throw new ParcelCancelled()
        },
      })
    } finally {
      show(null)
    }
  }
  const noted = (key: MetaKey): ParcelNote | null => {
    const text = deps.store.read.meta.find(key)
    const read = text === null ? null : ParcelNoteSchema.safeParse(JSON.parse(text))
    return read?.success === true ? read.data : null
  }
  return {
    status: () => ({ running, lastOut: noted('parcel_out'), lastIn: noted('parcel_in') }),
    exportTo: (path) => once('export', (watch) => exportOps(deps, path, watch)),
    importFrom: (path) => once('import', (watch) => importNews(deps, path, watch)),
    cancel: () => {
      cancelled = running !== null
    },
    onChange: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
