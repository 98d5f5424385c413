import { fileURLToPath } from 'node:url'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { CaseOperationSchema } from '../../contract/operation.ts'
import { aDisclosureIntake, aServiceIntake, anItem, day } from '../../domain/case/_testing.ts'
import { foldAll } from '../../domain/case/fold.ts'
import { publishItems } from '../../server/admin/publish-items.ts'
import { patience } from '../../server/_testing/patience.ts'
import { runServer } from '../../server/_testing/run-server.ts'
import { startTestServer, testCenter } from '../../server/_testing/test-server.ts'
import { useTestCenter } from '../../server/_testing/use-test-server.ts'
import type { RunningServer } from '../../server/serve.ts'
import { freePort } from '../../server/store/embedded/free-port.ts'
import { type TestDesk, openDesk } from './_testing.ts'

const place = useTestCenter()
let port: number
let url: string
let server: RunningServer | null = null
const desks: TestDesk[] = []

beforeAll(async () => {
  port = await freePort()
  url = `http://127.0.0.1:${port}`
})
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.remove()
  await serverDown()
})

const serverUp = async () => {
  server = await startTestServer(place.database.url, { listen: { host: '127.0.0.1', port, tls: null } })
}
const serverDown = async () => {
  await server?.stop()
  server = null
}
const desk = async (deviceNo: string) => {
  const opened = await openDesk(place.center, url, deviceNo)
  desks.push(opened)
  return opened
}

const accept = { kind: 'service.accept', intake: aServiceIntake() } as const
const register = (over: Parameters<typeof aDisclosureIntake>[0] = {}) =>
  ({ kind: 'disclosure.register', intake: aDisclosureIntake({ arrivedOn: day('2026-09-28'), ...over }) }) as const

const onServer = async (caseId: string) =>
  (await place.center.db.selectFrom('case_state').select('state').where('id', '=', caseId).executeTakeFirst())?.state ??
  null

/** What the server's log says of a case, folded here and now. */
const foldedLog = async (caseId: string) => {
  const rows = await place.center.db
    .selectFrom('op_log')
    .select('canon')
    .where('entity', '=', caseId)
    .where('verdict', '=', 'applied')
    .orderBy('cseq')
    .execute()
  const operations = rows.map(({ canon }) => {
    const { kind, data }: { kind: unknown; data: unknown } = JSON.parse(canon)
    return CaseOperationSchema.parse({ kind, data })
  })
  return foldAll(caseId, operations)
}
const expectEverywhere = async (caseId: string, all: readonly TestDesk[]) => {
  const state = await foldedLog(caseId)
  expect(state).not.toBeNull()
  expect(await onServer(caseId)).toEqual(state)
  for (const { store } of all) expect(store.read.cases.find(caseId)?.state).toEqual(state)
}

describe('two desks of one center', () => {
  it('[SYN-21] cases taken in with no server are at the other desk when there is one, under the same numbers', async () => {
    await serverUp()
    const a = await desk('W31')
    const b = await desk('W32')
    await serverDown()
    a.agent.start()
    const service = a.perform(accept)
    const disclosure = a.perform(register(), { role: 'disclosure_officer' })
    a.perform(
      { kind: 'letter.print', letter: 'service_acceptance', templateVersion: '1', copies: 2 },
      { caseId: service.caseId, base: 1 },
    )
    expect([service.caseNo, disclosure.caseNo]).toEqual(['990123-20260928-W31-0001', '990123-20260928-W31-0002'])
    await expect.poll(() => a.agent.status().lastError?.code, patience).toBe('unreachable')
    await a.restart()
    expect(a.agent.status()).toMatchObject({ state: 'offline', waiting: 3 })
    a.agent.start()
    await expect.poll(() => a.agent.status().lastError?.code, patience).toBe('unreachable')
    await serverUp()
    // Nobody does anything: the agent comes back by itself.
    await expect.poll(() => a.agent.status(), patience).toMatchObject({ state: 'idle', waiting: 0, attention: 0 })
    expect(await b.agent.now()).toMatchObject({ state: 'idle' })
    for (const { caseId, caseNo } of [service, disclosure]) {
      await expectEverywhere(caseId, [a, b])
      expect(b.store.read.cases.find(caseId)?.state.caseNo).toBe(caseNo)
    }
    for (const { store } of [a, b]) expect(store.verify()).toMatchObject({ ok: true, problems: [] })
  })

  it('[SYN-23] get the items, staff and windows of the center', async () => {
    await serverUp()
    await publishItems(place.center.db, testCenter, [anItem({ id: 'T1' }), anItem({ id: 'T2', name: '食品经营许可' })])
    const a = await desk('W33')
    expect(a.store.read.reference.items().map(({ id }) => id)).toEqual(['T1', 'T2'])
    expect(a.store.read.reference.findStaffByLogin('linxiaomei')).toMatchObject({ name: '林晓梅', role: 'clerk' })
    expect(a.store.read.reference.findCenter()).toMatchObject({ name: '青岚县政务服务中心' })
    expect(a.store.read.reference.findWindow('W33')).toMatchObject({ name: '窗口 W33' })
    await publishItems(place.center.db, testCenter, [anItem({ id: 'T2', name: '食品经营许可（新办）' })])
    await a.agent.now()
    expect(a.store.read.reference.findItem('T2')).toMatchObject({ name: '食品经营许可（新办）', version: 2 })
  })

  it('[SYN-8] that both move one case see one outcome; the loser keeps his act where a person sees it', async () => {
    await serverUp()
    const a = await desk('W34')
    const b = await desk('W35')
    const { caseId } = a.perform(register({ channel: 'online' }), { role: 'disclosure_officer' })
    await a.agent.now()
    await b.agent.now()
    const confirm = { kind: 'disclosure.confirm', confirmedOn: day('2026-09-28') } as const
    a.perform(confirm, { caseId, base: 1, role: 'disclosure_officer' })
    b.perform(confirm, { caseId, base: 1, role: 'disclosure_officer' })
    expect(await b.agent.now()).toMatchObject({ waiting: 0, attention: 0 })
    expect(await a.agent.now()).toMatchObject({ waiting: 0, attention: 1 })
    expect(a.agent.report().attention).toMatchObject([{ kind: 'disclosure.confirm', verdict: 'conflict' }])
    await expectEverywhere(caseId, [a, b])
  })

  it('[SYN-11] many acts at many desks at once end in the same states everywhere', async () => {
    await serverUp()
    const all = [await desk('W36'), await desk('W37'), await desk('W38')]
    for (const { agent } of all) agent.start()
    const taken: string[] = []
    for (let round = 0; round < 20; round++) {
      for (const { perform } of all) taken.push(perform(accept).caseId)
      if (round % 5 === 0) await new Promise((resolve) => setTimeout(resolve, 20))
    }
    await Promise.all(all.map(({ agent }) => expect.poll(() => agent.status().waiting, patience).toBe(0)))
    for (const { agent } of all) await agent.now()
    for (const caseId of taken) await expectEverywhere(caseId, all)
    const cursors = all.map(({ store }) => store.read.sync.cursor(testCenter))
    expect(new Set(cursors.map(({ head }) => head)).size).toBe(1)
  })

  it('[SYN-10] a server that dies at every second answer to a push gets every act exactly once', async () => {
    await serverUp()
    const a = await desk('W39')
    await serverDown()
    const entry = fileURLToPath(new URL('../../server/_testing/crashing-server.ts', import.meta.url))
    const taken = Array.from({ length: 3 }, () => a.perform(accept))
    let deaths = 0
    a.agent.start()
    for (; deaths < 2; deaths++) {
      const mortal = runServer([place.database.url, '2', String(port)], {}, entry)
      await mortal.url
      // Acts go on while it lives; its second push is committed and never answered.
      const feeding = setInterval(() => taken.push(a.perform(accept)), 300)
      await mortal.ended
      clearInterval(feeding)
    }
    await serverUp()
    await expect.poll(() => a.agent.status(), patience).toMatchObject({ state: 'idle', waiting: 0, attention: 0 })
    expect(deaths).toBe(2)
    const rows = await place.center.db
      .selectFrom('op_log')
      .select(['seq', 'canon'])
      .where('inc', '=', a.store.incarnation)
      .orderBy('cseq')
      .execute()
    expect(rows.map(({ seq }) => seq)).toEqual(taken.map((_, at) => at + 1))
    for (const { caseId } of taken) await expectEverywhere(caseId, [a])
  })
})
