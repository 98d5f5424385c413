import { type Host, composeHost } from '../electron/host/compose.ts'
import type { Actor } from '../electron/host/perform/perform.ts'

/** A desk on a store of its own, put together by the product itself. */
export interface BenchDesk {
  readonly host: Host
  /** May do every act. */
  readonly actor: Actor
}

/** @param now the desk's clock, epoch milliseconds */
export const openBenchDesk = (dir: string, key: Uint8Array, now: () => number = Date.now): BenchDesk => {
  const log = { write: () => undefined }
  const host = composeHost({ dir, key, nativeBinding: null, appVersion: 'bench', log, now })
  if (!host.ok) throw new Error(`the store did not open: ${host.error.code} ${host.error.detail}`)
  return { host: host.value, actor: { staffId: 'bench', role: 'administrator', session: null } }
}
