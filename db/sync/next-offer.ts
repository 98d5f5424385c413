import { sql } from 'kysely'
import type { Connection } from '../connection.ts'
import { type BaseLink, baseOf, findOwnOrigin, hashBeforeFirst } from '../log/origin.ts'
import { metaReader } from '../meta/reader.ts'
import { query } from '../query.ts'
import { scopeOf } from '../scope/device-scope.ts'
import { type NoParams, statement } from '../statement.ts'
import { bytesToHex, bytesToUuid, uuidToBytes } from '../uuid.ts'
import { hashAt } from './statements.ts'

/** A stretch of a chain whose end its origin has signed: whoever brings it can change nothing. */
export interface OfferedStretch {
  readonly device: string
  readonly inc: string
  readonly base: BaseLink | null
  readonly fromSeq: number
  readonly toSeq: number
  readonly prevHash: string
  readonly lastHash: string
  readonly ops: readonly string[]
  /** Null for a chain of this device itself, which can sign it. */
  readonly sig: string | null
  /** Commit number that its first operation had: operations come back in the order they had. */
  readonly former: number
}

/**
 * SYN-29: the next stretch of operations that no server has and that can be proved, the one that was committed first. It goes as far as no
 * other chain, and nothing own that waits, stood between. `taken`: how far each incarnation has been offered already.
 */
export const nextOffer = (connection: Connection, taken: ReadonlyMap<string, number>): OfferedStretch | null => {
  // A device of less than the center lacks what stood between: what others wrote could come before what it builds on.
  const all = scopeOf(metaReader(connection)).kind === 'center'
  const chains = [...chainsToOffer(connection, taken)]
    .filter(({ isOwn }) => all || isOwn)
    .sort((a, b) => a.former - b.former)
  const ownNext = ownFormer(connection)
  for (const [at, chain] of chains.entries()) {
    const stretch = stretchOf(connection, chain, Math.min(chains[at + 1]?.former ?? Infinity, ownNext ?? Infinity))
    if (stretch !== null) return stretch
  }
  return null
}

/** Commit number that the next own operation had before the server forgot it; null for one that is new, or none. */
const ownFormer = (connection: Connection): number | null => {
  const origin = findOwnOrigin(connection)
  const ack = Number(metaReader(connection).find('ack') ?? '0')
  return origin === null ? null : (connection.first(formerOf, { origin, seq: ack + 1 })?.former_cseq ?? null)
}

interface Chain {
  readonly origin: number
  readonly device: string
  readonly inc: string
  readonly isOwn: boolean
  readonly first: number
  readonly former: number
}

const chainsToOffer = (connection: Connection, taken: ReadonlyMap<string, number>): readonly Chain[] => {
  const device = metaReader(connection).findDevice()?.device ?? null
  const current = findOwnOrigin(connection) ?? 0
  const earlier = device === null ? [] : connection.all(earlierChains, { device: uuidToBytes(device), current })
  return [...new Set([...connection.all(chainsWithOrphans, {}), ...earlier].map(({ origin }) => origin))].flatMap(
    (origin) => {
      const named = connection.first(nameOf, { origin })
      // Without its base nobody can tell where it begins.
      if (named === null || named.base_open === 1) return []
      const inc = bytesToUuid(named.inc)
      const first = connection.first(firstForgotten, { origin, after: taken.get(inc) ?? 0 })
      if (first === null) return []
      const isOwn = bytesToUuid(named.device) === device
      const former = first.former_cseq ?? Infinity
      return [{ origin, device: bytesToUuid(named.device), inc, isOwn, first: first.seq, former }]
    },
  )
}

const stretchOf = (connection: Connection, chain: Chain, before: number): OfferedStretch | null => {
  const { origin, first } = chain
  const prevHash = first === 1 ? hashBeforeFirst(connection, origin) : hashOf(connection, origin, first - 1)
  if (prevHash === null) return null
  const ops: string[] = []
  let bytes = 0
  let end: { readonly at: number; readonly hash: string; readonly sig: string | null } | null = null
  for (const row of connection.all(linksFrom, { origin, first, limit: mostOps })) {
    // A copy with something masked proves nothing.
    if (row.seq !== first + ops.length || row.cseq !== null || row.redacted === 1) break
    bytes += Buffer.byteLength(row.canon)
    if (end !== null && (bytes > mostBytes || (row.former_cseq ?? Infinity) > before)) break
    ops.push(row.canon)
    if (row.sig !== null || chain.isOwn) end = { at: ops.length, hash: bytesToHex(row.hash), sig: row.sig }
  }
  if (end === null) return null
  return {
    device: chain.device,
    inc: chain.inc,
    base: baseOf(connection, origin),
    fromSeq: first,
    toSeq: first + end.at - 1,
    prevHash,
    lastHash: end.hash,
    ops: ops.slice(0, end.at),
    sig: chain.isOwn ? null : end.sig,
    former: chain.former,
  }
}

/** The cap of the protocol on one push, and so the longest way to the next signature. */
const mostOps = 200
const mostBytes = 1024 * 1024

const hashOf = (connection: Connection, origin: number, seq: number): string | null => {
  const row = connection.first(hashAt, { origin, seq })
  return row === null ? null : bytesToHex(row.hash)
}

const formerOf = statement<{ origin: number; seq: number }>()((param) =>
  query
    .selectFrom('operation')
    .select('former_cseq')
    .where('origin', '=', param('origin'))
    .where('seq', '=', param('seq')),
)

/** Operations of others that no server has; written as the index `operation_orphan` says it, or SQLite does not use it. */
const isOrphan = sql<boolean>`o.cseq is null and o.status is null`

/** Without those whose id has come in another chain. */
const isNowhere = sql<boolean>`not exists (select 1 from operation as d where d.op = o.op and d.cseq is not null)`

const chainsWithOrphans = statement<NoParams>()(() =>
  query.selectFrom('operation as o').select('o.origin').distinct().where(isOrphan).where(isNowhere),
)

export const countOrphans = (connection: Connection): number => connection.first(orphans, {})?.count ?? 0

const orphans = statement<NoParams>()(() =>
  query
    .selectFrom('operation as o')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where(isOrphan)
    .where(isNowhere),
)

const earlierChains = statement<{ device: Uint8Array; current: number }>()((param) =>
  query
    .selectFrom('origin')
    .select('n as origin')
    .where('device', '=', param('device'))
    .where('n', '<>', param('current')),
)

const nameOf = statement<{ origin: number }>()((param) =>
  query.selectFrom('origin').select(['device', 'inc', 'base_open']).where('n', '=', param('origin')),
)

const firstForgotten = statement<{ origin: number; after: number }>()((param) =>
  query
    .selectFrom('operation as o')
    .select(['o.seq', 'o.former_cseq'])
    .where('o.origin', '=', param('origin'))
    .where('o.seq', '>', param('after'))
    .where('o.cseq', 'is', null)
    .where(isNowhere)
    .orderBy('o.seq')
    .limit(1),
)

/** A signature counts for the text it was made over alone. */
const linksFrom = statement<{ origin: number; first: number; limit: number }>()((param) =>
  query
    .selectFrom('operation as o')
    .leftJoin('chain_signature as s', (join) =>
      join.onRef('s.origin', '=', 'o.origin').onRef('s.seq', '=', 'o.seq').onRef('s.hash', '=', 'o.hash'),
    )
    .select(['o.seq', 'o.hash', 'o.canon', 'o.cseq', 'o.former_cseq', 'o.redacted', 's.sig'])
    .where('o.origin', '=', param('origin'))
    .where('o.seq', '>=', param('first'))
    .orderBy('o.seq')
    .limit(param('limit')),
)
