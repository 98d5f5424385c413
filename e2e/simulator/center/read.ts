import { type PullInput, type PullOutput, syncCaps } from '../../../contract/sync.ts'
import type { HeadsInput, HeadsOutput } from '../../../contract/sync-recovery.ts'
import { centerScope } from '../../../domain/scope/scope.ts'
import { type Result, err, ok } from '../../../domain/result.ts'
import type { SyncRefusal } from '../../../server/sync/sync-refusal.ts'
import type { Session } from '../../../server/sync/token.ts'
import { type CenterState, type LogRow, changeIncarnation, incarnationOf } from './center-state.ts'
import { asPulled, readScoped } from './scoped.ts'

/** What server/sync/pull.ts and server/store/history.ts do with SQL. */
export const pull = (
  state: CenterState,
  session: Session,
  input: PullInput,
  now: number,
): Result<PullOutput, SyncRefusal> => {
  const refused = refuseReader(state, session, input.center)
  if (refused !== null) return err(refused)
  const read = readPage(state, session, input, now)
  const last = pageEnd(read, input.after)
  const told = incarnationOf(state, session)?.told
  if (last > input.after && told !== undefined && (told.cseq < last || told.epoch !== state.epoch)) {
    changeIncarnation(state, session, { told: { cseq: last, epoch: state.epoch }, seenAt: now })
  }
  return ok(read)
}

/** Newest commit number that a page speaks of. */
export const pageEnd = ({ ops, runs = [] }: Pick<PullOutput, 'ops' | 'runs'>, after: number): number =>
  Math.max(after, ops.at(-1)?.cseq ?? after, runs.at(-1)?.to ?? after)

/** The same without a note that it was told: for news that is carried there. */
export const readPage = (
  state: CenterState,
  { device }: Pick<Session, 'device'>,
  input: Pick<PullInput, 'after' | 'limit'>,
  now: number,
): PullOutput => {
  const scope = state.devices.get(device)?.scope ?? centerScope
  const whole = {
    epoch: state.epoch,
    head: state.cseq,
    headHash: state.head,
    afterHash: state.log[input.after - 1]?.head ?? '0'.repeat(64),
    checkpoint: state.checkpoint,
    serverTime: now,
  }
  if (scope.kind === 'center') return { ...whole, ops: wholePage(state, input).map(asPulled) }
  const { ops, runs, brought, left } = readScoped(state, { device, scope }, input.after, input.limit)
  const gone = left.length === 0 ? {} : { left: [...left] }
  return { ...whole, ops: [...ops], scope, runs: [...runs], brought: [...brought], ...gone }
}

const wholePage = (state: CenterState, { after, limit }: Pick<PullInput, 'after' | 'limit'>): readonly LogRow[] => {
  const rows: LogRow[] = []
  let bytes = 0
  for (const row of state.log.slice(after, after + limit)) {
    bytes += Buffer.byteLength(row.canon)
    if (rows.length > 0 && bytes > syncCaps.bytesPerPull) break
    rows.push(row)
  }
  return rows
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

export const refuseReader = (state: CenterState, session: Session, center: string): SyncRefusal | null => {
  if (center !== session.center) return { code: 'scope_forbidden' }
  const device = state.devices.get(session.device)
  if (device === undefined) return { code: 'device_unknown' }
  if (device.revokedAt !== null) return { code: 'device_revoked' }
  return session.epoch === state.epoch ? null : { code: 'token_invalid' }
}
