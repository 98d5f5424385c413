import { randomBytes } from 'node:crypto'
import { request as httpRequest } from 'node:http'
import { gzipSync } from 'node:zlib'
import { v7 as uuidv7 } from 'uuid'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { blobsPath } from '../../contract/blobs.ts'
import { syncCaps } from '../../contract/sync.ts'
import { newsPath } from '../../contract/sync-news.ts'
import { attachmentLimit } from '../../domain/attachment/attachment.ts'
import type { TestDevice } from '../_testing/test-device.ts'
import type { LogLine } from '../_testing/test-server.ts'
import { useTestServer } from '../_testing/use-test-server.ts'
import { getIdentity } from '../store/identity.ts'
import { makeToken } from '../sync/token.ts'

const log: LogLine[] = []
const place = useTestServer({}, log)
let innocent: TestDevice
let hostile: TestDevice
/** Of the hostile device: one that has ended, and one of before a restore. */
let stale: readonly string[]

beforeAll(async () => {
  innocent = await place.enrolled()
  hostile = await place.enrolled()
  hostile.add()
  const { tokenKey } = await getIdentity(place.center.db)
  const { center, device, inc, epoch } = hostile.identity
  stale = [
    makeToken(tokenKey, { center, device, inc, epoch, expiresAt: Date.now() - 1 }),
    makeToken(tokenKey, { center, device, inc, epoch: uuidv7(), expiresAt: Date.now() + 60_000 }),
  ]
})
beforeEach(() => {
  log.length = 0
})
/** After each attack: nothing failed, and who has nothing to do with it works as before. */
afterEach(async () => {
  expect(log.filter(({ level, event }) => level === 'error' && event !== 'operation put aside')).toEqual([])
  innocent.add()
  const pushed = await innocent.push(innocent.batch(innocent.chain.length))
  expect(pushed.verdicts).toMatchObject([{ verdict: 'applied' }])
})

interface Sent {
  readonly method: 'GET' | 'POST' | 'PATCH'
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Uint8Array
}
/** Status of the answer; 0 = the connection was cut before one came, which is a bound as well. */
const send = ({ method, path, headers = {}, body }: Sent, token: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const asked = httpRequest(`${place.server.url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...headers,
        ...(body === undefined ? {} : { 'content-length': body.length }),
      },
    })
    asked.on('response', (answer) => {
      let length = 0
      answer.on('data', (chunk: Buffer) => {
        length += chunk.length
        // A stream of news does not end by itself.
        if (answer.statusCode === 200) asked.destroy()
      })
      answer.on('error', () => undefined)
      answer.on('close', () =>
        length > 20_000 ? reject(new Error(`an answer of ${length} bytes`)) : resolve(answer.statusCode ?? 0),
      )
    })
    asked.on('error', () => resolve(0))
    asked.end(body)
  })
const json = { 'content-type': 'application/json' }
const packed = { ...json, 'content-encoding': 'gzip' }
const tus = { 'tus-resumable': '1.0.0' }

/** Requests that would be sound. */
const posts: Readonly<Record<string, () => Readonly<Record<string, unknown>>>> = {
  enrol: () => ({ proto: 1, code: 'AAAA-BBBB-CCCC', publicKey: hostile.publicKey, inc: uuidv7() }),
  hello: () => ({
    proto: 1,
    device: hostile.identity.device,
    inc: hostile.identity.inc,
    nonce: 'x',
    sig: hostile.sign('x'),
    appVersion: '0',
    tip: { seq: 0, hash: '0'.repeat(64) },
    base: null,
    certificate: null,
  }),
  push: () => ({ ...hostile.batch() }),
  recover: () => ({ ...hostile.batch(), base: null }),
  quarantine: () => ({ ...hostile.batch() }),
  lease: () => ({ series: '公复', year: new Date().getUTCFullYear(), count: 20, after: 0, left: 0 }),
}
const gets: Readonly<Record<string, () => string>> = {
  pull: () => `/sync/v1/pull?center=${hostile.identity.center}&after=0&limit=1`,
  heads: () => `/sync/v1/heads?center=${hostile.identity.center}&at=1`,
  certificates: () => `/sync/v1/certificates?center=${hostile.identity.center}&devices=${hostile.identity.device}`,
  snapshot: () => `/sync/v1/snapshot?center=${hostile.identity.center}&at=0&limit=1`,
  applications: () => `/sync/v1/applications?center=${hostile.identity.center}&after=0`,
  news: () => newsPath,
  blob: () => `${blobsPath}/${'a'.repeat(64)}?case=${uuidv7()}`,
}
const withSession = [
  'push',
  'recover',
  'quarantine',
  'lease',
  'pull',
  'heads',
  'certificates',
  'snapshot',
  'applications',
  'news',
  'blob',
  'upload',
  'stretch',
]

const post = (name: string, body: Uint8Array, headers: Readonly<Record<string, string>> = json): Sent => ({
  method: 'POST',
  path: `/sync/v1/${name}`,
  headers,
  body,
})
const text = (value: unknown) => Buffer.from(JSON.stringify(value))
const upload = (length: string, more: Readonly<Record<string, string>> = {}): Sent => ({
  method: 'POST',
  path: blobsPath,
  headers: {
    ...tus,
    'upload-length': length,
    'upload-metadata': `sha256 ${Buffer.from('a'.repeat(64)).toString('base64')},type ${Buffer.from('pdf').toString('base64')}`,
    ...more,
  },
})
const stretch = (body: Uint8Array, more: Readonly<Record<string, string>> = {}): Sent => ({
  method: 'PATCH',
  path: `${blobsPath}/${'b'.repeat(64)}`,
  headers: { ...tus, 'content-type': 'application/offset+octet-stream', 'upload-offset': '0', ...more },
  body,
})
const sound = (name: string): Sent => {
  const [body, path] = [posts[name], gets[name]]
  if (body !== undefined) return post(name, gzipSync(text(body())), packed)
  if (path !== undefined) return { method: 'GET', path: path() }
  return name === 'upload' ? upload('10') : stretch(Buffer.alloc(10))
}
const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`

/** What is sent of each kind to each endpoint. News and files that are read have no body: there it is the address. */
const kinds: Readonly<Record<string, (name: string) => readonly Sent[]>> = {
  oversized: (name) => {
    const path = gets[name]
    if (path !== undefined)
      return [{ method: 'GET', path: `${path()}${name === 'news' ? '?' : '&'}x=${'x'.repeat(40_000)}` }]
    if (name === 'upload')
      return [upload(String(attachmentLimit + 1)), upload(String(2 ** 53)), upload('9'.repeat(300))]
    if (name === 'stretch') return [stretch(Buffer.alloc(5 * 1024 * 1024))]
    return [
      post(name, Buffer.alloc(syncCaps.bytesPerPushRaw + 1, 0x20)),
      post(name, randomBytes(syncCaps.bytesPerPushCompressed + 1), packed),
      post(name, text({ ...posts[name]?.(), more: 'x'.repeat(2_000_000) })),
    ]
  },
  deep: (name) => {
    const path = gets[name]
    if (path !== undefined)
      return [{ method: 'GET', path: `${path()}${name === 'news' ? '?' : '&'}center${'[a]'.repeat(2000)}=1` }]
    if (name === 'upload') return [upload('10', { 'upload-metadata': `${'a,'.repeat(3000)}a` })]
    if (name === 'stretch') return [stretch(Buffer.alloc(1), { 'upload-offset': deep(1000) })]
    return [
      post(name, Buffer.from(deep(100_000))),
      post(name, gzipSync(text({ ...posts[name]?.(), more: JSON.parse(deep(50)) })), packed),
    ]
  },
  'gzip bomb': (name) => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024, 0x20))
    const path = gets[name]
    if (path !== undefined) return [{ method: 'GET', path: path(), headers: packed, body: bomb }]
    if (name === 'upload') return [{ ...upload('10', { ...packed }), body: bomb }]
    if (name === 'stretch') return [stretch(bomb, { 'content-encoding': 'gzip' })]
    return [post(name, bomb, packed), post(name, gzipSync(bomb), packed)]
  },
  garbage: (name) => {
    const path = gets[name]
    if (path !== undefined)
      return ['%00%FF', '%ED%A0%80', '-1', "';--", '__proto__'].map((bad) => ({
        method: 'GET',
        path: path()
          .replace(/=[^&]*/, `=${bad}`)
          .replace('a'.repeat(64), `..%2F${bad}`),
      }))
    if (name === 'upload')
      return [
        upload('ten'),
        upload('-1'),
        upload('10', { 'upload-metadata': 'sha256 ====,type' }),
        { method: 'POST', path: blobsPath, headers: tus },
      ]
    if (name === 'stretch')
      return [
        stretch(randomBytes(100)),
        stretch(randomBytes(100), { 'upload-offset': '-5' }),
        stretch(randomBytes(10), { 'upload-offset': 'x' }),
      ]
    return [
      randomBytes(300),
      Buffer.from([0]),
      Buffer.from('null'),
      Buffer.from('{"proto":1e999}'),
      Buffer.from('{"__proto__":{"proto":1}}'),
    ].flatMap((body) => [post(name, body), post(name, body, packed)])
  },
  future: (name) => {
    const far = 2 ** 53 - 1
    const { center } = hostile.identity
    if (name === 'pull')
      return [
        { method: 'GET', path: `/sync/v1/pull?center=${center}&after=${far}&limit=1` },
        { method: 'GET', path: `/sync/v1/pull?center=${center}&after=${2 ** 60}&limit=1` },
      ]
    if (name === 'heads') return [{ method: 'GET', path: `/sync/v1/heads?center=${center}&at=999999999999999` }]
    if (name === 'snapshot') return [{ method: 'GET', path: `/sync/v1/snapshot?center=${center}&at=${far}&limit=1` }]
    if (name === 'lease') return [post(name, gzipSync(text({ ...posts[name]?.(), year: 9999 })), packed)]
    if (name === 'certificates')
      return [
        { method: 'GET', path: `/sync/v1/certificates?center=${center}&devices=ffffffff-ffff-7fff-bfff-ffffffffffff` },
      ]
    if (name === 'news' || name === 'blob') return [sound(name)]
    if (name === 'upload') return [upload('10', { 'tus-resumable': '9.0.0' })]
    if (name === 'stretch') return [stretch(Buffer.alloc(1), { 'upload-offset': String(far) })]
    // A program of a later protocol, and a chain that goes on where none is.
    return [
      post(name, gzipSync(text({ ...posts[name]?.(), proto: 2 })), packed),
      post(name, gzipSync(text({ ...posts[name]?.(), fromSeq: far, tip: { seq: far, hash: 'f'.repeat(64) } })), packed),
    ]
  },
}
const endpoints = [...Object.keys(posts), ...Object.keys(gets), 'upload', 'stretch']
const cells = Object.keys(kinds).flatMap((kind) => endpoints.map((name) => [kind, name] as const))
/** Harmless questions: there is nothing at a number that is far away, and nothing beside the fields that are read. */
const mayBeAnswered = new Set([
  'future pull',
  'future heads',
  'future certificates',
  'future snapshot',
  'future lease',
  'future news',
  'deep news',
  'garbage news',
  'gzip bomb news',
  'gzip bomb pull',
  'gzip bomb heads',
  'gzip bomb certificates',
  'gzip bomb snapshot',
  'gzip bomb applications',
])

/** What the center knows: rows of everything that a request could write. */
const known = async () => {
  const { db } = place.center
  const counts: number[] = []
  for (const table of [
    'op_log',
    'case_state',
    'intake',
    'device',
    'device_incarnation',
    'enrol_code',
    'blob',
    'number_block',
    'admin_act',
  ] as const) {
    const row = await db.selectFrom(table).select(db.fn.countAll().as('count')).executeTakeFirstOrThrow()
    counts.push(Number(row.count))
  }
  return counts
}

describe('bad input', () => {
  it.each(cells)('[SYN-95] %s at %s is a bounded refusal that has no effect', async (kind, name) => {
    const before = await known()
    for (const request of kinds[kind]?.(name) ?? []) {
      const status = await send(request, hostile.identity.token)
      if (mayBeAnswered.has(`${kind} ${name}`)) expect(status).toBeLessThan(500)
      else expect(status === 0 || (status >= 400 && status < 500)).toBe(true)
    }
    expect(await known()).toEqual(before)
  })

  it.each(withSession)(
    '[SYN-95] forged and stale at %s: without a token, with one of nobody, ended or of before a restore, it is refused',
    async (name) => {
      const before = await known()
      const { token } = hostile.identity
      for (const bad of ['', 'x', `${token.slice(0, -4)}AAAA`, token.slice(1), 'A'.repeat(5000), ...stale]) {
        expect(await send(sound(name), bad)).toBe(401)
      }
      expect(await known()).toEqual(before)
    },
  )

  it.each(endpoints.filter((name) => name !== 'upload'))(
    '[SYN-95] replayed at %s: what was sent comes to nothing more',
    async (name) => {
      const request = sound(name)
      const first = await send(request, hostile.identity.token)
      const before = await known()
      for (let again = 0; again < 3; again++) expect(await send(request, hostile.identity.token)).toBe(first)
      expect(first).toBeLessThan(500)
      expect(await known()).toEqual(before)
    },
  )

  it('[SYN-95] replayed at upload: the file is begun once', async () => {
    expect(await send(upload('10'), hostile.identity.token)).toBe(201)
    const before = await known()
    for (let again = 0; again < 3; again++) expect(await send(upload('10'), hostile.identity.token)).toBeLessThan(500)
    expect(await known()).toEqual(before)
  })
})
