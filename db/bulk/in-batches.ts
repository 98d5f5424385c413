import type { Store, StoreWriter } from '../store.ts'

export interface BatchOptions {
  /** Items of one transaction. One costs a write to the disk each; beyond a thousand nothing is won. */
  readonly size?: number
  /** Called after every commit with the number of items done so far. */
  readonly onProgress?: (done: number) => void
}

/**
 * Writes many things through the writers that write one: `work` is called for every item, `size` of them in a transaction. When it throws,
 * the batches before are kept, that one is not, and it is thrown on. Ends with `Store.optimize`. Answers the number of items.
 */
export const inBatches = <T>(
  store: Store,
  items: Iterable<T>,
  work: (writer: StoreWriter, item: T) => void,
  { size = 1000, onProgress }: BatchOptions = {},
): number => {
  let done = 0
  for (const batch of batchesOf(items, size)) {
    store.transact((writer) => {
      for (const item of batch) work(writer, item)
    })
    done += batch.length
    onProgress?.(done)
  }
  store.optimize()
  return done
}

function* batchesOf<T>(items: Iterable<T>, size: number): Generator<readonly T[]> {
  let batch: T[] = []
  for (const item of items) {
    batch.push(item)
    if (batch.length < size) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
