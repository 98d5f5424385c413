import { sql } from 'kysely'
import type { Applicant, Representative } from '../../domain/case/applicant.ts'
import { hidesApplicant } from '../../domain/case/hides-applicant.ts'
import { fromDayNumber } from '../../domain/plain-date.ts'
import { normalizeIdNumber } from '../../domain/identity/normalize-id-number.ts'
import { foldIdNumber, foldName, idToken, maxNamePrefix, namePrefixToken } from '../../domain/text/search-tokens.ts'
import type { Connection } from '../connection.ts'
import { query } from '../query.ts'
import { quote } from '../search/match.ts'
import { indexNewCases } from '../search/unindexed.ts'
import { statement } from '../statement.ts'
import { bytesToUuid } from '../uuid.ts'
import { statusOf } from './kinded-status.ts'
import { parseState } from './load-state.ts'

export interface KnownApplicant {
  readonly applicant: Applicant
  /** Earlier cases found of him; at most 50 are looked at. */
  readonly cases: number
  /** Arrival of the newest, `YYYY-MM-DD`. */
  readonly lastOn: string
  readonly lastTitle: string
}

/** Who he is and how he is reached. Authority, matters and term belong to one mandate alone and are no part of him. */
export type AgentIdentity = Pick<Representative, 'name' | 'idType' | 'idNumber' | 'phone'>

export interface KnownAgent {
  readonly agent: AgentIdentity
  /** Earlier cases in which he acted for somebody; at most 50 are looked at. */
  readonly cases: number
  /** Arrival of the newest, `YYYY-MM-DD`. */
  readonly lastOn: string
}

export interface SimilarCase {
  readonly id: string
  readonly caseNo: string
  readonly title: string
  readonly status: string
  readonly on: string
}

/**
 * Applicants of earlier cases as they were in the newest of them. Two people of one name stay two: they are told apart by identity
 * number, and by phone where there is none.
 */
export const knownApplicants = (
  connection: Connection,
  { idNumber, name }: { readonly idNumber: string | null; readonly name: string | null },
): readonly KnownApplicant[] => {
  const person = personOf(idNumber, name)
  if (person === null) return []
  indexNewCases(connection)
  const rows = connection.all(personCases, { ...person, limit: maxLookedAt })
  const people = new Map<string, KnownApplicant>()
  for (const row of rows) {
    const { applicant } = parseState(row.state)
    const who = `${applicant.name}\n${applicant.idNumber ?? applicant.phone ?? ''}`
    const known = people.get(who)
    people.set(
      who,
      known === undefined
        ? { applicant, cases: 1, lastOn: fromDayNumber(row.arrived), lastTitle: row.title }
        : { ...known, cases: known.cases + 1 },
    )
  }
  return [...people.values()].slice(0, maxOffered)
}

/**
 * Agents of earlier cases as they were in the newest of them: by number when given, otherwise bodies by their whole name. People of one name are not told
 * apart by it, so that a name alone finds none.
 */
export const knownAgents = (
  connection: Connection,
  { idNumber, name }: { readonly idNumber: string | null; readonly name: string | null },
): readonly KnownAgent[] => {
  const person = personOf(idNumber, name)
  if (person === null) return []
  indexNewCases(connection)
  const agents = new Map<string, KnownAgent>()
  for (const row of connection.all(agentCases, { ...person, limit: maxLookedAt })) {
    const state = parseState(row.state)
    const { representative } = state
    if (representative === null || hidesApplicant(state)) continue
    const who = `${representative.name}\n${representative.idNumber ?? ''}`
    const known = agents.get(who)
    agents.set(
      who,
      known === undefined
        ? { agent: identityOf(representative), cases: 1, lastOn: fromDayNumber(row.arrived) }
        : { ...known, cases: known.cases + 1 },
    )
  }
  return [...agents.values()].slice(0, maxOffered)
}

const identityOf = ({ name, idType, idNumber, phone }: Representative): AgentIdentity => ({
  name,
  idType,
  idNumber,
  phone,
})

/** A hint that the same matter may be here already, never a block. */
export const similarCases = (
  connection: Connection,
  { idNumber, name, title }: { readonly idNumber: string | null; readonly name: string; readonly title: string },
): readonly SimilarCase[] => {
  const person = personOf(idNumber, name)
  if (person === null) return []
  indexNewCases(connection)
  return connection.all(similar, { ...person, title: title.trim(), limit: maxOffered }).map((row) => ({
    id: bytesToUuid(row.id),
    caseNo: row.case_no,
    title: row.title,
    status: statusOf(row.status),
    on: fromDayNumber(row.arrived),
  }))
}

/** True when a case of somebody else carries the same identity number: both stay, and a person looks (peers.md 2.11 row 20). */
export const isNumberShared = (
  connection: Connection,
  { idNumber, name }: { readonly idNumber: string | null; readonly name: string },
): boolean => {
  const person = personOf(idNumber, null)
  indexNewCases(connection)
  return person !== null && connection.first(othersWithNumber, { ...person, name: name.trim() }) !== null
}

const maxOffered = 10
const maxLookedAt = 50

/** The token of the search index that finds a person, and what the row must say. Null when there is nothing to look for. */
export const personOf = (idNumber: string | null, name: string | null): Person | null => {
  const id = foldIdNumber(idNumber ?? '')
  if (id.length >= 6) return { match: quote(idToken(id, 6)), idn: normalizeIdNumber(idNumber ?? ''), name: '' }
  const folded = [...foldName(name ?? '')].slice(0, maxNamePrefix).join('')
  return folded === '' ? null : { match: quote(namePrefixToken(folded)), idn: null, name: (name ?? '').trim() }
}

export type Person = { readonly match: string; readonly idn: string | null; readonly name: string }

const ofPerson = query
  .selectFrom('case_fts')
  // Index first, row by key second, whatever the planner would guess.
  .crossJoin('cases')
  .whereRef('cases.seq', '=', 'case_fts.rowid')
  .orderBy('case_fts.rowid', 'desc')

const personCases = statement<Person & { readonly limit: number }>()((param) =>
  ofPerson
    .innerJoin('case_state', 'case_state.seq', 'cases.seq')
    .select(['cases.title', 'cases.arrived', 'case_state.state'])
    .where(sql<boolean>`case_fts match ${param('match')}`)
    .where(
      sql<boolean>`case when ${param('idn')} is null then cases.applicant = ${param('name')} else cases.idn = ${param('idn')} end`,
    )
    .limit(param('limit')),
)

const agentCases = statement<Person & { readonly limit: number }>()((param) =>
  ofPerson
    .innerJoin('case_state', 'case_state.seq', 'cases.seq')
    .select(['cases.arrived', 'case_state.state'])
    .where(sql<boolean>`case_fts match ${param('match')}`)
    .where(
      sql<boolean>`case when ${param('idn')} is null
        then case_state.state ->> '$.representative.idType' = 'uscc' and case_state.state ->> '$.representative.name' = ${param('name')}
        else case_state.state ->> '$.representative.idNumber' = ${param('idn')} end`,
    )
    .limit(param('limit')),
)

const similar = statement<Person & { readonly title: string; readonly limit: number }>()((param) =>
  ofPerson
    .select(['cases.id', 'cases.case_no', 'cases.title', 'cases.status', 'cases.arrived'])
    .where(sql<boolean>`case_fts match ${param('match')}`)
    .where('cases.closed', 'is', null)
    .where('cases.title', '=', param('title'))
    .where(
      sql<boolean>`case when ${param('idn')} is null then cases.applicant = ${param('name')} else cases.idn = ${param('idn')} end`,
    )
    .limit(param('limit')),
)

const othersWithNumber = statement<Person>()((param) =>
  ofPerson
    .select('cases.seq')
    .where(sql<boolean>`case_fts match ${param('match')}`)
    .where('cases.idn', '=', param('idn'))
    .where('cases.applicant', '<>', param('name'))
    .limit(1),
)

/** For the test of their plans. */
export const hintStatements = { personCases, agentCases, similar, othersWithNumber } as const
