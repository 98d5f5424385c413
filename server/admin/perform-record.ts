import { sql } from 'kysely'
import { type Refusal, refusal } from '../../domain/case/refusal.ts'
import { plainDateInShanghai } from '../../domain/plain-date.ts'
import { decideRecord } from '../../domain/record/decide.ts'
import { foldRecord } from '../../domain/record/fold.ts'
import { recordModuleOf } from '../../domain/record/modules.ts'
import type { RecordAct } from '../../domain/record/record-act.ts'
import type { RecordState } from '../../domain/record/record-state.ts'
import { type Result, err, ok } from '../../domain/result.ts'
import { centerCalendar } from '../store/center-calendar.ts'
import { centerSettings } from '../store/center-settings.ts'
import type { Tx } from '../store/connect.ts'
import { lockRecords, saveRecords } from '../store/record-states.ts'
import { appendServerActs } from '../sync/server-acts.ts'
import type { ServerAct } from '../sync/server-rows.ts'
import { lockServerDevice } from './server-device.ts'

/** Who does it at the console. */
export interface Administrator {
  readonly id: string
  readonly login: string
}

/**
 * Acts on one record by an administrator, all or none, inside a transaction of the caller's: decided by the rules that devices decide by, put
 * into the history as operations of the server's own device under his name, and pulled by every device. Answers the record after them.
 *
 * @param base version that he saw; 0 for an opening act
 */
export const performRecord = async (
  tx: Tx,
  center: string,
  staff: Administrator,
  { recordId, base, acts }: { readonly recordId: string; readonly base: number; readonly acts: readonly RecordAct[] },
): Promise<Result<RecordState, Refusal>> => {
  // Before any record, as a push does.
  await lockServerDevice(tx, center)
  const before = (await lockRecords(tx, center, [recordId])).get(recordId) ?? null
  if (before !== null && before.version !== base) return err(refusal('stale', { params: { version: before.version } }))
  const now = Date.now()
  const today = plainDateInShanghai(now)
  const context = {
    today,
    role: 'administrator',
    calendar: await centerCalendar(tx, center),
    settings: await centerSettings(tx, center),
    nextLetterNo: () => noLetters(),
  } as const
  let state = before
  const done: ServerAct[] = []
  for (const act of acts) {
    const decided = decideRecord(state, act, context)
    if (!decided.ok) return decided
    done.push({ entity: recordId, base: state?.version ?? 0, operation: decided.value, actor: staff.id })
    state = foldRecord(state, recordId, decided.value)
  }
  if (state === null) throw new RangeError('no act')
  const clash = await keyTaken(tx, center, state, context.calendar)
  if (clash !== null) return err(refusal('record_key_taken', { params: { key: clash } }))
  await saveRecords(tx, center, new Map([[recordId, state]]), new Set(before === null ? [] : [recordId]))
  await appendServerActs(tx, center, done, now)
  return ok(state)
}

/** Numbers of letters are a device's own (W03-…); what is done here owes none. */
const noLetters = (): never => {
  throw new Error('the server gives no number to a letter')
}

const keyTaken = async (
  tx: Tx,
  center: string,
  state: RecordState,
  calendar: Awaited<ReturnType<typeof centerCalendar>>,
): Promise<string | null> => {
  const { head } = recordModuleOf(state.kind)
  const { key } = head(state, calendar)
  if (key === null) return null
  const { rows } = await sql<{ state: RecordState }>`
    select state from record_state
    where center = ${center} and kind = ${state.kind} and rec_key = ${key} and id <> ${state.id}`.execute(tx)
  // What was withdrawn keeps its number and stands in nobody's way.
  return rows.some((other) => !head(other.state, calendar).closed) ? key : null
}
