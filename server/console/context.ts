import { ORPCError, implement } from '@orpc/server'
import { type ConsoleRefusal, consoleContract, consoleRefusals } from '../../contract/console.ts'
import { type Result } from '../../domain/result.ts'
import type { AdminRefusal } from '../admin/admin-refusal.ts'
import type { Admission } from '../api/admission.ts'
import type { Database } from '../store/connect.ts'
import type { Directory } from '../store/directory.ts'
import { type ConsoleSession, type SignedInAdministrator, findAdministrator } from './console-session.ts'

export interface ConsoleContext {
  readonly directory: Directory
  readonly now: () => number
  /** What the cookie of the request proves; null = nothing. */
  readonly session: ConsoleSession | null
  /** Places for passwords that are looked at: each takes 32 MiB. */
  readonly passwords: Admission
  /** Places for whoever has a history proved: all of it is read, at most by one. */
  readonly verifications: Admission
  /** Sets, or with null takes away, the cookie of the answer. */
  readonly keep: (session: ConsoleSession | null) => void
}

export const consoleApi = implement(consoleContract).$context<ConsoleContext>()

/** CSL-3: everything behind it is about the center of whoever is signed in. */
export const administrator = async ({
  directory,
  session,
}: ConsoleContext): Promise<SignedInAdministrator & { readonly db: Database; readonly center: string }> => {
  if (session === null) throw notSignedIn()
  const db = await directory.of(session.center)
  const found = await findAdministrator(db, session)
  if (found === null) throw notSignedIn()
  return { ...found, db, center: session.center }
}

const notSignedIn = () => new ORPCError('NOT_SIGNED_IN', { status: 401, message: 'not signed in' })

export const refused = (code: ConsoleRefusal, subject: string) =>
  new ORPCError('REFUSED', { status: 409, message: code, data: { code, subject } })

/** The value of what was done; CSL-5: what was refused is thrown by its code. */
export const done = <T>(result: Result<T, AdminRefusal>): T => {
  if (result.ok) return result.value
  const { code, subject } = result.error
  const known = consoleRefusals.find((one) => one === code)
  // What the console cannot meet, because its center is there and it asks for none of the rest.
  if (known === undefined) throw new Error(`unexpected refusal ${code}`)
  throw refused(known, subject)
}
