import { genesisHash } from '../../contract/operation.ts'
import type { Connection } from '../connection.ts'
import { headHash } from '../log/chain.ts'
import { query } from '../query.ts'
import { headRuns } from '../scope/head-runs.ts'
import { statement } from '../statement.ts'
import { bytesToHex } from '../uuid.ts'

/** Rolling hashes of a center's history as this device has it (SYN-12). */
export interface Heads {
  /** The last commit number up to which nothing is missing here. */
  readonly last: number
  /** `genesisHash` at 0; null above `last`, and inside of what this device was not given (SYN-58). */
  readonly at: (cseq: number) => string | null
  /** The newest commit number up to this one whose head is known here. */
  readonly known: (cseq: number) => number
}

/**
 * Made from the log, not from what a server once said; about a second for a million operations. A stretch that was not given ends with the
 * head that was given with it.
 */
export const headsOf = (connection: Connection, center: string, to: number = Number.MAX_SAFE_INTEGER): Heads => {
  // 32 bytes each, one after the other: a million as texts would be a hundred megabytes and more. All zero is not known.
  let heads = Buffer.alloc(1024 * size)
  let last = 0
  let head = genesisHash
  let whole = true
  const runs = headRuns(connection, center)
  let next = 0
  let runEnd = 0
  const put = (cseq: number, value: string): void => {
    last = cseq
    head = value
    while (heads.length < last * size) heads = Buffer.concat([heads, Buffer.alloc(heads.length)])
    heads.write(head, (last - 1) * size, 'hex')
  }
  const passRuns = (): void => {
    for (let run = runs[next]; run !== undefined && run.from === last + 1 && run.to <= to; run = runs[++next]) {
      put(run.to, run.head)
      runEnd = run.to
    }
  }
  connection.each(commits, { center, to }, ({ cseq, hash, verdict }) => {
    if (whole) passRuns()
    // Brought later, into a stretch that was passed over.
    if (cseq <= runEnd) return
    // Two with one number: what was pushed was answered by another history than the one read. Nothing from there on is sure.
    const isTwice = last > 0 && cseq === last
    if (whole && isTwice) last -= 1
    whole &&= !isTwice && cseq === last + 1
    if (whole) put(cseq, headHash(head, cseq, bytesToHex(hash), verdict ?? ''))
  })
  if (whole) passRuns()
  const at = (cseq: number): string | null => {
    if (cseq === 0) return genesisHash
    if (cseq > last) return null
    const value = heads.toString('hex', (cseq - 1) * size, cseq * size)
    return value === unknown ? null : value
  }
  return {
    last,
    at,
    known: (cseq) => {
      let place = Math.min(cseq, last)
      while (at(place) === null) place -= 1
      return place
    },
  }
}

/** Bytes of a head. */
const size = 32
const unknown = '0'.repeat(2 * size)

const commits = statement<{ center: string; to: number }>()((param) =>
  query
    .selectFrom('operation')
    .select(['cseq', 'hash', 'verdict'])
    .where('cseq', '<=', param('to'))
    .$narrowType<{ cseq: number }>()
    .unionAll(
      query
        .selectFrom('quarantine')
        .select(['cseq', 'hash', 'verdict'])
        .where('center', '=', param('center'))
        .where('cseq', '<=', param('to')),
    )
    .unionAll(query.selectFrom('put_away').select(['cseq', 'hash', 'verdict']).where('cseq', '<=', param('to')))
    .orderBy('cseq'),
)
