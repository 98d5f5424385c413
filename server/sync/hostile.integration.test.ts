import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { v7 as uuidv7 } from 'uuid'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { syncCaps } from '../../contract/sync.ts'
import { type Answer, type TestDevice, createTestDevice } from '../_testing/test-device.ts'
import { type LogLine } from '../_testing/test-server.ts'
import { useTestServer } from '../_testing/use-test-server.ts'

/** Somebody who works on through all of it. */
let innocent: TestDevice
let hostile: TestDevice
const log: LogLine[] = []
const place = useTestServer({}, log)

beforeAll(async () => {
  innocent = await place.enrolled()
})
beforeEach(async () => {
  log.length = 0
  hostile = await place.enrolled()
})
/** After each attack: the server has failed on nothing, and who has nothing to do with it works as before. */
afterEach(async () => {
  expect(log.filter(({ level, event }) => level === 'error' && event !== 'operation failed in our rules')).toEqual([])
  const operation = innocent.add()
  const pushed = await innocent.push(innocent.batch(innocent.chain.length))
  expect(pushed.verdicts).toMatchObject([{ verdict: 'applied' }])
  const pulled = await innocent.pull((pushed.verdicts[0]?.cseq ?? 1) - 1)
  expect(pulled.ops[0]?.canon).toContain(operation.op)
})

const countLog = async () =>
  Number(
    (
      await place.center.db
        .selectFrom('op_log')
        .select(place.center.db.fn.countAll().as('count'))
        .executeTakeFirstOrThrow()
    ).count,
  )
const posts = ['enrol', 'challenge', 'hello', 'push', 'recover', 'quarantine'] as const
const expectRefused = (answer: Pick<Answer, 'status'>) => {
  expect(answer.status).toBeGreaterThanOrEqual(400)
  expect(answer.status).toBeLessThan(500)
}
const post = async (path: string, body: Uint8Array, headers: Record<string, string> = {}) => {
  const response = await fetch(`${place.server.url}/sync/v1/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${hostile.identity.token}`, ...headers },
    body,
  })
  const text = await response.text()
  expect(text.length).toBeLessThan(10_000)
  return { status: response.status }
}
const bounded = { numRuns: 25 }
/** Sound data of every kind (contract/versions). */
const samples: readonly { readonly kind: string; readonly data: Record<string, unknown> }[] = JSON.parse(
  readFileSync(new URL('../../contract/versions/fixtures/0.1.0.json', import.meta.url), 'utf8'),
)

describe('hostile input', () => {
  it('[SYN-45] of any bytes to any endpoint is a bounded refusal', async () => {
    const before = await countLog()
    const bodies = [
      gzipSync(Buffer.alloc(100 * 1024 * 1024)),
      Buffer.alloc(syncCaps.bytesPerPushRaw + 1, 0x20),
      Buffer.from('['.repeat(100_000)),
      Buffer.from('{"a":'.repeat(100_000)),
      Buffer.from([0]),
      Buffer.from('"\u0000"'),
      Buffer.from('\u{feff}{}'),
      Buffer.from('{"proto":1e400}'),
      Buffer.from('null'),
    ]
    for (const path of posts.filter((one) => one !== 'challenge')) {
      for (const body of bodies) {
        expectRefused(await post(path, body))
        expectRefused(await post(path, body, { 'content-encoding': 'gzip' }))
      }
    }
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...posts),
        fc.uint8Array({ maxLength: 300 }),
        fc.boolean(),
        async (path, bytes, packed) => {
          const { status } = await post(
            path,
            packed ? gzipSync(bytes) : bytes,
            packed ? { 'content-encoding': 'gzip' } : {},
          )
          expect(status).toBeLessThan(500)
        },
      ),
      bounded,
    )
    expect(await countLog()).toBe(before)
  })

  it('[SYN-45] of the right form with any one field wrong is a bounded refusal, or changes nothing that counts', async () => {
    hostile.add()
    const nonce = await hostile.nonce()
    const sound: Readonly<Record<string, object>> = {
      enrol: { proto: 1, code: 'AAAA-BBBB-CCCC', publicKey: hostile.publicKey, inc: uuidv7() },
      hello: {
        proto: 1,
        device: hostile.identity.device,
        inc: uuidv7(),
        nonce,
        sig: hostile.sign('x'),
        appVersion: '0',
        tip: { seq: 0, hash: '0'.repeat(64) },
        base: { inc: uuidv7(), seq: 3, hash: '0'.repeat(64) },
        certificate: 'x.y',
      },
      push: hostile.batch(),
      recover: { ...hostile.batch(), base: null },
      quarantine: hostile.batch(),
    }
    const before = await countLog()
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.keys(sound)),
        fc.nat(20),
        fc.oneof(
          fc.jsonValue({ maxDepth: 3 }),
          fc.constantFrom<unknown>(-1, 0, 2 ** 53 - 1, 2 ** 53, 1e308, 0.5, '', 'x'.repeat(100_000), [], {}, null),
        ),
        async (path, at, wrong) => {
          const body = sound[path] ?? {}
          const name = Object.keys(body)[at % Object.keys(body).length] ?? ''
          const answer = await hostile.request('POST', `/sync/v1/${path}`, { ...body, [name]: wrong })
          expect(answer.status).toBeLessThan(500)
        },
      ),
      { numRuns: 150 },
    )
    // The only thing that may have been taken is the sound batch itself, where the wrong value was the right one.
    expect((await countLog()) - before).toBeLessThanOrEqual(1)
  })

  it('[SYN-45] in the chain itself is kept under a verdict, whatever the text, and what stands behind it goes through', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'binary', maxLength: 80 }), { minLength: 1, maxLength: 5 }),
        async (texts) => {
          const from = hostile.chain.length + 1
          for (const canon of texts) hostile.add({ canon })
          const answer = await hostile.send(hostile.batch(from))
          // No database keeps a raw control character: such a text cannot be the canonical JSON of any device.
          if (answer.status !== 200) {
            expect(answer).toMatchObject({ status: 422, code: 'OPERATION_MALFORMED' })
            hostile.chain.length = from - 1
          }
        },
      ),
      { ...bounded, endOnFailure: true },
    )
    hostile.add()
    expect((await hostile.push(hostile.batch(hostile.chain.length))).verdicts).toMatchObject([{ verdict: 'applied' }])
  })

  it('[SYN-45] as operations of every kind with any one thing wrong gets a verdict each', async () => {
    const odd = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom<unknown>(
        '\u0000',
        '\ud800',
        '__proto__',
        2 ** 31,
        2 ** 53 - 1,
        -1,
        0.1,
        '9999-99-99',
        'x'.repeat(5000),
        null,
      ),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom(...samples), fc.nat(30), odd, fc.boolean(), fc.nat(2)), {
          minLength: 20,
          maxLength: 40,
        }),
        async (drafts) => {
          const from = hostile.chain.length + 1
          for (const [{ kind, data: sample }, at, value, inData, base] of drafts) {
            const data = { ...sample }
            const sound = {
              v: 1,
              op: uuidv7(),
              device: hostile.identity.device,
              inc: hostile.identity.inc,
              seq: hostile.chain.length + 1,
              center: hostile.identity.center,
              deviceNo: hostile.identity.deviceNo,
              entity: uuidv7(),
              kind,
              kver: 1,
              base,
              hlc: `018f00000000-0000-${hostile.identity.deviceNo}`,
              wall: 1,
              mono: 1,
              actor: place.center.actor,
              session: null,
              data,
            }
            const target: Record<string, unknown> = inData ? data : sound
            const name = Object.keys(target)[at % Object.keys(target).length]
            if (name !== undefined) target[name] = value
            hostile.add({ canon: sortedJson(sound) })
          }
          const pushed = await hostile.push(hostile.batch(from))
          expect(pushed.verdicts).toHaveLength(drafts.length)
        },
      ),
      { numRuns: 12, endOnFailure: true },
    )
  })

  it('[SYN-45] forged, replayed, stale or of a foreign device changes nothing', async () => {
    const other = await place.enrolled()
    const stranger = createTestDevice(place.server.url, place.center.actor)
    stranger.identity.device = other.identity.device
    other.add()
    hostile.add()
    const recorded = other.batch()
    await other.push()
    const before = await countLog()
    // What another device sent, sent again by one that has its own token.
    expectRefused(await hostile.send(recorded))
    expectRefused(await hostile.send({ ...recorded, device: hostile.identity.device, inc: hostile.identity.inc }))
    expectRefused(await hostile.request('POST', '/sync/v1/recover', { ...recorded, base: null }))
    // Its own, signed for somebody else, with the signature of another batch, or of nobody.
    for (const sig of [recorded.sig, hostile.sign('yichuang-push'), '', 'AAAA', 'A'.repeat(1999)]) {
      expectRefused(await hostile.send({ ...hostile.batch(), sig }))
    }
    // In the name of a device without its key, with a token of nobody.
    expectRefused(await stranger.hello())
    stranger.identity.token = `${hostile.identity.token.slice(0, -2)}AA`
    expectRefused(await stranger.send(recorded))
    // Old batches again and again, from its own device too, are answered and not taken.
    for (let n = 0; n < 3; n++) expect(await other.push(recorded)).toMatchObject({ ack: 1 })
    expect(await countLog()).toBe(before)
  })

  it('[SYN-45] with numbers that no column holds is kept as it is', async () => {
    hostile.add({ kver: 2 ** 31 })
    hostile.add({ kver: 2 ** 53 - 1, base: 2 ** 53 - 1 })
    hostile.add({ base: 2 ** 53 - 1, kind: 'case.note', data: { on: '2026-09-28', text: '样例' } })
    expect((await hostile.push()).verdicts.map(({ verdict, reason }) => [verdict, reason])).toEqual([
      ['quarantined', 'version_unknown'],
      ['quarantined', 'version_unknown'],
      ['dependent', 'case_unknown'],
    ])
    const far = hostile.batch(1, 1)
    expectRefused(await hostile.send({ ...far, fromSeq: 2 ** 53 - 1 }))
    const { center: code } = hostile.identity
    for (const path of [
      `pull?center=${code}&after=${2 ** 53 - 1}&limit=1`,
      `heads?center=${code}&at=999999999999999`,
    ]) {
      expect(await hostile.request('GET', `/sync/v1/${path}`)).toMatchObject({ status: 200 })
    }
    expectRefused(await hostile.request('GET', `/sync/v1/pull?center=${code}&after=${2 ** 53}&limit=1`))
  })

  it('[SYN-45] from any clock is taken as it is', async () => {
    const no = hostile.identity.deviceNo
    for (const [hlc, wall] of [
      [`000000000000-0000-${no}`, 0],
      [`ffffffffffff-ffff-${no}`, Number.MAX_SAFE_INTEGER],
      [`${Date.UTC(2099, 0, 1).toString(16).padStart(12, '0')}-0000-${no}`, Date.UTC(2099, 0, 1)],
    ] as const) {
      hostile.add({ hlc, wall, mono: Number.MAX_SAFE_INTEGER })
    }
    const pushed = await hostile.push()
    expect(pushed.verdicts.map(({ verdict }) => verdict)).toEqual(['applied', 'applied', 'applied'])
  })
})

/** Keys sorted, and otherwise as JSON has it: texts that no canonical JSON would be come through too. */
const sortedJson = (value: object): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
