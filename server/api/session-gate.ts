import { readToken, type Session } from '../sync/token.ts'

/** The session a bearer token proves, or null. */
export const sessionOf = (authorization: string | undefined, key: Buffer, now: number): Session | null => {
  const token = /^Bearer (\S{1,2000})$/.exec(authorization ?? '')?.[1]
  return token === undefined ? null : readToken(key, token, now)
}
