// A whole host on a temporary folder, with one center, three people and a few items: what the tests of the host start from.
import { randomBytes, scryptSync } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import type { ReferenceOperation } from '../../contract/operation.ts'
import type { Center, Staff, Verifier, Window } from '../../contract/reference.ts'
import { aDevice } from '../../db/_testing.ts'
import { anItem } from '../../domain/case/_testing.ts'
import type { ServiceItem } from '../../domain/service/service-item.ts'
import { type Host, composeHost } from './compose.ts'
import { toMutable } from './mutable.ts'
import { desktopRouter } from './router/desktop-router.ts'

export const password = 'Qingshan-2026'

export const aVerifier = (secret = password): Verifier => {
  const salt = randomBytes(16)
  const hash = scryptSync(secret, salt, 32, { N: 16_384, r: 8, p: 1 })
  return { algorithm: 'scrypt', n: 16_384, r: 8, p: 1, salt: salt.toString('base64'), hash: hash.toString('base64') }
}

const verifier = aVerifier()

export const aStaff = (over: Partial<Staff> = {}): Staff => ({
  id: 'S01',
  login: 'wang.fang',
  name: '王芳',
  role: 'clerk',
  organ: null,
  active: true,
  verifier,
  ...over,
})

export const aCenter: Center = {
  code: '990123',
  name: '青岚县政务服务中心',
  address: '青岚县河西路 1 号',
  phone: null,
  supervisePhone: null,
  progressUrl: null,
}

export const aWindow: Window = { deviceNo: 'W03', name: '综合窗口 3 号', phone: null, organs: [] }

export interface TestHost extends Host {
  readonly dir: string
  /** Epoch milliseconds and milliseconds since start; a test moves them. */
  readonly clock: { wall: number; mono: number }
  readonly record: (...operations: readonly ReferenceOperation[]) => void
  readonly client: ReturnType<typeof clientOf>
  /** Closes the store and opens it again, as a restart does; the clock goes on. */
  readonly restart: () => Promise<TestHost>
  readonly remove: () => Promise<void>
}

export interface TestHostOptions {
  readonly items?: readonly ServiceItem[]
  readonly staff?: readonly Staff[]
  /** False = as fresh as before enrolment. */
  readonly enrolled?: boolean
  /** Another desk of the same center. */
  readonly device?: Parameters<typeof aDevice>[0]
  readonly fetch?: typeof fetch
}

const clientOf = (host: Host) => createRouterClient(desktopRouter, { context: { services: host.services } })

/** 2026-11-23, a Monday, 10:00 in Shanghai. */
export const monday = Date.UTC(2026, 10, 23, 2)

export const makeTestHost = (options: TestHostOptions = {}): TestHost => {
  const dir = mkdtempSync(join(tmpdir(), 'yichuang-host-'))
  const key = randomBytes(32)
  const clock = { wall: monday, mono: 5000 }
  const open = (): TestHost => {
    const composed = composeHost({
      dir,
      key,
      nativeBinding: null,
      appVersion: '0.1.0',
      log: { write: () => undefined },
      now: () => clock.wall,
      monotonic: () => clock.mono,
      ...(options.fetch === undefined ? {} : { fetch: options.fetch }),
    })
    if (!composed.ok) throw new Error(`${composed.error.code}: ${composed.error.detail}`)
    const host = composed.value
    const { store, newId, now, monotonic } = host.stamps
    return {
      ...host,
      dir,
      clock,
      record: (...operations) =>
        store.transact((writer) => {
          for (const operation of operations)
            writer.reference.record(operation, {
              op: newId(),
              actor: 'system',
              session: null,
              wall: now(),
              mono: monotonic(),
            })
        }),
      client: clientOf(host),
      restart: async () => {
        await host.close()
        return open()
      },
      remove: async () => {
        await host.close()
        rmSync(dir, { recursive: true, force: true })
      },
    }
  }
  const host = open()
  if (options.enrolled === false) return host
  host.services.store.transact((writer) => writer.meta.setDevice(aDevice(options.device)))
  host.record(
    { kind: 'center.set', data: aCenter },
    { kind: 'window.set', data: aWindow },
    ...(options.staff ?? usualStaff).map((data): ReferenceOperation => ({ kind: 'staff.set', data })),
    ...(options.items ?? [anItem()]).map((item): ReferenceOperation => ({
      kind: 'item.publish',
      data: toMutable(item),
    })),
  )
  return host
}

const usualStaff = [
  aStaff(),
  aStaff({ id: 'S02', login: 'li.ming', name: '李明', role: 'reviewer' }),
  aStaff({ id: 'S03', login: 'zhao.lan', name: '赵兰', active: false }),
]

/** Signed in as the clerk 王芳. */
export const signIn = async (host: TestHost, login = 'wang.fang'): Promise<void> => {
  const signedIn = await host.services.session.signIn({ login, password })
  if (!signedIn.ok) throw new Error(signedIn.error.code)
}
