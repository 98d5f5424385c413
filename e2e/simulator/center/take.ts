import { OperationSchema } from '../../../contract/operation.ts'
import { StaffSchema } from '../../../contract/reference.ts'
import {
  type OperationVerdict,
  type PushInput,
  type PushOutput,
  syncProtocol,
  takesEffect,
} from '../../../contract/sync.ts'
import { pushText } from '../../../contract/sync-texts.ts'
import { opensCase } from '../../../domain/case/case-operation.ts'
import { type Result, err, ok } from '../../../domain/result.ts'
import type { StaffTerm } from '../../../domain/staff/staff-term.ts'
import type { CenterKeys } from './greet.ts'
import { actOnDuplicate, addKeys, findOpenings } from './duplicates.ts'
import { type ChainedText, chainTexts, findChainProblem } from '../../../server/sync/chain-problem.ts'
import { effectiveClock } from '../../../server/sync/effective-clock.ts'
import { headHash } from '../../../server/sync/hashes.ts'
import { type JudgedOperation, judgeBatch } from '../../../server/sync/judge-batch.ts'
import { nameWinners } from '../../../server/sync/name-winners.ts'
import type { OwnStep } from '../../../server/sync/own-roots.ts'
import { readOperation } from '../../../server/sync/read-operation.ts'
import { serverDeviceNo } from '../../../server/admin/server-device.ts'
import { signAsServer } from '../../../server/sync/server-key.ts'
import { type ServerAct, serverRows } from '../../../server/sync/server-rows.ts'
import { markDisputed } from '../../../server/time/mark-disputed.ts'
import { timeRulings } from '../../../server/time/time-rulings.ts'
import { isSignedBy } from '../../../server/sync/signature.ts'
import type { SyncRefusal } from '../../../server/sync/sync-refusal.ts'
import type { Session } from '../../../server/sync/token.ts'
import { withSignature } from '../../../server/sync/with-signature.ts'
import { keepUsed, numberFaults } from './lease.ts'
import {
  calendarOf,
  type CenterState,
  type ChainName,
  type Incarnation,
  type LogRow,
  changeIncarnation,
  incarnationOf,
  intakeOf,
  rowsOfChain,
  safeSeq,
} from './center-state.ts'

/** Where a batch stands: its chain, and how far the device may know the history. */
export interface Place {
  readonly chain: ChainName
  readonly deviceNo: string
  readonly told: Incarnation['told']
  readonly receivedAt: number
  /** It was in the history before a restore. */
  readonly recovered?: true
}

export type Judge = (state: CenterState, place: Place, texts: readonly ChainedText[]) => Judged

export interface Judged {
  readonly operations: readonly JudgedOperation[]
  /** What the server itself does because of them. */
  readonly followUps: readonly ServerAct[]
}

/** What server/sync/push.ts does with SQL. */
export const push = (
  state: CenterState,
  session: Session,
  input: PushInput,
  judge: Judge,
  maker: ServerMaker,
  now: number,
): Result<PushOutput, SyncRefusal> => {
  if (input.proto !== syncProtocol) return err({ code: 'protocol_unsupported' })
  if (input.device !== session.device || input.inc !== session.inc) return err({ code: 'token_invalid' })
  const chain = { device: session.device, inc: session.inc }
  const device = state.devices.get(chain.device)
  if (device === undefined || device.publicKey === null) return err({ code: 'device_unknown' })
  const { epoch } = state
  if (session.epoch !== epoch) return err({ code: 'token_invalid' })
  const incarnation = incarnationOf(state, chain)
  if (incarnation === null) return err({ code: 'incarnation_unknown' })
  if (input.epoch !== epoch) return err({ code: 'epoch_changed', position: { ack: incarnation.ack, seq: null } })
  const revoked = device.revokedAt !== null
  if (incarnation.state !== 'active' && !revoked) return err({ code: 'incarnation_waiting' })
  if (!isSignedBy(device.publicKey, pushText(input.device, input.inc, input.lastHash), input.sig)) {
    return err({ code: 'signature_invalid' })
  }
  const checked = checkBatch(state, chain, revoked, incarnation, input)
  if (!checked.ok) return checked
  const { fresh, committed, ack } = checked.value
  const answer = { epoch, ack, safe: safeSeq(state, chain), serverTime: now }
  if (revoked) {
    addToIntake(state, chain, fresh, input.sig)
    return ok({ ...answer, verdicts: [], intake: true })
  }
  const place = { chain, deviceNo: device.deviceNo, told: incarnation.told, receivedAt: now }
  const added = takeArrivals(state, maker, judge, place, withSignature(fresh, input.sig), now)
  return ok({ ...answer, verdicts: [...committed, ...added].map(toVerdict), intake: false })
}

/** What server/sync/take-arrivals.ts does with SQL: what the server does because of an operation stands right behind it. */
export const takeArrivals = (
  state: CenterState,
  maker: ServerMaker,
  judge: Judge,
  place: Place,
  rows: readonly (ChainedText & { readonly sig: string | null })[],
  now: number,
): readonly LogRow[] => {
  const added: LogRow[] = []
  while (added.length < rows.length) {
    const from = added.length
    const judged = judge(state, place, rows.slice(from))
    if (judged.operations.length === 0) throw new Error('nothing of a batch was judged')
    const signed = judged.operations.map((operation, at) => ({ ...operation, sig: rows[from + at]?.sig ?? null }))
    added.push(...appendToLog(state, place.chain, signed, place.receivedAt))
    appendServerActs(state, maker, judged.followUps, now)
  }
  return added
}

export const addToIntake = (state: CenterState, chain: ChainName, fresh: readonly ChainedText[], sig: string): void => {
  if (fresh.length === 0) return
  state.intake.set(`${chain.device} ${chain.inc}`, [...intakeOf(state, chain), ...withSignature(fresh, sig)])
}

export interface Checked {
  readonly fresh: readonly ChainedText[]
  readonly committed: readonly LogRow[]
  /** Highest seq that the server holds with the batch. */
  readonly ack: number
}

/** What server/sync/check-batch.ts does with SQL. */
export const checkBatch = (
  state: CenterState,
  chain: ChainName,
  revoked: boolean,
  incarnation: Incarnation,
  input: Pick<PushInput, 'fromSeq' | 'prevHash' | 'lastHash' | 'ops'>,
): Result<Checked, SyncRefusal> => {
  const chained = chainTexts(input)
  const taken = revoked ? intakeOf(state, chain) : []
  const end = taken.at(-1) ?? null
  const before = Math.max(incarnation.ack, end?.seq ?? 0)
  const lastHash = end !== null && end.seq > incarnation.ack ? end.hash : incarnation.lastHash
  const rows = rowsOfChain(state, chain)
  const held = new Map<number, { readonly hash: string }>([...rows, ...taken.map((row) => [row.seq, row] as const)])
  const problem = findChainProblem(input, chained, { ack: before, lastHash, base: incarnation.base }, held)
  if (problem !== null) return err(problem)
  return ok({
    fresh: chained.filter(({ seq }) => seq > before),
    committed: chained.flatMap(({ seq }) => rows.get(seq) ?? []),
    ack: Math.max(before, input.fromSeq + chained.length - 1),
  })
}

/** What server/sync/judge-arrivals.ts does with SQL: finds what is known, lets the rules judge, keeps the states that follow. */
export const judgeArrivals = (
  state: CenterState,
  { chain, deviceNo, told, receivedAt, recovered }: Place,
  texts: readonly ChainedText[],
  { tokenKey, signingKey }: CenterKeys,
): Judged => {
  if (texts.length === 0) return { operations: [], followUps: [] }
  const place = { ...chain, center: state.data.code, deviceNo }
  const arrived = texts.map((text) => ({ ...text, read: readOperation(text.canon, { ...place, seq: text.seq }) }))
  const envelopes = arrived.flatMap(({ read }) => read.envelope ?? [])
  const entities = new Set(envelopes.map(({ entity }) => entity))
  const ids = new Set(envelopes.map(({ op }) => op))
  const numbers = new Set(
    arrived.flatMap(({ read }) =>
      read.type === 'case' && opensCase(read.operation) ? [read.operation.data.caseNo] : [],
    ),
  )
  const openings = findOpenings(state, signingKey, deviceNo, arrived)
  const first = recovered === true ? null : openings.first
  const judged = judgeBatch(arrived.slice(0, first === null ? arrived.length : first.place + 1), place, {
    states: new Map([...state.cases].filter(([id]) => entities.has(id))),
    records: new Map([...state.records].filter(([id]) => entities.has(id))),
    times: timeRulings(
      arrived.map(({ read }) => read),
      tokenKey,
      receivedAt,
    ),
    calendar: calendarOf(state),
    caseNumbers: new Map(
      [...state.cases.values()].flatMap(({ caseNo, id }) => (numbers.has(caseNo) ? [[caseNo, id] as const] : [])),
    ),
    operations: new Set(state.log.flatMap(({ op }) => (op !== null && ids.has(op) ? [op] : []))),
    staff: staffTerms(state),
    checkNumber: numberFaults(state, chain.device),
    own: told.epoch === state.epoch ? ownSteps(state, chain, entities, told.cseq) : null,
  })
  const marked = markDisputed(judged, receivedAt)
  keepUsed(
    state,
    arrived.map(({ read }) => read),
    judged.operations,
  )
  addKeys(state, openings.keys, judged.operations, deviceNo)
  const { followUps, changed } = actOnDuplicate(state, first, marked, receivedAt)
  for (const [id, next] of changed) state.cases.set(id, next)
  for (const [id, next] of judged.changedRecords) state.records.set(id, next)
  return { operations: nameWinners(judged.operations, effectiveOn(state, entities)), followUps }
}

const staffTerms = (state: CenterState): ReadonlyMap<string, readonly StaffTerm[]> => {
  const terms = new Map<string, StaffTerm[]>()
  for (const { entity, canon, verdict } of state.log) {
    if (entity?.startsWith('staff:') !== true || !takesEffect(verdict)) continue
    const { wall, data } = OperationSchema.parse(JSON.parse(canon))
    const { id, role, village = null, active } = StaffSchema.parse(data)
    terms.set(id, [...(terms.get(id) ?? []), { from: wall, role, village, active }])
  }
  return terms
}

const ownSteps = (
  state: CenterState,
  { device }: ChainName,
  entities: ReadonlySet<string>,
  after: number,
): readonly OwnStep[] =>
  state.log.flatMap(({ op, cseq, device: origin, entity, canon, verdict, ref }) =>
    cseq > after && origin === device && op !== null && entity !== null && entities.has(entity)
      ? [{ op, entity, verdict, ref, base: OperationSchema.parse(JSON.parse(canon)).base }]
      : [],
  )

const effectiveOn = (state: CenterState, entities: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>()
  for (const { op, entity, verdict } of state.log) {
    if (op === null || entity === null || !entities.has(entity) || !takesEffect(verdict)) continue
    const before = found.get(entity)
    if (before === undefined) found.set(entity, [op])
    else before.push(op)
  }
  return found
}

export interface ServerMaker {
  readonly signingKey: Buffer
  readonly newId: () => string
}

/** What server/sync/server-acts.ts does with SQL. */
export const appendServerActs = (
  state: CenterState,
  { signingKey, newId }: ServerMaker,
  acts: readonly ServerAct[],
  now: number,
): void => {
  if (acts.length === 0) return
  const device = [...state.devices.values()].find(({ deviceNo }) => deviceNo === serverDeviceNo)
  const active = state.incarnations.get(device?.id ?? '')?.findLast((one) => one.state === 'active')
  if (device === undefined || active === undefined) throw new Error('the server has no chain of its own')
  const { inc, ack, lastHash } = active
  const chain = { center: state.data.code, device: device.id, inc, ack, lastHash }
  const rows = serverRows(chain, acts, { now, mono: 0, deviceNo: serverDeviceNo, newId })
  const sig = signAsServer(signingKey, pushText(chain.device, inc, rows.at(-1)?.hash ?? ''))
  appendToLog(state, { device: chain.device, inc }, withSignature(rows, sig), now)
}

type NewRow = Omit<JudgedOperation, 'kver' | 'base'> & { readonly sig: string | null }

/** What server/store/op-log.ts does with SQL. */
export const appendToLog = (
  state: CenterState,
  chain: ChainName,
  rows: readonly NewRow[],
  now: number,
): readonly LogRow[] => {
  const added = rows.map(({ seq, op, entity, canon, hash, verdict, reason, ref, hlc, sig }): LogRow => {
    const cseq = state.cseq + 1
    const head = headHash(state.head, cseq, hash, verdict)
    const hlcEff = effectiveClock(hlc, now)
    const row = {
      ...chain,
      seq,
      op,
      entity,
      canon,
      hash,
      verdict,
      reason,
      ref,
      sig,
      cseq,
      committedAt: now,
      hlcEff,
      head,
    }
    state.log.push(row)
    Object.assign(state, { cseq, head })
    return row
  })
  const last = added.at(-1)
  if (last !== undefined) changeIncarnation(state, chain, { ack: last.seq, lastHash: last.hash, seenAt: now })
  return added
}

const toVerdict = ({ seq, verdict, reason, ref, cseq, committedAt }: LogRow): OperationVerdict => ({
  seq,
  verdict,
  reason,
  ref,
  cseq,
  committedAt,
})
