import type { WorkCalendar } from '../../domain/calendar/work-calendar.ts'
import type { Result } from '../../domain/result.ts'
import type { OperationVerdict } from '../../contract/sync.ts'
import type { Connection } from '../connection.ts'
import { type Continuing, beginIncarnation } from '../log/incarnation.ts'
import { findOwnOrigin } from '../log/origin.ts'
import { metaReader } from '../meta/reader.ts'
import { putMeta } from '../meta/writer.ts'
import { putAwayCases } from '../scope/put-away.ts'
import { dropHeadRuns } from '../scope/head-runs.ts'
import { uuidToBytes } from '../uuid.ts'
import type { WriteScope } from '../write-scope.ts'
import { type SnapshotPiece, applySnapshot, forgetSnapshot } from './apply-snapshot.ts'
import { type AppliedPage, type PageProblem, type PulledPage, applyPull } from './apply-pull.ts'
import { advanceAck } from './ack.ts'
import { type PullCursor, positionOf } from './reader.ts'
import { type Rewound, rewindHistory } from './rewind-history.ts'
import { noteSafe } from './safe.ts'
import { retryHeld } from './retry-held.ts'
import { entityTypeOf } from './classify.ts'
import { settleOwn } from './settle-own.ts'
import { commitOwn, deleteCursor, markSent, ownAbove, ownBySeq, rewindOwn } from './statements.ts'
import { touchedEntities } from './touched.ts'

export interface SyncWriter {
  /** Own operations up to a seq are on their way. */
  readonly markSent: (toSeq: number) => void
  /** Ack and verdicts of a push. Entities whose operation was not applied are folded again without it. */
  readonly recordPush: (answer: { readonly safe: number; readonly verdicts: readonly OperationVerdict[] }) => void
  /**
   * A pulled page: operations, folded state and cursor together. Unknown operations are kept raw and the cursor moves on. On a
   * problem nothing is written.
   */
  readonly applyPull: (page: PulledPage) => Result<AppliedPage, PageProblem>
  /** A piece of a snapshot: states, operations and, with the last, the cursor (SYN-60). */
  readonly applySnapshot: (piece: SnapshotPiece) => void
  /** Cases that are over leave this device (RET-1); answers how many, at most a hundred. */
  readonly putAwayCases: () => number
  /** The server's word on what a second machine of it holds (I7). */
  readonly recordHello: (hello: { readonly safe: number }) => void
  /** A new chain in this file, after a fork (SYN-27); answers how many operations moved into it. */
  readonly beginIncarnation: (inc: string, continuing: Continuing) => number
  /** The server's history is another one after `common` (SYN-29). */
  readonly rewindHistory: (center: string, common: PullCursor) => Rewound
  /** The server stands at an older `ack` than we thought (restored): everything above it waits again. */
  readonly rewind: (ack: number) => void
  /** Reads the history of a center again from its start; harmless, what is known is recognised. */
  readonly resetCursor: (center: string) => void
  /** Folds held operations that this version understands by now; answers how many. `openStore` does it by itself. */
  readonly retryHeld: () => number
}

export const syncWriter = (connection: Connection, scope: WriteScope, calendar: WorkCalendar): SyncWriter => ({
  markSent: (toSeq) => {
    scope.touch('sync')
    const origin = findOwnOrigin(connection)
    if (origin !== null) connection.run(markSent, { origin, toSeq })
  },
  recordPush: ({ safe, verdicts }) => {
    scope.touch('sync')
    const origin = findOwnOrigin(connection)
    if (origin === null) return
    const touched = touchedEntities(connection, scope, calendar)
    for (const { seq, verdict, reason, ref, cseq, committedAt } of verdicts) {
      const own = connection.first(ownBySeq, { origin, seq })
      if (own === null || (own.cseq === cseq && own.verdict === verdict)) continue
      connection.run(commitOwn, {
        n: own.n,
        cseq,
        verdict,
        reason,
        ref: ref === null ? null : uuidToBytes(ref),
        committedAt,
      })
      const type = entityTypeOf(own.kind)
      if (!settleOwn(connection, type, own.entity)) touched.add(type, own.entity)
    }
    advanceAck(connection, origin)
    noteSafe(connection, origin, safe)
    if (verdicts.length > 0) for (const topic of ['cases', 'records'] as const) scope.touch(topic)
    touched.refold()
  },
  applyPull: (page) => {
    scope.touch('sync')
    return applyPull(connection, scope, calendar, page)
  },
  applySnapshot: (piece) => {
    scope.touch('sync')
    applySnapshot(connection, scope, calendar, piece)
  },
  putAwayCases: () => {
    scope.touch('sync')
    return putAwayCases(connection, scope, calendar)
  },
  recordHello: ({ safe }) => {
    scope.touch('sync')
    const origin = findOwnOrigin(connection)
    if (origin !== null) noteSafe(connection, origin, safe)
  },
  beginIncarnation: (inc, continuing) => {
    for (const topic of ['sync', 'cases', 'records'] as const) scope.touch(topic)
    return beginIncarnation(connection, inc, continuing)
  },
  rewindHistory: (center, common) => {
    scope.touch('sync')
    return rewindHistory(connection, touchedEntities(connection, scope, calendar), center, common)
  },
  rewind: (ack) => {
    scope.touch('sync')
    const origin = findOwnOrigin(connection)
    if (origin === null) return
    const touched = touchedEntities(connection, scope, calendar)
    for (const { entity, kind } of connection.all(ownAbove, { origin, ack })) {
      touched.add(entityTypeOf(kind), entity)
    }
    connection.run(rewindOwn, { origin, ack })
    putMeta(connection, 'ack', String(Math.min(ack, positionOf(connection, origin).ack)))
    noteSafe(connection, origin, Math.min(ack, Number(metaReader(connection).find('safe') ?? '0')))
    touched.refold()
  },
  resetCursor: (center) => {
    scope.touch('sync')
    connection.run(deleteCursor, { center })
    dropHeadRuns(connection, center, 0)
    const touched = touchedEntities(connection, scope, calendar)
    forgetSnapshot(connection, touched)
    touched.refold()
  },
  retryHeld: () => retryHeld(connection, touchedEntities(connection, scope, calendar)),
})
