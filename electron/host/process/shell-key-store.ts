import type { HostToShell } from '../../../contract/host-process.ts'
import type { OsKeyStore } from '../keys/store-key.ts'

export interface ShellKeyStore extends OsKeyStore {
  /** An answer of the shell; one that nobody waits for is dropped. */
  readonly hear: (id: number, value: string | null) => void
}

/** The operating system's key store, asked over messages: only the shell may use it. */
export const createShellKeyStore = (send: (message: HostToShell) => void): ShellKeyStore => {
  const waiting = new Map<number, (value: string | null) => void>()
  let last = 0
  const ask = (type: 'wrap' | 'unwrap', value: string): Promise<string | null> =>
    new Promise((resolve) => {
      last += 1
      waiting.set(last, resolve)
      send({ type, id: last, value })
    })
  return {
    wrap: (plain) => ask('wrap', plain),
    unwrap: (sealed) => ask('unwrap', sealed),
    hear: (id, value) => {
      waiting.get(id)?.(value)
      waiting.delete(id)
    },
  }
}
