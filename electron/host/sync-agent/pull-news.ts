import { syncCaps } from '../../../contract/sync.ts'
import { type Result, err, ok } from '../../../domain/result.ts'
import { noteCheckpoint } from './checkpoint.ts'
import { scopeOf } from '../../../db/scope/device-scope.ts'
import { centerScope, isSameScope } from '../../../domain/scope/scope.ts'
import { repairHistory } from './repair-history.ts'
import { type ReadAhead, readAhead } from './read-ahead.ts'
import type { Session } from './session.ts'
import { takeSnapshot } from './take-snapshot.ts'
import { type Trouble, trouble } from './trouble.ts'

/**
 * Reads the center's history to its newest commit, page after page, the next one on its way while one is applied (SYN-81); each page,
 * what it changes and the cursor are one transaction (SYN-13). A history that is not the one read so far is followed back to where they part (SYN-29), and never in silence: the exchange
 * ends with `history_changed`, and the next one goes on from there.
 */
export const pullNews = async (session: Session): Promise<Result<null, Trouble>> => {
  const { store } = session
  const { center } = session.device
  const isNew = store.read.sync.cursor(center).cseq === 0
  if (isNew && scopeOf(store.read.meta).kind !== 'center') {
    const taken = await takeSnapshot(session)
    if (!taken.ok) return taken
  }
  return readHistory(session)
}

/** The same without a snapshot: a device that has read nothing begins with the first page (PCL-9). */
export const readHistory = async (session: Session): Promise<Result<null, Trouble>> => {
  const { api, token } = session
  const { center } = session.device
  const pages = readAhead((after) => api.pull(token, { center, after, limit: syncCaps.opsPerPull }))
  try {
    return await readPages(session, pages)
  } finally {
    await pages.end()
  }
}

type Page = Awaited<ReturnType<Session['api']['pull']>>

const readPages = async (session: Session, pages: ReadAhead<Page>): Promise<Result<null, Trouble>> => {
  const { store, epoch, now } = session
  const { center } = session.device
  for (;;) {
    const cursor = store.read.sync.cursor(center)
    const page = await pages.take(cursor.cseq)
    if (!page.ok) return page
    const { ops, head, afterHash, checkpoint, runs = [], brought = [], left = [] } = page.value
    if (page.value.epoch !== epoch) return err(trouble('epoch_changed'))
    if (afterHash !== cursor.head) {
      const repaired = await repairHistory(session)
      return repaired.ok ? err(trouble('history_changed')) : repaired
    }
    // Another scope than hello told: it changed since, and the next hello tells it.
    if (!isSameScope(page.value.scope ?? centerScope, scopeOf(store.read.meta))) return err(trouble('token_invalid'))
    const isEmpty = ops.length === 0 && runs.length === 0
    if (isEmpty && head !== cursor.cseq) return err(trouble('answer_invalid'))
    if (!isEmpty) {
      const last = Math.max(ops.at(-1)?.cseq ?? 0, runs.at(-1)?.to ?? 0)
      if (last < head) await pages.begin(last)
      const applied = store.transact((writer) => {
        const result = writer.sync.applyPull({ center, ops, runs, brought, left })
        if (result.ok) writer.meta.set('last_contact_at', String(now()))
        return result
      })
      if (!applied.ok) return err(trouble(troubleOfPage[applied.error.code]))
    }
    if (checkpoint !== null && !noteCheckpoint(session, checkpoint)) return err(trouble('history_changed'))
    if (isEmpty || store.read.sync.cursor(center).cseq >= head) return ok(null)
  }
}

const troubleOfPage = { gap: 'answer_invalid', hash_mismatch: 'history_changed', own_fork: 'fork' } as const
