import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { issueEnrolCode } from '../admin/issue-enrol-code.ts'
import { setCenter } from '../admin/set-center.ts'
import { patience } from '../_testing/patience.ts'
import { type Answer, type TestDevice, createTestDevice } from '../_testing/test-device.ts'
import { enrolTestDevice, startTestServer, testCenter } from '../_testing/test-server.ts'
import { waitingForLock } from '../_testing/waiting-for-lock.ts'
import { useTestServer } from '../_testing/use-test-server.ts'
import { lockDevice } from '../store/devices.ts'
import { placesPerCenter, takeCenterPlace } from '../store/center-places.ts'

const place = useTestServer({ pushesAtOnce: 2 })
const small = '990124'

beforeAll(async () => {
  await setCenter(place.center.db, {
    code: small,
    name: '小中心',
    address: null,
    phone: null,
    supervisePhone: null,
    progressUrl: null,
  })
})

const deviceOf = async (code: string, deviceNo: string): Promise<TestDevice> => {
  const issued = await issueEnrolCode(place.center.db, { center: code, deviceNo, name: '窗口', validForMs: 60_000 })
  if (!issued.ok) throw new Error(issued.error.code)
  const device = createTestDevice(place.server.url, 'system')
  await device.enrol(issued.value.code)
  await device.hello()
  return device
}

describe('one desk among many of another center', () => {
  it('[SYN-43] gets through with every push and page while they never stop', async () => {
    const crowd = await Promise.all(Array.from({ length: 10 }, () => place.enrolled()))
    const lone = await deviceOf(small, 'W01')
    let done = false
    let turnedAway = 0
    const crowding = crowd.map(async (device) => {
      device.add()
      while (!done) {
        const [pushed, pulled] = await Promise.all([
          device.send(device.batch(1, 1)),
          device.request('GET', `/sync/v1/pull?center=${testCenter}&after=0&limit=50`),
        ])
        for (const { status, headers } of [pushed, pulled]) {
          expect([200, 429]).toContain(status)
          if (status !== 429) continue
          turnedAway += 1
          expect(Number(headers.get('retry-after'))).toBeGreaterThanOrEqual(1)
        }
      }
    })
    await expect.poll(() => turnedAway, patience).toBeGreaterThan(20)
    for (let n = 1; n <= 6; n++) {
      lone.add()
      await expect.poll(async () => (await lone.send(lone.batch(n, n))).status, patience).toBe(200)
      const pull = () => lone.request('GET', `/sync/v1/pull?center=${small}&after=0&limit=10`)
      await expect.poll(async () => (await pull()).status, patience).toBe(200)
      await expect.poll(async () => (await lone.hello()).status, patience).toBe(200)
    }
    done = true
    await Promise.all(crowding)
  })
})

describe('pages and hellos', () => {
  it('[SYN-17] are limited too, and told to come back', async () => {
    const spare = await startTestServer(place.database.url, { pushesAtOnce: 1 })
    const [one, two] = [await enrolTestDevice(place.center, spare.url), await enrolTestDevice(place.center, spare.url)]
    const pull = () => one.request('GET', `/sync/v1/pull?center=${testCenter}&after=0&limit=1`)
    const waiting: Promise<Answer>[] = []
    await place.center.db.transaction().execute(async (tx) => {
      await sql`lock table op_log in access exclusive mode`.execute(tx)
      await lockDevice(tx, testCenter, one.identity.device)
      for (let n = 0; n < 4; n++) waiting.push(pull(), one.hello())
      await expect.poll(() => waitingForLock(place.center.db), patience).toBe(8)
      for (const answer of [await pull(), await two.hello()]) {
        expect(answer).toMatchObject({ status: 429, code: 'BUSY' })
        expect(Number(answer.headers.get('retry-after'))).toBeGreaterThanOrEqual(1)
      }
    })
    for (const answer of await Promise.all(waiting)) expect(answer).toMatchObject({ status: 200 })
    await spare.stop()
  })
})

describe('the places of one center over all servers', () => {
  it('[SYN-43] are limited, and another center has its own', async () => {
    const [busy, free] = [await place.enrolled(), await deviceOf(small, 'W02')]
    busy.add()
    free.add()
    // As if other servers worked on that many pushes of the center right now.
    const holding = (places: number, work: () => Promise<void>): Promise<void> =>
      place.center.db.transaction().execute(async (tx) => {
        expect(await takeCenterPlace(tx, testCenter, placesPerCenter)).toBe(true)
        await (places === 1 ? work() : holding(places - 1, work))
      })
    await holding(placesPerCenter, async () => {
      const refused = await busy.send(busy.batch())
      expect(refused).toMatchObject({ status: 429, code: 'BUSY' })
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThanOrEqual(1)
      expect(await free.push()).toMatchObject({ ack: 1 })
    })
    expect(await busy.push()).toMatchObject({ ack: 1 })
  })
})
