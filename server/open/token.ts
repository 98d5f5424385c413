import { createHash, randomBytes } from 'node:crypto'
import type { OpenScope } from '../../contract/open.ts'
import type { Database } from '../store/connect.ts'

/** Says to whoever finds one in a file what it is, and lets scanners for secrets find it. */
const mark = 'yco_'

/** 256 random bits. */
export const makeOpenToken = (): string => `${mark}${randomBytes(32).toString('base64url')}`

export const hashOpenToken = (token: string): Buffer => createHash('sha256').update(token, 'utf8').digest()

/** Who asks, as the center's register of tokens has it now. */
export interface OpenCaller {
  readonly token: string
  readonly system: string
  readonly scopes: readonly OpenScope[]
  readonly perMinute: number
}

/** OPN-1: null for whatever opens nothing at this center, for whatever reason. */
export const findCaller = async (
  db: Database,
  center: string,
  authorization: string | undefined,
  now: number,
): Promise<OpenCaller | null> => {
  const token = /^Bearer (yco_[\w-]{43})$/.exec(authorization ?? '')?.[1]
  if (token === undefined) return null
  const row = await db
    .selectFrom('open_token')
    .select(['id', 'system', 'scopes', 'per_minute', 'expires_at', 'revoked_at'])
    .where('center', '=', center)
    .where('hash', '=', hashOpenToken(token))
    .executeTakeFirst()
  if (row === undefined || row.revoked_at !== null || row.expires_at <= now) return null
  return { token: row.id, system: row.system, scopes: row.scopes, perMinute: row.per_minute }
}
