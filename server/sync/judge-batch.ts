import { assertNever } from '../../domain/assert-never.ts'
import type { CaseState } from '../../domain/case/case-state.ts'
import type { WorkCalendar } from '../../domain/calendar/work-calendar.ts'
import { type CaseOperation, opensCase } from '../../domain/case/case-operation.ts'
import { fold } from '../../domain/case/fold.ts'
import { judge } from '../../domain/case/judge.ts'
import { isSoftAct } from '../../domain/case/soft-fields.ts'
import { judgeRecord } from '../../domain/record/decide.ts'
import { foldRecord } from '../../domain/record/fold.ts'
import type { RecordState } from '../../domain/record/record-state.ts'
import type { Operation } from '../../contract/operation.ts'
import type { ServerReason, Verdict } from '../../contract/sync.ts'
import type { Performer } from '../../domain/case/performer.ts'
import { type StaffTerm, termAt } from '../../domain/staff/staff-term.ts'
import type { TimeClaim } from '../../domain/time-claim/time-claim.ts'
import { type TimeDisputeFacts, timeFieldsOf } from '../../domain/time-claim/time-dispute.ts'
import { type CheckNumber, nameOf, runningNumberOf } from '../lease/running-numbers.ts'
import { type ActTime, marksMatter } from '../time/time-rulings.ts'
import { type OwnStep, makeOwnRoots } from './own-roots.ts'
import type { ChainPlace, ReadOperation } from './read-operation.ts'

/** An operation that the chain of its device has just reached. */
export interface ArrivedOperation {
  readonly seq: number
  readonly canon: string
  readonly hash: string
  readonly read: ReadOperation
}

/** What the center already knows of the things a batch speaks of. */
export interface KnownFacts {
  /** Folded state of every case named in the batch that exists, parts that a bundle hears of included. */
  readonly states: ReadonlyMap<string, CaseState>
  /** Folded state of every record named in the batch that exists. */
  readonly records: ReadonlyMap<string, RecordState>
  /** Case id by case number, of every number the batch wants to use that is in use. */
  readonly caseNumbers: ReadonlyMap<string, string>
  /** Operation ids of the batch that the log holds under another seq. */
  readonly operations: ReadonlySet<string>
  /** The one the center counts with before the batch. */
  readonly calendar: WorkCalendar
  /** What the register has said of the staff who acted, by id, oldest first. */
  readonly staff: ReadonlyMap<string, readonly StaffTerm[]>
  /** What the device did to the same entities since it was last told of anything; null = nobody can say what it knows. */
  readonly own: readonly OwnStep[] | null
  /** What is wrong with a running number; absent = none is looked at. */
  readonly checkNumber?: CheckNumber
  /** What can be said of the time of each operation, by its id; absent = it is not judged. */
  readonly times?: ReadonlyMap<string, ActTime>
}

export interface JudgedOperation extends Omit<ArrivedOperation, 'read'> {
  /** Id for the log; null where the text is no operation or repeats one. */
  readonly op: string | null
  readonly entity: string | null
  readonly kind: string | null
  readonly kver: number | null
  /** Version of the entity that its actor saw; 0 where that cannot be read. */
  readonly base: number
  readonly hlc: string | null
  readonly verdict: Verdict
  readonly reason: string | null
  /** Id of the operation that it lost against or hangs on. */
  readonly ref: string | null
  /** What can be said of its time; null or absent where that was not judged. */
  readonly timeClaim?: TimeClaim | null
}

export interface JudgedBatch {
  readonly operations: readonly JudgedOperation[]
  /** Cases that the batch opened or moved, in their state after it. */
  readonly changed: ReadonlyMap<string, CaseState>
  /** The same for records. */
  readonly changedRecords: ReadonlyMap<string, RecordState>
  /** Operations that took effect though their day cannot be true, with the case each was done to. */
  readonly disputed: readonly { readonly entity: string; readonly facts: TimeDisputeFacts }[]
  /** Failures of our own rules, for the log of the server: kind and error name only. */
  readonly failures: readonly { readonly kind: string; readonly error: unknown }[]
}

type Ruling = {
  readonly verdict: Verdict
  readonly reason: string | null
  readonly ref?: string
  readonly state?: CaseState
  readonly record?: RecordState
}

/**
 * SYN-8: one verdict for every operation, in the order of the chain, each seeing what those before it did. Pure, and it never throws: an
 * operation that our rules fail on is quarantined, alone.
 */
export const judgeBatch = (
  arrived: readonly ArrivedOperation[],
  place: Omit<ChainPlace, 'seq'>,
  known: KnownFacts,
): JudgedBatch => {
  const states = new Map(known.states)
  const caseNumbers = new Map(known.caseNumbers)
  const seen = new Set(known.operations)
  const changed = new Map<string, CaseState>()
  const records = new Map(known.records)
  const changedRecords = new Map<string, RecordState>()
  const failures: { kind: string; error: unknown }[] = []
  const disputed: { entity: string; facts: TimeDisputeFacts }[] = []
  const roots = known.own === null ? null : makeOwnRoots(known.own)

  const given = new Set<string>()
  const rule = (read: ReadOperation): Ruling => {
    const ruling = ruleOf(read)
    const number = ruling.state === undefined && ruling.record === undefined ? null : runningNumberOf(read)
    if (number === null) return ruling
    const fault = given.has(nameOf(number)) ? 'number_taken' : (known.checkNumber?.(number) ?? null)
    if (fault !== null) return refused('rejected', fault)
    given.add(nameOf(number))
    return ruling
  }

  const ruleOf = (read: ReadOperation): Ruling => {
    if (read.envelope !== null && seen.has(read.envelope.op)) return refused('rejected', 'duplicate_operation')
    switch (read.type) {
      case 'unreadable':
        return refused('quarantined', read.reason)
      case 'reference':
        return refused('rejected', 'reference_server_only')
      case 'case':
        return ruleCase(read)
      case 'record':
        return ruleRecord(read)
      default:
        return assertNever(read)
    }
  }

  const hangsOn = ({ entity, base }: Operation): Ruling | null => {
    const root = roots?.find(entity, base) ?? null
    return root === null ? null : { verdict: 'dependent', reason: 'builds_on_refused', ref: root }
  }

  /** SYN-88: as the register has him for the time of the act; whose account is closed by now, or was closed then, does nothing by himself. */
  const performerOf = ({ actor, op, wall }: Operation): Performer | 'actor_unknown' | 'actor_disabled' => {
    if (actor === 'system') return actor
    const terms = known.staff.get(actor) ?? []
    const term = termAt(terms, known.times?.get(op)?.at ?? wall)
    if (term === null) return 'actor_unknown'
    return term.active && terms.at(-1)?.active === true ? term : 'actor_disabled'
  }

  const ruleCase = ({ envelope, operation }: Extract<ReadOperation, { type: 'case' }>): Ruling => {
    const performer = performerOf(envelope)
    if (performer === 'actor_unknown') return refused('quarantined', performer)
    const hanging = isSoftAct(operation.kind) ? null : hangsOn(envelope)
    if (hanging !== null) return hanging
    if (performer === 'actor_disabled') return refused('quarantined', performer)
    if (serverActs.has(operation.kind)) return refused('rejected', 'server_act_only')
    const state = states.get(envelope.entity) ?? null
    const findCase = (id: string): CaseState | null => states.get(id) ?? null
    const origin = { ...place, actor: envelope.actor, performer }
    const judgement = judge(state, operation, envelope.base, origin, known.calendar, findCase)
    if (judgement.verdict !== 'applied') return judgement
    if (opensCase(operation) && caseNumbers.has(operation.data.caseNo)) return refused('rejected', 'case_no_taken')
    return { ...judgement, state: fold(state, envelope.entity, operation, envelope.hlc) }
  }

  const ruleRecord = ({ envelope, operation }: Extract<ReadOperation, { type: 'record' }>): Ruling => {
    const performer = performerOf(envelope)
    if (performer === 'actor_unknown') return refused('quarantined', performer)
    const hanging = hangsOn(envelope)
    if (hanging !== null) return hanging
    if (performer === 'actor_disabled') return refused('quarantined', performer)
    const state = records.get(envelope.entity) ?? null
    const judgement = judgeRecord(state, operation, envelope.base, { calendar: known.calendar }, performer)
    if (judgement.verdict !== 'applied') return judgement
    return { ...judgement, record: foldRecord(state, envelope.entity, operation) }
  }

  const settle = (one: ArrivedOperation): JudgedOperation => {
    const { envelope } = one.read
    const ruling = attempt(
      () => rule(one.read),
      (error) => failures.push({ kind: envelope?.kind ?? '', error }),
    )
    const time = envelope === null ? undefined : known.times?.get(envelope.op)
    if (one.read.type === 'case' && ruling.state !== undefined && time !== undefined && marksMatter(one.read, time)) {
      const { operation } = one.read
      const day = operation.data.on
      const fields = timeFieldsOf(states.get(ruling.state.id) ?? null, ruling.state, day)
      const { earliest, latest } = time
      const facts = { op: one.read.envelope.op, act: operation.kind, day, earliest, latest, fields }
      disputed.push({ entity: ruling.state.id, facts })
    }
    if (ruling.state !== undefined) {
      states.set(ruling.state.id, ruling.state)
      changed.set(ruling.state.id, ruling.state)
      caseNumbers.set(ruling.state.caseNo, ruling.state.id)
    }
    if (ruling.record !== undefined) {
      records.set(ruling.record.id, ruling.record)
      changedRecords.set(ruling.record.id, ruling.record)
    }
    const repeats = envelope !== null && seen.has(envelope.op)
    if (envelope !== null) {
      seen.add(envelope.op)
      const { op, entity, base } = envelope
      if (!repeats) roots?.note({ op, entity, base, verdict: ruling.verdict, ref: ruling.ref ?? null })
    }
    const { seq, canon, hash } = one
    return {
      seq,
      canon,
      hash,
      op: repeats ? null : (envelope?.op ?? null),
      entity: envelope?.entity ?? null,
      kind: envelope?.kind ?? null,
      kver: envelope === null || envelope.kver > largestKver ? null : envelope.kver,
      base: envelope?.base ?? 0,
      hlc: envelope?.hlc ?? null,
      verdict: ruling.verdict,
      reason: ruling.reason,
      ref: ruling.ref ?? null,
      timeClaim: time?.claim ?? null,
    }
  }

  return { operations: arrived.map(settle), changed, changedRecords, disputed, failures }
}

/** What the server alone says of a case. */
const serverActs: ReadonlySet<string> = new Set<CaseOperation['kind']>(['case.dispute_time'])

/** What the log's column holds; a version beyond it is known to nobody anyway. */
const largestKver = 2 ** 31 - 1

const refused = (verdict: 'rejected' | 'quarantined', reason: ServerReason): Ruling => ({ verdict, reason })

const attempt = (work: () => Ruling, report: (error: unknown) => void): Ruling => {
  try {
    return work()
  } catch (error) {
    report(error)
    return refused('quarantined', 'server_failed')
  }
}
