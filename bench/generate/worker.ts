import { parentPort, workerData } from 'node:worker_threads'
import type { StoreToGenerate } from '../generate.ts'
import { fillStore } from './fill-store.ts'

const readStore = (data: unknown): StoreToGenerate => {
  if (typeof data !== 'object' || data === null || !('key' in data)) throw new Error('generate.ts starts this')
  return data as StoreToGenerate
}

await fillStore(readStore(workerData), (done) => parentPort?.postMessage(done))
