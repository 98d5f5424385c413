import { type Operation, OperationSchema } from '../../../contract/operation.ts'
import { canonicalJson } from '../../../contract/canonical-json.ts'
import { takesEffect } from '../../../contract/sync.ts'
import { readData } from '../../../contract/versions/read-data.ts'
import type { CaseState } from '../../../domain/case/case-state.ts'
import { fold } from '../../../domain/case/fold.ts'
import { plainDateInShanghai } from '../../../domain/plain-date.ts'
import { isAdditive, takenTransition } from '../../../domain/case/workflow.ts'
import { foldRecord } from '../../../domain/record/fold.ts'
import type { RecordState } from '../../../domain/record/record-state.ts'
import { serverDeviceNo } from '../../../server/admin/server-device.ts'
import type { CenterState, LogRow } from '../center/center-state.ts'
import type { World } from '../world.ts'
import { findHistoryProblem } from './history.ts'
import { checkRunningNumbers } from './numbers.ts'

/** The server as it is, against its own log. */
export const checkServer = (world: World): void => {
  const { checks } = world
  const { state } = world.center
  const problem = findHistoryProblem(state)
  checks.expect(4, problem === null || problem.code !== 'chain', () => `row ${problem?.at}: ${problem?.code}`)
  checks.expect(5, problem === null || problem.code !== 'missing', () => `row ${problem?.at} is missing`)
  checks.expect(20, problem === null, () => `row ${problem?.at}: ${problem?.code}`)
  // Before the fold, which a lost mark breaks as well.
  checkTimes(world, state)
  checkAliases(world, state)
  checkFold(world, state)
  checkNumbers(world, state)
  checkRunningNumbers(world, state)
  checkRevoked(world, state)
}

/** INV-3, INV-14: the states are what the log folds to, and every step of every case is a line of its table. */
const checkFold = ({ checks }: World, state: CenterState): void => {
  const cases = new Map<string, CaseState>()
  const records = new Map<string, RecordState>()
  for (const row of state.log) {
    if (!takesEffect(row.verdict) || row.op === null || row.entity?.includes(':') === true) continue
    const { entity, kind, kver, data, hlc }: Operation = OperationSchema.parse(JSON.parse(row.canon))
    const read = readData(kind, kver, data)
    checks.expect(3, read.ok, () => `row ${row.cseq} took effect and cannot be read`)
    if (!read.ok) continue
    if (read.value.type === 'case') {
      const before = cases.get(entity) ?? null
      const after = fold(before, entity, read.value.operation, hlc)
      checkLine({ checks }, row, before, after, read.value.operation.kind)
      cases.set(entity, after)
    } else if (read.value.type === 'record') {
      records.set(entity, foldRecord(records.get(entity) ?? null, entity, read.value.operation))
    }
  }
  expectSame({ checks }, cases, state.cases)
  expectSame({ checks }, records, state.records)
}

const checkLine = (
  { checks }: Pick<World, 'checks'>,
  row: LogRow,
  before: CaseState | null,
  after: CaseState,
  kind: Parameters<typeof takenTransition>[2],
): void => {
  checks.expect(
    14,
    takenTransition(before, after, kind) !== undefined,
    () => `row ${row.cseq}: ${kind} led from ${before?.status ?? 'nothing'} to ${after.status}`,
  )
  if (kind === 'case.void' && before !== null)
    checks.expect(25, contentOf(before) === contentOf(after), () => `row ${row.cseq} took something out of its case`)
}

/** What somebody entered, attached or was handed. */
const contentOf = ({
  applicant,
  intake,
  documents,
  attachments = [],
  soft = [],
  merged = [],
  links,
}: CaseState): string => JSON.stringify([applicant, intake, documents, attachments, soft, merged, links])

/** INV-24, INV-25: an alias leads to one case that stands and names it once, and nothing that was opened is gone. */
const checkAliases = ({ checks }: World, state: CenterState): void => {
  const namedBy = new Map<string, string[]>()
  for (const { id, merged = [] } of state.cases.values())
    for (const { aliasId } of merged) namedBy.set(aliasId, [...(namedBy.get(aliasId) ?? []), id])
  for (const { id, status, mergedInto } of state.cases.values()) {
    const by = namedBy.get(id) ?? []
    if (mergedInto === undefined) {
      checks.expect(24, by.length === 0, () => `${id} stands, and ${by.join()} has taken it in`)
      continue
    }
    checks.expect(24, status === 'voided', () => `${id} leads to another case and is ${status}`)
    checks.expect(
      24,
      by.join() === mergedInto.caseId,
      () => `${id} leads to ${mergedInto.caseId}, and ${by.join()} has it`,
    )
    checks.expect(24, survivorOf(state, id) !== null, () => `${id} leads to nothing`)
  }
  for (const { op, entity, verdict } of state.log) {
    if (op === null || entity === null || entity.includes(':') || !takesEffect(verdict)) continue
    checks.expect(25, state.cases.has(entity) || state.records.has(entity), () => `${entity} is gone`)
  }
}

/** The case that stands at the end of the way; null where there is none. */
const survivorOf = (state: CenterState, id: string): string | null => {
  const passed = new Set<string>()
  for (
    let at = state.cases.get(id);
    at !== undefined && !passed.has(at.id);
    at = state.cases.get(at.mergedInto.caseId)
  ) {
    if (at.mergedInto === undefined) return at.id
    passed.add(at.id)
  }
  return null
}

const expectSame = (
  { checks }: Pick<World, 'checks'>,
  folded: ReadonlyMap<string, object>,
  kept: ReadonlyMap<string, object>,
): void => {
  checks.expect(3, folded.size === kept.size, () => `the log folds to ${folded.size} matters, ${kept.size} are kept`)
  for (const [id, one] of folded) {
    checks.expect(
      3,
      canonicalJson(one) === canonicalJson(kept.get(id) ?? null),
      () => `${id} is not what its log folds to`,
    )
  }
}

/** INV-22: a number belongs to one case, and is the one that was printed. */
const checkNumbers = ({ checks, ledger }: World, state: CenterState): void => {
  const taken = new Map<string, string>()
  for (const { caseNo, id } of state.cases.values()) {
    const other = taken.get(caseNo)
    checks.expect(22, other === undefined, () => `${caseNo} is the number of two cases`)
    taken.set(caseNo, id)
    const printed = ledger.numbers.get(id)
    checks.expect(22, printed === undefined || printed === caseNo, () => `${printed} became ${caseNo}`)
  }
}

/** INV-16: a legal day outside of what was possible stands marked on its case; the server here is never told a time but by its own clock. */
const checkTimes = ({ checks }: World, state: CenterState): void => {
  for (const row of state.log) {
    if (row.op === null || row.entity === null || !takesEffect(row.verdict)) continue
    const { kind, deviceNo, data, attest }: Operation = OperationSchema.parse(JSON.parse(row.canon))
    const matter = state.cases.get(row.entity)
    if (matter === undefined || deviceNo === serverDeviceNo || isAdditive(kind)) continue
    const day = String(data['on'])
    const isPossible =
      day <= plainDateInShanghai(row.committedAt) && (attest === undefined || day >= plainDateInShanghai(attest.at))
    const isMarked = matter.timeDisputes?.some(({ op }) => op === row.op) === true
    checks.expect(16, isPossible || isMarked, () => `row ${row.cseq}: ${kind} of ${day} stands unmarked`)
  }
}

/** INV-18: nothing of a revoked device took effect after it was revoked. */
const checkRevoked = ({ checks }: World, state: CenterState): void => {
  for (const { id, deviceNo, revokedAt } of state.devices.values()) {
    if (revokedAt === null) continue
    const late = state.log.find(
      (row) =>
        row.device === id && row.committedAt > revokedAt && takesEffect(row.verdict) && !state.approved.has(row.cseq),
    )
    checks.expect(18, late === undefined, () => `row ${late?.cseq} of ${deviceNo} took effect after it was revoked`)
  }
}
