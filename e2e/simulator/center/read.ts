import { type PullInput, type PullOutput, syncCaps } from '../../../contract/sync.ts'
import type { HeadsInput, HeadsOutput } from '../../../contract/sync-recovery.ts'
import { type Result, err, ok } from '../../../domain/result.ts'
import type { SyncRefusal } from '../../../server/sync/sync-refusal.ts'
import type { Session } from '../../../server/sync/token.ts'
import { type CenterState, type LogRow, changeIncarnation, incarnationOf } from './center-state.ts'

/** What server/sync/pull.ts and server/store/history.ts do with SQL. */
export const pull = (
  state: CenterState,
  session: Session,
  input: PullInput,
  now: number,
): Result<PullOutput, SyncRefusal> => {
  const refused = refuseReader(state, session, input.center)
  if (refused !== null) return err(refused)
  const ops: LogRow[] = []
  let bytes = 0
  for (const row of state.log.slice(input.after, input.after + input.limit)) {
    bytes += Buffer.byteLength(row.canon)
    if (ops.length > 0 && bytes > syncCaps.bytesPerPull) break
    ops.push(row)
  }
  const last = ops.at(-1)?.cseq
  const told = incarnationOf(state, session)?.told
  if (last !== undefined && told !== undefined && (told.cseq < last || told.epoch !== state.epoch)) {
    changeIncarnation(state, session, { told: { cseq: last, epoch: state.epoch }, seenAt: now })
  }
  return ok({
    epoch: state.epoch,
    ops: ops.map(({ cseq, canon, hash, verdict, reason, ref, committedAt, hlcEff, sig, head }) => ({
      cseq,
      canon,
      hash,
      verdict,
      reason,
      ref,
      committedAt,
      hlcEff,
      sig,
      head,
    })),
    head: state.cseq,
    headHash: state.head,
    afterHash: state.log[input.after - 1]?.head ?? '0'.repeat(64),
    checkpoint: state.checkpoint,
    serverTime: now,
  })
}

export const heads = (state: CenterState, session: Session, input: HeadsInput): Result<HeadsOutput, SyncRefusal> => {
  const refused = refuseReader(state, session, input.center)
  if (refused !== null) return err(refused)
  const asked = new Set(input.at.split(',').map(Number))
  return ok({
    epoch: state.epoch,
    newest: state.cseq,
    heads: state.log.filter(({ cseq }) => asked.has(cseq)).map(({ cseq, head }) => ({ cseq, head })),
  })
}

const refuseReader = (state: CenterState, session: Session, center: string): SyncRefusal | null => {
  if (center !== session.center) return { code: 'scope_forbidden' }
  const device = state.devices.get(session.device)
  if (device === undefined) return { code: 'device_unknown' }
  if (device.revokedAt !== null) return { code: 'device_revoked' }
  return session.epoch === state.epoch ? null : { code: 'token_invalid' }
}
