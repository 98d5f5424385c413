// A center's history in memory: judges what desks push with the domain's own `judge` and hands it out again, as the server does.
import { currentWorkCalendar } from '../../domain/calendar/state-council.ts'
import { genesisHash } from '../../contract/operation.ts'
import type { OperationVerdict, PulledOperation, Verdict } from '../../contract/sync.ts'
import type { CaseState } from '../../domain/case/case-state.ts'
import { fold } from '../../domain/case/fold.ts'
import { judge } from '../../domain/case/judge.ts'
import type { Store } from '../store.ts'
import { caseOperationOf, operationOf } from '../cases/case-operation-of.ts'
import { chainHash, headHash } from '../log/chain.ts'

export interface History {
  readonly center: string
  readonly ops: PulledOperation[]
  readonly states: ReadonlyMap<string, CaseState>
  /** From now on whatever comes in by this person waits for a supervisor. */
  readonly closeAccount: (actor: string) => void
  /** Appends a text with a verdict of one's own choosing. */
  readonly commit: (canon: string, hash: string, verdict: Verdict, reason?: string | null) => PulledOperation
  /** Takes in what a desk has waiting, at most `limit` operations; the answer goes to the desk unless it is lost on the way. */
  readonly push: (store: Store, limit?: number, lost?: boolean) => void
  /** Brings a desk up to date, `limit` operations a page. */
  readonly pull: (store: Store, limit?: number) => void
}

export const aHistory = (center = '990123'): History => {
  const ops: PulledOperation[] = []
  const states = new Map<string, CaseState>()
  const taken = new Map<string, OperationVerdict & { readonly hash: string }>()
  const closed = new Set<string>()
  const commit: History['commit'] = (canon, hash, verdict, reason = null) => {
    const cseq = ops.length + 1
    const head = headHash(ops.at(-1)?.head ?? genesisHash, cseq, hash, verdict)
    const pulled = {
      cseq,
      canon,
      hash,
      verdict,
      reason,
      ref: null,
      committedAt: 1_800_000_000_000 + cseq,
      hlcEff: '',
      sig: null,
      head,
    }
    ops.push(pulled)
    return pulled
  }
  const judged = (canon: string): { readonly verdict: Verdict; readonly reason: string | null } => {
    const envelope = operationOf(canon)
    if (envelope.entity.includes(':')) return { verdict: 'rejected', reason: 'reference_server_only' }
    if (closed.has(envelope.actor)) return { verdict: 'quarantined', reason: 'actor_disabled' }
    const operation = caseOperationOf(envelope)
    const before = states.get(envelope.entity) ?? null
    const judgement = judge(before, operation, envelope.base, envelope, currentWorkCalendar)
    if (judgement.verdict === 'applied')
      states.set(envelope.entity, fold(before, envelope.entity, operation, envelope.hlc))
    return judgement
  }
  return {
    center,
    ops,
    states,
    closeAccount: (actor) => closed.add(actor),
    commit,
    push: (store, limit = 200, lost = false) => {
      const batch = store.read.sync.batch(store.read.sync.position().ack + 1, { ops: limit, bytes: 1_000_000 })
      if (batch === null) return
      store.transact(({ sync }) => sync.markSent(batch.toSeq))
      let hash = batch.prevHash
      const verdicts = batch.ops.map((canon, at): OperationVerdict => {
        hash = chainHash(hash, canon)
        const { inc, seq } = operationOf(canon)
        const known = taken.get(`${inc} ${seq}`)
        if (known !== undefined) return known
        const { verdict, reason } = judged(canon)
        const { cseq, committedAt } = commit(canon, hash, verdict, reason)
        const answer = { seq: batch.fromSeq + at, verdict, reason, ref: null, cseq, committedAt }
        taken.set(`${inc} ${seq}`, { ...answer, hash })
        return answer
      })
      if (!lost) store.transact(({ sync }) => sync.recordPush({ safe: 0, verdicts }))
    },
    pull: (store, limit = 500) => {
      for (;;) {
        const { cseq } = store.read.sync.cursor(center)
        const page = ops.slice(cseq, cseq + limit)
        if (page.length === 0) return
        const applied = store.transact(({ sync }) => sync.applyPull({ center, ops: page }))
        if (!applied.ok) throw new Error(JSON.stringify(applied.error))
      }
    },
  }
}
