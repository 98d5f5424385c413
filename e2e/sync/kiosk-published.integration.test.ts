// What everybody may read, from the desk that publishes it to the terminal in the hall: real stores, the real agent, the real server.
import { afterEach, describe, expect, it } from 'vitest'
import { type PerformRecordInput, PerformRecordInputSchema } from '../../contract/acts/record-acts.ts'
import { aServiceIntake, anApplicant } from '../../domain/case/_testing.ts'
import type { Role } from '../../domain/case/role.ts'
import { addDays, plainDateInShanghai } from '../../domain/plain-date.ts'
import { aContent, aDraft, aRelease, aReview } from '../../domain/record/publication/_testing.ts'
import type { PublicationAct } from '../../domain/record/publication/publication-act.ts'
import { addPower, aPower, aResult } from '../../domain/record/register/_testing.ts'
import type { RegisterAct } from '../../domain/record/register/register-record.ts'
import type { Scope } from '../../domain/scope/scope.ts'
import { connect } from '../../db/connect.ts'
import { storePaths } from '../../db/store-file.ts'
import { createPerformRecord } from '../../electron/host/perform/perform-record.ts'
import { createSyncAgent } from '../../electron/host/sync-agent/agent.ts'
import { enrolTestDevice, makeColleagues, testCenter } from '../../server/_testing/test-server.ts'
import { useTestServer } from '../../server/_testing/use-test-server.ts'
import { setDeviceScope } from '../../server/admin/set-device-scope.ts'
import { type TestDesk, newId, openDesk } from './_testing.ts'

const place = useTestServer()
const desks: TestDesk[] = []
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.remove()
})

let numbers = 20
const newDesk = async (scope?: Scope) => {
  const desk = await openDesk(place.center, place.server.url, `W${numbers++}`, undefined, scope)
  desks.push(desk)
  return desk
}
const sync = async (...all: readonly TestDesk[]) => {
  for (const desk of all) expect(await desk.agent.now()).toMatchObject({ lastError: null, state: 'idle', waiting: 0 })
}
const today = plainDateInShanghai(Date.now())
const secrets = {
  name: '慕容惜文',
  idNumber: '990000199001010017',
  phone: '13700005521',
  address: '青岚县柳湾镇石桥村 9 号',
}

/** Who keeps the catalogue and the registers at a desk. */
const keeperAt = async ({ store }: TestDesk) => {
  const staff = await makeColleagues(place.center.db, ['reviewer', 'disclosure_officer'])
  let ticks = 0
  const perform = createPerformRecord({
    store,
    now: () => Date.now(),
    monotonic: () => ++ticks,
    newId,
  })
  const doing = (recordId: string, base: number, act: PublicationAct | RegisterAct, role: Role): number => {
    const staffId = role === 'reviewer' ? staff.reviewer : staff.disclosure_officer
    const input: PerformRecordInput = PerformRecordInputSchema.parse({ recordId, base, act })
    const done = perform(input, { staffId, role, session: null })
    if (!done.ok) throw new Error(`${act.kind}: ${JSON.stringify(done.error)}`)
    return done.value.version
  }
  return {
    publication: (recordId: string, base: number, ...acts: readonly PublicationAct[]) =>
      acts.reduce((version, act) => {
        const role = ['publication.clear', 'publication.withhold'].includes(act.kind)
          ? 'reviewer'
          : 'disclosure_officer'
        return doing(recordId, version, act, role)
      }, base),
    register: (recordId: string, base: number, act: RegisterAct) => doing(recordId, base, act, 'disclosure_officer'),
  }
}
const drafted = (title: string, n: number, origin: object = { kind: 'own' }): PublicationAct =>
  aDraft({
    indexNo: `035210000/2026-${String(n).padStart(5, '0')}`,
    content: aContent({ title, madeOn: today, summary: `${title}的概述`, documentNo: null }),
    origin: origin as Extract<PublicationAct, { kind: 'publication.draft' }>['origin'],
  })
const review = aReview({ reviewedOn: today })
const submit = { kind: 'publication.submit' } as const
const clear = { kind: 'publication.clear', review } as const
const release = {
  kind: 'publication.release',
  releases: [aRelease({ publishedOn: today })],
  review: null,
  lateReason: null,
} as const

const titlesAt = ({ store }: TestDesk) =>
  store.read.published.list('20-07', today).entries.map((entry) => (entry.type === 'information' ? entry.title : ''))
const powersAt = ({ store }: TestDesk) =>
  store.read.published
    .list('power_list', today)
    .entries.map((entry) => (entry.type === 'register' ? entry.values['name'] : ''))

/** Every byte of the database as SQLite sees it, decrypted, free pages and all. */
const bytesOf = ({ store, dir, key }: ReturnType<TestDesk['files']>): Buffer => {
  store.close()
  const { database } = connect(storePaths(dir).database, { key, nativeBinding: null, maxPages: null })
  // The driver has it; the part of it that the store stands on has not.
  const { serialize } = database as unknown as { serialize: () => Buffer }
  const bytes = serialize.call(database)
  database.close()
  return bytes
}

describe('what everybody may read', () => {
  it('[SYN-100] reaches a terminal when it is released, follows its changes, and leaves it when it is withdrawn', async () => {
    const desk = await newDesk()
    const kiosk = await newDesk({ kind: 'kiosk' })
    const keeper = await keeperAt(desk)
    const [shown, waiting, power] = [newId(), newId(), newId()]
    const at = keeper.publication(shown, 0, drafted('公开的预算', 1), submit, clear)
    keeper.publication(waiting, 0, drafted('未审查的决算', 2), submit)
    const added = keeper.register(power, 0, addPower())
    await sync(desk, kiosk)
    expect(titlesAt(kiosk)).toEqual([])
    expect(powersAt(kiosk)).toEqual(['取水许可'])
    const released = keeper.publication(shown, at, release)
    await sync(desk, kiosk)
    expect(titlesAt(kiosk)).toEqual(['公开的预算'])
    const corrected = keeper.publication(shown, released, {
      kind: 'publication.correct',
      content: aContent({ title: '更正的预算', madeOn: today }),
      review,
      reason: '数字有误',
      by: 'own_check',
    })
    await sync(desk, kiosk)
    expect(titlesAt(kiosk)).toEqual(['更正的预算'])
    keeper.publication(shown, corrected, { kind: 'publication.withdraw', ground: 'inaccurate', reason: '不准确' })
    keeper.register(power, added, {
      kind: 'register.withdraw',
      from: today,
      change: 'cancelled',
      reason: '取消',
      into: null,
    })
    await sync(desk, kiosk)
    expect([titlesAt(kiosk), powersAt(kiosk), kiosk.store.read.published.count()]).toEqual([[], [], 0])
  })

  it('[SYN-100] is told to no device but a terminal, and one that is none any more has nothing of it', async () => {
    const desk = await newDesk()
    const kiosk = await newDesk({ kind: 'kiosk' })
    const keeper = await keeperAt(desk)
    keeper.publication(newId(), 0, drafted('公开的预算', 11), submit, clear, release)
    await sync(desk, kiosk)
    expect(kiosk.store.read.published.count()).toBeGreaterThan(0)
    const other = await enrolTestDevice(place.center, place.server.url)
    const refused = await other.request('GET', `/sync/v1/published?center=${testCenter}&after=0`)
    expect([refused.status, refused.code]).toEqual([403, 'SCOPE_FORBIDDEN'])
    const deviceNo = kiosk.store.read.meta.findDevice()?.deviceNo ?? ''
    const scope: Scope = { kind: 'window', closedDays: 30 }
    expect((await setDeviceScope(place.center.db, { center: testCenter, deviceNo, scope, account: 'test' })).ok).toBe(
      true,
    )
    await kiosk.agent.stop()
    await kiosk.restart()
    await sync(kiosk)
    expect(kiosk.store.read.published.count()).toBe(0)
  })

  it('[SYN-100] a terminal that has it all holds nothing of anybody', async () => {
    const desk = await newDesk()
    const kiosk = await newDesk({ kind: 'kiosk' })
    const keeper = await keeperAt(desk)
    const applicant = anApplicant(secrets)
    const { caseId, caseNo } = desk.perform({ kind: 'service.accept', intake: aServiceIntake({ applicant }) })
    desk.perform({ kind: 'case.note', text: `电话 ${secrets.phone} 已告知` }, { caseId, base: 1 })
    keeper.publication(
      newId(),
      0,
      drafted('经申请公开的预算', 21, { kind: 'suggestion', caseId }),
      submit,
      clear,
      release,
    )
    keeper.publication(newId(), 0, drafted(`${secrets.name}申请公开的稿件`, 22), submit)
    keeper.publication(newId(), 0, drafted(`不予公开：${secrets.idNumber}`, 23), submit, {
      kind: 'publication.withhold',
      review: aReview({
        reviewedOn: today,
        findings: { ...review.findings, third_party: 'found' },
        opinion: `涉及${secrets.name}`,
      }),
      ground: 'third_party',
      nextBy: addDays(today, 30),
    })
    keeper.register(
      newId(),
      0,
      addPower({
        register: 'enforcement_results',
        values: aResult({ publishedOn: today, note: `经办电话${secrets.phone}` }),
      }),
    )
    keeper.register(newId(), 0, addPower({ values: aPower({ code: '990123-A-009', name: '采砂许可' }) }))
    await sync(desk, kiosk)
    expect(titlesAt(kiosk)).toContain('经申请公开的预算')
    expect(powersAt(kiosk)).toContain('采砂许可')
    expect(kiosk.store.read.published.list('enforcement_results', today).entries).toHaveLength(1)
    const bytes = bytesOf(kiosk.files())
    for (const [what, secret] of Object.entries({ ...secrets, caseNo, caseId, opinion: '不涉密，可以公开' }))
      expect([what, bytes.includes(secret)]).toEqual([what, false])
    expect(bytes.includes(Buffer.from(caseId.replaceAll('-', ''), 'hex'))).toBe(false)
    expect(bytes.includes('经申请公开的预算')).toBe(true)
  })

  it('[SYN-101] a terminal of an older server comes to rest, says what it is not told, and takes it up again', async () => {
    const kiosk = await newDesk({ kind: 'kiosk' })
    await sync(kiosk)
    await kiosk.agent.stop()
    let isOld = true
    const asked: string[] = []
    const agent = createSyncAgent({
      store: kiosk.store,
      now: () => Date.now(),
      random: () => 0,
      appVersion: '0',
      erase: () => Promise.reject(new Error('nothing here erases')),
      fetch: async (input, init) => {
        const path = new URL(input instanceof Request ? input.url : input).pathname
        const unknown = ['/sync/v1/progress', '/sync/v1/published', '/sync/v1/figures'].includes(path)
        if (unknown) asked.push(path)
        return unknown && isOld
          ? Response.json(
              { message: `Route GET:${path} not found`, error: 'Not Found', statusCode: 404 },
              { status: 404 },
            )
          : fetch(input, init)
      },
    })
    expect(await agent.now()).toMatchObject({
      state: 'idle',
      lastError: null,
      missing: ['progress', 'published', 'figures'],
    })
    expect(asked).toEqual(['/sync/v1/progress', '/sync/v1/published', '/sync/v1/figures'])
    isOld = false
    const after = await agent.now()
    expect(after).toMatchObject({ state: 'idle', lastError: null })
    expect(after.missing).toBeUndefined()
    await agent.stop()
  })
})
