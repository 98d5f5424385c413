import { type PullInput, type PullOutput, syncCaps } from '../../contract/sync.ts'
import type { HeadsInput, HeadsOutput } from '../../contract/sync-recovery.ts'
import { type Result, err, ok } from '../../domain/result.ts'
import { newestCheckpoint } from '../audit/checkpoint.ts'
import type { Database } from '../store/connect.ts'
import { findDevice } from '../store/devices.ts'
import { readHeads, readHistory } from '../store/history.ts'
import { getEpoch } from '../store/identity.ts'
import { noteTold } from '../store/incarnations.ts'
import type { SyncRefusal } from './sync-refusal.ts'
import type { Session } from './token.ts'

/** SYN-13: a page of the center's history, for the devices of that center. */
export const pull = async (
  db: Database,
  session: Session,
  input: PullInput,
): Promise<Result<PullOutput, SyncRefusal>> => {
  const reader = await admitReader(db, session, input.center)
  if (!reader.ok) return reader
  const { epoch } = reader.value
  const page = await readHistory(db, input.center, input.after, { ops: input.limit, bytes: syncCaps.bytesPerPull })
  if (page === null) return err({ code: 'scope_forbidden' })
  const now = Date.now()
  const last = page.ops.at(-1)?.cseq
  if (last !== undefined) await noteTold(db, session, { cseq: last, epoch }, now)
  const checkpoint = await newestCheckpoint(db, input.center)
  return ok({ ...page, ops: [...page.ops], checkpoint, epoch, serverTime: now })
}

/** SYN-38: heads at some commit numbers, for a device that looks for the last commit it has in common with this server. */
export const heads = async (
  db: Database,
  session: Session,
  input: HeadsInput,
): Promise<Result<HeadsOutput, SyncRefusal>> => {
  const reader = await admitReader(db, session, input.center)
  if (!reader.ok) return reader
  const found = await readHeads(db, input.center, input.at.split(',').map(Number))
  return ok({ epoch: reader.value.epoch, newest: found.newest, heads: [...found.heads] })
}

/** SYN-15, SYN-37: who may read a center's history now; looked up at every request. */
const admitReader = async (
  db: Database,
  session: Session,
  center: string,
): Promise<Result<{ readonly epoch: string }, SyncRefusal>> => {
  if (center !== session.center) return err({ code: 'scope_forbidden' })
  const device = await findDevice(db, session.device)
  if (device === null || device.center !== session.center) return err({ code: 'device_unknown' })
  if (device.revoked) return err({ code: 'device_revoked' })
  const epoch = await getEpoch(db)
  return session.epoch === epoch ? ok({ epoch }) : err({ code: 'token_invalid' })
}
