import { sql } from 'kysely'
import { canonicalJson } from '../../contract/canonical-json.ts'
import { OperationSchema, genesisHash } from '../../contract/operation.ts'
import type { Connection } from '../connection.ts'
import { chainHash } from '../log/chain.ts'
import { findOwnOrigin, hashBeforeFirst } from '../log/origin.ts'
import { isPutAway, putAwayHash } from '../scope/put-away-links.ts'
import { query } from '../query.ts'
import { headsOf } from '../sync/heads.ts'
import { type NoParams, type Statement, statement } from '../statement.ts'
import { bytesToHex, bytesToUuid } from '../uuid.ts'
import type { ProblemList } from './problems.ts'

/**
 * Walks the chain of every device and incarnation. The own one must be whole from 1 on, but for what was put away (RET-2); of others a device holds what it was given, so
 * a link is checked where its predecessor is here. Answers the number of operations.
 */
export const verifyLog = (connection: Connection, problems: ProblemList): number => {
  const current = findOwnOrigin(connection)
  let count = 0
  // The last link seen of each chain.
  const links = new Map<number, Link>()
  connection.each(inChains, {}, (row) => {
    count++
    const before = links.get(row.origin) ?? {
      seq: 0,
      hash: row.base_open === 1 ? null : hashBeforeFirst(connection, row.origin),
    }
    const follows = row.seq === before.seq + 1 || isPutAway(connection, row.origin, before.seq, row.seq)
    const away = row.seq === before.seq + 1 ? null : putAwayHash(connection, row.origin, row.seq - 1)
    const link = away === null ? before : { seq: row.seq - 1, hash: away }
    verifyLink(row, link, row.origin === current && !follows, problems)
    links.set(row.origin, { seq: row.seq, hash: bytesToHex(row.hash) })
  })
  verifySuperseded(connection, problems)
  return count
}

/** SYN-27: what was written anew is still what it was, under the hash that it had, and the act it holds is in the log. */
const verifySuperseded = (connection: Connection, problems: ProblemList): void => {
  let known = { origin: 0, seq: 0, hash: genesisHash }
  connection.each(rechainedTexts, {}, (row) => {
    const op = bytesToUuid(row.op)
    const hash = bytesToHex(row.hash)
    const before = [
      row.before === null ? null : bytesToHex(row.before),
      known.origin === row.origin && known.seq === row.seq - 1 ? known.hash : null,
      // Where its chain begins may not be known here, as of any operation that came without what it continues.
      row.seq === 1 && row.base_open === 0 ? hashBeforeFirst(connection, row.origin) : null,
    ].filter((each) => each !== null)
    // Emptied when its operation left with its scope (RET-3).
    const isEmptied = row.canon === ''
    const isProved =
      isEmptied || before.length === 0 || before.some((prevHash) => chainHash(prevHash, row.canon) === hash)
    // What stands before it now may be of another branch of a forked chain; what it says is in the log all the same.
    if (!isProved && !saysWhatIsThere(connection, row.op, row.canon))
      problems.add('hash_mismatch', op, `seq ${row.seq} of chain ${row.origin}, before it was written anew`)
    if (!isEmptied && row.present === 0) problems.add('seq_gap', op, 'it was written anew and is not there')
    known = { origin: row.origin, seq: row.seq, hash }
  })
}

/** An act that was written anew changed its place and nothing else. */
const saysWhatIsThere = (connection: Connection, op: Uint8Array, canon: string): boolean => {
  const said = withoutPlace(canon)
  return said !== null && connection.all(textsOf, { op }).some((there) => withoutPlace(there.canon) === said)
}

const withoutPlace = (canon: string): string | null => {
  const read = OperationSchema.safeParse(parseJson(canon))
  return read.success ? canonicalJson({ ...read.data, inc: null, seq: null }) : null
}

const verifyLink = (row: Row, before: Link, gap: boolean, problems: ProblemList): void => {
  const op = bytesToUuid(row.op)
  const last = before.seq
  if (gap) problems.add('seq_gap', op, `seq ${row.seq} follows ${last}`)
  const prevHash = last === row.seq - 1 ? before.hash : null
  // A copy with something masked gives another hash than its text did (SYN-57).
  if (row.redacted === 0 && prevHash !== null && chainHash(prevHash, row.canon) !== bytesToHex(row.hash)) {
    problems.add('hash_mismatch', op, `seq ${row.seq} of chain ${row.origin}`)
  }
  const difference = columnDifference(row, op)
  if (difference !== null) problems.add('canon_mismatch', op, difference)
}

/**
 * Below the cursor every commit number of the center is here, or in a stretch that this device was not given, and together they give the
 * rolling hash that the server gave.
 */
export const verifyHistory = (connection: Connection, problems: ProblemList): void => {
  for (const { center, cseq, head } of connection.all(cursors, {})) {
    const { last, at } = headsOf(connection, center, cseq)
    if (last < cseq) {
      problems.add('history_gap', `${center} ${last + 1}`, `it is not here, or twice; the cursor is ${cseq}`)
    } else if (at(cseq) !== bytesToHex(head))
      problems.add('history_mismatch', center, 'another rolling hash than the server gave')
  }
}

interface Link {
  readonly seq: number
  /** Null: not here. */
  readonly hash: string | null
}

type Row = typeof inChains extends Statement<NoParams, infer R> ? R : never

const columnDifference = (row: Row, op: string): string | null => {
  const read = OperationSchema.safeParse(parseJson(row.canon))
  if (!read.success) return 'the text is no operation'
  const text = read.data
  const columns = {
    op,
    seq: row.seq,
    entity: row.entity,
    kind: row.kind,
    hlc: row.hlc,
    device: bytesToUuid(row.device),
    inc: bytesToUuid(row.inc),
  }
  const different = Object.entries(columns).find(
    ([name, value]) => Object.entries(text).find(([key]) => key === name)?.[1] !== value,
  )
  return different === undefined ? null : `column ${different[0]}`
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const inChains = statement<NoParams>()(() =>
  query
    .selectFrom('operation')
    .innerJoin('origin', 'origin.n', 'operation.origin')
    .select([
      'operation.op',
      'operation.origin',
      'operation.seq',
      'operation.entity',
      'operation.kind',
      'operation.hash',
      'operation.hlc',
      'operation.canon',
      'operation.redacted',
      'origin.device',
      'origin.inc',
      'origin.base_open',
    ])
    .orderBy('operation.origin')
    .orderBy('operation.seq'),
)

const rechainedTexts = statement<NoParams>()(() =>
  query
    .selectFrom('superseded_operation as s')
    .innerJoin('origin', 'origin.n', 's.origin')
    .leftJoin('operation as p', (join) =>
      join.onRef('p.origin', '=', 's.origin').on('p.seq', '=', (eb) => eb('s.seq', '-', 1)),
    )
    .select([
      's.op',
      's.origin',
      's.seq',
      's.hash',
      's.canon',
      'origin.base_open',
      'p.hash as before',
      sql<number>`exists (select 1 from operation as o where o.op = s.op)`.as('present'),
    ])
    .where('s.why', '=', 'rechained')
    .orderBy('s.origin')
    .orderBy('s.seq'),
)

const textsOf = statement<{ op: Uint8Array }>()((param) =>
  query.selectFrom('operation').select('canon').where('op', '=', param('op')).where('redacted', '=', 0),
)

const cursors = statement<NoParams>()(() => query.selectFrom('cursor').select(['center', 'cseq', 'head']))
