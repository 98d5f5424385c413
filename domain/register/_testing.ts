// Acting on records at a desk, as `actingOn` of the cases does.
import { currentWorkCalendar } from '../calendar/state-council.ts'
import type { Refusal } from '../case/refusal.ts'
import { type PlainDate, plainDate } from '../plain-date.ts'
import { type RecordContext, decideRecord } from '../record/decide.ts'
import { foldRecord } from '../record/fold.ts'
import type { RecordAct } from '../record/record-act.ts'
import type { RecordState } from '../record/record-state.ts'

export const day = (text: string): PlainDate => plainDate(text)

export const calendar = currentWorkCalendar

/** `done` folds what was decided, `refused` answers why not; each throws on the other outcome. */
export const actingOnRecords = (today: PlainDate) => {
  const context = (over: Partial<RecordContext>): RecordContext => ({
    today,
    role: 'disclosure_officer',
    calendar,
    nextLetterNo: (letter) => `${letter}-1`,
    ...over,
  })
  const done = (state: RecordState | null, act: RecordAct, over: Partial<RecordContext> = {}): RecordState => {
    const result = decideRecord(state, act, context(over))
    if (!result.ok) throw new Error(`${act.kind}: ${JSON.stringify(result.error)}`)
    return foldRecord(state, 'record-1', result.value)
  }
  const refused = (state: RecordState | null, act: RecordAct, over: Partial<RecordContext> = {}): Refusal => {
    const result = decideRecord(state, act, context(over))
    if (result.ok) throw new Error(`not refused: ${act.kind}`)
    return result.error
  }
  return { done, refused }
}
