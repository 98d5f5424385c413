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
  const heads: string[] = [genesisHash]
  let whole = true
  connection.each(commits, { center, to }, ({ cseq, hash, verdict }) => {
    const before = heads.at(-1)
    // Two with one number: what was pushed was answered by another history than the one read. Nothing from there on is sure.
    if (whole && cseq === heads.length - 1) heads.pop()
    whole &&= cseq === heads.length
    if (whole && before !== undefined) heads.push(headHash(before, cseq, bytesToHex(hash), verdict ?? ''))
  })
  return { last: heads.length - 1, at: (cseq) => heads[cseq] ?? null }
}

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
