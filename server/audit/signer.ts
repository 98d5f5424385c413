import { createPrivateKey, createPublicKey, sign } from 'node:crypto'
import { sql } from 'kysely'
import type { Database, Tx } from '../store/connect.ts'
import { errorCodeOf } from '../store/error-code.ts'

/** The server's own Ed25519 key (server_identity.signing_key). */
export interface Signer {
  /** SPKI DER. */
  readonly publicKey: Buffer
  /** Base64 over UTF-8 text. */
  readonly sign: (text: string) => string
}

const undefinedColumn = '42703'

/** Null when the database has no key. */
export const findSigner = async (db: Database | Tx): Promise<Signer | null> => {
  try {
    const { rows } = await sql<{ signing_key: Buffer | null }>`select signing_key from server_identity`.execute(db)
    const der = rows[0]?.signing_key ?? null
    if (der === null) return null
    const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
    return {
      publicKey: createPublicKey(key).export({ format: 'der', type: 'spki' }),
      sign: (text) => sign(null, Buffer.from(text, 'utf8'), key).toString('base64'),
    }
  } catch (error) {
    if (errorCodeOf(error) === undefinedColumn) return null
    throw error
  }
}
