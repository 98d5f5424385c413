import { canonicalJson } from '../../../contract/canonical-json.ts'
import type { PerformRecordInput } from '../../../contract/acts/record-acts.ts'
import { type Refusal, refusal } from '../../../domain/case/refusal.ts'
import { plainDateInShanghai } from '../../../domain/plain-date.ts'
import { decideRecord, recordActOf } from '../../../domain/record/decide.ts'
import { findRecordTransitions } from '../../../domain/record/fold.ts'
import { type Result, err, ok } from '../../../domain/result.ts'
import { operationOf } from '../../../db/cases/case-operation-of.ts'
import { OperationTooLarge } from '../../../db/log/append.ts'
import type { LoggedOperation } from '../../../db/log/reader.ts'
import { recordOperationOf } from '../../../db/records/refold.ts'
import type { StoreWriter } from '../../../db/store.ts'
import { clashOf } from './record-clash.ts'
import type { Actor, PerformDeps } from './perform.ts'

export interface PerformedRecord {
  readonly recordId: string
  readonly version: number
}

/** Does an act to a record, by the same way as `Perform` to a case; operation, state and search are on the disk when this returns `ok`. */
export type PerformRecord = (input: PerformRecordInput, actor: Actor) => Result<PerformedRecord, Refusal>

export const createPerformRecord =
  (deps: PerformDeps): PerformRecord =>
  (input, actor) => {
    try {
      return deps.store.transact((writer) => performRecordIn(deps, writer, input, actor))
    } catch (error) {
      if (!(error instanceof OperationTooLarge)) throw error
      return err(refusal('invalid_fields', { fields: [{ field: input.act.kind, code: 'too_long' }] }))
    }
  }

/** The same inside a transaction of the caller's, who may do many. */
export const performRecordIn = (
  { store, now, monotonic, newId }: PerformDeps,
  writer: StoreWriter,
  { recordId, base, act }: PerformRecordInput,
  actor: Actor,
): Result<PerformedRecord, Refusal> => {
  const device = store.read.meta.findDevice()
  if (device === null) throw new Error('the store has no device identity: enrol or init it first')
  const found = store.read.records.find(recordId)
  const state = found?.state ?? null
  if (opensRecord(act)) {
    const [opening] = store.read.log.ofEntity(recordId)
    if (opening !== undefined)
      return state !== null && isSameOpening(opening, act)
        ? ok({ recordId, version: state.version })
        : err(refusal('record_exists'))
  }
  if (found?.held === true) return err(refusal('not_allowed_in_state', { params: { reason: 'newer_version' } }))
  if (state !== null && base !== state.version) return err(refusal('stale', { params: { version: state.version } }))
  const wall = now()
  const today = plainDateInShanghai(wall)
  const context = { today, role: actor.role, calendar: store.calendar, settings: store.settings }
  // Tried without its letter first, so that an act that is refused takes no number.
  const tried = decideRecord(state, act, { ...context, nextLetterNo: () => '' })
  if (!tried.ok) return tried
  const clash = clashOf(store, state, recordId, tried.value)
  if (clash !== null) return err(refusal('record_key_taken', { params: { key: clash } }))
  const decided = decideRecord(state, act, {
    ...context,
    nextLetterNo: (letter) => writer.cases.nextLetterNo(device.center, letter, today, device.deviceNo),
  })
  if (!decided.ok) return decided
  const next = writer.records.record(decided.value, {
    op: newId(),
    entity: recordId,
    base: state?.version ?? 0,
    actor: actor.staffId,
    session: actor.session,
    wall,
    mono: monotonic(),
  })
  return ok({ recordId, version: next.version })
}

const opensRecord = (act: PerformRecordInput['act']): boolean => findRecordTransitions(null, act.kind).length > 0

/** The same act again (a second press of the button, an answer that got lost). */
const isSameOpening = (opening: LoggedOperation, act: PerformRecordInput['act']): boolean =>
  opening.kind === act.kind &&
  canonicalJson(recordActOf(recordOperationOf(operationOf(opening.canon)))) === canonicalJson(act)
