import { z } from 'zod'
import { CenterCodeSchema, UuidSchema } from '../../contract/primitives.ts'
import { openSealed, sealText } from './sealed-text.ts'

const purpose = 'token'
export const tokenLifeMs = 10 * 60_000

/** Who a request comes from, as proven by the hello before it. */
export const SessionSchema = z.strictObject({
  center: CenterCodeSchema,
  device: UuidSchema,
  inc: UuidSchema,
  /** The restore that it was given after: a token of before it is none (SYN-37). */
  epoch: UuidSchema,
  expiresAt: z.int(),
})
export type Session = z.infer<typeof SessionSchema>

/** SYN-6: bearer token of one incarnation. Revocation is looked up at every request, so a short life is not its only end. */
export const makeToken = (key: Buffer, session: Session): string => sealText(key, purpose, JSON.stringify(session))

export const readToken = (key: Buffer, token: string, now: number): Session | null => {
  const text = openSealed(key, purpose, token)
  if (text === null) return null
  const session = SessionSchema.safeParse(JSON.parse(text))
  return session.success && session.data.expiresAt > now ? session.data : null
}
