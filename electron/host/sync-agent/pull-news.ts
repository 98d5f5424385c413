import { type Result, err, ok } from '../../../domain/result.ts'
import { noteCheckpoint } from './checkpoint.ts'
import { scopeOf } from '../../../db/scope/device-scope.ts'
import { centerScope, isSameScope } from '../../../domain/scope/scope.ts'
import { type Pace, makePace } from './pace.ts'
import { type PageGroup, askPages, operationsOf, pagesThatFollow } from './page-group.ts'
import { repairHistory } from './repair-history.ts'
import { type ReadAhead, readAhead } from './read-ahead.ts'
import type { Session } from './session.ts'
import { takeSnapshot } from './take-snapshot.ts'
import { type Trouble, trouble } from './trouble.ts'

/**
 * Reads the center's history to its newest commit, page after page, the next ones on their way while some are applied (SYN-81, SYN-97); what
 * is applied at once, what it changes and the cursor are one transaction (SYN-13). A history that is not the one read so far is followed back to where they part (SYN-29), and never in silence: the exchange
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
  return readHistory(session, makePace(isNew))
}

/** The same without a snapshot: a device that has read nothing begins with the first page (PCL-9). */
export const readHistory = async (session: Session, pace: Pace): Promise<Result<null, Trouble>> => {
  const { api, token } = session
  const { center } = session.device
  const ask = (after: number) => api.pull(token, { center, after, limit: pace.page })
  let count = 1
  const groups = readAhead((after) => askPages(ask, after, { page: pace.page, count }))
  const begin = async (after: number, left: number): Promise<void> => {
    count = pace.pages(left)
    await groups.begin(after)
    count = 1
  }
  try {
    return await readPages(session, pace, groups, begin)
  } finally {
    await groups.end()
  }
}

const readPages = async (
  session: Session,
  pace: Pace,
  groups: ReadAhead<PageGroup>,
  begin: (after: number, left: number) => Promise<void>,
): Promise<Result<null, Trouble>> => {
  const { store, epoch, now } = session
  const { center } = session.device
  for (;;) {
    const cursor = store.read.sync.cursor(center)
    const askedAt = now()
    const group = await groups.take(cursor.cseq)
    const [page] = group
    if (page === undefined) throw new Error('a group without a page')
    if (!page.ok) return page
    const { runs = [], brought = [], left = [] } = page.value
    const { afterHash } = page.value
    if (page.value.epoch !== epoch) return err(trouble('epoch_changed'))
    if (afterHash !== cursor.head) {
      const repaired = await repairHistory(session)
      return repaired.ok ? err(trouble('history_changed')) : repaired
    }
    // Another scope than hello told: it changed since, and the next hello tells it.
    if (!isSameScope(page.value.scope ?? centerScope, scopeOf(store.read.meta))) return err(trouble('token_invalid'))
    const joined = pagesThatFollow(group)
    pace.came(now() - askedAt, joined.length === group.length)
    const head = joined.at(-1)?.head ?? page.value.head
    const ops = operationsOf(joined)
    const isEmpty = ops.length === 0 && runs.length === 0
    if (isEmpty && head !== cursor.cseq) return err(trouble('answer_invalid'))
    if (!isEmpty) {
      const last = Math.max(ops.at(-1)?.cseq ?? 0, runs.at(-1)?.to ?? 0)
      if (last < head) await begin(last, head - last)
      const begun = now()
      const apply = (some: typeof ops) =>
        store.transact((writer) => {
          const result = writer.sync.applyPull({ center, ops: some, runs, brought, left })
          if (result.ok) writer.meta.set('last_contact_at', String(now()))
          return result
        })
      const applied = apply(ops)
      if (!applied.ok) {
        // What stands before the page that is refused is taken as it would have been alone.
        const isFirst = joined.length === 1 || !apply(page.value.ops).ok
        if (isFirst) return err(trouble(troubleOfPage[applied.error.code]))
        continue
      }
      pace.applied(ops.length, now() - begun)
    }
    for (const { checkpoint } of joined) {
      if (checkpoint !== null && !noteCheckpoint(session, checkpoint)) return err(trouble('history_changed'))
    }
    if (isEmpty || store.read.sync.cursor(center).cseq >= head) return ok(null)
  }
}

const troubleOfPage = { gap: 'answer_invalid', hash_mismatch: 'history_changed', own_fork: 'fork' } as const
