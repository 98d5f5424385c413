import { genesisHash } from '../../../contract/operation.ts'
import { pushText } from '../../../contract/sync-texts.ts'
import { chainHash, headHash } from '../../../server/sync/hashes.ts'
import { isSignedBy } from '../../../server/sync/signature.ts'
import { type CenterState, type LogRow, incarnationOf } from '../center/center-state.ts'
import type { World } from '../world.ts'

export interface HistoryProblem {
  readonly code: 'missing' | 'order' | 'chain' | 'head' | 'signature' | 'truncated'
  /** Commit number of the first row that is wrong. */
  readonly at: number
}

/** INV-20: proves a whole history from its texts, in the way server/audit does on the tables. */
export const findHistoryProblem = (state: CenterState, log: readonly LogRow[] = state.log): HistoryProblem | null => {
  const chains = new Map<string, { readonly seq: number; readonly hash: string }>()
  let head = genesisHash
  for (const [at, row] of log.entries()) {
    const problem = (code: HistoryProblem['code']) => ({ code, at: at + 1 })
    if (row.cseq !== at + 1) return problem('missing')
    const name = `${row.device} ${row.inc}`
    const start = { seq: 0, hash: incarnationOf(state, row)?.base?.hash ?? genesisHash }
    const before = chains.get(name) ?? start
    if (row.seq !== before.seq + 1) return problem('order')
    if (chainHash(before.hash, row.canon) !== row.hash) return problem('chain')
    head = headHash(head, row.cseq, row.hash, row.verdict)
    if (head !== row.head) return problem('head')
    const key = state.devices.get(row.device)?.publicKey ?? null
    if (row.sig !== null && key !== null && !isSignedBy(key, pushText(row.device, row.inc, row.hash), row.sig)) {
      return problem('signature')
    }
    chains.set(name, row)
  }
  if (head !== state.head || log.length !== state.cseq) return { code: 'truncated', at: log.length + 1 }
  return null
}

/** INV-20: whatever single row is changed, taken out, or put elsewhere, the history no longer proves itself. */
export const checkTampering = ({ checks, center, random }: World): void => {
  const { state } = center
  const { log } = state
  if (log.length < 2) return
  const ways: readonly ((at: number) => readonly LogRow[])[] = [
    (at) => log.map((row, n) => (n === at ? { ...row, canon: row.canon.replace('"v":1', '"v":2') } : row)),
    (at) =>
      log.map((row, n) => (n === at ? { ...row, verdict: row.verdict === 'applied' ? 'rejected' : 'applied' } : row)),
    (at) => log.filter((_, n) => n !== at),
    (at) => log.toSpliced(at, 2, ...log.slice(at, at + 2).toReversed()),
    (at) => log.slice(0, at),
  ]
  for (const way of ways) {
    const at = random.int(log.length - 1)
    checks.expect(
      20,
      findHistoryProblem(state, way(at)) !== null,
      () => `row ${at + 1} was changed, and nothing shows it`,
    )
  }
}
