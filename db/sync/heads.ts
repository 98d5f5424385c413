import { genesisHash } from '../../contract/operation.ts'
import type { Connection } from '../connection.ts'
import { headHash } from '../log/chain.ts'
import { query } from '../query.ts'
import { statement } from '../statement.ts'
import { bytesToHex } from '../uuid.ts'

/** Rolling hashes of a center's history as this device has it (SYN-12). */
export interface Heads {
  /** The last commit number up to which nothing is missing here. */
  readonly last: number
  /** `genesisHash` at 0; null above `last`. */
  readonly at: (cseq: number) => string | null
}

/** Made from the log, not from what a server once said; about a second for a million operations. */
export const headsOf = (connection: Connection, center: string, to: number = Number.MAX_SAFE_INTEGER): Heads => {
  // 32 bytes each, one after the other: a million as texts would be a hundred megabytes and more.
  let heads = Buffer.alloc(1024 * size)
  let last = 0
  let head = genesisHash
  let whole = true
  connection.each(commits, { center, to }, ({ cseq, hash, verdict }) => {
    // Two with one number: what was pushed was answered by another history than the one read. Nothing from there on is sure.
    const isTwice = last > 0 && cseq === last
    if (whole && isTwice) last -= 1
    whole &&= !isTwice && cseq === last + 1
    if (!whole) return
    last = cseq
    head = headHash(head, cseq, bytesToHex(hash), verdict ?? '')
    if (heads.length < last * size) heads = Buffer.concat([heads, Buffer.alloc(heads.length)])
    heads.write(head, (last - 1) * size, 'hex')
  })
  return {
    last,
    at: (cseq) => {
      if (cseq === 0) return genesisHash
      return cseq > last ? null : heads.toString('hex', (cseq - 1) * size, cseq * size)
    },
  }
}

/** Bytes of a head. */
const size = 32

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
    .orderBy('cseq'),
)
