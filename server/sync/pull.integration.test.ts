import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setCenter } from '../admin/set-center.ts'
import { syncCaps } from '../../contract/sync.ts'
import { aServiceIntake } from '../../domain/case/_testing.ts'
import { patience } from '../_testing/patience.ts'
import type { TestDevice } from '../_testing/test-device.ts'
import { waitingForLock } from '../_testing/waiting-for-lock.ts'
import { enrolTestDevice, startTestServer, testCenter } from '../_testing/test-server.ts'
import { useTestCenter } from '../_testing/use-test-server.ts'
import type { RunningServer } from '../serve.ts'
import { lockDevice } from '../store/devices.ts'
import { headHash } from './hashes.ts'

const place = useTestCenter()
let first: RunningServer
let second: RunningServer

beforeAll(async () => {
  first = await startTestServer(place.database.url, { pushesAtOnce: 50 })
  second = await startTestServer(place.database.url, { pushesAtOnce: 50 })
})
afterAll(async () => {
  await Promise.all([first.stop(), second.stop()])
})

const enrolled = () => enrolTestDevice(place.center, first.url)

/** Everything after `after`, page by page, with the chain of rolling hashes checked on the way. */
const pullAll = async (device: TestDevice, after = 0, limit = 500) => {
  const ops = []
  let head: string | null = null
  for (let at = after; ;) {
    const page = await device.pull(at, limit)
    if (head !== null) expect(page.afterHash).toBe(head)
    if (page.ops.length === 0) return ops
    ops.push(...page.ops)
    at = page.ops.at(-1)?.cseq ?? at
    head = page.ops.at(-1)?.head ?? head
  }
}

describe('pull', () => {
  it('[SYN-13] gives the history in commit order, in pages, own and foreign operations alike', async () => {
    const [one, two] = [await enrolled(), await enrolled()]
    for (let n = 0; n < 5; n++) one.add()
    for (let n = 0; n < 4; n++) two.add()
    const start = (await one.pull()).head
    await one.push(one.batch(1, 3))
    await two.push()
    await one.push(one.batch(4, 5))
    const expected = [...one.chain.slice(0, 3), ...two.chain, ...one.chain.slice(3)].map(({ canon }) => canon)
    for (const limit of [1, 2, 500]) {
      expect((await pullAll(two, start, limit)).map(({ canon }) => canon)).toEqual(expected)
    }
  })

  it('[SYN-13] tells the newest number and its hash, and the hash at the cursor', async () => {
    const device = await enrolled()
    device.add()
    device.add()
    const pushed = await device.push()
    const last = pushed.verdicts[1]?.cseq ?? 0
    const page = await device.pull(last - 1)
    expect(page).toMatchObject({ head: last, headHash: page.ops[0]?.head, epoch: device.identity.epoch })
    expect(page.ops[0]?.head).toBe(headHash(page.afterHash, last, device.chain[1]?.hash ?? '', 'applied'))
    expect(await device.pull(last)).toMatchObject({ ops: [], head: last, afterHash: page.headHash })
    expect(await device.pull(0, 1)).toMatchObject({ afterHash: '0'.repeat(64) })
  })

  it('[SYN-13] after a number that the history does not reach shows a hash that nobody has seen', async () => {
    const device = await enrolled()
    const { head } = await device.pull()
    expect(await device.pull(head + 10)).toMatchObject({ ops: [], head, afterHash: '0'.repeat(64) })
  })

  it('[SYN-13] a page ends before it grows past its bytes, but holds one operation', async () => {
    const device = await enrolled()
    const start = (await device.pull()).head
    const long = '长'.repeat(2000)
    const intake = { ...aServiceIntake({ remark: long }) }
    // 400 operations of about 14 kB: five megabytes, of which a page carries four.
    for (let n = 0; n < 400; n++) {
      const caseNo = device.nextCaseNo()
      device.add({
        kind: 'service.refuse',
        data: { caseNo, on: '2026-09-28', intake, ground: 'not_this_organ', explanation: long },
      })
    }
    for (let from = 1; from < 400; from += 100) await device.push(device.batch(from, from + 99))
    const page = await device.pull(start)
    const bytes = page.ops.reduce((sum, { canon }) => sum + Buffer.byteLength(canon), 0)
    expect(bytes).toBeLessThanOrEqual(syncCaps.bytesPerPull)
    expect(bytes).toBeGreaterThan(syncCaps.bytesPerPull * 0.9)
    expect(page.ops.length).toBeLessThan(400)
    expect(await pullAll(device, start)).toHaveLength(400)
  })

  it('[SYN-13] is for the devices of the center alone', async () => {
    await setCenter(place.center.db, {
      code: '990124',
      name: '别的中心',
      address: null,
      phone: null,
      supervisePhone: null,
      progressUrl: null,
    })
    const device = await enrolled()
    expect(await device.request('GET', '/sync/v1/pull?center=990124&after=0&limit=1')).toMatchObject({
      status: 403,
      code: 'SCOPE_FORBIDDEN',
    })
  })

  it('refuses numbers that are none', async () => {
    const device = await enrolled()
    for (const query of [
      'after=-1&limit=5',
      'after=x&limit=5',
      'after=0&limit=0',
      'after=0&limit=501',
      'limit=5',
      'after=0.5&limit=5',
    ]) {
      expect(await device.request('GET', `/sync/v1/pull?center=${testCenter}&${query}`)).toMatchObject({ status: 400 })
    }
  })
})

describe('two servers on one database', () => {
  it('[SYN-10] take every batch at once from both sides, each operation exactly once', async () => {
    const devices = await Promise.all([enrolled(), enrolled(), enrolled()])
    const before = (await devices[0]?.pull())?.head ?? 0
    await Promise.all(
      devices.map(async (device) => {
        for (let batch = 0; batch < 10; batch++) {
          const from = device.chain.length + 1
          for (let n = 0; n < 10; n++) device.add()
          const input = device.batch(from)
          const answers = await Promise.all([device.push(input, first.url), device.push(input, second.url)])
          expect(answers[0].verdicts).toEqual(answers[1].verdicts)
        }
      }),
    )
    const rows = await place.center.db
      .selectFrom('op_log')
      .select(['device', 'seq', 'canon'])
      .where('cseq', '>', before)
      .orderBy('device')
      .orderBy('seq')
      .execute()
    expect(rows).toHaveLength(300)
    for (const device of devices) {
      const own = rows.filter((row) => row.device === device.identity.device)
      expect(own.map(({ canon }) => canon)).toEqual(device.chain.map(({ canon }) => canon))
    }
  })

  it('[SYN-10] let the pushes of one device wait for each other', async () => {
    const device = await enrolled()
    device.add()
    let answered = false
    const pushing = place.center.db.transaction().execute(async (tx) => {
      await lockDevice(tx, testCenter, device.identity.device)
      const push = device.push(device.batch(), second.url).finally(() => {
        answered = true
      })
      await expect.poll(() => waitingForLock(place.center.db), patience).toBe(1)
      expect(answered).toBe(false)
      return { push }
    })
    expect(await (await pushing).push).toMatchObject({ ack: 1 })
  })

  it('[SYN-11] a reader that follows while many write skips nothing and sees nothing twice', async () => {
    const writers = await Promise.all(Array.from({ length: 6 }, enrolled))
    const reader = await enrolled()
    const start = (await reader.pull()).head
    let writing = true
    const seen: number[] = []
    const following = (async () => {
      for (let at = start; ;) {
        const stillWriting = writing
        const page = await reader.pull(at, 7, second.url)
        seen.push(...page.ops.map(({ cseq }) => cseq))
        at = page.ops.at(-1)?.cseq ?? at
        if (page.ops.length === 0 && !stillWriting) return
      }
    })()
    await Promise.all(
      writers.map(async (device, n) => {
        for (let batch = 0; batch < 12; batch++) {
          for (let at = 0; at <= batch % 3; at++) device.add()
          await device.push(
            device.batch(Math.max(1, device.chain.length - (batch % 3))),
            n % 2 === 0 ? first.url : second.url,
          )
        }
      }),
    )
    writing = false
    await following
    const total = writers.reduce((sum, device) => sum + device.chain.length, 0)
    expect(seen).toEqual(Array.from({ length: total }, (_, n) => start + n + 1))
  })
})
