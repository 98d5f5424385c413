import { refusal, type Refusal } from '../case/refusal.ts'
import type { CheckContext } from '../case/case-module.ts'
import type { Judgement } from '../case/judge.ts'
import { type Performer, mayTake } from '../case/performer.ts'
import type { Role } from '../case/role.ts'
import { type LetterKind, letterSeries } from '../letters/letter-kind.ts'
import { fixedTermsOf } from '../settings/fixed-terms.ts'
import { type Result, err, ok } from '../result.ts'
import { findRecordTransitions, foldRecord, takenRecordTransition } from './fold.ts'
import { recordKindOfAct, recordModuleOf } from './modules.ts'
import type { RecordAct, RecordOperation } from './record-act.ts'
import type { RecordState } from './record-state.ts'

export interface RecordContext extends CheckContext {
  readonly role: Role
  /** Called once, and only for an act that owes a numbered letter and is not refused. */
  readonly nextLetterNo: (letter: LetterKind) => string
}

/** As `decide` of a case: role, workflow, fields, law, in this order. Changes nothing. */
export const decideRecord = (
  state: RecordState | null,
  act: RecordAct,
  context: RecordContext,
): Result<RecordOperation, Refusal> => {
  const { role } = context
  const lines = findRecordTransitions(state, act.kind)
  if (lines.length === 0) return err(notPermitted(state, act))
  if (!lines.some(({ roles }) => roles.includes(role))) return err(refusal('role_not_permitted', { params: { role } }))
  const module = moduleFor(act.kind)
  const fields = module.validate(state, act, context)
  if (fields.length > 0) return err(refusal('invalid_fields', { fields }))
  const refused = module.guard(state, act, context)
  if (refused !== null) return err(refused)
  const { kind, ...said } = act
  // `Recorded` is the act with these additions; the compiler cannot follow the spread through the union.
  const recorded = (more: object) =>
    ({ kind, data: { ...said, on: context.today, ...more } }) as unknown as RecordOperation
  const terms = fixedTermsOf(act, context.today, context.settings ?? [])
  const fixed = terms === null ? {} : { terms }
  const letter = owedLetter(state, recorded(fixed))
  return ok(recorded(letter === null ? fixed : { ...fixed, letterNo: context.nextLetterNo(letter) }))
}

/** The server's view of an operation on a record; the same verdicts as for cases. */
export const judgeRecord = (
  state: RecordState | null,
  operation: RecordOperation,
  base: number,
  context: Pick<CheckContext, 'calendar'>,
  /** Absent = nobody asks who may do it. */
  performer?: Performer,
): Judgement => {
  const lines = findRecordTransitions(state, operation.kind)
  if (lines.length === 0) {
    if (state === null) return { verdict: 'dependent', reason: 'record_unknown' }
    return {
      verdict: 'conflict',
      reason: findRecordTransitions(null, operation.kind).length > 0 ? 'record_exists' : 'not_allowed_in_state',
    }
  }
  if (state !== null && base !== state.version) return { verdict: 'conflict', reason: 'stale' }
  if (performer !== undefined && !lines.some((line) => mayTake(performer, line)))
    return { verdict: 'rejected', reason: 'role_not_permitted' }
  const refused = moduleFor(operation.kind).guard(state, recordActOf(operation), {
    ...context,
    today: operation.data.on,
  })
  return refused === null ? { verdict: 'applied', reason: null } : { verdict: 'rejected', reason: refused.code }
}

/** The act that an operation records: what was decided with it left out. */
export const recordActOf = (operation: RecordOperation): RecordAct => {
  const { on: _on, letterNo: _letterNo, terms: _terms, ...said } = operation.data
  // `Recorded` adds exactly these names to an act.
  return { kind: operation.kind, ...said } as unknown as RecordAct
}

const owedLetter = (state: RecordState | null, operation: RecordOperation): LetterKind | null => {
  if (
    !findRecordTransitions(state, operation.kind).some(({ letter }) => letter !== null && letterSeries[letter] !== null)
  )
    return null
  const after = foldRecord(state, 'to be decided', operation)
  const letter = takenRecordTransition(state, after, operation.kind)?.letter ?? null
  return letter === null || letterSeries[letter] === null ? null : letter
}

const moduleFor = (act: string) => {
  const kind = recordKindOfAct(act)
  if (kind === null) throw new Error(`no kind of record knows ${act}`)
  return recordModuleOf(kind)
}

const notPermitted = (state: RecordState | null, act: RecordAct): Refusal => {
  if (state === null) return refusal('record_unknown')
  return findRecordTransitions(null, act.kind).length > 0
    ? refusal('record_exists')
    : refusal('not_allowed_in_state', { params: { status: state.status } })
}
