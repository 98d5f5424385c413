import { beforeAll, describe, expect, it } from 'vitest'
import { LeaseOutputSchema } from '../../contract/lease.ts'
import { addDays, plainDateInShanghai, yearOf } from '../../domain/plain-date.ts'
import type { TestDevice } from '../_testing/test-device.ts'
import { testCenter } from '../_testing/test-server.ts'
import { useTestServer } from '../_testing/use-test-server.ts'
import { setCenter } from '../admin/set-center.ts'
import { markCollected, markRestored } from '../restore/restored.ts'
import { leaseDays } from './lease-numbers.ts'
import { listBlocks } from './list-blocks.ts'

const setting = useTestServer()
const today = plainDateInShanghai(Date.now())
const year = yearOf(today)

beforeAll(async () => {
  await setCenter(setting.center.db, {
    code: testCenter,
    name: '青岚县政务服务中心',
    address: null,
    phone: null,
    supervisePhone: null,
    progressUrl: null,
    runningNumbers: { series: ['撤回', '公复'], block: 20 },
  })
})

interface Asked {
  readonly series?: string
  readonly count?: number
  readonly after?: number
  readonly left?: number
  readonly year?: number
}
const ask = async (device: TestDevice, asked: Asked = {}) =>
  device.request('POST', '/sync/v1/lease', { series: '公复', year, count: 20, after: 0, left: 0, ...asked })
const lease = async (device: TestDevice, asked: Asked = {}) =>
  LeaseOutputSchema.parse((await ask(device, asked)).body).block

/** Takes in a case and withdraws it; the confirmation has a number of its series. */
const withdraw = (device: TestDevice, letterNo: string) => {
  const { entity } = device.add()
  return device.add({ entity, kind: 'service.withdraw', base: 1, data: { on: '2026-09-28', reason: '改期', letterNo } })
}
const verdictsOf = async (device: TestDevice, from: number) =>
  (await device.push(device.batch(from))).verdicts
    .filter((_, at) => at % 2 === 1)
    .map(({ verdict, reason }) => reason ?? verdict)

describe('blocks of numbers', () => {
  it('[SYN-72] no number of a series is in two blocks, however many devices ask at once', async () => {
    const devices = await Promise.all(Array.from({ length: 8 }, setting.enrolled))
    const blocks = await Promise.all(devices.map((device) => lease(device)))
    const numbers = blocks.flatMap((block) =>
      block === null ? [] : Array.from({ length: block.to - block.from + 1 }, (_, at) => block.from + at),
    )
    expect(new Set(numbers).size).toBe(160)
    expect(blocks.every((block) => block?.expiresOn === addDays(today, leaseDays))).toBe(true)
  })

  it('[SYN-72] an answer that was lost is given again, a block that is not used up goes on, and a used one is followed by another', async () => {
    const device = await setting.enrolled()
    const first = await lease(device)
    expect(await lease(device)).toEqual(first)
    expect(await lease(device, { after: first?.to ?? 0, left: 3 })).toEqual(first)
    const second = await lease(device, { after: first?.to ?? 0, left: 0 })
    expect(second?.from).toBeGreaterThan(first?.to ?? 0)
  })

  it('[SYN-72] another incarnation gets another block: nobody knows what the one before gave', async () => {
    const device = await setting.enrolled()
    const first = await lease(device)
    device.beginIncarnation(0)
    await device.hello()
    const second = await lease(device)
    expect(second?.from).toBeGreaterThan(first?.to ?? 0)
  })

  it('[SYN-72] there are none of a series or a year that the center does not number so, and at most as many as it says', async () => {
    const device = await setting.enrolled()
    expect(await lease(device, { series: '准' })).toBeNull()
    expect(await lease(device, { year: year - 1 })).toBeNull()
    const large = await lease(device, { count: 1000 })
    expect((large?.to ?? 0) - (large?.from ?? 0) + 1).toBe(20)
  })

  it('[SYN-72] a revoked device gets none', async () => {
    const device = await setting.enrolled()
    await setting.center.db
      .updateTable('device')
      .set({ revoked_at: Date.now() })
      .where('id', '=', device.identity.device)
      .execute()
    expect((await ask(device)).status).not.toBe(200)
  })
})

describe('a running number', () => {
  it('[SYN-73] takes effect from the device that has its block, and from no other', async () => {
    const [device, other] = [await setting.enrolled(), await setting.enrolled()]
    const block = await lease(device, { series: '撤回' })
    withdraw(device, `撤回〔${year}〕${block?.from}号`)
    withdraw(device, `撤回〔${year}〕${(block?.to ?? 0) + 1000}号`)
    expect(await verdictsOf(device, 1)).toEqual(['applied', 'number_not_leased'])
    withdraw(other, `撤回〔${year}〕${(block?.from ?? 0) + 1}号`)
    expect(await verdictsOf(other, 1)).toEqual(['number_not_leased'])
  })

  it('[SYN-73] takes effect once, within a batch and later; the number of the device itself always does', async () => {
    const device = await setting.enrolled()
    const block = await lease(device, { series: '撤回' })
    const no = `撤回〔${year}〕${block?.from}号`
    withdraw(device, no)
    withdraw(device, no)
    withdraw(device, `撤回〔${year}〕${device.identity.deviceNo}-1号`)
    expect(await verdictsOf(device, 1)).toEqual(['applied', 'number_taken', 'applied'])
    withdraw(device, no)
    expect(await verdictsOf(device, 7)).toEqual(['number_taken'])
  })

  it('[SYN-73] is good from a block that has ended: what was printed is printed', async () => {
    const device = await setting.enrolled()
    const block = await lease(device, { series: '撤回' })
    await setting.center.db
      .updateTable('number_block')
      .set({ expires_on: addDays(today, -1) })
      .where('device', '=', device.identity.device)
      .execute()
    withdraw(device, `撤回〔${year}〕${block?.to}号`)
    expect(await verdictsOf(device, 1)).toEqual(['applied'])
  })
})

describe('after a restore', () => {
  it('[SYN-75] nothing is leased while the server collects, what was printed is taken, and blocks lie far behind', async () => {
    const { db } = setting.center
    const [device, other] = [await setting.enrolled(), await setting.enrolled()]
    const before = await lease(device)
    await markRestored(db, Date.now())
    await device.hello()
    await other.hello()
    expect(await lease(other)).toBeNull()
    withdraw(other, `撤回〔${year}〕90000号`)
    expect(await verdictsOf(other, 1)).toEqual(['applied'])
    await markCollected(db, Date.now(), true)
    const after = await lease(other, { series: '撤回' })
    expect(after?.from).toBeGreaterThan(95_000)
    expect((await lease(other))?.from).toBeGreaterThan((before?.to ?? 0) + 4999)
  })

  it('[SYN-75] the operator sees each block, whose it is, and how many of its numbers were given', async () => {
    const device = await setting.enrolled()
    const block = await lease(device, { series: '撤回' })
    withdraw(device, `撤回〔${year}〕${block?.from}号`)
    await device.push()
    const listed = (await listBlocks(setting.center.db, testCenter)).filter(
      ({ deviceNo }) => deviceNo === device.identity.deviceNo,
    )
    expect(listed).toEqual([{ series: '撤回', year, ...block, deviceNo: device.identity.deviceNo, used: 1 }])
  })
})
