import { type PullInput, type PullOutput, syncCaps } from '../../contract/sync.ts'
import type { HeadsInput, HeadsOutput } from '../../contract/sync-recovery.ts'
import { type Result, err, ok } from '../../domain/result.ts'
import type { Scope } from '../../domain/scope/scope.ts'
import { newestCheckpoint } from '../audit/checkpoint.ts'
import { readScoped } from '../scope/read-scope.ts'
import type { Database } from '../store/connect.ts'
import { findDevice } from '../store/devices.ts'
import { readHeads, readHistory } from '../store/history.ts'
import { getEpoch } from '../store/identity.ts'
import { noteTold } from '../store/incarnations.ts'
import type { SyncRefusal } from './sync-refusal.ts'
import type { Session } from './token.ts'

/** SYN-13: a page of the center's history, for the devices of that center. What was sent, the device may know from then on (SYN-40). */
export const pull = async (
  db: Database,
  session: Session,
  input: PullInput,
): Promise<Result<PullOutput, SyncRefusal>> => {
  const read = await readPage(db, session, input)
  if (!read.ok) return read
  const { ops, runs = [], epoch, serverTime } = read.value
  const last = Math.max(ops.at(-1)?.cseq ?? input.after, runs.at(-1)?.to ?? input.after)
  if (last > input.after) await noteTold(db, session, { cseq: last, epoch }, serverTime)
  return read
}

/** The same without a note: for news that is carried there and may be lost on its way (PCL-8). */
export const readPage = async (
  db: Database,
  session: Session,
  input: PullInput,
): Promise<Result<PullOutput, SyncRefusal>> => {
  const reader = await admitReader(db, session, input.center)
  if (!reader.ok) return reader
  const { epoch, scope } = reader.value
  const limit = { ops: input.limit, bytes: syncCaps.bytesPerPull }
  const checkpoint = await newestCheckpoint(db, input.center)
  const viewer = { device: session.device, scope, witness: checkpoint?.cseq ?? 0 }
  const scoped = scope.kind === 'center' ? null : await readScoped(db, input.center, input.after, viewer, limit)
  const page = scope.kind === 'center' ? await readHistory(db, input.center, input.after, limit) : scoped
  if (page === null) return err({ code: 'scope_forbidden' })
  const { ops, head, headHash, afterHash } = page
  return ok({
    ops: [...ops],
    head,
    headHash,
    afterHash,
    checkpoint,
    epoch,
    serverTime: Date.now(),
    ...(scoped === null ? {} : { scope, runs: [...scoped.runs], brought: [...scoped.brought] }),
    ...(scoped === null || scoped.left.length === 0 ? {} : { left: [...scoped.left] }),
  })
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
export const admitReader = async (
  db: Database,
  session: Session,
  center: string,
): Promise<Result<{ readonly epoch: string; readonly scope: Scope }, SyncRefusal>> => {
  if (center !== session.center) return err({ code: 'scope_forbidden' })
  const device = await findDevice(db, session.device)
  if (device === null || device.center !== session.center) return err({ code: 'device_unknown' })
  if (device.revoked) return err({ code: 'device_revoked' })
  const epoch = await getEpoch(db)
  return session.epoch === epoch ? ok({ epoch, scope: device.scope }) : err({ code: 'token_invalid' })
}
