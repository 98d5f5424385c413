import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type TestStore, openTestStore } from '../../../db/_testing.ts'
import { enrolStore, json, newId, refusal, takeIn } from './_testing.ts'
import { enrolDevice } from './enrol-device.ts'

let disk: TestStore
beforeEach(() => {
  disk = openTestStore({ device: null })
})
afterEach(() => disk.remove())

const never = new AbortController().signal
const input = { server: 'https://center.example/', code: ' K7QF-3M9T-XW2P ' }
const answer = {
  device: newId(),
  deviceNo: 'W03',
  center: {
    code: '990123',
    name: '青岚县政务服务中心',
    address: null,
    phone: null,
    supervisePhone: null,
    progressUrl: null,
  },
  window: { deviceNo: 'W03', name: '3 号窗口', phone: null, organs: [] },
  epoch: newId(),
}

describe('enrolling a device', () => {
  it('writes who it is, whose server it has and which epoch', async () => {
    const asked: Parameters<typeof fetch>[0][] = []
    const enrolled = await enrolDevice(
      disk.store,
      async (url) => {
        asked.push(url)
        return json(answer)
      },
      input,
      never,
    )
    expect(enrolled).toEqual({ ok: true, value: null })
    expect(asked).toEqual(['https://center.example/sync/v1/enrol'])
    expect(disk.store.read.meta.findDevice()).toEqual({ device: answer.device, deviceNo: 'W03', center: '990123' })
    expect(disk.store.read.meta.find('server')).toBe('https://center.example')
    expect(disk.store.read.meta.find('epoch')).toBe(answer.epoch)
  })

  it('[SYN-5] has its key on the disk before it asks, and asks again with the same one', async () => {
    const keys: (string | null)[] = []
    const lost = async () => {
      keys.push(disk.store.read.meta.find('device_key'))
      throw new TypeError('other side closed')
    }
    expect(await enrolDevice(disk.store, lost, input, never)).toEqual({
      ok: false,
      error: { code: 'unreachable', detail: null },
    })
    disk.reopen()
    expect(disk.store.read.meta.findDevice()).toBeNull()
    await enrolDevice(disk.store, lost, input, never)
    expect(keys[0]).toEqual(expect.any(String))
    expect(keys[1]).toBe(keys[0])
  })

  it.each([
    [refusal('CODE_UNKNOWN', 404), 'code_unknown'],
    [refusal('CODE_USED', 410), 'code_used'],
    [refusal('CODE_EXPIRED', 410), 'code_expired'],
    [new Response('<html>', { status: 502 }), 'server_failed'],
    [json({ ...answer, deviceNo: 'window three' }), 'answer_invalid'],
  ])('writes nothing when it is refused (%#)', async (response, code) => {
    expect(await enrolDevice(disk.store, async () => response, input, never)).toEqual({
      ok: false,
      error: { code, detail: null },
    })
    expect(disk.store.read.meta.findDevice()).toBeNull()
    expect(disk.store.read.meta.find('server')).toBeNull()
  })

  it('asks nobody with a wrong address, twice for one store, or for a store that stands alone', async () => {
    const nobody = () => Promise.reject(new Error('asked'))
    const enrol = (server = input.server) => enrolDevice(disk.store, nobody, { ...input, server }, never)
    expect(await enrol('http://10.0.0.8')).toMatchObject({ error: { code: 'server_url_not_tls' } })
    enrolStore(disk.store)
    expect(await enrol()).toMatchObject({ error: { code: 'already_enrolled' } })
    takeIn(disk.store)
    disk.store.transact(({ meta }) => meta.remove('device'))
    expect(await enrol()).toMatchObject({ error: { code: 'store_has_operations' } })
  })
})
