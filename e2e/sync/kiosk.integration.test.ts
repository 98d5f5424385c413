import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { aServiceIntake, anApplicant } from '../../domain/case/_testing.ts'
import { usualProgressRules } from '../../domain/kiosk/progress-proof.ts'
import { plainDateInShanghai } from '../../domain/plain-date.ts'
import type { Scope } from '../../domain/scope/scope.ts'
import { connect } from '../../db/connect.ts'
import { storePaths } from '../../db/store-file.ts'
import { lookUpProgress } from '../../electron/host/kiosk/look-up-progress.ts'
import { type TestDatabase, makeTestDatabase } from '../../server/_testing/test-database.ts'
import {
  type LogLine,
  type TestCenter,
  enrolTestDevice,
  makeTestCenter,
  startTestServer,
  testCenter,
} from '../../server/_testing/test-server.ts'
import { setCenter } from '../../server/admin/set-center.ts'
import { setDeviceScope } from '../../server/admin/set-device-scope.ts'
import type { RunningServer } from '../../server/serve.ts'
import { type TestDesk, openDesk } from './_testing.ts'

let database: TestDatabase
let center: TestCenter
let server: RunningServer
const log: LogLine[] = []
const desks: TestDesk[] = []
beforeAll(async () => {
  database = await makeTestDatabase()
  center = await makeTestCenter(database.url)
  server = await startTestServer(database.url, {}, log)
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
const newDesk = async (scope: Scope | null = null) => {
  const deviceNo = `W${numbers++}`
  const desk = await openDesk(center, server.url, deviceNo, undefined, scope ?? undefined)
  desks.push(desk)
  const give = async (to: Scope) => {
    const given = await setDeviceScope(center.db, { center: testCenter, deviceNo, scope: to, account: 'test' })
    expect(given.ok).toBe(true)
  }
  return { desk, give }
}
const sync = async (...all: readonly TestDesk[]) => {
  for (const desk of all) expect(await desk.agent.now()).toMatchObject({ lastError: null, state: 'idle', waiting: 0 })
}
const secrets = {
  name: '慕容惜文',
  idNumber: '990000199001010017',
  phone: '13700005521',
  address: '青岚县柳湾镇石桥村 9 号',
}
const accept = (over: object = {}) =>
  ({
    kind: 'service.accept',
    intake: aServiceIntake({ applicant: anApplicant({ ...secrets, ...over }) }),
  }) as const
const ask = ({ store }: TestDesk, subject: string, lastFour: string, now = Date.now()) =>
  lookUpProgress({ store, now: () => now }, { subject, lastFour })

/** Every byte of the database as SQLite sees it, decrypted, free pages and all, and every file beside it. */
const bytesOf = ({ store, dir, key }: { store: TestDesk['store']; dir: string; key: Uint8Array }): Buffer => {
  store.close()
  const { database: file } = connect(storePaths(dir).database, { key, nativeBinding: null, maxPages: null })
  // The driver has it; the part of it that the store stands on has not.
  const { serialize } = file as unknown as { serialize: () => Buffer }
  const bytes = serialize.call(file)
  file.close()
  const logs = join(dir, 'logs')
  const beside = existsSync(logs) ? readdirSync(logs).map((name) => readFileSync(join(logs, name))) : []
  return Buffer.concat([bytes, ...beside])
}

describe('a public terminal', () => {
  it('[SYN-90] is told how far matters are, follows what changes and lets go of what is over', async () => {
    const { desk } = await newDesk()
    const { desk: kiosk } = await newDesk({ kind: 'kiosk' })
    const later = Date.now() - Date.parse('2026-09-28T01:00:00Z')
    const today = plainDateInShanghai(Date.now())
    const { caseId, caseNo } = desk.perform(accept(), { later })
    await sync(desk, kiosk)
    expect(ask(kiosk, caseNo.toLowerCase(), '0017')).toMatchObject({
      found: [{ kind: 'service', step: 'in_hand', receivedOn: today, endedOn: null }],
    })
    expect(kiosk.store.read.cases.find(caseId)).toBeNull()
    desk.perform({ kind: 'service.withdraw', reason: '自愿撤回' }, { caseId, base: 1, later })
    await sync(desk, kiosk)
    expect(ask(kiosk, caseNo, '0017')).toMatchObject({ found: [{ step: 'ended', endedOn: today }] })
    // Looked up by the telephone too, from the next time on.
    expect(ask(kiosk, caseNo, '5521')).toEqual({ refused: 'not_found' })
    const known = await center.db.selectFrom('center').select('data').executeTakeFirstOrThrow()
    if (known.data === null) throw new Error('no center')
    await setCenter(center.db, { ...known.data, progress: { ...usualProgressRules, phone: 'always' } })
    await sync(kiosk)
    expect(ask(kiosk, caseNo, '5521')).toMatchObject({ found: [{ step: 'ended' }] })
    await setCenter(center.db, { ...known.data, progress: { ...usualProgressRules, phone: 'never' } })
    await sync(kiosk)
    expect(ask(kiosk, caseNo, '5521')).toEqual({ refused: 'not_found' })
    kiosk.store.transact((writer) => writer.progress.dropEndedBefore('2099-01-01'))
    expect(ask(kiosk, caseNo, '0017')).toEqual({ refused: 'not_found' })
  })

  it('[SYN-90] nothing else is told, and a device that is none has no rows', async () => {
    const { desk } = await newDesk()
    const { desk: kiosk, give } = await newDesk({ kind: 'kiosk' })
    const { caseNo } = desk.perform(accept())
    await sync(desk, kiosk)
    expect(kiosk.store.read.progress.count()).toBeGreaterThan(0)
    const other = await enrolTestDevice(center, server.url)
    const refused = await other.request('GET', `/sync/v1/progress?center=${testCenter}&after=0`)
    expect([refused.status, refused.code]).toEqual([403, 'SCOPE_FORBIDDEN'])
    await give({ kind: 'window', closedDays: 30 })
    await kiosk.agent.stop()
    await kiosk.restart()
    await sync(kiosk)
    expect(kiosk.store.read.progress.count()).toBe(0)
    expect(ask(kiosk, caseNo, '0017')).toEqual({ refused: 'not_ready' })
  })

  it('[SYN-90] its database and every log hold nothing of anybody, not even the number of a receipt', async () => {
    const { desk } = await newDesk()
    const { desk: kiosk } = await newDesk({ kind: 'kiosk' })
    const { caseId, caseNo } = desk.perform(accept())
    desk.perform({ kind: 'case.note', text: `电话 ${secrets.phone} 已告知` }, { caseId, base: 1 })
    await sync(desk, kiosk)
    expect(ask(kiosk, caseNo, '0017')).toMatchObject({ found: [{ step: 'in_hand' }] })
    expect(ask(kiosk, caseNo, '9999')).toEqual({ refused: 'not_found' })
    const told = await enrolTestDevice(center, server.url)
    const given = await setDeviceScope(center.db, {
      center: testCenter,
      deviceNo: told.identity.deviceNo,
      scope: { kind: 'kiosk' },
      account: 'test',
    })
    expect(given.ok).toBe(true)
    const answer = await told.request('GET', `/sync/v1/progress?center=${testCenter}&after=0`)
    const pulled = await told.pull(0)
    const bytes = bytesOf(kiosk.files())
    const said = Buffer.from(JSON.stringify([answer.body, pulled, log]))
    for (const [what, secret] of Object.entries({ ...secrets, four: 'idNumber', caseNo, caseId })) {
      for (const [place, where] of Object.entries({ bytes, said }))
        expect([place, what, where.includes(secret)]).toEqual([place, what, false])
    }
    // The ids of matters are kept as bytes elsewhere.
    expect(bytes.includes(Buffer.from(caseId.replaceAll('-', ''), 'hex'))).toBe(false)
    expect(bytes.includes('in_hand')).toBe(true)
  })

  it('[SYN-91] answers five wrong tries on one receipt, whatever is right, and counts on over a restart', async () => {
    const { desk } = await newDesk()
    const { desk: kiosk } = await newDesk({ kind: 'kiosk' })
    const { caseNo } = desk.perform(accept())
    await sync(desk, kiosk)
    const now = Date.now()
    for (let n = 0; n < 4; n++) expect(ask(kiosk, caseNo, `000${n}`, now)).toEqual({ refused: 'not_found' })
    expect(ask(kiosk, caseNo, '0017', now)).toMatchObject({ found: [{ step: 'in_hand' }] })
    await kiosk.restart()
    expect(ask(kiosk, caseNo, '0004', now)).toEqual({ refused: 'not_found' })
    // A receipt that does not exist is told no differently.
    const unknown = '990123-20260928-W99-9999'
    for (let n = 0; n < 5; n++) expect(ask(kiosk, unknown, `000${n}`, now)).toEqual({ refused: 'not_found' })
    expect([ask(kiosk, caseNo, '0017', now), ask(kiosk, unknown, '0017', now)]).toEqual([
      { refused: 'wait', ms: expect.any(Number) },
      { refused: 'wait', ms: expect.any(Number) },
    ])
    await kiosk.restart()
    expect(ask(kiosk, caseNo, '0017', now - 90 * 86_400_000)).toMatchObject({ refused: 'wait' })
    expect(ask(kiosk, caseNo, '0017', now + 86_400_001)).toMatchObject({ found: [{ step: 'in_hand' }] })
  })
})
