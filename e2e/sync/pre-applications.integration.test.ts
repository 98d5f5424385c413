// An application from an online hall to the windows: the real interface, real stores, the real agent, the real server.
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { aServiceIntake, anApplicant, anItem } from '../../domain/case/_testing.ts'
import type { Scope } from '../../domain/scope/scope.ts'
import { publishItems } from '../../server/admin/publish-items.ts'
import { testCenter } from '../../server/_testing/test-server.ts'
import { useTestServer } from '../../server/_testing/use-test-server.ts'
import { setDeviceScope } from '../../server/admin/set-device-scope.ts'
import { aToken, anApplication, askOpen } from '../../server/open/_testing.ts'
import { type TestDesk, openDesk } from './_testing.ts'

const place = useTestServer()
const desks: TestDesk[] = []
let hall: ReturnType<typeof askOpen>
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.remove()
})
beforeAll(async () => {
  await publishItems(place.center.db, testCenter, [anItem()])
  hall = askOpen(place.server.url, await aToken(place.center.db))
})

let numbers = 60
const newDesk = async (scope?: Scope) => {
  const desk = await openDesk(place.center, place.server.url, `W${numbers++}`, undefined, scope)
  desks.push(desk)
  return desk
}
const sync = async (...all: readonly TestDesk[]) => {
  for (const desk of all) expect(await desk.agent.now()).toMatchObject({ lastError: null, state: 'idle', waiting: 0 })
}
const bring = async (preNo: string) =>
  expect((await hall('POST', 'applications', anApplication({ preNo }))).status).toBe(200)
const found = ({ store }: TestDesk, preNo: string) => store.read.applications.find(preNo)
const accept = (desk: TestDesk, preNo: string) =>
  desk.perform({ kind: 'service.accept', intake: { ...aServiceIntake({ applicant: anApplicant() }), preNo } })

describe('an application of an online hall', () => {
  it('[OPN-14] waits at every window, is found there without a network, and leaves when one has taken it in', async () => {
    const [one, two] = [await newDesk(), await newDesk({ kind: 'window', closedDays: 30 })]
    await bring('YSL-1')
    await bring('YSL-2')
    await sync(one, two)
    for (const desk of [one, two]) {
      expect(found(desk, 'ysl 1')).toEqual(anApplication({ preNo: 'YSL-1' }))
      expect(found(desk, 'YSL-3')).toBeNull()
    }
    accept(one, 'YSL-1')
    await sync(one, two)
    for (const desk of [one, two]) {
      expect(found(desk, 'YSL-1')).toBeNull()
      expect(found(desk, 'YSL-2')).not.toBeNull()
      expect(desk.store.verify()).toMatchObject({ ok: true, problems: [] })
    }
  })

  it('[OPN-11] accepted at two windows without a network is one matter on both, and the hall hears which', async () => {
    const [one, two] = [await newDesk(), await newDesk()]
    await bring('YSL-5')
    await sync(one, two)
    const [first, second] = [accept(one, 'YSL-5'), accept(two, 'ysl5')]
    await sync(one)
    await sync(two)
    await sync(one)
    for (const { store } of [one, two]) {
      expect(store.read.cases.find(second.caseId)?.state.mergedInto?.caseId).toBe(first.caseId)
    }
    expect((await hall('GET', 'applications/YSL-5')).body).toMatchObject({ taken: { caseNo: first.caseNo } })
  })

  it('[OPN-14] is told to no agent and no terminal, and leaves a device that becomes one', async () => {
    const villages: Scope = { kind: 'villages', villages: ['柳湾镇石桥村'], closedDays: 30 }
    const [agent, terminal, window] = [await newDesk(villages), await newDesk({ kind: 'kiosk' }), await newDesk()]
    await bring('YSL-7')
    await sync(agent, terminal, window)
    expect([agent, terminal, window].map((desk) => found(desk, 'YSL-7') !== null)).toEqual([false, false, true])
    const { deviceNo } = window.store.read.meta.findDevice() ?? { deviceNo: '' }
    await setDeviceScope(place.center.db, { center: testCenter, deviceNo, scope: { kind: 'kiosk' }, account: 'test' })
    await window.agent.now()
    await sync(window)
    expect(window.store.read.applications.count()).toBe(0)
  })
})
