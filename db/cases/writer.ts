import { type CaseOperation, opensCase } from '../../domain/case/case-operation.ts'
import type { CaseState } from '../../domain/case/case-state.ts'
import { fold } from '../../domain/case/fold.ts'
import type { WorkCalendar } from '../../domain/calendar/work-calendar.ts'
import type { LetterKind } from '../../domain/letters/letter-kind.ts'
import { type PlainDate, dayNumberOf } from '../../domain/plain-date.ts'
import type { Connection } from '../connection.ts'
import { discardDraft } from '../drafts/writer.ts'
import { type NewOperation, appendOperation } from '../log/append.ts'
import { countItemUse } from '../reference/item-use.ts'
import type { WriteScope } from '../write-scope.ts'
import { nextCaseNo, nextLetterNo } from './counter.ts'
import { type CaseStanding, findStored } from './find-stored.ts'
import { saveCase } from './save.ts'

/** Who did it and when; the log adds the rest. */
export type CaseStamp = Omit<NewOperation, 'kind' | 'kver' | 'data'>

export interface CaseWriter {
  /** The next number of a device on a day (counter.ts). One taken in a transaction that rolls back is given again. */
  readonly nextCaseNo: (center: string, on: PlainDate, deviceNo: string) => string
  /** The next number of a letter's series; the same holds. */
  readonly nextLetterNo: (center: string, letter: LetterKind, on: PlainDate, deviceNo: string) => string
  /**
   * Appends a decided operation to the log, folds it, and brings list, materials, search, item use and draft up to date. Answers the
   * state after it. Throws what the log throws (log/append.ts).
   */
  readonly record: (operation: CaseOperation, stamp: CaseStamp) => CaseState
}

/** Version of the data of every case operation kind that this program writes (contract/operation.ts). */
export const caseKver = 1

export const caseWriter = (connection: Connection, scope: WriteScope, calendar: WorkCalendar): CaseWriter => ({
  nextCaseNo: (center, on, deviceNo) => {
    scope.touch('cases')
    return nextCaseNo(connection, center, on, deviceNo)
  },
  nextLetterNo: (center, letter, on, deviceNo) => {
    scope.touch('cases')
    return nextLetterNo(connection, center, letter, on, deviceNo)
  },
  record: (operation, stamp) => {
    scope.touch('cases')
    scope.touch('sync')
    // An opening operation finds nothing: whoever decided it has looked, and the id is unique.
    const before = opensCase(operation) ? null : findStored(connection, stamp.entity)
    const envelope = appendOperation(connection, { ...stamp, ...operation, kver: caseKver })
    const state = fold(before?.state ?? null, stamp.entity, operation, envelope.hlc)
    saveCase(connection, calendar, state, standingAfter(before, envelope.deviceNo), before)
    if (before === null) {
      if (state.kind === 'service') countItemUse(connection, state.intake.item.id, dayNumberOf(state.arrivedOn))
      if (discardDraft(connection, stamp.entity, stamp.actor)) scope.touch('drafts')
    }
    return state
  },
})

/** One own operation more that waits. */
const standingAfter = (before: CaseStanding | null, deviceNo: string): CaseStanding =>
  before === null ? { deviceNo, pending: 1, attention: 0, held: false } : { ...before, pending: before.pending + 1 }
