import { sql } from 'kysely'
import { genesisHash } from '../../contract/operation.ts'
import { checkpointText, pushText } from '../../contract/sync-texts.ts'
import { type Result, err, ok } from '../../domain/result.ts'
import type { Database, Tx } from '../store/connect.ts'
import { chainHash, headHash } from '../sync/hashes.ts'
import { isSignedBy } from '../sync/signature.ts'
import type { Checkpoint } from './checkpoint.ts'
import { isAsItsText } from './columns-of-text.ts'
import { type HistoryRow, readHistoryRows } from './history-rows.ts'
import { findSigner } from './signer.ts'

/** What is wrong with a history, and with which row first: `cseq` is its commit number. */
export interface HistoryProblem {
  readonly code: HistoryProblemCode
  readonly cseq: number
}

export type HistoryProblemCode =
  | 'missing' // a commit number without its row
  | 'out_of_order' // not the next one of its device's chain
  | 'edited' // the text does not give its chain hash
  | 'columns_differ' // what stands beside the text is not what the text says
  | 'head_differs' // the verdict or an earlier row was changed
  | 'signature_invalid' // the chain up to here is not what its device signed
  | 'checkpoint_contradicts' // the server signed another head for this number
  | 'checkpoint_forged' // a kept head that the server never signed
  | 'truncated' // rows after the last one are known to have been there
  | 'position_differs' // center or device stand elsewhere than their rows

interface Chain {
  readonly seq: number
  readonly hash: string
}

/**
 * SYN-50: reads a center's whole history in commit order and proves it: numbers without gaps, every device's chain and signatures, the
 * rolling head, and every signed head that is kept here or brought by a witness. Memory is bounded by pages and the number of chains.
 */
export const verifyHistory = async (
  db: Database | Tx,
  center: string,
  witnesses: readonly Checkpoint[] = [],
  // Told after each page how far it is; what it throws ends the reading.
  tell: (cseq: number) => void = () => undefined,
): Promise<Result<{ readonly cseq: number; readonly head: string; readonly checkpoints: number }, HistoryProblem>> => {
  const standing = await db
    .selectFrom('center')
    .select(['cseq', 'head'])
    .where('center', '=', center)
    .executeTakeFirst()
  if (standing === undefined) return err({ code: 'truncated', cseq: 1 })
  const keys = await publicKeys(db, center)
  const checkpoints = [...(await keptCheckpoints(db, center)), ...witnesses]
  const forged = await findForged(db, center, checkpoints)
  if (forged !== null) return err({ code: 'checkpoint_forged', cseq: forged })
  const signedHeads = new Map(checkpoints.map((signed) => [signed.cseq, new Set<string>()] as const))
  for (const signed of checkpoints) signedHeads.get(signed.cseq)?.add(signed.head)
  const chains = new Map(await chainStarts(db, center))
  let cseq = 0
  let head = genesisHash
  for (;;) {
    const rows = await readHistoryRows(db, center, cseq)
    if (rows.length === 0) break
    for (const row of rows) {
      if (row.cseq !== cseq + 1) return err({ code: 'missing', cseq: cseq + 1 })
      const key = `${row.device}/${row.inc}`
      const chain = chains.get(key) ?? { seq: 0, hash: genesisHash }
      if (row.seq !== chain.seq + 1) return err({ code: 'out_of_order', cseq: row.cseq })
      if (chainHash(chain.hash, row.canon) !== row.hash) return err({ code: 'edited', cseq: row.cseq })
      if (!isAsItsText(row)) return err({ code: 'columns_differ', cseq: row.cseq })
      head = headHash(head, row.cseq, row.hash, row.verdict)
      if (head !== row.head) return err({ code: 'head_differs', cseq: row.cseq })
      if (row.sig !== null && !isSigned(keys, row, row.sig)) return err({ code: 'signature_invalid', cseq: row.cseq })
      const signed = signedHeads.get(row.cseq)
      if (signed !== undefined && (signed.size > 1 || !signed.has(head))) {
        return err({ code: 'checkpoint_contradicts', cseq: row.cseq })
      }
      chains.set(key, { seq: row.seq, hash: row.hash })
      cseq = row.cseq
    }
    tell(cseq)
  }
  if ([...signedHeads.keys()].some((signed) => signed > cseq)) return err({ code: 'truncated', cseq: cseq + 1 })
  if (standing.cseq > cseq) return err({ code: 'truncated', cseq: cseq + 1 })
  if (standing.cseq < cseq || standing.head !== head) return err({ code: 'position_differs', cseq })
  if (await isBehindAcks(db, center, chains)) return err({ code: 'truncated', cseq: cseq + 1 })
  return ok({ cseq, head, checkpoints: signedHeads.size })
}

/** Every device's key; the server's own for its own device. */
const publicKeys = async (db: Database | Tx, center: string): Promise<ReadonlyMap<string, Buffer>> => {
  const signer = await findSigner(db)
  const devices = await db.selectFrom('device').select(['id', 'public_key']).where('center', '=', center).execute()
  return new Map(
    devices.flatMap(({ id, public_key: own }) => {
      const key = own ?? signer?.publicKey
      return key === undefined ? [] : [[id, key] as const]
    }),
  )
}

const isSigned = (keys: ReadonlyMap<string, Buffer>, row: HistoryRow, sig: string): boolean => {
  const key = keys.get(row.device)
  return key !== undefined && isSignedBy(key, pushText(row.device, row.inc, row.hash), sig)
}

const keptCheckpoints = (db: Database | Tx, center: string): Promise<readonly Checkpoint[]> =>
  db.selectFrom('checkpoint').select(['cseq', 'head', 'at', 'sig']).where('center', '=', center).execute()

const findForged = async (
  db: Database | Tx,
  center: string,
  checkpoints: readonly Checkpoint[],
): Promise<number | null> => {
  const signer = await findSigner(db)
  if (signer === null) return null
  const forged = checkpoints.filter(
    ({ cseq, head, at, sig }) => !isSignedBy(signer.publicKey, checkpointText(center, cseq, head, at), sig),
  )
  return forged.length === 0 ? null : Math.min(...forged.map(({ cseq }) => cseq))
}

/** Chains begin at nothing, or where their incarnation continues another (SYN-7). */
const chainStarts = async (db: Database | Tx, center: string): Promise<readonly (readonly [string, Chain])[]> => {
  const { rows } = await sql<{ key: string; hash: string | null }>`
    select device || '/' || inc as key, base_hash as hash from device_incarnation where center = ${center}`.execute(db)
  return rows.map(({ key, hash }) => [key, { seq: 0, hash: hash ?? genesisHash }] as const)
}

/** A device's ack that its rows do not reach: the newest rows are gone, and the center's own position was put back with them. */
const isBehindAcks = async (
  db: Database | Tx,
  center: string,
  chains: ReadonlyMap<string, Chain>,
): Promise<boolean> => {
  const { rows } = await sql<{ key: string; ack: number; last: string }>`
    select device || '/' || inc as key, ack, last_hash as last from device_incarnation where center = ${center}`.execute(
    db,
  )
  return rows.some(({ key, ack, last }) => {
    const chain = chains.get(key)
    return ack > 0 && (chain?.seq !== ack || chain.hash !== last)
  })
}
