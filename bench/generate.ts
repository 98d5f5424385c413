import { Worker } from 'node:worker_threads'
import { progressOf } from './progress.ts'

export interface StoreToGenerate {
  /** Folder without a store. */
  readonly dir: string
  readonly key: Uint8Array
  /** Cases. */
  readonly size: number
  readonly seed: number
}

/**
 * Makes the store of an enrolled desk with so many cases (generate/fill-store.ts), in a thread of its own, so that Ctrl-C is heard.
 * Throws the signal's reason when it is aborted; the half-made store is then its caller's to remove.
 */
export const generateStore = async (store: StoreToGenerate, signal: AbortSignal): Promise<void> => {
  signal.throwIfAborted()
  const worker = new Worker(new URL('./generate/worker.ts', import.meta.url), { workerData: store })
  const progress = progressOf('cases', store.size)
  const cancel = (): void => void worker.terminate()
  signal.addEventListener('abort', cancel)
  try {
    await new Promise<void>((resolve, reject) => {
      worker.on('message', (done: number) => progress.show(done))
      worker.once('error', reject)
      worker.once('exit', () => resolve())
    })
  } finally {
    signal.removeEventListener('abort', cancel)
    progress.end()
  }
  signal.throwIfAborted()
}
