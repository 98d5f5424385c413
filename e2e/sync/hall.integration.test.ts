import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { aServiceIntake, anApplicant } from '../../domain/case/_testing.ts'
import { plainDateInShanghai } from '../../domain/plain-date.ts'
import type { Scope } from '../../domain/scope/scope.ts'
import { PublicFiguresSchema } from '../../contract/sync-figures.ts'
import { type TestDatabase, makeTestDatabase } from '../../server/_testing/test-database.ts'
import {
  type TestCenter,
  enrolTestDevice,
  makeTestCenter,
  startTestServer,
  testCenter,
} from '../../server/_testing/test-server.ts'
import { setDeviceScope } from '../../server/admin/set-device-scope.ts'
import type { RunningServer } from '../../server/serve.ts'
import { type TestDesk, openDesk } from './_testing.ts'

let database: TestDatabase
let center: TestCenter
let server: RunningServer
const desks: TestDesk[] = []
beforeAll(async () => {
  database = await makeTestDatabase()
  center = await makeTestCenter(database.url)
  server = await startTestServer(database.url)
})
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.remove()
})
afterAll(async () => {
  await server.stop()
  await center.close()
  await database.drop()
})

let numbers = 20
const newDesk = async (scope: Scope | null = null): Promise<TestDesk> => {
  const desk = await openDesk(center, server.url, `W${numbers++}`, undefined, scope ?? undefined)
  desks.push(desk)
  return desk
}
const sync = async (...all: readonly TestDesk[]) => {
  for (const desk of all) expect(await desk.agent.now()).toMatchObject({ lastError: null, state: 'idle', waiting: 0 })
}
const secrets = { name: '慕容惜文', idNumber: '990000199001010017', phone: '13700005521', address: '柳湾镇石桥村 9 号' }
const accept = { kind: 'service.accept', intake: aServiceIntake({ applicant: anApplicant(secrets) }) } as const
const today = plainDateInShanghai(Date.now())
const later = Date.now() - Date.parse('2026-09-28T01:00:00Z')

const figuresOf = ({ store }: TestDesk) => {
  const text = store.read.meta.find('public_figures')
  if (text === null) return null
  const { figures }: { figures: unknown } = JSON.parse(text)
  return PublicFiguresSchema.parse(figures)
}

describe('the screen of a hall', () => {
  it('[BRD-1] is told the counts of the day, follows them, and nothing else of any matter', async () => {
    const desk = await newDesk()
    const kiosk = await newDesk({ kind: 'kiosk' })
    const { caseId, caseNo } = desk.perform(accept, { later })
    /** A count stands for a while: it is asked for until it is the next one. */
    const counted = () =>
      expect.poll(
        async () => {
          await sync(kiosk)
          const { days = [], organs = [] } = figuresOf(kiosk) ?? {}
          return { today: days.at(-1), organs }
        },
        { timeout: 30_000, interval: 250 },
      )
    await sync(desk)
    await counted().toEqual({
      today: { on: today, received: 1, closed: 0, handedOver: 0, sameDay: 0 },
      organs: [{ organ: '青岚县卫生健康局', open: 1, yellow: 0, red: 0 }],
    })
    desk.perform({ kind: 'service.withdraw', reason: '自愿撤回' }, { caseId, base: 1, later })
    await sync(desk)
    await counted().toMatchObject({ today: { closed: 1, sameDay: 1 }, organs: [] })
    const told = await enrolTestDevice(center, server.url)
    await setDeviceScope(center.db, {
      center: testCenter,
      deviceNo: told.identity.deviceNo,
      scope: { kind: 'kiosk' },
      account: 'test',
    })
    const { body } = await told.request('GET', `/sync/v1/figures?center=${testCenter}`)
    const said = `${JSON.stringify(body)}${kiosk.store.read.meta.find('public_figures') ?? ''}`
    expect(said).toContain('sameDay')
    for (const secret of [...Object.values(secrets), caseId, caseNo, accept.intake.item.name])
      expect(said).not.toContain(secret)
  })

  it('[BRD-1] another device is refused, and one that is no terminal any more keeps nothing', async () => {
    const kiosk = await newDesk({ kind: 'kiosk' })
    await sync(kiosk)
    expect(figuresOf(kiosk)).not.toBeNull()
    const other = await enrolTestDevice(center, server.url)
    const refused = await other.request('GET', `/sync/v1/figures?center=${testCenter}`)
    expect([refused.status, refused.code]).toEqual([403, 'SCOPE_FORBIDDEN'])
    const deviceNo = kiosk.store.read.meta.findDevice()?.deviceNo ?? ''
    const scope = { kind: 'window', closedDays: 30 } as const
    expect((await setDeviceScope(center.db, { center: testCenter, deviceNo, scope, account: 'test' })).ok).toBe(true)
    await kiosk.agent.stop()
    await kiosk.restart()
    await sync(kiosk)
    expect(figuresOf(kiosk)).toBeNull()
  })

  it('[BRD-1] the day on which a matter ended is drawn from its state, whatever writes it', async () => {
    const desk = await newDesk()
    const { caseId } = desk.perform(accept, { later })
    await sync(desk)
    const closedOn = async () => {
      const { rows } = await sql<{ closed_on: string | null }>`
        select closed_on from case_state where id = ${caseId}`.execute(center.db)
      return rows[0]?.closed_on
    }
    expect(await closedOn()).toBeNull()
    desk.perform({ kind: 'service.withdraw', reason: '自愿撤回' }, { caseId, base: 1, later })
    await sync(desk)
    expect(await closedOn()).toBe(today)
  })
})
