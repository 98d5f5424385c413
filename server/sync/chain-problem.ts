import { genesisHash } from '../../contract/operation.ts'
import type { PushInput } from '../../contract/sync.ts'
import type { Incarnation } from '../store/incarnations.ts'
import { chainHash } from './hashes.ts'
import { isStorable } from './read-operation.ts'
import type { SyncRefusal } from './sync-refusal.ts'

export interface ChainedText {
  readonly seq: number
  readonly canon: string
  /** Chain hash as this server computes it. */
  readonly hash: string
}

/** Where a chain stands, and what stands before its first operation: nothing, or a link of an earlier incarnation. */
type Standing = Pick<Incarnation, 'ack' | 'lastHash' | 'base'>

export const chainTexts = (input: Pick<PushInput, 'fromSeq' | 'prevHash' | 'ops'>): readonly ChainedText[] => {
  let hash = input.prevHash
  return input.ops.map((canon, at) => {
    hash = chainHash(hash, canon)
    return { seq: input.fromSeq + at, canon, hash }
  })
}

/**
 * SYN-7: why a batch is not a stretch of the one chain this server knows. `held` has the operations of the batch, and the one before
 * it, that the server has. In this order: `gap` (the device goes back to `ack`), `chain_broken` (its texts do not give its own last
 * hash), `fork` (its chain is sound but another one than ours: a copied or restored database), `operation_malformed`.
 */
export const findChainProblem = (
  input: Pick<PushInput, 'fromSeq' | 'prevHash' | 'lastHash'>,
  chained: readonly ChainedText[],
  incarnation: Standing,
  held: ReadonlyMap<number, { readonly hash: string }>,
): SyncRefusal | null => {
  const { ack } = incarnation
  if (input.fromSeq > ack + 1) return { code: 'gap', position: { ack, seq: input.fromSeq } }
  if (chained.at(-1)?.hash !== input.lastHash) return { code: 'chain_broken', position: { ack, seq: null } }
  const before = { seq: input.fromSeq - 1, hash: input.prevHash }
  const foreign = [before, ...chained].find(({ seq, hash }) => seq <= ack && hash !== hashAt(seq, incarnation, held))
  if (foreign !== undefined) return { code: 'fork', position: { ack, seq: foreign.seq } }
  const unstorable = chained.find(({ canon }) => !isStorable(canon))
  return unstorable === undefined ? null : { code: 'operation_malformed', position: { ack, seq: unstorable.seq } }
}

const hashAt = (
  seq: number,
  incarnation: Standing,
  held: ReadonlyMap<number, { readonly hash: string }>,
): string | undefined => {
  if (seq === 0) return incarnation.base?.hash ?? genesisHash
  return seq === incarnation.ack ? incarnation.lastHash : held.get(seq)?.hash
}
