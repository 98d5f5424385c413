import { sql } from 'kysely'
import type { Applicant } from '../../domain/case/applicant.ts'
import type { CaseState } from '../../domain/case/case-state.ts'
import { hidesApplicant } from '../../domain/case/hides-applicant.ts'
import { foldFields } from '../../domain/text/search-tokens.ts'
import { matchesQuery, tokensForQuery } from '../../domain/text/search-query.ts'
import type { Connection } from '../connection.ts'
import { query } from '../query.ts'
import { searchReader } from '../search/reader.ts'
import { indexNewCases } from '../search/unindexed.ts'
import { statement } from '../statement.ts'
import { findStored } from './find-stored.ts'
import { type Person, personOf } from './hints.ts'
import { type UnmaskedRow, caseRows } from './list-rows.ts'
import { loadState, parseState } from './load-state.ts'

/** A person or body on file here, told apart as known applicants are: by name and number, and by phone where there is no number. */
export interface PersonOnFile {
  /** His newest case among those found; it stands for him. */
  readonly caseId: string
  readonly applicant: Applicant
  /** Cases of his, counted up to 50; `more` = there are more than that. */
  readonly cases: number
  readonly more: boolean
}

/** Applicants whose own name or number is what was typed, the one of the newest case first; at most `limit`. Agents and titles find nobody. */
export const findPeople = (connection: Connection, text: string, limit: number): readonly PersonOnFile[] => {
  const typed = tokensForQuery(text)
  const people = new Map<string, PersonOnFile>()
  for (const seq of searchReader(connection).cases(text, maxLookedAt)) {
    const state = loadState(connection, seq)
    if (state === null || !isNamed(state) || people.has(keyOf(state.applicant))) continue
    const { applicant } = state
    const { name, idNumber, phone } = applicant
    const own = foldFields({ texts: [], names: [name], idNumbers: given(idNumber), phones: given(phone) })
    if (!matchesQuery(typed, own)) continue
    const his = seqsOf(connection, applicant, maxLookedAt + 1).length
    people.set(keyOf(applicant), {
      caseId: state.id,
      applicant,
      cases: Math.min(his, maxLookedAt),
      more: his > maxLookedAt,
    })
    if (people.size === limit) break
  }
  return [...people.values()]
}

/** Cases of the applicant of this one, newest first, itself among them; at most 50. None where he is kept confidential. */
export const casesOfPerson = (connection: Connection, caseId: string): readonly UnmaskedRow[] => {
  const state = findStored(connection, caseId)?.state
  return state === undefined || !isNamed(state)
    ? []
    : caseRows(connection, seqsOf(connection, state.applicant, maxLookedAt))
}

const maxLookedAt = 50

const seqsOf = (connection: Connection, applicant: Applicant, limit: number): readonly number[] => {
  const person = personOf(applicant.idNumber, applicant.name)
  if (person === null) return []
  indexNewCases(connection)
  return connection.all(ofApplicant, { ...person, limit }).flatMap(({ seq, state }) => {
    const found = parseState(state)
    return isNamed(found) && keyOf(found.applicant) === keyOf(applicant) ? [seq] : []
  })
}

const isNamed = (state: CaseState): boolean => !hidesApplicant(state) && state.applicant.name !== ''

const keyOf = ({ name, idNumber, phone }: Applicant): string => `${name}\n${idNumber ?? phone ?? ''}`

const given = (text: string | null): readonly string[] => (text === null ? [] : [text])

const ofApplicant = statement<Person & { readonly limit: number }>()((param) =>
  query
    .selectFrom('case_fts')
    // Index first, row by key second, whatever the planner would guess.
    .crossJoin('cases')
    .whereRef('cases.seq', '=', 'case_fts.rowid')
    .innerJoin('case_state', 'case_state.seq', 'cases.seq')
    .select(['cases.seq', 'case_state.state'])
    .where(sql<boolean>`case_fts match ${param('match')}`)
    .where(
      sql<boolean>`case when ${param('idn')} is null then cases.applicant = ${param('name')} else cases.idn = ${param('idn')} end`,
    )
    .orderBy('case_fts.rowid', 'desc')
    .limit(param('limit')),
)

/** For the test of their plans. */
export const peopleStatements = { ofApplicant } as const
