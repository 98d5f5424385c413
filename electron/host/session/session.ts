import type { z } from 'zod'
import type { SignInInputSchema, SignInRefusalSchema, User } from '../../../contract/queries/desk.ts'
import type { Staff } from '../../../contract/reference.ts'
import type { Store } from '../../../db/store.ts'
import { type Result, err, ok } from '../../../domain/result.ts'
import { createTryGuard } from './try-guard.ts'
import { verifyNobody, verifyPassword } from '../../../password/verify-password.ts'

export type SignInRefusal = z.infer<typeof SignInRefusalSchema>
type SignInInput = z.infer<typeof SignInInputSchema>

/** Who is at the desk. */
export interface SignedIn {
  readonly user: User
  /** UUID of this sign-in, in every operation made under it. */
  readonly session: string
  readonly locked: boolean
}

export interface SessionDeps {
  readonly store: Store
  readonly now: () => number
  readonly monotonic: () => number
  readonly newSessionId: () => string
}

/** Sign-in at this device, offline, against the verifiers the server sent. One person at a time. */
export interface Session {
  readonly find: () => SignedIn | null
  readonly signIn: (input: SignInInput) => Promise<Result<SignedIn, SignInRefusal>>
  readonly lock: () => void
  readonly unlock: (password: string) => Promise<Result<SignedIn, SignInRefusal>>
  readonly signOut: () => void
  /** After reference data changed: a person who was deactivated is signed out at once, a changed name or role is taken over. */
  readonly refresh: () => void
  /** Calls `listener` when somebody signs in or out, locks or unlocks; returns the way to stop. */
  readonly subscribe: (listener: () => void) => () => void
}

export const createSession = (deps: SessionDeps): Session => {
  const { store } = deps
  const guard = createTryGuard(deps)
  const listeners = new Set<() => void>()
  let current: SignedIn | null = null

  const change = (next: SignedIn | null): void => {
    current = next
    for (const listener of listeners) listener()
  }

  const check = async (login: string, password: string): Promise<Result<Staff, SignInRefusal>> => {
    const before = guard.remaining(login)
    if (before > 0) return wait(before)
    const delay = guard.count(login)
    const staff = store.read.reference.findStaffByLogin(login)
    const right =
      staff === null ? await verifyNobody(anyVerifier(store), password) : await verifyPassword(staff.verifier, password)
    if (!right || staff === null) return delay > 0 ? wait(delay) : refused('wrong')
    guard.clear(login)
    return staff.active ? ok(staff) : refused('inactive')
  }

  return {
    find: () => current,
    signIn: async (input) => {
      if (store.read.meta.findDevice() === null) return refused('not_enrolled')
      if (store.read.reference.staff().length === 0) return refused('no_staff')
      const login = input.login.trim().toLowerCase()
      // Nobody can have such a login, so it is neither checked nor counted.
      if (!/^[a-z0-9._-]{2,40}$/.test(login)) {
        await verifyNobody(anyVerifier(store), input.password)
        return refused('wrong')
      }
      const staff = await check(login, input.password)
      if (!staff.ok) return staff
      const signedIn = { user: userOf(staff.value), session: deps.newSessionId(), locked: false }
      change(signedIn)
      return ok(signedIn)
    },
    lock: () => {
      if (current !== null && !current.locked) change({ ...current, locked: true })
    },
    unlock: async (password) => {
      const locked = current
      if (locked === null) return refused('wrong')
      const staff = await check(locked.user.login, password)
      if (!staff.ok) return staff
      // Somebody else may have signed in, or this person out, while the password was looked at.
      if (current?.session !== locked.session) return refused('wrong')
      const unlocked = { ...locked, user: userOf(staff.value), locked: false }
      change(unlocked)
      return ok(unlocked)
    },
    signOut: () => {
      if (current !== null) change(null)
    },
    refresh: () => {
      if (current === null) return
      const staff = store.read.reference.findStaff(current.user.id)
      if (staff === null || !staff.active) return change(null)
      const user = userOf(staff)
      const { name, login, role } = current.user
      if (user.name !== name || user.login !== login || user.role !== role) change({ ...current, user })
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

const userOf = ({ id, login, name, role }: Staff): User => ({ id, login, name, role })

const anyVerifier = (store: Store) => store.read.reference.staff()[0]?.verifier ?? null

const refused = (code: Exclude<SignInRefusal['code'], 'wait'>) => err({ code, seconds: null })

const wait = (ms: number) => err({ code: 'wait' as const, seconds: Math.ceil(ms / 1000) })
