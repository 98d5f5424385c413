import { randomBytes } from 'node:crypto'
import { request } from 'node:http'
import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { syncCaps } from '../../contract/sync.ts'
import { patience } from '../_testing/patience.ts'
import type { TestDevice } from '../_testing/test-device.ts'
import { type LogLine, startTestServer } from '../_testing/test-server.ts'
import { useTestServer } from '../_testing/use-test-server.ts'
import { openBlobFolder } from '../blobs/blob-folder.ts'
import { openDirectory } from '../store/directory.ts'
import { getIdentity } from '../store/identity.ts'
import { buildApp } from './app.ts'

let device: TestDevice
const log: LogLine[] = []
const place = useTestServer({ pushesAtOnce: 2 }, log)

beforeAll(async () => {
  device = await place.enrolled()
})

const post = async (body: Uint8Array, headers: Record<string, string>, path = '/sync/v1/push') => {
  const response = await fetch(`${place.server.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${device.identity.token}`, ...headers },
    body,
  })
  const { code }: { code?: string } = JSON.parse(await response.text())
  return { status: response.status, code }
}
const gzip = { 'content-encoding': 'gzip' }

describe('a request body', () => {
  it('[SYN-18] that unpacks to more than its cap is refused, and the server goes on', async () => {
    const bomb = gzipSync(Buffer.alloc(300 * 1024 * 1024, 0x20))
    expect(bomb.length).toBeLessThan(syncCaps.bytesPerPushCompressed)
    const before = process.memoryUsage().rss
    expect(await post(bomb, gzip)).toEqual({ status: 413, code: 'TOO_LARGE' })
    // The server runs in this process: had it unpacked the bomb, 300 MiB would be here.
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024)
    device.add()
    expect(await device.push(device.batch(1, 1))).toMatchObject({ ack: 1 })
  })

  it('[SYN-18] that is itself too large is refused, packed or plain, with its length told or not', async () => {
    const noise = randomBytes(syncCaps.bytesPerPushCompressed + 1000)
    expect(await post(gzipSync(noise), gzip)).toEqual({ status: 413, code: 'TOO_LARGE' })
    const plain = Buffer.alloc(syncCaps.bytesPerPushRaw + 1, 0x20)
    expect(await post(plain, {})).toEqual({ status: 413, code: 'TOO_LARGE' })
    expect(await postChunked(gzipSync(noise), gzip)).toBe(413)
    expect(await postChunked(plain, {})).toBe(413)
  })

  it('[SYN-18] nested too deep, cut off, of a foreign encoding or no JSON is refused', async () => {
    expect(await post(Buffer.from('['.repeat(2_000_000)), {})).toEqual({ status: 400, code: 'BODY_TOO_DEEP' })
    expect(await post(gzipSync('{"a":1}').subarray(0, 12), gzip)).toEqual({ status: 400, code: 'BODY_BROKEN' })
    expect(await post(Buffer.from('not gzip'), gzip)).toEqual({ status: 400, code: 'BODY_BROKEN' })
    expect(await post(Buffer.from('{}'), { 'content-encoding': 'br' })).toEqual({
      status: 415,
      code: 'UNSUPPORTED_ENCODING',
    })
    expect(await post(Buffer.from('{'), {})).toEqual({ status: 400, code: 'BODY_NOT_JSON' })
    expect(await post(Buffer.from([0x22, 0xff, 0x22]), {})).toEqual({ status: 400, code: 'BODY_NOT_JSON' })
    expect(await post(Buffer.from('a=1'), { 'content-type': 'application/x-www-form-urlencoded' })).toMatchObject({
      status: 415,
    })
  })

  it('[SYN-18] that is no push is refused with nothing stored', async () => {
    const sound = device.batch(1, 1)
    for (const body of [
      [],
      {},
      null,
      'x',
      { ...sound, more: 1 },
      { ...sound, ops: [] },
      { ...sound, fromSeq: 0 },
      { ...sound, ops: [1] },
    ]) {
      expect(await post(Buffer.from(JSON.stringify(body)), {})).toMatchObject({ status: 400 })
    }
    const many = { ...sound, ops: Array.from({ length: syncCaps.opsPerPush + 1 }, () => 'x') }
    expect(await post(Buffer.from(JSON.stringify(many)), {})).toMatchObject({ status: 400 })
  })

  it('[SYN-18] is not read at all without a session', async () => {
    const response = await fetch(`${place.server.url}/sync/v1/push`, { method: 'POST', body: 'x'.repeat(1000) })
    expect(response.status).toBe(401)
    expect(await response.json()).toMatchObject({ defined: true, code: 'TOKEN_INVALID' })
  })
})

describe('a slow request', () => {
  it('[SYN-18] that is not whole in time is cut off', async () => {
    const app = buildApp({
      db: place.center.db,
      directory: openDirectory(place.center.db),
      identity: await getIdentity(place.center.db),
      version: '0',
      log: () => undefined,
      news: { open: () => Promise.resolve(null), tell: () => undefined },
      freeBytes: () => Promise.resolve(null),
      isStopping: () => false,
      tls: null,
      pushesAtOnce: 1,
      blobs: openBlobFolder({ dir: '/nonexistent', keyFile: '/nonexistent' }),
      requestTimeoutMs: 100,
      consolePages: '/nonexistent',
    })
    const url = await app.listen({ host: '127.0.0.1', port: 0 })
    const sent = request(`${url}/sync/v1/hello`, { method: 'POST', headers: { 'content-type': 'application/json' } })
    sent.write('{')
    const status = await new Promise((resolve) => {
      sent.on('response', (response) => resolve(response.statusCode))
      sent.on('error', () => resolve('cut'))
    })
    expect([408, 'cut']).toContain(status)
    sent.destroy()
    await app.close()
  })
})

describe('admission', () => {
  it('[SYN-17] a push beyond those worked on at once is told to come back, and later taken', async () => {
    // Two pushes whose bodies never end hold both places.
    const holders = [await openPush(), await openPush()]
    const refused = await device.send(device.batch(1, 1))
    expect(refused).toMatchObject({ status: 429, code: 'BUSY' })
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThanOrEqual(1)
    expect((await fetch(`${place.server.url}/health/live`)).status).toBe(200)
    for (const holder of holders) holder.destroy()
    await expect.poll(async () => (await device.send(device.batch(1, 1))).status, patience).toBe(200)
  })
})

describe('the log', () => {
  it('[SYN-24] names routes and outcomes, and holds nothing of what was said', async () => {
    const operation = device.add()
    await device.push()
    await device.pull()
    await device.request('GET', '/no/such/周文静?idNumber=990000199001010017')
    await post(Buffer.from('{"applicant":"周文静'), {})
    const text = JSON.stringify(log)
    expect(log.map(({ fields }) => fields.route)).toEqual(
      expect.arrayContaining(['/sync/v1/push', '/sync/v1/pull', 'none']),
    )
    for (const secret of [
      '周文静',
      '青岚县清和美发店',
      '990000199001010017',
      '13800002046',
      operation.entity,
      String(operation.data['caseNo']),
      'after=',
      device.identity.token,
    ]) {
      expect(text).not.toContain(secret)
    }
  })

  it('[SYN-24] of a failure names where and never what', async () => {
    const broken: LogLine[] = []
    const spare = await startTestServer(place.database.url, {}, broken)
    await place.center.db.schema.alterTable('server_identity').renameTo('server_identity_away').execute()
    expect((await fetch(`${spare.url}/health/ready`)).status).toBe(503)
    await place.center.db.schema.alterTable('server_identity_away').renameTo('server_identity').execute()
    await place.center.db.schema.alterTable('op_log').renameTo('op_log_away').execute()
    const operation = device.add()
    expect(await device.send(device.batch(), spare.url)).toMatchObject({ status: 500, code: 'INTERNAL_SERVER_ERROR' })
    await place.center.db.schema.alterTable('op_log_away').renameTo('op_log').execute()
    const failure = broken.find(({ event }) => event === 'request failed')
    expect(failure?.fields.error).toMatchObject({ name: 'error', code: '42P01', frames: expect.any(Array) })
    expect(JSON.stringify(broken)).not.toContain(String(operation.data['caseNo']))
    expect(JSON.stringify(broken)).not.toContain('op_log')
    await spare.stop()
  })
})

describe('answers', () => {
  it('are never cached, carry the id of their request, and are packed when they are long', async () => {
    const headers = { authorization: `Bearer ${device.identity.token}`, 'x-request-id': 'abcdefgh-1' }
    const response = await fetch(`${place.server.url}/sync/v1/pull?center=990123&after=0&limit=500`, { headers })
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-request-id': 'abcdefgh-1',
      'content-encoding': 'gzip',
    })
    const plain = await fetch(`${place.server.url}/sync/v1/pull?center=990123&after=0&limit=500`, {
      headers: { ...headers, 'accept-encoding': 'identity' },
    })
    expect(plain.headers.get('content-encoding')).toBeNull()
    expect(await plain.json()).toMatchObject({ ops: expect.any(Array) })
  })

  it('describe themselves as OpenAPI', async () => {
    const response = await fetch(`${place.server.url}/openapi.json`)
    const description: { paths: Record<string, unknown> } = JSON.parse(await response.text())
    expect(Object.keys(description.paths).toSorted()).toEqual([
      '/health/live',
      '/health/ready',
      '/sync/v1/applications',
      '/sync/v1/certificates',
      '/sync/v1/challenge',
      '/sync/v1/enrol',
      '/sync/v1/figures',
      '/sync/v1/heads',
      '/sync/v1/hello',
      '/sync/v1/lease',
      '/sync/v1/progress',
      '/sync/v1/published',
      '/sync/v1/pull',
      '/sync/v1/push',
      '/sync/v1/quarantine',
      '/sync/v1/recover',
      '/sync/v1/snapshot',
    ])
  })
})

/** Status of a request that does not tell its length. */
const postChunked = (body: Buffer, headers: Record<string, string>): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const sent = request(`${place.server.url}/sync/v1/push`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${device.identity.token}`, ...headers },
    })
    sent.on('response', (response) => {
      resolve(response.statusCode)
      response.resume()
      sent.destroy()
    })
    sent.on('error', reject)
    sent.write(body.subarray(0, 1000))
    sent.end(body.subarray(1000))
  })

/** A push that has been let in and does not end. */
const openPush = async () => {
  const sent = request(`${place.server.url}/sync/v1/push`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${device.identity.token}`,
      expect: '100-continue',
    },
  })
  sent.on('error', () => undefined)
  await new Promise((resolve) => {
    sent.once('continue', resolve)
    sent.flushHeaders()
  })
  sent.write('{')
  // The server answers `continue` before it counts the request; the next answer comes after.
  await fetch(`${place.server.url}/health/live`)
  return sent
}
