import { sql } from 'kysely'
import { OperationSchema } from '../../contract/operation.ts'
import { type PulledOperation, takesEffect } from '../../contract/sync.ts'
import type { SnapshotState } from '../../contract/sync-snapshot.ts'
import { redact } from '../../domain/scope/redact.ts'
import { type MatterFacts, type Scope, isLive, isOfScope } from '../../domain/scope/scope.ts'
import { redactOperation } from '../scope/redact-operation.ts'
import { staffSince } from '../scope/staff-in-scope.ts'
import type { Database, Tx } from '../store/connect.ts'
import { type Folded, foldTexts } from '../store/fold-texts.ts'
import { type LoggedText, readOperations } from '../store/history.ts'

export interface SnapshotPart {
  readonly at: number
  readonly head: string
  readonly next: string | null
  readonly states: readonly SnapshotState[]
  readonly ops: readonly PulledOperation[]
}

interface Asked {
  readonly at: number
  readonly part: string
  /** Entities at most. */
  readonly limit: number
}

interface Viewer {
  readonly device: string
  readonly inc: string
  /** Highest own seq of this incarnation that is safe: what is above is still in its log. */
  readonly safe: number
  readonly scope: Scope
}

/** A part ends before its operations grow past this, but speaks of one entity at least. */
const mostBytes = 2 * 1024 * 1024

/**
 * SYN-59: a stretch of the entities of a center as they were at a commit number. Folded from the log every time: the log does not change, so
 * any part can be asked for again, of any server, at any later time.
 */
export const readSnapshot = (
  db: Database,
  center: string,
  viewer: Viewer,
  asked: Asked,
): Promise<SnapshotPart | null> =>
  db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute((tx) => read(tx, center, viewer, asked))

const read = async (tx: Tx, center: string, viewer: Viewer, asked: Asked): Promise<SnapshotPart | null> => {
  const place = await findPlace(tx, center, asked.at)
  if (place === null) return null
  const { at, head } = place
  const found = await entitiesAfter(tx, center, asked, at)
  const entities = bounded(found)
  const rows = await operationsOf(tx, center, entities, at)
  const next = entities.length === found.length && found.length < asked.limit ? null : (entities.at(-1) ?? null)
  const staff = await staffSince(tx, center, viewer.scope, entities)
  const states: SnapshotState[] = []
  const ops: PulledOperation[] = []
  for (const [entity, logged] of byEntity(rows)) {
    const own = logged.filter(({ device }) => device === viewer.device)
    if (entity.includes(':')) {
      const isKnown = !entity.startsWith('staff:') || (staff.get(entity) ?? Infinity) <= at
      ops.push(...(isKnown ? logged : own).map(asPulled))
      continue
    }
    const folded = foldTexts(logged.filter(({ verdict }) => takesEffect(verdict)).map(asApplied(entity)))
    if (folded.beyond.has(entity)) {
      ops.push(...logged.map((row) => shown(viewer, row)))
      continue
    }
    const held = own.some((row) => isUnsafe(viewer, row))
    const matter = stateOf(folded, entity, logged, viewer, held ? null : place.committedAt)
    if (matter !== null) states.push(matter)
    if (matter !== null || held) ops.push(...own.map(asPulled))
  }
  return { at, head, next, states, ops: ops.toSorted((a, b) => a.cseq - b.cseq) }
}

/** The device has it still, so it gets the matter that it is of, however old. */
const isUnsafe = ({ inc, safe }: Viewer, { canon }: LoggedText): boolean => {
  const read = OperationSchema.parse(JSON.parse(canon))
  return read.inc !== inc || read.seq > safe
}

/** Null for what has no state, is not of the scope, or was over for too long at `at`; null = whatever its scope and age. */
const stateOf = (
  folded: Folded,
  entity: string,
  logged: readonly LoggedText[],
  { device, scope }: Viewer,
  at: number | null,
): SnapshotState | null => {
  const state = folded.cases.get(entity) ?? folded.records.get(entity) ?? null
  const opening = logged.find(({ verdict }) => takesEffect(verdict))
  if (state === null || opening === undefined) return null
  const isCase = 'caseNo' in state
  const facts: MatterFacts = {
    type: isCase ? 'case' : 'record',
    kind: state.kind,
    village: isCase ? (state.applicant.village ?? null) : null,
    openedHere: opening.device === device,
    closed: isCase && state.closedOn !== null,
    lastAt: Math.max(...logged.map(({ committedAt }) => committedAt)),
  }
  if (at !== null && (!isOfScope(scope, facts) || !isLive(scope, facts, at))) return null
  const { deviceNo } = OperationSchema.parse(JSON.parse(opening.canon))
  const shownState = facts.openedHere ? state : redact(scope.kind, state).value
  // Folded states are plain data.
  return {
    entity,
    type: facts.type,
    deviceNo,
    lastAt: facts.lastAt,
    state: shownState as unknown as SnapshotState['state'],
  }
}

const asApplied =
  (entity: string) =>
  ({ canon }: LoggedText) => ({ entity, canon })

const asPulled = ({ device: _device, entity: _entity, ...operation }: LoggedText): PulledOperation => operation

const shown = ({ device, scope }: Viewer, row: LoggedText): PulledOperation =>
  row.device === device ? asPulled(row) : redactOperation(scope, asPulled(row))

const byEntity = (rows: readonly LoggedText[]): ReadonlyMap<string, readonly LoggedText[]> => {
  const found = new Map<string, LoggedText[]>()
  for (const row of rows) {
    const entity = row.entity ?? ''
    const known = found.get(entity)
    if (known === undefined) found.set(entity, [row])
    else known.push(row)
  }
  return found
}

interface Place {
  readonly at: number
  readonly head: string
  readonly committedAt: number
}

const findPlace = async (tx: Tx, center: string, at: number): Promise<Place | null> => {
  const { rows } = await sql<Place>`
    select o.cseq as at, encode(o.head, 'hex') as head, o.committed_at as "committedAt"
    from center c join op_log o on o.center = c.center and o.cseq = ${at === 0 ? sql`c.cseq` : sql`least(c.cseq, ${at}::bigint)`}
    where c.center = ${center}`.execute(tx)
  return rows[0] ?? null
}

interface Measured {
  readonly entity: string
  readonly bytes: number
}

const entitiesAfter = async (
  tx: Tx,
  center: string,
  { part, limit }: Asked,
  at: number,
): Promise<readonly Measured[]> => {
  const { rows } = await sql<Measured>`
    select entity, sum(octet_length(canon))::bigint as bytes from op_log
    where center = ${center} and cseq <= ${at} and op is not null and entity in (
      select entity from op_log
      where center = ${center} and entity > ${part} and cseq <= ${at} and op is not null
      group by entity order by entity limit ${limit})
    group by entity order by entity`.execute(tx)
  return rows
}

const bounded = (found: readonly Measured[]): readonly string[] => {
  let bytes = 0
  const until = found.findIndex((measured, place) => {
    bytes += measured.bytes
    return place > 0 && bytes > mostBytes
  })
  return found.slice(0, until === -1 ? found.length : until).map(({ entity }) => entity)
}

const operationsOf = async (
  tx: Tx,
  center: string,
  entities: readonly string[],
  at: number,
): Promise<readonly LoggedText[]> => {
  const { rows } = await sql<{ cseq: number }>`
    select cseq from op_log
    where center = ${center} and entity = any(${entities}::text[]) and cseq <= ${at} and op is not null`.execute(tx)
  return readOperations(
    tx,
    center,
    rows.map(({ cseq }) => cseq),
  )
}
