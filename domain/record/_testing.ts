// Acting on records at a desk on one day, for the tests of every kind of record.
import { currentWorkCalendar } from '../calendar/state-council.ts'
import type { Refusal } from '../case/refusal.ts'
import { plainDate } from '../plain-date.ts'
import { type RecordContext, decideRecord } from './decide.ts'
import { foldRecord } from './fold.ts'
import type { RecordAct } from './record-act.ts'
import type { RecordKind, RecordState } from './record-state.ts'

/** `done` folds what was decided, `refused` answers why not; each throws on the other outcome. */
export const recordsOn = (today: string, over: Partial<RecordContext> = {}) => {
  const context: RecordContext = {
    today: plainDate(today),
    role: 'administrator',
    calendar: currentWorkCalendar,
    nextLetterNo: (letter) => `${letter}-1`,
    ...over,
  }
  const done = (state: RecordState | null, act: RecordAct): RecordState => {
    const result = decideRecord(state, act, context)
    if (!result.ok) throw new Error(JSON.stringify(result.error))
    return foldRecord(state, 'record-1', result.value)
  }
  const refused = (state: RecordState | null, act: RecordAct): Refusal => {
    const result = decideRecord(state, act, context)
    if (result.ok) throw new Error(`not refused: ${act.kind}`)
    return result.error
  }
  return { done, refused }
}

/** The same record, known to be of a kind. */
export const asKind = <K extends RecordKind>(
  state: RecordState,
  kind: K,
): Extract<RecordState, { readonly kind: K }> => {
  if (state.kind !== kind) throw new Error(`a ${state.kind} is no ${kind}`)
  // Just compared.
  return state as Extract<RecordState, { readonly kind: K }>
}
