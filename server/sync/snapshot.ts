import type { SnapshotInput, SnapshotOutput } from '../../contract/sync-snapshot.ts'
import { type Result, err, ok } from '../../domain/result.ts'
import { safeSeqOf } from '../durability/safe.ts'
import { readSnapshot } from '../snapshot/read-snapshot.ts'
import type { Database } from '../store/connect.ts'
import { noteTold } from '../store/incarnations.ts'
import { admitReader } from './pull.ts'
import type { SyncRefusal } from './sync-refusal.ts'
import type { Session } from './token.ts'

/** SYN-59: a part of what the device is given in the place of the history up to a commit number. */
export const snapshot = async (
  db: Database,
  session: Session,
  { center, at, part, limit }: SnapshotInput,
): Promise<Result<SnapshotOutput, SyncRefusal>> => {
  const reader = await admitReader(db, session, center)
  if (!reader.ok) return reader
  const { epoch, scope } = reader.value
  const safe = await safeSeqOf(db, session)
  const viewer = { device: session.device, inc: session.inc, safe, scope }
  const read = await readSnapshot(db, center, viewer, { at, part, limit })
  if (read === null) return err({ code: 'scope_forbidden' })
  // Every own operation up to there comes along, verdict and all.
  if (read.next === null) await noteTold(db, session, { cseq: read.at, epoch }, Date.now())
  return ok({
    epoch,
    scope,
    at: read.at,
    head: read.head,
    next: read.next,
    states: [...read.states],
    ops: [...read.ops],
  })
}
