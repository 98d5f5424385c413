import { OperationSchema } from '../../../contract/operation.ts'
import { StaffSchema } from '../../../contract/reference.ts'
import { type PulledOperation, syncCaps, takesEffect } from '../../../contract/sync.ts'
import type { HeadRun } from '../../../contract/sync-scope.ts'
import {
  type MatterFacts,
  type Scope,
  isLive,
  isOfScope,
  isStaffOfScope,
  liveSince,
} from '../../../domain/scope/scope.ts'
import { redactOperation } from '../../../server/scope/redact-operation.ts'
import { foldTexts } from '../../../server/store/fold-texts.ts'
import type { CenterState, LogRow } from './center-state.ts'

/** Who reads: a device and what it is given. */
export interface Viewer {
  readonly device: string
  readonly scope: Scope
}

export interface KnownMatter extends MatterFacts {
  /** When anything was done to it last, as of the commit number that was asked about; null = nothing yet. */
  readonly before: number | null
}

/** What server/scope/matter-facts.ts does with SQL; null for an entity without a state. */
export const matterOf = (state: CenterState, device: string, entity: string, after: number): KnownMatter | null => {
  const matter = state.cases.get(entity) ?? state.records.get(entity)
  if (matter === undefined) return null
  const rows = state.log.filter((row) => row.entity === entity)
  const last = rows.findLast(({ cseq }) => cseq <= after)
  const isCase = 'caseNo' in matter
  return {
    type: isCase ? 'case' : 'record',
    kind: matter.kind,
    village: isCase ? (matter.applicant.village ?? null) : null,
    closed: isCase && matter.closedOn !== null,
    lastAt: rows.at(-1)?.committedAt ?? 0,
    before: last?.committedAt ?? null,
    openedHere: rows.find(({ verdict }) => takesEffect(verdict))?.device === device,
  }
}

/** What server/scope/staff-in-scope.ts does with SQL: from which commit number an account is known there; Infinity = never. */
export const staffSince = (state: CenterState, scope: Scope, entity: string): number => {
  for (const row of state.log) {
    if (row.entity !== entity) continue
    const read: { readonly data?: unknown } = JSON.parse(row.canon)
    const person = StaffSchema.safeParse(read.data)
    if (!person.success) continue
    const { role, village = null } = person.data
    if (isStaffOfScope(scope, { role, village })) return row.cseq
  }
  return Infinity
}

/** What server/scope/villages-before.ts does with SQL. */
const villageAt = (state: CenterState, entity: string, after: number): string | null => {
  const texts = state.log.flatMap(({ cseq, canon, verdict, entity: of }) =>
    of === entity && cseq <= after && takesEffect(verdict) ? [{ entity, canon }] : [],
  )
  return foldTexts(texts).cases.get(entity)?.applicant.village ?? null
}

const changesVillage = ({ canon, verdict }: LogRow): boolean => {
  const { kind, data } = OperationSchema.parse(JSON.parse(canon))
  return (
    takesEffect(verdict) &&
    (kind === 'case.set_contact' || kind === 'case.restore_field') &&
    data['field'] === 'village'
  )
}

export interface ScopedPage {
  readonly ops: readonly PulledOperation[]
  readonly runs: readonly HeadRun[]
  readonly brought: readonly PulledOperation[]
  readonly left: readonly string[]
}

const mostScanned = 3000
const mostRevived = 20

/** What server/scope/read-scope.ts does with SQL. */
export const readScoped = (state: CenterState, viewer: Viewer, after: number, limit: number): ScopedPage => {
  const { device, scope } = viewer
  const scanned = state.log.slice(after, after + mostScanned)
  const at = state.log[after - 1]?.committedAt ?? 0
  const since = liveSince(scope, at)
  const witness = state.checkpoint?.cseq ?? 0
  const matters = new Map<string, KnownMatter | null>()
  const find = (entity: string): KnownMatter | null => {
    const known = matters.get(entity)
    if (known !== undefined) return known
    const found = entity.includes(':') ? null : matterOf(state, device, entity, after)
    matters.set(entity, found)
    return found
  }
  const moved = new Set(
    scanned.flatMap((row) =>
      row.entity?.includes(':') === false && row.op !== null && changesVillage(row) ? [row.entity] : [],
    ),
  )
  const wasOfScope = (entity: string, matter: KnownMatter): boolean =>
    isOfScope(scope, {
      ...matter,
      village: scope.kind === 'villages' && moved.has(entity) ? villageAt(state, entity, after) : matter.village,
    })
  const isIn = (row: LogRow): boolean => {
    if (row.device === device) return true
    if (row.op === null || row.entity === null) return false
    if (row.entity.startsWith('staff:')) return staffSince(state, scope, row.entity) <= row.cseq
    if (row.entity.includes(':')) return true
    const matter = find(row.entity)
    return matter !== null && isOfScope(scope, matter) && isLive(scope, matter, at)
  }
  const isRevived = (entity: string): boolean => {
    const matter = find(entity)
    if (matter === null || matter.before === null || since === null) return false
    return matter.before < since || (isOfScope(scope, matter) && !wasOfScope(entity, matter))
  }
  const hasLeft = (entity: string): boolean => {
    const matter = find(entity)
    return matter !== null && matter.before !== null && !isOfScope(scope, matter) && wasOfScope(entity, matter)
  }
  const runs: HeadRun[] = []
  const wanted: LogRow[] = []
  const revived = new Set<string>()
  const left = new Set<string>()
  let bytes = 0
  for (const row of scanned) {
    if (isIn(row)) {
      bytes += Buffer.byteLength(row.canon)
      if (wanted.length === limit || (wanted.length > 0 && bytes > syncCaps.bytesPerPull)) break
      if (row.entity !== null && isRevived(row.entity)) {
        if (wanted.length > 0 && !revived.has(row.entity) && revived.size === mostRevived) break
        revived.add(row.entity)
      }
      wanted.push(row)
    } else addToRun(runs, row, witness)
    if (row.entity !== null && hasLeft(row.entity)) left.add(row.entity)
  }
  const brought = state.log.filter(({ cseq, entity }) => cseq <= after && entity !== null && revived.has(entity))
  return {
    ops: wanted.map((row) => shown(viewer, row)),
    runs,
    brought: brought.map((row) => shown(viewer, row)),
    left: [...left],
  }
}

const addToRun = (runs: HeadRun[], { cseq, head }: LogRow, witness: number): void => {
  const last = runs.at(-1)
  if (last === undefined || last.to !== cseq - 1 || last.to === witness) runs.push({ from: cseq, to: cseq, head })
  else runs[runs.length - 1] = { ...last, to: cseq, head }
}

export const asPulled = ({
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
}: LogRow): PulledOperation => ({
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
})

/** Its own acts come back to a device as it wrote them. */
export const shown = ({ device, scope }: Viewer, row: LogRow): PulledOperation =>
  row.device === device || row.entity === null || row.entity.includes(':')
    ? asPulled(row)
    : redactOperation(scope, asPulled(row))
