import type { Database } from './connect.ts'

export interface ServerIdentity {
  /** Changes only when the database is restored from an older copy. */
  readonly epoch: string
  /** Seals nonces and tokens; the same on every API process. */
  readonly tokenKey: Buffer
}

/** Throws before the database is migrated. */
export const getIdentity = async (db: Database): Promise<ServerIdentity> => {
  const row = await db.selectFrom('server_identity').select(['epoch', 'token_key']).executeTakeFirstOrThrow()
  return { epoch: row.epoch, tokenKey: row.token_key }
}
