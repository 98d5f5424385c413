import { sql } from 'kysely'
import type { Operation } from '../../contract/operation.ts'
import { noteCaseNos } from '../cases/counter.ts'
import type { Connection } from '../connection.ts'
import { originOf } from '../log/origin.ts'
import { query } from '../query.ts'
import { type NoParams, statement } from '../statement.ts'
import { bytesToHex, bytesToUuid } from '../uuid.ts'
import { type PulledRow, hashAt, insertPulled } from './statements.ts'

/**
 * What the log holds of many operations that come in together, asked once for all of them instead of once for each: most are new, and stand
 * behind one that came just before them. Good for one transaction, in which nothing but `takeIn` adds to the log.
 */
export interface KnownRows {
  /** Number of its device and incarnation, made when missing. */
  readonly originOf: (envelope: Operation) => number
  /** False only where neither its id nor its place in its chain is in the log. */
  readonly has: (origin: number, envelope: Operation) => boolean
  /** Chain hash at a place; null where the log has nothing there. */
  readonly hashAt: (origin: number, seq: number) => string | null
  /** True when some link was put away, so that what comes in may be such a one. */
  readonly isAnyPutAway: boolean
  /** True when some text is kept raw, so that what comes in may be such a one. */
  readonly isAnyRaw: boolean
  /** It is in the log from now on, for everybody who asks here; for the others from `flush` on. */
  readonly put: (envelope: Operation, hash: string, row: PulledRow) => void
  /** Before the log itself is read or changed: writes what was put. */
  readonly flush: () => void
  /** Case numbers that came in; written down together at the end. */
  readonly noteCaseNo: (caseNo: string) => void
  readonly finish: () => void
}

export const knownRows = (connection: Connection, envelopes: readonly Operation[]): KnownRows => {
  const ids = findIds(connection, envelopes)
  const numberOf = originNumbers(connection)
  const places = findPlaces(connection, envelopes, numberOf)
  const newest = new Map<number, { readonly seq: number; readonly hash: string }>()
  const caseNos: string[] = []
  let rows: PulledRow[] = []
  const flush = (): void => {
    connection.insertAll(insertPulled, rows)
    rows = []
  }
  return {
    originOf: numberOf,
    has: (origin, { op, seq }) => ids.has(op) || places.get(origin)?.has(seq) === true,
    hashAt: (origin, seq) => {
      const last = newest.get(origin)
      if (last?.seq === seq) return last.hash
      flush()
      const row = connection.first(hashAt, { origin, seq })
      return row === null ? null : bytesToHex(row.hash)
    },
    isAnyPutAway: connection.first(anyPutAway, {}) !== null,
    isAnyRaw: connection.first(anyRaw, {}) !== null,
    put: ({ op, seq }, hash, row) => {
      ids.add(op)
      placesOf(places, row.origin).add(seq)
      newest.set(row.origin, { seq, hash })
      rows.push(row)
    },
    flush,
    noteCaseNo: (caseNo) => void caseNos.push(caseNo),
    finish: () => {
      flush()
      noteCaseNos(connection, caseNos)
    },
  }
}

const findIds = (connection: Connection, envelopes: readonly Operation[]): Set<string> => {
  const rows = connection.all(knownIds, { ids: JSON.stringify(envelopes.map(({ op }) => op)) })
  return new Set(rows.map(({ op }) => bytesToUuid(op)))
}

/** Most stand behind another of the same device, which a push brought with them. */
const originNumbers = (connection: Connection): KnownRows['originOf'] => {
  let last: { readonly device: string; readonly inc: string; readonly origin: number } | null = null
  return ({ device, inc }) => {
    if (last?.inc !== inc || last.device !== device) last = { device, inc, origin: originOf(connection, device, inc) }
    return last.origin
  }
}

const findPlaces = (
  connection: Connection,
  envelopes: readonly Operation[],
  numberOf: KnownRows['originOf'],
): Map<number, Set<number>> => {
  const ranges = new Map<number, { from: number; to: number }>()
  for (const envelope of envelopes) {
    const { seq } = envelope
    const origin = numberOf(envelope)
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
