import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { setStaff } from '../../server/admin/set-staff.ts'
import { setWindow } from '../../server/admin/set-window.ts'
import { revokeDevice } from '../../server/admin/revoke-device.ts'
import { openNewsStream } from '../../electron/host/sync-agent/news-stream.ts'
import { patience } from '../../server/_testing/patience.ts'
import type { TestDevice } from '../../server/_testing/test-device.ts'
import { enrolTestDevice, startTestServer, testCenter } from '../../server/_testing/test-server.ts'
import { useTestServer } from '../../server/_testing/use-test-server.ts'
import type { RunningServer } from '../../server/serve.ts'
import { openBrowser } from '../../server/console/_testing.ts'
import { findHead, notifyNews } from '../../server/news/notify.ts'

const place = useTestServer()
let second: RunningServer
const stops: (() => Promise<void>)[] = []

beforeAll(async () => {
  second = await startTestServer(place.database.url)
})
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})
afterAll(async () => {
  await second.stop()
})

/** What a device hears, on either server. */
const listen = async (device: TestDevice, url = place.server.url) => {
  const heads: number[] = []
  const stopping = new AbortController()
  const stream = openNewsStream({
    fetcher: fetch,
    server: url,
    token: device.identity.token,
    signal: stopping.signal,
    onHead: (head) => heads.push(head),
  })
  stops.push(async () => {
    stopping.abort()
    await stream.ended
  })
  await expect.poll(() => heads.length, patience).toBeGreaterThan(0)
  return { heads, stream }
}
const head = async () => (await findHead(place.center.db, testCenter)) ?? 0

describe('news of a center', () => {
  it('[SYN-54] tells at once what was changed at the console, and nothing when it was only looked at', async () => {
    const who = { login: 'sunlixin', name: '孙立新', role: 'administrator', organ: null } as const
    await setStaff(place.center.db, testCenter, who, 'a password')
    const browser = openBrowser(place.server.url)
    await browser.ask('POST', 'session', { center: testCenter, login: who.login, password: 'a password' })
    const { heads } = await listen(await place.enrolled())
    const before = heads.length
    expect((await browser.ask('GET', 'windows')).status).toBe(200)
    const window = { deviceNo: 'W02', name: '新名称', phone: null, organs: [] }
    expect(await browser.ask('POST', 'windows', window)).toMatchObject({ status: 200, body: { changed: true } })
    await expect.poll(() => heads.at(-1), patience).toBe(await head())
    expect(heads).toHaveLength(before + 1)
  })

  it('[SYN-54] tells how far the history goes, at first and after every push, on every server', async () => {
    const writer = await place.enrolled()
    const reader = await place.enrolled()
    const far = await enrolTestDevice(place.center, second.url)
    const here = await listen(reader)
    const there = await listen(far, second.url)
    expect(here.heads).toEqual([await head()])
    writer.add()
    await writer.push()
    const now = await head()
    await expect.poll(() => here.heads.at(-1), patience).toBe(now)
    await expect.poll(() => there.heads.at(-1), patience).toBe(now)
  })

  it('[SYN-54] come from administrators too, and only to the center they are of', async () => {
    const { heads } = await listen(await place.enrolled())
    await setWindow(place.center.db, testCenter, { deviceNo: 'W31', name: '三十一号', phone: null, organs: [] })
    await notifyNews(place.center.db, place.center.db, testCenter)
    await notifyNews(place.center.db, place.center.db, '990199')
    const now = await head()
    await expect.poll(() => heads.at(-1), patience).toBe(now)
    expect(heads.every((value) => value <= now)).toBe(true)
  })

  it('[SYN-54] are for devices that may read: no token, a foreign one, a revoked device', async () => {
    const device = await place.enrolled()
    const { deviceNo, token } = device.identity
    const ask = async (bearer: string) => {
      const answer = await fetch(`${place.server.url}/sync/v1/news`, { headers: { authorization: `Bearer ${bearer}` } })
      await answer.body?.cancel()
      return answer.status
    }
    expect(await ask('x')).toBe(401)
    expect(await ask(token)).toBe(200)
    await revokeDevice(place.center.db, testCenter, deviceNo)
    expect(await ask(token)).toBe(403)
  })

  it('[SYN-54] end with the server, which does not wait for who listens', async () => {
    const third = await startTestServer(place.database.url)
    const { stream } = await listen(await enrolTestDevice(place.center, third.url), third.url)
    await third.stop()
    await stream.ended
    expect(stream.isLive()).toBe(false)
  })
})
