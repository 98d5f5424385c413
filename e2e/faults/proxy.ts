import { type IncomingMessage, type OutgoingHttpHeaders, type ServerResponse, createServer, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Random } from '../simulator/random.ts'
import type { Counts } from './counts.ts'
import { slowMs, slowly } from './slow-line.ts'
import type { Weather } from './weather.ts'

export interface Proxy {
  readonly url: string
  readonly close: () => Promise<void>
}

export interface ProxyOptions {
  /** Base addresses of the servers that may be asked; which one is drawn for each request. */
  readonly targets: () => readonly string[]
  readonly weather: () => Weather
  readonly random: Random
  readonly counts: Counts
}

interface Asked {
  readonly method: string
  readonly path: string
  readonly headers: OutgoingHttpHeaders
  readonly body: Buffer
}

interface Answered {
  readonly status: number
  readonly headers: OutgoingHttpHeaders
  readonly body: Buffer
}

/** The line between desks and servers. */
export const openProxy = async ({ targets, weather, random, counts }: ProxyOptions): Promise<Proxy> => {
  const pushes: Asked[] = []

  const forward = async (from: IncomingMessage, to: ServerResponse): Promise<void> => {
    const { cutRequest, cutAnswer, duplicate, replay, late, slow } = weather()
    const target = random.pick(targets())
    if (target === null) return void from.socket.destroy()
    if (from.url === '/sync/v1/news') return stream(target, from, to)
    const asked = await read(from)
    const isSlow = random.chance(slow)
    if (isSlow) {
      counts.add('slow line')
      await sleep(Math.min(slowMs(asked.body.length, random), 40_000))
    }
    if (random.chance(cutRequest)) {
      counts.add('request cut')
      return void from.socket.destroy()
    }
    const other = targets().find((one) => one !== target) ?? target
    if (random.chance(duplicate)) {
      counts.add('sent twice, to two servers')
      void send(other, asked).catch(() => undefined)
    }
    if (asked.path === '/sync/v1/push') {
      const old = random.pick(pushes)
      if (old !== null && random.chance(replay)) {
        counts.add('old push again')
        void send(other, old).catch(() => undefined)
      }
      pushes.push(asked)
      if (pushes.length > 20) pushes.shift()
    }
    const answered = await send(target, asked)
    if (random.chance(late)) {
      counts.add('late')
      await sleep(1500 * random.next())
    }
    if (random.chance(cutAnswer)) {
      counts.add('answer cut')
      to.writeHead(answered.status, answered.headers)
      to.write(answered.body.subarray(0, random.int(answered.body.length + 1)), () => from.socket.destroy())
      return
    }
    to.writeHead(answered.status, answered.headers)
    if (isSlow) await slowly(answered.body, random, (piece) => void to.write(piece))
    to.end(isSlow ? undefined : answered.body)
  }

  const server = createServer((from, to) => {
    // A server that is away looks to the desk as a line that is cut.
    forward(from, to).catch(() => from.socket.destroy())
  })
  server.on('connection', (socket) => socket.on('error', () => undefined))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const read = async (from: IncomingMessage): Promise<Asked> => {
  const { host: _host, connection: _connection, 'transfer-encoding': _encoding, ...headers } = from.headers
  const body = await bytesOf(from)
  return {
    method: from.method ?? 'GET',
    path: from.url ?? '/',
    headers: body.length === 0 ? headers : { ...headers, 'content-length': body.length },
    body,
  }
}

const bytesOf = async (from: IncomingMessage): Promise<Buffer> => {
  const pieces: Buffer[] = []
  for await (const piece of from) pieces.push(Buffer.from(piece))
  return Buffer.concat(pieces)
}

const send = (target: string, { method, path, headers, body }: Asked): Promise<Answered> =>
  new Promise((resolve, reject) => {
    const to = request(`${target}${path}`, { method, headers, timeout: 40_000 }, (answer) => {
      const { connection: _connection, 'transfer-encoding': _encoding, ...answerHeaders } = answer.headers
      bytesOf(answer).then(
        (bytes) => resolve({ status: answer.statusCode ?? 502, headers: answerHeaders, body: bytes }),
        reject,
      )
    })
    to.on('error', reject)
    to.on('timeout', () => to.destroy(new Error('timeout')))
    to.end(body)
  })

/** Told as it comes, and cut by whichever side goes. */
const stream = (target: string, from: IncomingMessage, to: ServerResponse): void => {
  const upstream = request(`${target}${from.url ?? ''}`, { headers: from.headers }, (answer) => {
    to.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(to)
    answer.on('error', () => to.destroy())
  })
  upstream.on('error', () => to.destroy())
  to.on('close', () => upstream.destroy())
  upstream.end()
}
