import { describe, expect, it } from 'vitest'
import { issueEnrolCode } from '../admin/issue-enrol-code.ts'
import { revokeDevice } from '../admin/revoke-device.ts'
import { createTestDevice } from '../_testing/test-device.ts'
import { codeFor, testCenter } from '../_testing/test-server.ts'
import { useTestServer } from '../_testing/use-test-server.ts'
import { makeNonce } from './nonce.ts'
import { makeToken } from './token.ts'

const place = useTestServer()

const device = () => createTestDevice(place.server.url, place.center.actor)

describe('enrolment', () => {
  it('[SYN-4] a code makes one device, and is used up by it', async () => {
    const code = await codeFor(place.center.db, 'W61')
    const first = device()
    expect(await first.enrol(code)).toMatchObject({
      status: 200,
      body: { deviceNo: 'W61', center: { code: testCenter, name: '青岚县政务服务中心' }, window: { name: '窗口 W61' } },
    })
    expect(await device().enrol(code)).toMatchObject({ status: 410, code: 'CODE_USED' })
  })

  it('[SYN-4] of many at once with one code exactly one gets in', async () => {
    const code = await codeFor(place.center.db, 'W62')
    const answers = await Promise.all(Array.from({ length: 12 }, () => device().enrol(code)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ code: refusal }) => refusal === 'CODE_USED')).toHaveLength(11)
  })

  it('[SYN-4] two codes for one number still make one device', async () => {
    const codes = [await codeFor(place.center.db, 'W63'), await codeFor(place.center.db, 'W63')]
    const answers = await Promise.all(codes.map((code) => device().enrol(code)))
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 410])
  })

  it('[SYN-4] a code is refused once it has expired, and when it was never given out', async () => {
    expect(await device().enrol(await codeFor(place.center.db, 'W64', -1))).toMatchObject({
      status: 410,
      code: 'CODE_EXPIRED',
    })
    expect(await device().enrol('0000-0000-0000')).toMatchObject({ status: 404, code: 'CODE_UNKNOWN' })
  })

  it('[SYN-4] a code is understood however it was typed, and is nowhere in the database', async () => {
    const code = await codeFor(place.center.db, 'W65')
    const rows = await place.center.db.selectFrom('enrol_code').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(code)
    const typed = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')
    expect(await device().enrol(typed)).toMatchObject({ status: 200 })
  })

  it('[SYN-4] a number that a device has is not given out again', async () => {
    expect(
      await issueEnrolCode(place.center.db, { center: testCenter, deviceNo: 'W61', name: null, validForMs: 1000 }),
    ).toMatchObject({
      ok: false,
      error: { code: 'device_no_taken' },
    })
  })

  it('[SYN-5] the same device asking again gets the same answer', async () => {
    const code = await codeFor(place.center.db, 'W66')
    const lost = device()
    const first = await lost.enrol(code)
    expect(await lost.enrol(code)).toMatchObject({ status: 200, body: first.body })
  })

  it('refuses a key that is none', async () => {
    const answer = await device().request('POST', '/sync/v1/enrol', {
      proto: 1,
      code: await codeFor(place.center.db, 'W67'),
      publicKey: Buffer.from('no key').toString('base64'),
      inc: device().identity.inc,
    })
    expect(answer).toMatchObject({ status: 401, code: 'SIGNATURE_INVALID' })
  })
})

describe('hello', () => {
  it('[SYN-6] needs the key of the device, over a nonce of this server that is fresh', async () => {
    const one = await place.enrolled()
    const other = await place.enrolled()
    expect(await one.hello({ sig: other.sign('yichuang-hello') })).toMatchObject({
      status: 401,
      code: 'SIGNATURE_INVALID',
    })
    const { token_key: key } = await place.center.db
      .selectFrom('server_identity')
      .select('token_key')
      .executeTakeFirstOrThrow()
    expect(await one.hello({ nonce: makeNonce(key, Date.now() - 61_000) })).toMatchObject({ code: 'SIGNATURE_INVALID' })
    expect(await one.hello({ nonce: 'made.up' })).toMatchObject({ code: 'SIGNATURE_INVALID' })
    expect(await one.hello({ nonce: makeNonce(key, Date.now()) })).toMatchObject({ status: 200 })
  })

  it('[SYN-6] gives a token that ends, and that nobody else can make', async () => {
    const one = await place.enrolled()
    const { token_key: key } = await place.center.db
      .selectFrom('server_identity')
      .select('token_key')
      .executeTakeFirstOrThrow()
    const session = {
      center: testCenter,
      device: one.identity.device,
      inc: one.identity.inc,
      epoch: one.identity.epoch,
    }
    expect(await one.pull()).toMatchObject({ ops: expect.any(Array) })
    for (const token of [
      makeToken(key, { ...session, expiresAt: Date.now() - 1 }),
      makeToken(Buffer.alloc(32), { ...session, expiresAt: Date.now() + 60_000 }),
      `${one.identity.token}x`,
      '',
    ]) {
      one.identity.token = token
      expect(await one.request('GET', `/sync/v1/pull?center=${testCenter}&after=0&limit=1`)).toMatchObject({
        status: 401,
        code: 'TOKEN_INVALID',
      })
    }
  })

  it('refuses a device and a protocol it does not know', async () => {
    const stranger = device()
    expect(await stranger.hello()).toMatchObject({ status: 401, code: 'DEVICE_UNKNOWN' })
    const body = {
      proto: 2,
      device: stranger.identity.device,
      inc: stranger.identity.inc,
      nonce: '',
      sig: 'AA==',
      appVersion: '',
      tip: { seq: 0, hash: '0'.repeat(64) },
      base: null,
      certificate: null,
    }
    expect(await stranger.request('POST', '/sync/v1/hello', body)).toMatchObject({
      status: 426,
      code: 'PROTOCOL_UNSUPPORTED',
    })
  })

  it("[SYN-23] the server's own device cannot sign in", async () => {
    const stranger = device()
    const own = await place.center.db
      .selectFrom('device')
      .select('id')
      .where('device_no', '=', 'S01')
      .executeTakeFirstOrThrow()
    stranger.identity.device = own.id
    expect(await stranger.hello()).toMatchObject({ code: 'DEVICE_UNKNOWN' })
  })

  it('[SYN-15] a revoked device is told so, may send what it has, and reads nothing', async () => {
    const one = await place.enrolled()
    one.add()
    expect(await revokeDevice(place.center.db, testCenter, one.identity.deviceNo)).toMatchObject({ ok: true })
    expect(await one.hello()).toMatchObject({ status: 200, body: { revoked: true, ack: 0 } })
    expect(await one.push()).toMatchObject({ intake: true, ack: 1, verdicts: [] })
    for (const path of [`pull?center=${testCenter}&after=0&limit=1`, `heads?center=${testCenter}&at=1`]) {
      expect(await one.request('GET', `/sync/v1/${path}`)).toMatchObject({ status: 403, code: 'DEVICE_REVOKED' })
    }
  })
})
