import { sql } from 'kysely'
import type { PulledOperation } from '../../contract/sync.ts'
import type { HeadRun } from '../../contract/sync-scope.ts'
import { type Scope, isLive, isOfScope, liveSince } from '../../domain/scope/scope.ts'
import type { Database, Tx } from '../store/connect.ts'
import { type HistoryPage, type LoggedText, readHistory, readOperations } from '../store/history.ts'
import { type KnownMatter, findMatters } from './matter-facts.ts'
import { redactOperation } from './redact-operation.ts'
import { staffSince } from './staff-in-scope.ts'
import { readBefore, villagesBefore } from './villages-before.ts'

export interface ScopedPage extends HistoryPage {
  readonly runs: readonly HeadRun[]
  readonly brought: readonly PulledOperation[]
  /** Matters that the device has by what it has read, and has no right to any more. */
  readonly left: readonly string[]
  /** Last commit number that the page speaks of. */
  readonly end: number
}

interface Viewer {
  readonly device: string
  readonly scope: Scope
  /** Commit number of the newest signed head: a run ends there, so that the device can compare; 0 = none. */
  readonly witness: number
}

/** Commits that are looked at for one page, most of them perhaps in vain. */
const mostScanned = 3000
/** Matters whose whole log comes along with a page. */
const mostRevived = 20

/**
 * SYN-58: the center's history after a commit number for a device of less than the center: operations of its scope, and runs of what lies
 * between. In one snapshot.
 */
export const readScoped = (
  db: Database,
  center: string,
  after: number,
  viewer: Viewer,
  limit: { readonly ops: number; readonly bytes: number },
): Promise<ScopedPage | null> =>
  db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute((tx) => read(tx, center, after, viewer, limit))

const read = async (
  tx: Tx,
  center: string,
  after: number,
  viewer: Viewer,
  limit: { readonly ops: number; readonly bytes: number },
): Promise<ScopedPage | null> => {
  const empty = await readHistory(tx, center, after, { ops: 0, bytes: 0 })
  if (empty === null) return null
  const scanned = await scan(tx, center, after)
  const entities = [...new Set(scanned.flatMap(({ entity }) => (entity === null ? [] : [entity])))]
  const matters = await findMatters(tx, center, viewer.device, entities, after)
  const staff = await staffSince(tx, center, viewer.scope, entities)
  const at = await committedAt(tx, center, after)
  const earlier =
    viewer.scope.kind === 'villages'
      ? await villagesBefore(tx, center, entities, after)
      : new Map<string, string | null>()
  /** By the village that it was of where the device has read up to. */
  const wasOfScope = (entity: string, matter: KnownMatter): boolean =>
    isOfScope(viewer.scope, {
      ...matter,
      village: earlier.has(entity) ? (earlier.get(entity) ?? null) : matter.village,
    })
  const isIn = (row: Scanned): boolean => {
    if (row.device === viewer.device) return true
    if (!row.readable || row.entity === null) return false
    if (row.entity.startsWith('staff:')) return (staff.get(row.entity) ?? Infinity) <= row.cseq
    if (row.entity.includes(':')) return true
    const matter = matters.get(row.entity)
    return matter !== undefined && isOfScope(viewer.scope, matter) && isLive(viewer.scope, matter, at)
  }
  const runs: HeadRun[] = []
  const wanted: Scanned[] = []
  // Closed and untouched for so long before `after` that the device may have put it away, or of another village then: its whole log comes along.
  const revived = new Set<string>()
  const since = liveSince(viewer.scope, at)
  const isRevived = ({ entity }: Scanned): boolean => {
    const matter = entity === null ? undefined : matters.get(entity)
    if (entity === null || matter === undefined || matter.before === null || since === null) return false
    return matter.before < since || (isOfScope(viewer.scope, matter) && !wasOfScope(entity, matter))
  }
  const left = new Set<string>()
  const hasLeft = ({ entity }: Scanned): boolean => {
    const matter = entity === null ? undefined : matters.get(entity)
    if (entity === null || matter === undefined || matter.before === null) return false
    return !isOfScope(viewer.scope, matter) && wasOfScope(entity, matter)
  }
  let bytes = 0
  let end = after
  for (const row of scanned) {
    if (isIn(row)) {
      bytes += row.size
      if (wanted.length === limit.ops || (wanted.length > 0 && bytes > limit.bytes)) break
      if (row.entity !== null && isRevived(row)) {
        if (wanted.length > 0 && !revived.has(row.entity) && revived.size === mostRevived) break
        revived.add(row.entity)
      }
      wanted.push(row)
    } else addToRun(runs, row, viewer.witness)
    if (row.entity !== null && hasLeft(row)) left.add(row.entity)
    end = row.cseq
  }
  const ops = await readOperations(
    tx,
    center,
    wanted.map(({ cseq }) => cseq),
  )
  const brought = await readBefore(tx, center, [...revived], after)
  const shown = (operation: LoggedText) => show(viewer, operation)
  return { ...empty, ops: ops.map(shown), runs, brought: brought.map(shown), left: [...left], end }
}

/** Its own acts come back to a device as it wrote them. */
const show = ({ device, scope }: Viewer, { device: origin, entity, ...operation }: LoggedText): PulledOperation =>
  origin === device || entity === null || entity.includes(':') ? operation : redactOperation(scope, operation)

const addToRun = (runs: HeadRun[], { cseq, head }: Scanned, witness: number): void => {
  const last = runs.at(-1)
  if (last === undefined || last.to !== cseq - 1 || last.to === witness) runs.push({ from: cseq, to: cseq, head })
  else runs[runs.length - 1] = { ...last, to: cseq, head }
}

interface Scanned {
  readonly cseq: number
  readonly entity: string | null
  readonly device: string
  readonly readable: boolean
  readonly size: number
  readonly head: string
}

const scan = async (tx: Tx, center: string, after: number): Promise<readonly Scanned[]> => {
  const { rows } = await sql<Scanned>`
    select cseq, entity, device, op is not null as readable, octet_length(canon) as size, encode(head, 'hex') as head
    from op_log where center = ${center} and cseq > ${after} and cseq <= ${after + mostScanned}
    order by cseq`.execute(tx)
  return rows
}

/** When the commit was made that the device has read up to; 0 = it has read nothing. */
const committedAt = async (tx: Tx, center: string, cseq: number): Promise<number> =>
  (
    await tx
      .selectFrom('op_log')
      .select('committed_at')
      .where('center', '=', center)
      .where('cseq', '=', cseq)
      .executeTakeFirst()
  )?.committed_at ?? 0
