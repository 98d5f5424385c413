import type { Database, Tx } from './connect.ts'

export interface ServerIdentity {
  /** Seals nonces and tokens; the same on every API process. */
  readonly tokenKey: Buffer
  /** Ed25519, PKCS8 DER (server/sync/server-key.ts). */
  readonly signingKey: Buffer
}

/** Throws before the database is migrated. Asked for again in one transaction it is the same. */
export const getIdentity = async (db: Database | Tx): Promise<ServerIdentity> =>
  known.get(db) ?? (await readIdentity(db)).identity

/**
 * Changes only when the database is restored from an older copy. Read from the database at every request, never kept: the database may be
 * restored under a server that runs.
 */
export const getEpoch = async (db: Database | Tx): Promise<string> => (await readIdentity(db)).epoch

/** Of transactions that are open: a batch asks for it in several places. */
const known = new WeakMap<Database | Tx, ServerIdentity>()

const readIdentity = async (
  db: Database | Tx,
): Promise<{ readonly epoch: string; readonly identity: ServerIdentity }> => {
  const row = await db
    .selectFrom('server_identity')
    .select(['epoch', 'token_key', 'signing_key'])
    .executeTakeFirstOrThrow()
  const identity = { tokenKey: row.token_key, signingKey: row.signing_key }
  if (db.isTransaction) known.set(db, identity)
  return { epoch: row.epoch, identity }
}
