import { once } from 'node:events'
import { request as httpsRequest } from 'node:https'
import { connect as openSocket } from 'node:net'
import { describe, expect, it } from 'vitest'
import { patience } from './_testing/patience.ts'
import { selfSigned } from './_testing/self-signed.ts'
import { configFor, enrolTestDevice, startTestServer } from './_testing/test-server.ts'
import { waitingForLock } from './_testing/waiting-for-lock.ts'
import { useTestCenter } from './_testing/use-test-server.ts'
import { serve } from './serve.ts'

const place = useTestCenter()

const readyOf = async (url: string) => (await fetch(`${url}/health/ready`)).status

describe('the server', () => {
  it('told to stop finishes what it has, refuses more, and can be told twice', async () => {
    const server = await startTestServer(place.database.url)
    const device = await enrolTestDevice(place.center, server.url)
    for (let n = 0; n < 150; n++) device.add()
    const pushing = device.push()
    // Holds the row that the push needs, so that the stop surely comes while it is at work.
    await place.center.db.transaction().execute(async (tx) => {
      await tx.selectFrom('center').select('cseq').where('center', '=', '990123').forUpdate().execute()
      await expect.poll(() => waitingForLock(place.center.db), patience).toBeGreaterThan(0)
      void server.stop()
      await expect.poll(() => fetch(server.url).catch(() => 'refused'), patience).toBe('refused')
    })
    expect(await pushing).toMatchObject({ ack: 150 })
    await server.stop()
  })

  it('is not ready without its database, and ready again with it', async () => {
    const away = new URL(place.database.url)
    const server = await startTestServer(away.href)
    expect(await readyOf(server.url)).toBe(200)
    await place.center.db.schema.alterTable('server_identity').renameTo('elsewhere').execute()
    expect(await readyOf(server.url)).toBe(503)
    await place.center.db.schema.alterTable('elsewhere').renameTo('server_identity').execute()
    expect(await readyOf(server.url)).toBe(200)
    await server.stop()
  })

  it('[SYN-3] with a certificate speaks TLS 1.3 and nothing else', async () => {
    const tls = selfSigned()
    const config = configFor(place.database.url, {
      listen: { host: '127.0.0.1', port: 0, tls: { certFile: '', keyFile: '' } },
    })
    const server = await serve(config, { cert: Buffer.from(tls.cert), key: Buffer.from(tls.key) }, () => undefined)
    const { port } = new URL(server.url)
    expect(server.url).toBe(`https://127.0.0.1:${port}`)
    expect(await liveOver(port, { ca: tls.cert })).toBe(200)
    expect(await liveOver(port, {})).toBe('DEPTH_ZERO_SELF_SIGNED_CERT')
    expect(await liveOver(port, { ca: tls.cert, maxVersion: 'TLSv1.2' })).toMatch(/^ERR_SSL|EPROTO|ECONNRESET/)
    const plain = openSocket(Number(port), '127.0.0.1')
    plain.on('error', () => undefined)
    plain.write('GET /health/live HTTP/1.1\r\nhost: x\r\n\r\n')
    let answer = ''
    plain.on('data', (chunk: Buffer) => {
      answer += chunk.toString('latin1')
    })
    await once(plain, 'close')
    expect(answer).not.toContain('HTTP/1.1 200')
    await server.stop()
  })
})

const liveOver = (
  port: string,
  options: { readonly ca?: string; readonly maxVersion?: 'TLSv1.2' },
): Promise<number | string | undefined> =>
  new Promise((resolve) => {
    const sent = httpsRequest(
      { host: '127.0.0.1', port, path: '/health/live', agent: false, ...options },
      (response) => {
        response.resume()
        resolve(response.statusCode)
      },
    )
    sent.on('error', (error: NodeJS.ErrnoException) => {
      resolve(error.code)
    })
    sent.end()
  })
