import { createPublicKey, verify } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { v7 as uuidv7 } from 'uuid'
import { genesisHash } from '../../contract/operation.ts'
import { HelloOutputSchema, type PulledOperation, PushOutputSchema } from '../../contract/sync.ts'
import {
  CertificatesOutputSchema,
  HeadsOutputSchema,
  type RecoverInput,
  RecoverOutputSchema,
} from '../../contract/sync-recovery.ts'
import { pushText } from '../../contract/sync-texts.ts'
import { takeBackup } from '../_testing/backup.ts'
import { patience } from '../_testing/patience.ts'
import { type TestDatabase, makeTestDatabase } from '../_testing/test-database.ts'
import { type TestDevice, createTestDevice } from '../_testing/test-device.ts'
import {
  type TestCenter,
  codeFor,
  enrolTestDevice,
  makeTestCenter,
  startTestServer,
  testCenter,
} from '../_testing/test-server.ts'
import { revokeDevice } from '../admin/revoke-device.ts'
import { aServiceIntake } from '../../domain/case/_testing.ts'
import { plainDateInShanghai } from '../../domain/plain-date.ts'
import { setDeviceScope } from '../admin/set-device-scope.ts'
import { setWindow } from '../admin/set-window.ts'
import { verifyCenter } from '../audit/verify-center.ts'
import { markRestored } from '../restore/restored.ts'
import type { RunningServer } from '../serve.ts'

let first: TestDatabase
let database: TestDatabase
let center: TestCenter
let server: RunningServer

beforeAll(async () => {
  first = await makeTestDatabase()
})
afterAll(() => first.drop())
beforeEach(async () => {
  database = await makeTestDatabase(first)
  center = await makeTestCenter(database.url)
  server = await startTestServer(database.url)
})
afterEach(async () => {
  await server.stop()
  await center.close()
  await database.drop()
})

const enrolled = () => enrolTestDevice(center, server.url)
const work = async (device: TestDevice, count: number) => {
  const from = device.chain.length + 1
  for (let n = 0; n < count; n++) device.add()
  return device.push(device.batch(from))
}
/** Puts the database back under the server that runs, and says so to it. */
const restore = async (backup: Awaited<ReturnType<typeof takeBackup>>) => {
  await backup.restore()
  // Connections that were cut are found out one by one.
  await expect.poll(async () => (await fetch(`${server.url}/health/ready`)).status, patience).toBe(200)
  await expect.poll(() => markRestored(center.db, Date.now()).catch(() => null), patience).toMatchObject({ ok: true })
}
/** An acceptance of a day that cannot have come. */
const inNineDays = (device: TestDevice) => ({
  caseNo: device.nextCaseNo(),
  on: plainDateInShanghai(Date.now() + 9 * 86_400_000),
  intake: { ...aServiceIntake() },
})
const windowsOf = async () =>
  (await center.db.selectFrom('service_window').select('data').orderBy('device_no').execute()).map(
    ({ data }) => data.name,
  )
const historyOf = async () =>
  (await center.db.selectFrom('op_log').select('canon').orderBy('cseq').execute()).map(({ canon }) => canon)

/** A stretch of some chain as a device has pulled it, from the first operation after `seq` to the last with a signature. */
const stretchOf = (ops: readonly PulledOperation[], of: string, after: number, epoch: string): RecoverInput => {
  const chain = ops.flatMap(({ canon, hash, sig }) => {
    const { device, inc, seq }: { device: string; inc: string; seq: number } = JSON.parse(canon)
    return device === of ? [{ canon, hash, sig, inc, seq }] : []
  })
  const last = chain.findLast(({ sig }) => sig !== null)
  if (last === undefined) throw new Error('nothing signed')
  return {
    proto: 1,
    device: of,
    inc: last.inc,
    epoch,
    base: null,
    fromSeq: after + 1,
    prevHash: chain.find(({ seq }) => seq === after)?.hash ?? genesisHash,
    ops: chain.filter(({ seq }) => seq > after && seq <= last.seq).map(({ canon }) => canon),
    lastHash: last.hash,
    sig: last.sig ?? '',
  }
}
const offer = (by: TestDevice, stretch: object) => by.request('POST', '/sync/v1/recover', stretch)

describe('what a device pulls', () => {
  it('[SYN-35] carries the signature of each push with its last operation, and the key of the server for its own', async () => {
    const device = await enrolled()
    await work(device, 3)
    await work(device, 2)
    const { ops } = await device.pull()
    const own = ops.slice(-5)
    expect(own.map(({ sig }) => sig !== null)).toEqual([false, false, true, false, true])
    const { serverKey } = HelloOutputSchema.parse((await device.hello()).body)
    for (const { canon, hash, sig } of ops.filter((op) => op.sig !== null)) {
      const { device: id, inc, deviceNo }: { device: string; inc: string; deviceNo: string } = JSON.parse(canon)
      const der = Buffer.from(deviceNo === 'S01' ? serverKey : device.publicKey, 'base64')
      const key = createPublicKey({ key: der, format: 'der', type: 'spki' })
      expect(verify(null, Buffer.from(pushText(id, inc, hash)), key, Buffer.from(sig ?? '', 'base64'))).toBe(true)
    }
    expect(ops.filter(({ sig }) => sig !== null).length).toBeGreaterThan(5)
  })

  it('[SYN-36] has the clock of its device, or the latest that was possible when it came', async () => {
    const device = await enrolled()
    const wild = Date.UTC(2099, 0, 1).toString(16).padStart(12, '0')
    const before = Date.now()
    const sane = device.add()
    device.add({ hlc: `${wild}-0007-${device.identity.deviceNo}` })
    device.add({ hlc: `000000000001-0000-${device.identity.deviceNo}` })
    device.add({ canon: 'no operation' })
    await device.push()
    const [first, future, past, none] = (await device.pull()).ops.slice(-4)
    expect(first?.hlcEff).toBe(sane.hlc)
    expect(past?.hlcEff).toBe(`000000000001-0000-${device.identity.deviceNo}`)
    expect(none?.hlcEff).toBe('')
    expect(future?.hlcEff.slice(12)).toBe(`-0007-${device.identity.deviceNo}`)
    const latest = Number.parseInt(future?.hlcEff.slice(0, 12) ?? '', 16)
    expect(latest).toBeGreaterThanOrEqual(before + 5 * 60_000)
    expect(latest).toBeLessThanOrEqual(Date.now() + 5 * 60_000)
  })
})

describe('a restored server', () => {
  it('[SYN-37] refuses tokens and batches of before the restore, and says its new epoch at hello', async () => {
    const device = await enrolled()
    await work(device, 2)
    const old = device.identity.epoch
    const backup = await takeBackup(database)
    await restore(backup)
    device.add()
    expect(await device.send(device.batch(3))).toMatchObject({ status: 401, code: 'TOKEN_INVALID' })
    for (const path of [`pull?center=${testCenter}&after=0&limit=1`, `heads?center=${testCenter}&at=1`]) {
      expect(await device.request('GET', `/sync/v1/${path}`)).toMatchObject({ status: 401, code: 'TOKEN_INVALID' })
    }
    expect(await device.hello()).toMatchObject({ status: 200, body: { collecting: true } })
    expect(device.identity.epoch).not.toBe(old)
    expect(await device.send({ ...device.batch(3), epoch: old })).toMatchObject({
      status: 409,
      code: 'EPOCH_CHANGED',
      position: { ack: 2, seq: null },
    })
    expect(await device.push(device.batch(3))).toMatchObject({ ack: 3, epoch: device.identity.epoch })
  })

  it('[SYN-38] shows its heads, so that the last commit in common is found, for the devices of the center alone', async () => {
    const device = await enrolled()
    await work(device, 5)
    const { ops, head } = await device.pull()
    const at = [3, 1, head + 10, head]
    const answer = await device.request('GET', `/sync/v1/heads?center=${testCenter}&at=${at.join(',')}`)
    expect(HeadsOutputSchema.parse(answer.body)).toEqual({
      epoch: device.identity.epoch,
      newest: head,
      heads: [1, 3, head].map((cseq) => ({ cseq, head: ops[cseq - 1]?.head })),
    })
    const many = (count: number) => Array.from({ length: count }, (_, n) => n + 1).join(',')
    expect(await device.request('GET', `/sync/v1/heads?center=${testCenter}&at=${many(64)}`)).toMatchObject({
      status: 200,
    })
    for (const wrong of [many(65), '', 'x', '1,,2', '-1', '1'.repeat(17)]) {
      expect(await device.request('GET', `/sync/v1/heads?center=${testCenter}&at=${wrong}`)).toMatchObject({
        status: 400,
      })
    }
    expect(await device.request('GET', '/sync/v1/heads?center=990124&at=1')).toMatchObject({ status: 403 })
  })

  it('[SYN-38] takes back what it lost of a device that is no more, from one that had pulled it, unchanged or not at all', async () => {
    const [dead, living] = [await enrolled(), await enrolled()]
    await work(dead, 2)
    const backup = await takeBackup(database)
    await work(dead, 3)
    await work(dead, 2)
    const { ops } = await living.pull()
    const before = await historyOf()
    const { epoch } = living.identity
    // While nothing is lost everybody speaks for himself.
    expect(await offer(living, stretchOf(ops, dead.identity.device, 2, epoch))).toMatchObject({ status: 403 })
    await restore(backup)
    await living.hello()
    const stretch = stretchOf(ops, dead.identity.device, 2, living.identity.epoch)
    const edited = stretch.ops.map((canon) => canon.replace('青岚县清和美发店', '青岚县别的店'))
    expect(await offer(living, { ...stretch, ops: edited })).toMatchObject({ code: 'CHAIN_BROKEN' })
    expect(await offer(living, { ...stretch, ops: stretch.ops.slice(0, 2) })).toMatchObject({ code: 'CHAIN_BROKEN' })
    expect(await offer(living, { ...stretch, sig: living.sign('x') })).toMatchObject({ code: 'SIGNATURE_INVALID' })
    expect(await offer(living, { ...stretch, device: living.identity.device })).toMatchObject({
      code: 'SIGNATURE_INVALID',
    })
    expect(await offer(living, { ...stretch, epoch })).toMatchObject({ code: 'EPOCH_CHANGED' })
    const answer = await offer(living, stretch)
    expect(RecoverOutputSchema.parse(answer.body)).toEqual({ ack: 7, epoch: living.identity.epoch })
    expect(await historyOf()).toEqual(before)
    // Many hold the same and offer it.
    expect(await offer(living, stretch)).toMatchObject({ status: 200, body: { ack: 7 } })
    expect(await historyOf()).toEqual(before)
    expect((await living.pull()).ops.slice(-5).map(({ sig }) => sig !== null)).toEqual([
      false,
      false,
      false,
      false,
      true,
    ])
  })

  it('[SYN-38] takes back operations of its own, proved by its own key, where nothing newer was set since', async () => {
    const living = await enrolled()
    const backup = await takeBackup(database)
    await setWindow(center.db, testCenter, { deviceNo: 'W01', name: '改名的窗口', phone: null, organs: [] })
    await setWindow(center.db, testCenter, { deviceNo: 'W02', name: '也改了名', phone: null, organs: [] })
    const { ops } = await living.pull()
    await restore(backup)
    await living.hello()
    // Since the restore an administrator has set one of the two anew, in the chain that the restore began.
    await setWindow(center.db, testCenter, { deviceNo: 'W02', name: '恢复后的名', phone: null, organs: [] })
    const { device, inc }: { device: string; inc: string } = JSON.parse(ops[0]?.canon ?? '')
    const known = await center.db
      .selectFrom('device_incarnation')
      .select('ack')
      .where('inc', '=', inc)
      .executeTakeFirstOrThrow()
    const stretch = stretchOf(ops, device, known.ack, living.identity.epoch)
    expect(await offer(living, { ...stretch, sig: living.sign('x') })).toMatchObject({ code: 'SIGNATURE_INVALID' })
    expect(await offer(living, stretch)).toMatchObject({ status: 200, body: { ack: known.ack + 2 } })
    expect((await windowsOf()).slice(-4)).toEqual(expect.arrayContaining(['改名的窗口', '恢复后的名']))
    const verdicts = (await living.pull()).ops.slice(-2).map(({ verdict, reason }) => [verdict, reason])
    expect(verdicts).toEqual([
      ['applied', null],
      ['conflict', 'stale'],
    ])
    // What it does next goes on in the new chain.
    await setWindow(center.db, testCenter, { deviceNo: 'W03', name: '三号', phone: null, organs: [] })
    const last = (await living.pull()).ops.at(-1)
    expect(JSON.parse(last?.canon ?? '')).not.toMatchObject({ inc })
  })

  it('[SYN-38] [SYN-70] takes back a mark on the time of an operation once, behind the operation that it is of', async () => {
    const [device, living] = [await enrolled(), await enrolled()]
    const backup = await takeBackup(database)
    const { entity } = device.add({ wall: Date.now() + 9 * 86_400_000, data: inNineDays(device) })
    await device.push()
    const { ops } = await living.pull()
    const mark: { device: string; inc: string; kind: string } = JSON.parse(ops.at(-1)?.canon ?? '')
    expect(mark.kind).toBe('case.dispute_time')
    await restore(backup)
    await living.hello()
    const { ack } = await center.db
      .selectFrom('device_incarnation')
      .select('ack')
      .where('inc', '=', mark.inc)
      .executeTakeFirstOrThrow()
    const stretch = stretchOf(ops, mark.device, ack, living.identity.epoch)
    await offer(living, stretchOf(ops, device.identity.device, 0, living.identity.epoch))
    expect(await offer(living, stretch)).toMatchObject({ status: 200, body: { ack: ack + 1 } })
    const { state } = await center.db
      .selectFrom('case_state')
      .select('state')
      .where('id', '=', entity)
      .executeTakeFirstOrThrow()
    expect(state.timeDisputes).toHaveLength(1)
    expect(await verifyCenter(center.db, testCenter)).toMatchObject({ ok: true })
  })

  it('[SYN-110] takes back what a device did that was let in after the backup and is no more, by the certificate that others keep', async () => {
    const living = await enrolled()
    await work(living, 1)
    const backup = await takeBackup(database)
    const [dead, other] = [await enrolled(), await enrolled()]
    await work(dead, 3)
    const { ops } = await living.pull()
    const ask = async (devices: readonly string[]) =>
      CertificatesOutputSchema.parse(
        (await living.request('GET', `/sync/v1/certificates?center=${testCenter}&devices=${devices.join(',')}`)).body,
      ).certificates
    const S01 = await center.db
      .selectFrom('device')
      .select('id')
      .where('public_key', 'is', null)
      .executeTakeFirstOrThrow()
    const told = await ask([dead.identity.device, other.identity.device, S01.id, uuidv7(), dead.identity.device])
    expect(told.map(({ device }) => device)).toEqual([dead.identity.device, other.identity.device])
    const [certificate = '', foreign = ''] = told.map((one) => one.certificate)
    await restore(backup)
    await living.hello()
    const devices = async () => (await center.db.selectFrom('device').select('id').execute()).length
    const known = await devices()
    expect(await ask([dead.identity.device])).toEqual([])
    const stretch = stretchOf(ops, dead.identity.device, 0, living.identity.epoch)
    expect(await offer(living, stretch)).toMatchObject({ code: 'DEVICE_UNKNOWN' })
    const forged = certificate.replace(dead.publicKey, living.publicKey)
    for (const wrong of [foreign, forged, '', 'x', certificate.slice(0, -4)])
      expect(await offer(living, { ...stretch, certificate: wrong })).toMatchObject({ code: 'DEVICE_UNKNOWN' })
    expect(await offer(living, { ...stretch, certificate, sig: living.sign('x') })).toMatchObject({
      code: 'SIGNATURE_INVALID',
    })
    expect(await devices()).toBe(known)
    const answer = await offer(living, { ...stretch, certificate })
    expect(RecoverOutputSchema.parse(answer.body)).toEqual({ ack: 3, epoch: living.identity.epoch })
    expect((await historyOf()).slice(-3)).toEqual(stretch.ops)
    expect(await verifyCenter(center.db, testCenter)).toMatchObject({ ok: true })
    // Should it come back after all, it is the same device and goes on.
    expect(await dead.hello()).toMatchObject({ status: 200, body: { ack: 3 } })
  })

  it('[SYN-110] does not let a device in whose number somebody else was given since, nor of another center', async () => {
    const living = await enrolled()
    const backup = await takeBackup(database)
    const dead = await enrolled()
    await work(dead, 1)
    const { ops } = await living.pull()
    const path = `/sync/v1/certificates?center=${testCenter}&devices=${dead.identity.device}`
    const [told] = CertificatesOutputSchema.parse((await living.request('GET', path)).body).certificates
    await restore(backup)
    await living.hello()
    const successor = createTestDevice(server.url, center.actor)
    expect(await successor.enrol(await codeFor(center.db, dead.identity.deviceNo))).toMatchObject({ status: 200 })
    const stretch = stretchOf(ops, dead.identity.device, 0, living.identity.epoch)
    expect(await offer(living, { ...stretch, certificate: told?.certificate })).toMatchObject({
      code: 'DEVICE_UNKNOWN',
    })
    for (const wrong of ['', 'x', Array.from({ length: 65 }, () => dead.identity.device).join(',')]) {
      const asked = await living.request('GET', `/sync/v1/certificates?center=${testCenter}&devices=${wrong}`)
      expect(asked).toMatchObject({ status: 400 })
    }
    expect(await living.request('GET', path.replace(testCenter, '990124'))).toMatchObject({ status: 403 })
    await setDeviceScope(center.db, {
      center: testCenter,
      deviceNo: living.identity.deviceNo,
      scope: { kind: 'window', closedDays: 30 },
      account: 'test',
    })
    expect(await living.request('GET', path)).toMatchObject({ status: 403, code: 'SCOPE_FORBIDDEN' })
  })

  it('[SYN-38] keeps what is brought of a revoked device for a person', async () => {
    const [revoked, living] = [await enrolled(), await enrolled()]
    await work(revoked, 1)
    const backup = await takeBackup(database)
    await work(revoked, 2)
    const { ops } = await living.pull()
    await restore(backup)
    await living.hello()
    await revokeDevice(center.db, testCenter, revoked.identity.deviceNo)
    const before = await historyOf()
    const stretch = stretchOf(ops, revoked.identity.device, 1, living.identity.epoch)
    expect(await offer(living, stretch)).toMatchObject({ status: 200, body: { ack: 3 } })
    expect(await historyOf()).toEqual(before)
    const held = await center.db.selectFrom('intake').select(['seq', 'canon']).orderBy('seq').execute()
    expect(held.map(({ canon }) => canon)).toEqual(stretch.ops)
  })

  it('[SYN-32] [SYN-38] lets an incarnation in whose base it has lost, and takes the older one later', async () => {
    const device = await enrolled()
    await work(device, 2)
    const backup = await takeBackup(database)
    await work(device, 2)
    const lost = device.batch(3, 4)
    device.beginIncarnation(4)
    device.add()
    await restore(backup)
    expect(await device.hello()).toMatchObject({ status: 200, body: { ack: 0, collecting: true } })
    expect(await device.push()).toMatchObject({ ack: 1 })
    const { epoch } = device.identity
    expect(await offer(device, { ...lost, epoch, base: null })).toMatchObject({ status: 200, body: { ack: 4 } })
    expect(await device.hello()).toMatchObject({ status: 200, body: { ack: 1 } })
  })
})

describe('an operation that the server fails on', () => {
  it('[SYN-39] is put aside as it is, and the chain goes on behind it; again is again the same', async () => {
    const device = await enrolled()
    device.add()
    const poison = device.add()
    device.add()
    await device.push(device.batch(1, 1))
    const aside = () => device.request('POST', '/sync/v1/quarantine', device.batch(2, 2))
    const answer = PushOutputSchema.parse((await aside()).body)
    expect(answer).toMatchObject({
      ack: 2,
      intake: false,
      verdicts: [{ seq: 2, verdict: 'quarantined', reason: 'put_aside' }],
    })
    expect(PushOutputSchema.parse((await aside()).body).verdicts).toEqual(answer.verdicts)
    expect(await device.push(device.batch(2, 3))).toMatchObject({
      ack: 3,
      verdicts: [{ verdict: 'quarantined' }, { verdict: 'applied' }],
    })
    const row = await center.db
      .selectFrom('op_log')
      .selectAll()
      .where('seq', '=', 2)
      .where('device', '=', device.identity.device)
      .executeTakeFirstOrThrow()
    expect(row).toMatchObject({ canon: device.chain[1]?.canon, op: null, entity: null, kind: null })
    expect(await center.db.selectFrom('case_state').select('id').where('id', '=', poison.entity).execute()).toEqual([])
  })

  it('[SYN-39] must be the next of its chain, signed and one alone', async () => {
    const [device, other] = [await enrolled(), await enrolled()]
    for (let n = 0; n < 3; n++) device.add()
    const send = (input: object) => device.request('POST', '/sync/v1/quarantine', input)
    expect(await send(device.batch(2, 2))).toMatchObject({ code: 'GAP' })
    expect(await send(device.batch(1, 2))).toMatchObject({ status: 400 })
    expect(await send({ ...device.batch(1, 1), sig: other.sign('x') })).toMatchObject({ code: 'SIGNATURE_INVALID' })
    expect(await send({ ...device.batch(1, 1), ops: ['{}'] })).toMatchObject({ code: 'CHAIN_BROKEN' })
  })
})
