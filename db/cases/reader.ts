import type { CaseChoices, CaseListInput, CaseRow } from '../../contract/queries/cases.ts'
import type { CaseState } from '../../domain/case/case-state.ts'
import type { Connection } from '../connection.ts'
import { findIdByNo } from './find-by-no.ts'
import { findStored } from './find-stored.ts'
import {
  type KnownAgent,
  type KnownApplicant,
  type SimilarCase,
  isNumberShared,
  knownAgents,
  knownApplicants,
  similarCases,
} from './hints.ts'
import { caseChoices } from './choices.ts'
import { type CappedCount, countFiltered } from './list-counts.ts'
import { caseFilter } from './list-filter.ts'
import type { DayRange } from './list-within.ts'
import { listCases } from './list.ts'
import { type UnmaskedRow, syncOf } from './list-rows.ts'
import { type PersonOnFile, casesOfPerson, findPeople } from './people.ts'
import { countCases } from './statements.ts'

/** A case as it stands, with what the store knows about it beside its state. */
export interface StoredCase {
  readonly state: CaseState
  /** Number of the device that opened it. */
  readonly deviceNo: string
  /** `pending`: an own operation waits; `conflict`: one was not applied and a person must look. */
  readonly sync: CaseRow['sync']
  /** An operation of a newer version is in its history: the state is incomplete and nothing may be done to it here. */
  readonly held: boolean
}

/**
 * `total` counts to 1,000, in a search to 200, in one that has to read its hits to the end of the page (50 at least); `more` = there
 * are more than that.
 * Rows carry personal data unmasked.
 */
export interface CasePage {
  readonly rows: readonly UnmaskedRow[]
  /** Cursor of the next page, null on the last. */
  readonly next: string | null
  readonly total: number
  readonly more: boolean
}

export interface CaseReader {
  readonly find: (id: string) => StoredCase | null
  /**
   * By receipt number as typed or scanned: letters of either case, full width, blanks, and without this device's center
   * (`20261122-W03-0012`).
   */
  readonly findIdByNo: (text: string) => string | null
  /**
   * A page of the list, or of the search when `text` is not blank. Throws RangeError on a cursor that is not its own.
   *
   * @param urgent the days of `input.where.limit`, which only the calendar can tell; null = none, or the clock stands still
   */
  readonly list: (input: CaseListInput, urgent?: DayRange | null) => CasePage
  /** How many a list has, counted as its pages are, without reading them. No search. */
  readonly countListed: (input: CaseListInput, urgent: DayRange | null) => CappedCount
  /** What the cases on file can be filtered by, in no order. */
  readonly choices: () => CaseChoices
  /** Applicants of earlier cases, newest first, at most 10; by number when given, otherwise by whole name. */
  readonly knownApplicants: (by: {
    readonly idNumber: string | null
    readonly name: string | null
  }) => readonly KnownApplicant[]
  /** Agents of earlier cases, newest first, at most 10; by number when given, otherwise bodies by whole name. */
  readonly knownAgents: (by: {
    readonly idNumber: string | null
    readonly name: string | null
  }) => readonly KnownAgent[]
  /** Applicants whose own name or number is `text`, the one of the newest case first. */
  readonly findPeople: (text: string, limit: number) => readonly PersonOnFile[]
  /** Cases of the applicant of this one, newest first, at most 50; none where he is kept confidential. */
  readonly casesOfPerson: (caseId: string) => readonly UnmaskedRow[]
  /** Open cases of the same applicant with the same title, newest first, at most 10. */
  readonly similar: (to: {
    readonly idNumber: string | null
    readonly name: string
    readonly title: string
  }) => readonly SimilarCase[]
  /** True when another person stands on file with the same identity number. */
  readonly isNumberShared: (applicant: { readonly idNumber: string | null; readonly name: string }) => boolean
  readonly count: () => number
}

export const caseReader = (connection: Connection): CaseReader => ({
  find: (id) => {
    const found = findStored(connection, id)
    if (found === null) return null
    return { state: found.state, deviceNo: found.deviceNo, sync: syncOf(found), held: found.held }
  },
  findIdByNo: (text) => findIdByNo(connection, text),
  list: (input, urgent = null) => listCases(connection, input, urgent),
  countListed: (input, urgent) => countFiltered(connection, caseFilter(input, urgent)),
  choices: () => caseChoices(connection),
  knownApplicants: (by) => knownApplicants(connection, by),
  knownAgents: (by) => knownAgents(connection, by),
  findPeople: (text, limit) => findPeople(connection, text, limit),
  casesOfPerson: (caseId) => casesOfPerson(connection, caseId),
  similar: (to) => similarCases(connection, to),
  isNumberShared: (applicant) => isNumberShared(connection, applicant),
  count: () => connection.first(countCases, {})?.count ?? 0,
})
