import { sql } from 'kysely'
import type { Operation } from '../../contract/operation.ts'
import { noteCaseNos } from '../cases/counter.ts'
import type { Connection } from '../connection.ts'
import { originOf } from '../log/origin.ts'
import { query } from '../query.ts'
import { type NoParams, statement } from '../statement.ts'
import { bytesToHex, bytesToUuid } from '../uuid.ts'
import { hashAt } from './statements.ts'

/**
 * What the log holds of many operations that come in together, asked once for all of them instead of once for each: most are new, and stand
 * behind one that came just before them. Good for one transaction, in which nothing but `takeIn` adds to the log.
 */
export interface KnownRows {
  /** False only where neither its id nor its place in its chain is in the log. */
  readonly has: (origin: number, envelope: Operation) => boolean
  /** Chain hash at a place; null where the log has nothing there. */
  readonly hashAt: (origin: number, seq: number) => string | null
  /** True when some link was put away, so that what comes in may be such a one. */
  readonly isAnyPutAway: boolean
  /** True when some text is kept raw, so that what comes in may be such a one. */
  readonly isAnyRaw: boolean
  /** It is in the log from now on. */
  readonly note: (origin: number, envelope: Operation, hash: string) => void
  /** Case numbers that came in; written down together at the end. */
  readonly noteCaseNo: (caseNo: string) => void
  readonly finish: () => void
}

export const knownRows = (connection: Connection, envelopes: readonly Operation[]): KnownRows => {
  const ids = findIds(connection, envelopes)
  const places = findPlaces(connection, envelopes)
  const newest = new Map<number, { readonly seq: number; readonly hash: string }>()
  const caseNos: string[] = []
  return {
    has: (origin, { op, seq }) => ids.has(op) || places.get(origin)?.has(seq) === true,
    hashAt: (origin, seq) => {
      const last = newest.get(origin)
      if (last?.seq === seq) return last.hash
      const row = connection.first(hashAt, { origin, seq })
      return row === null ? null : bytesToHex(row.hash)
    },
    isAnyPutAway: connection.first(anyPutAway, {}) !== null,
    isAnyRaw: connection.first(anyRaw, {}) !== null,
    note: (origin, { op, seq }, hash) => {
      ids.add(op)
      placesOf(places, origin).add(seq)
      newest.set(origin, { seq, hash })
    },
    noteCaseNo: (caseNo) => void caseNos.push(caseNo),
    finish: () => {
      noteCaseNos(connection, caseNos)
    },
  }
}

const findIds = (connection: Connection, envelopes: readonly Operation[]): Set<string> => {
  const rows = connection.all(knownIds, { ids: JSON.stringify(envelopes.map(({ op }) => op)) })
  return new Set(rows.map(({ op }) => bytesToUuid(op)))
}

const findPlaces = (connection: Connection, envelopes: readonly Operation[]): Map<number, Set<number>> => {
  const ranges = new Map<number, { from: number; to: number }>()
  for (const { device, inc, seq } of envelopes) {
    const origin = originOf(connection, device, inc)
    const range = ranges.get(origin)
    ranges.set(origin, { from: Math.min(range?.from ?? seq, seq), to: Math.max(range?.to ?? seq, seq) })
  }
  const places = new Map<number, Set<number>>()
  for (const [origin, { from, to }] of ranges) {
    for (const { seq } of connection.all(takenPlaces, { origin, from, to })) placesOf(places, origin).add(seq)
  }
  return places
}

const placesOf = (places: Map<number, Set<number>>, origin: number): Set<number> => {
  const known = places.get(origin) ?? new Set<number>()
  places.set(origin, known)
  return known
}

const knownIds = statement<{ ids: string }>()((param) =>
  query
    .selectFrom('operation')
    .select('op')
    .where(sql<boolean>`op in (select unhex(value, '-') from json_each(${param('ids')}))`),
)

const takenPlaces = statement<{ origin: number; from: number; to: number }>()((param) =>
  query
    .selectFrom('operation')
    .select('seq')
    .where('origin', '=', param('origin'))
    .where('seq', '>=', param('from'))
    .where('seq', '<=', param('to')),
)

const anyRaw = statement<NoParams>()(() => query.selectFrom('quarantine').select('cseq').limit(1))
const anyPutAway = statement<NoParams>()(() => query.selectFrom('put_away').select('seq').limit(1))
