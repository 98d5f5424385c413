import { createHash } from 'node:crypto'
import { z } from 'zod'
import { CenterCodeSchema, UuidSchema } from '../../contract/primitives.ts'
import type { Staff, Verifier } from '../../contract/reference.ts'
import type { Database } from '../store/connect.ts'
import { getEpoch } from '../store/identity.ts'
import { openSealed, sealText } from '../sync/sealed-text.ts'

const purpose = 'console'
/** CSL-2: how long a sign-in outlasts its last request, and how long it lasts at all. */
export const restMs = 30 * 60_000
export const wholeMs = 12 * 3_600_000

const ConsoleSessionSchema = z.strictObject({
  center: CenterCodeSchema,
  staff: z.string().max(80),
  /** Names the password that was given; a new one ends the sign-in. */
  proof: z.string().max(64),
  /** A restore ends it too. */
  epoch: UuidSchema,
  signedInAt: z.int(),
  expiresAt: z.int(),
})
export type ConsoleSession = z.infer<typeof ConsoleSessionSchema>

export const beginSession = async (
  db: Database,
  center: string,
  staff: Staff,
  now: number,
): Promise<ConsoleSession> => ({
  center,
  staff: staff.id,
  proof: proofOf(staff.verifier),
  epoch: await getEpoch(db),
  signedInAt: now,
  expiresAt: now + restMs,
})

/** The same sign-in, as of a request now. */
export const goOn = (session: ConsoleSession, now: number): ConsoleSession => ({
  ...session,
  expiresAt: Math.min(now + restMs, session.signedInAt + wholeMs),
})

export const sealSession = (key: Buffer, session: ConsoleSession): string =>
  sealText(key, purpose, JSON.stringify(session))

/** What a cookie holds, as far as this server sealed it and its time is not over. */
export const openSession = (key: Buffer, cookie: string, now: number): ConsoleSession | null => {
  const text = openSealed(key, purpose, cookie)
  if (text === null) return null
  const session = ConsoleSessionSchema.safeParse(JSON.parse(text))
  return session.success && session.data.expiresAt > now ? session.data : null
}

export interface SignedInAdministrator {
  readonly session: ConsoleSession
  readonly staff: Staff
  readonly centerName: string
}

/** Who that is by the register as it stands now; null for whoever is no administrator of the center any more. */
export const findAdministrator = async (
  db: Database,
  session: ConsoleSession,
): Promise<SignedInAdministrator | null> => {
  const row = await db
    .selectFrom('staff')
    .innerJoin('center', 'center.center', 'staff.center')
    .select(['staff.data', 'center.data as center'])
    .where('staff.center', '=', session.center)
    .where('staff.id', '=', session.staff)
    .executeTakeFirst()
  if (row === undefined || session.epoch !== (await getEpoch(db))) return null
  const { data: staff, center } = row
  if (!isAdministrator(staff) || proofOf(staff.verifier) !== session.proof) return null
  return { session, staff, centerName: center?.name ?? session.center }
}

export const isAdministrator = ({ active, role }: Staff): boolean => active && role === 'administrator'

const proofOf = ({ salt, hash }: Verifier): string => createHash('sha256').update(`${salt} ${hash}`).digest('hex')
