import type { Database, Tx } from './connect.ts'

export interface ServerIdentity {
  /** Seals nonces and tokens; the same on every API process. */
  readonly tokenKey: Buffer
  /** Ed25519, PKCS8 DER (server/sync/server-key.ts). */
  readonly signingKey: Buffer
}

/** Throws before the database is migrated. */
export const getIdentity = async (db: Database | Tx): Promise<ServerIdentity> => {
  const row = await db.selectFrom('server_identity').select(['token_key', 'signing_key']).executeTakeFirstOrThrow()
  return { tokenKey: row.token_key, signingKey: row.signing_key }
}

/**
 * Changes only when the database is restored from an older copy. Read from the database at every request, never kept: the database may be
 * restored under a server that runs.
 */
export const getEpoch = async (db: Database | Tx): Promise<string> =>
  (await db.selectFrom('server_identity').select('epoch').executeTakeFirstOrThrow()).epoch
