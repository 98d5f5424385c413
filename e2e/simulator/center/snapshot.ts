import { OperationSchema } from '../../../contract/operation.ts'
import { type PulledOperation, takesEffect } from '../../../contract/sync.ts'
import type { SnapshotInput, SnapshotOutput, SnapshotState } from '../../../contract/sync-snapshot.ts'
import { redact } from '../../../domain/scope/redact.ts'
import { type MatterFacts, isLive, isOfScope } from '../../../domain/scope/scope.ts'
import { type Result, err, ok } from '../../../domain/result.ts'
import { foldTexts } from '../../../server/store/fold-texts.ts'
import type { SyncRefusal } from '../../../server/sync/sync-refusal.ts'
import type { Session } from '../../../server/sync/token.ts'
import { type CenterState, type LogRow, changeIncarnation, incarnationOf, safeSeq } from './center-state.ts'
import { refuseReader } from './read.ts'
import { type Viewer, asPulled, shown, staffSince } from './scoped.ts'

/** What server/sync/snapshot.ts and server/snapshot do with SQL. */
export const snapshot = (
  state: CenterState,
  session: Session,
  asked: SnapshotInput,
  now: number,
): Result<SnapshotOutput, SyncRefusal> => {
  const refused = refuseReader(state, session, asked.center)
  if (refused !== null) return err(refused)
  const scope = state.devices.get(session.device)?.scope ?? { kind: 'center' }
  const place = state.log[(asked.at === 0 ? state.cseq : Math.min(state.cseq, asked.at)) - 1]
  if (place === undefined) return err({ code: 'scope_forbidden' })
  const { cseq: at, head } = place
  const rows = state.log.filter(
    ({ cseq, op, entity }) => cseq <= at && op !== null && entity !== null && entity > asked.part,
  )
  // The order of PostgreSQL's C collation: all of these are ASCII.
  const found = [...new Set(rows.flatMap(({ entity }) => entity ?? []))].sort().slice(0, asked.limit)
  const next = found.length < asked.limit ? null : (found.at(-1) ?? null)
  const viewer = { device: session.device, scope, inc: session.inc, safe: safeSeq(state, session) }
  const states: SnapshotState[] = []
  const ops: PulledOperation[] = []
  for (const entity of found) {
    const logged = rows.filter((row) => row.entity === entity)
    const own = logged.filter(({ device }) => device === viewer.device)
    if (entity.includes(':')) {
      const isKnown = !entity.startsWith('staff:') || staffSince(state, scope, entity) <= at
      ops.push(...(isKnown ? logged : own).map(asPulled))
      continue
    }
    const held = own.some(({ inc, seq }) => inc !== viewer.inc || seq > viewer.safe)
    const matter = stateOf(entity, logged, viewer, held ? null : place.committedAt)
    if (matter !== null) states.push(matter)
    if (matter !== null || held) ops.push(...own.map((row) => shown(viewer, row)))
  }
  const told = incarnationOf(state, session)?.told
  if (next === null && told !== undefined && (told.cseq < at || told.epoch !== state.epoch)) {
    changeIncarnation(state, session, { told: { cseq: at, epoch: state.epoch }, seenAt: now })
  }
  return ok({ epoch: state.epoch, scope, at, head, next, states, ops: ops.toSorted((a, b) => a.cseq - b.cseq) })
}

/** The state of a matter as the scope may see it; `at` null = whatever its scope and age. */
export const stateOf = (
  entity: string,
  logged: readonly LogRow[],
  { device, scope }: Viewer,
  at: number | null,
): SnapshotState | null => {
  const { cases, records } = foldTexts(
    logged.flatMap(({ canon, verdict }) => (takesEffect(verdict) ? [{ entity, canon }] : [])),
  )
  const folded = cases.get(entity) ?? records.get(entity) ?? null
  const opening = logged.find(({ verdict }) => takesEffect(verdict))
  if (folded === null || opening === undefined) return null
  const isCase = 'caseNo' in folded
  const facts: MatterFacts = {
    type: isCase ? 'case' : 'record',
    kind: folded.kind,
    village: isCase ? (folded.applicant.village ?? null) : null,
    openedHere: opening.device === device,
    closed: isCase && folded.closedOn !== null,
    lastAt: Math.max(...logged.map(({ committedAt }) => committedAt)),
  }
  if (at !== null && (!isOfScope(scope, facts) || !isLive(scope, facts, at))) return null
  const { deviceNo } = OperationSchema.parse(JSON.parse(opening.canon))
  const seen = facts.openedHere ? folded : redact(scope.kind, folded).value
  // Folded states are plain data.
  return { entity, type: facts.type, deviceNo, lastAt: facts.lastAt, state: seen as unknown as SnapshotState['state'] }
}
