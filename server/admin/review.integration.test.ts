import { userInfo } from 'node:os'
import { describe, expect, it } from 'vitest'
import { type TestDevice, copyTestDevice } from '../_testing/test-device.ts'
import { testCenter } from '../_testing/test-server.ts'
import { useTestServer } from '../_testing/use-test-server.ts'
import { parseCommand } from '../cli/parse-command.ts'
import { runReviewCommand } from '../cli/review-commands.ts'
import { isReviewCommand } from '../cli/review-options.ts'
import { revokeDevice } from './revoke-device.ts'

const place = useTestServer()

const add = (device: TestDevice, count: number) => {
  for (let n = 0; n < count; n++) device.add()
}
/** As the command line does it. */
const run = async (...args: readonly string[]) => {
  const command = parseCommand([...args, '--center', testCenter])
  if (!command.ok || !isReviewCommand(command.value)) throw new Error(args.join(' '))
  return runReviewCommand(command.value, place.center.db)
}
const revoke = (device: TestDevice) => revokeDevice(place.center.db, testCenter, device.identity.deviceNo)
const logOf = (device: TestDevice) =>
  place.center.db
    .selectFrom('op_log')
    .select(['seq', 'canon', 'verdict', 'sig'])
    .where('device', '=', device.identity.device)
    .orderBy('seq')
    .execute()
const actsOn = async (deviceNo: string) =>
  (await place.center.db.selectFrom('admin_act').select(['act', 'account', 'subject']).orderBy('id').execute()).filter(
    ({ subject }) => JSON.stringify(subject).includes(`"${deviceNo}"`),
  )
const factsOf = (device: TestDevice) =>
  place.center.db
    .selectFrom('device_incarnation')
    .select(['failures', 'last_code', 'ack', 'tip_seq', 'app_version', 'seen_at'])
    .where('inc', '=', device.identity.inc)
    .executeTakeFirstOrThrow()

describe('what a revoked device still sends', () => {
  it('[SYN-42] waits in the intake, its chain checked, and has no effect until an administrator has it judged', async () => {
    const [device, other] = [await place.enrolled(), await place.enrolled()]
    add(device, 5)
    await device.push(device.batch(1, 2))
    await revoke(device)
    // Its token is still good for this, and so is that of the next hello.
    expect(await device.push(device.batch(2, 3))).toMatchObject({ intake: true, ack: 3, verdicts: [] })
    expect(await device.hello()).toMatchObject({ status: 200, body: { revoked: true, ack: 3 } })
    expect(await device.push(device.batch(3, 5))).toMatchObject({ intake: true, ack: 5, verdicts: [] })
    expect(await device.push(device.batch(1, 5))).toMatchObject({ intake: true, ack: 5 })
    expect(await device.send({ ...device.batch(5, 5), sig: other.sign('x') })).toMatchObject({
      code: 'SIGNATURE_INVALID',
    })
    device.chain.length = 4
    add(device, 1)
    expect(await device.send(device.batch(5, 5))).toMatchObject({ code: 'FORK', position: { ack: 5, seq: 5 } })
    add(device, 2)
    expect(await device.send(device.batch(7, 7))).toMatchObject({ code: 'GAP', position: { ack: 5, seq: 7 } })
    expect(await logOf(device)).toHaveLength(2)

    const { deviceNo, inc } = device.identity
    expect(await run('intake', 'list')).toMatchObject({
      ok: true,
      value: { json: [{ deviceNo, inc, from: 3, to: 5, operations: 3 }] },
    })
    expect(await run('intake', 'apply', '--device', deviceNo)).toMatchObject({
      ok: true,
      value: { json: { operations: 3, applied: 3 } },
    })
    const rows = await logOf(device)
    expect(rows.map(({ seq, verdict, sig }) => [seq, verdict, sig !== null])).toEqual([
      [1, 'applied', false],
      [2, 'applied', true],
      [3, 'applied', true],
      [4, 'applied', false],
      [5, 'applied', true],
    ])
    expect(await run('intake', 'list')).toMatchObject({ ok: true, value: { json: [] } })
    expect(await run('intake', 'apply', '--device', deviceNo)).toMatchObject({
      ok: false,
      error: { code: 'intake_empty', subject: deviceNo },
    })
    expect(await actsOn(deviceNo)).toEqual([
      {
        act: 'intake apply',
        account: userInfo().username,
        subject: { device: deviceNo, inc, from: 3, operations: 3 },
      },
    ])
    expect(await device.hello()).toMatchObject({ body: { ack: 5 } })
    expect((await other.pull()).ops.slice(-3).map(({ canon }) => canon)).toEqual(
      rows.slice(2).map(({ canon }) => canon),
    )
  })

  it('[SYN-42] is judged by what is true when it is applied', async () => {
    const [device, other] = [await place.enrolled(), await place.enrolled()]
    const mine = device.add()
    await revoke(device)
    await device.push()
    other.add({ entity: mine.entity })
    await other.push()
    expect(await run('intake', 'apply', '--device', device.identity.deviceNo)).toMatchObject({
      value: { json: { operations: 1, applied: 0 } },
    })
    expect(await logOf(device)).toMatchObject([{ verdict: 'conflict' }])
  })

  it('[SYN-42] that was discarded stays where it is, and nothing behind it can be applied', async () => {
    const device = await place.enrolled()
    add(device, 3)
    await revoke(device)
    await device.push(device.batch(1, 2))
    const { deviceNo, inc } = device.identity
    expect(await run('intake', 'discard', '--device', deviceNo)).toMatchObject({
      ok: true,
      value: { json: { operations: 2, applied: 0 } },
    })
    // The device is told that it has all been received.
    expect(await device.hello()).toMatchObject({ body: { ack: 2 } })
    expect(await device.push(device.batch(3, 3))).toMatchObject({ intake: true, ack: 3 })
    expect(await run('intake', 'apply', '--device', deviceNo)).toMatchObject({
      ok: false,
      error: { code: 'intake_cut_off' },
    })
    expect(await run('intake', 'discard', '--device', deviceNo)).toMatchObject({ value: { json: { operations: 1 } } })
    expect(await logOf(device)).toEqual([])
    expect(await actsOn(deviceNo)).toMatchObject([
      { act: 'intake discard', subject: { device: deviceNo, inc, operations: 2 } },
      { act: 'intake discard', subject: { device: deviceNo, inc, operations: 1 } },
    ])
    const kept = await place.center.db
      .selectFrom('intake')
      .select(['canon', 'decision'])
      .where('inc', '=', inc)
      .orderBy('seq')
      .execute()
    expect(kept.map(({ canon, decision }) => [canon, decision])).toEqual(
      device.chain.map(({ canon }) => [canon, 'discarded']),
    )
  })

  it('of a device that does not exist is refused', async () => {
    for (const words of [
      ['intake', 'apply'],
      ['intake', 'discard'],
      ['incarnation', 'list'],
    ] as const) {
      expect(await run(...words, '--device', 'W99')).toMatchObject({ ok: false, error: { code: 'device_unknown' } })
    }
  })
})

describe('two copies of a disk', () => {
  it('[SYN-33] are told apart by an administrator, whose choice stands, and is recorded', async () => {
    const device = await place.enrolled()
    add(device, 2)
    await device.push()
    const clone = copyTestDevice(device, place.server.url, place.center.actor)
    clone.beginIncarnation(2)
    add(clone, 1)
    await clone.hello()
    await clone.push()
    add(device, 1)
    expect(await device.hello()).toMatchObject({ code: 'INCARNATION_WAITING' })
    const { deviceNo, inc } = device.identity
    expect(await run('incarnation', 'list', '--device', deviceNo)).toMatchObject({
      value: {
        json: [
          { inc, state: 'waiting', ack: 2 },
          { inc: clone.identity.inc, state: 'active', ack: 1, base: { inc, seq: 2 } },
        ],
      },
    })
    // However long ago it was last here.
    await place.center.db.updateTable('device_incarnation').set({ seen_at: 0 }).where('inc', '=', inc).execute()
    expect(await run('incarnation', 'confirm', '--device', deviceNo, '--inc', inc)).toMatchObject({ ok: true })
    expect(await clone.hello()).toMatchObject({ code: 'INCARNATION_WAITING' })
    expect(await device.hello()).toMatchObject({ status: 200, body: { ack: 2 } })
    expect(await device.push(device.batch(3, 3))).toMatchObject({ ack: 3 })
    expect(await clone.hello()).toMatchObject({ code: 'INCARNATION_WAITING' })
    add(clone, 1)
    expect(await clone.send(clone.batch(2, 2))).toMatchObject({ code: 'INCARNATION_WAITING' })
    expect(await run('incarnation', 'confirm', '--device', deviceNo, '--inc', inc)).toMatchObject({
      ok: false,
      error: { code: 'incarnation_active' },
    })
    expect(
      await run('incarnation', 'confirm', '--device', deviceNo, '--inc', '00000000-0000-4000-8000-000000000000'),
    ).toMatchObject({ ok: false, error: { code: 'incarnation_unknown' } })
    expect(await actsOn(deviceNo)).toEqual([
      { act: 'incarnation confirm', account: userInfo().username, subject: { device: deviceNo, inc } },
    ])
  })
})

describe('how a device is', () => {
  it('[SYN-44] is kept: its backlog, its version, its refusals and the last of them, until one goes well', async () => {
    const device = await place.enrolled()
    const before = Date.now()
    add(device, 7)
    await device.hello()
    expect(await factsOf(device)).toMatchObject({ ack: 0, tip_seq: 7, failures: 0, last_code: null, app_version: '0' })
    expect((await factsOf(device)).seen_at).toBeGreaterThanOrEqual(before)
    await device.push(device.batch(1, 3))
    await device.send(device.batch(6, 6))
    expect(await factsOf(device)).toMatchObject({ ack: 3, tip_seq: 7, failures: 1, last_code: 'gap' })
    await device.request('GET', '/sync/v1/pull?center=990124&after=0&limit=1')
    expect(await factsOf(device)).toMatchObject({ failures: 2, last_code: 'scope_forbidden' })
    await device.push(device.batch(4, 7))
    add(device, 1)
    await device.push(device.batch(8, 8))
    expect(await factsOf(device)).toMatchObject({ ack: 8, tip_seq: 8, failures: 0, last_code: null })
    const old = copyTestDevice(device, place.server.url, place.center.actor)
    old.chain.length = 3
    await old.hello()
    expect(await factsOf(device)).toMatchObject({ failures: 1, last_code: 'fork' })
    await device.hello()
    expect(await factsOf(device)).toMatchObject({ failures: 0, last_code: null })
  })

  it('[SYN-44] counts a failure of the server itself', async () => {
    const device = await place.enrolled()
    await place.center.db.schema.alterTable('center_safety').renameTo('center_safety_away').execute()
    add(device, 1)
    expect(await device.send(device.batch())).toMatchObject({ status: 500 })
    await place.center.db.schema.alterTable('center_safety_away').renameTo('center_safety').execute()
    expect(await factsOf(device)).toMatchObject({ failures: 1, last_code: 'server_failed' })
    expect(await device.push()).toMatchObject({ ack: 1 })
  })
})
