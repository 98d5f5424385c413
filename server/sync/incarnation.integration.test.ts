import { describe, expect, it } from 'vitest'
import { v7 as uuidv7 } from 'uuid'
import { HelloOutputSchema } from '../../contract/sync.ts'
import { type TestDevice, copyTestDevice } from '../_testing/test-device.ts'
import { useTestServer } from '../_testing/use-test-server.ts'

const place = useTestServer()

const copyOf = (device: TestDevice) => copyTestDevice(device, place.server.url, place.center.actor)
const add = (device: TestDevice, count: number) => {
  for (let n = 0; n < count; n++) device.add()
}
const statesOf = async (device: TestDevice) => {
  const rows = await place.center.db
    .selectFrom('device_incarnation')
    .select(['inc', 'state'])
    .where('device', '=', device.identity.device)
    .orderBy('created_at')
    .orderBy('inc')
    .execute()
  return rows.map(({ state }) => state)
}
/** As if nobody had heard of this incarnation for that long. */
const silentFor = (device: TestDevice, ms: number) =>
  place.center.db
    .updateTable('device_incarnation')
    .set({ seen_at: Date.now() - ms })
    .where('inc', '=', device.identity.inc)
    .execute()
const day = 24 * 3_600_000

describe('a device that was put back to an older copy of its disk', () => {
  it('[SYN-32] is told at hello where its chain parts from the one that the server holds', async () => {
    const device = await place.enrolled()
    add(device, 4)
    const old = copyOf(device)
    add(device, 3)
    await device.push()
    expect(await old.hello()).toMatchObject({ status: 409, code: 'FORK', position: { ack: 7, seq: 5 } })
    add(old, 1)
    expect(await old.hello()).toMatchObject({ status: 409, code: 'FORK', position: { ack: 7, seq: 5 } })
    add(old, 5)
    // Longer than what the server holds: nothing to compare at its end, and the push finds it.
    expect(await old.hello()).toMatchObject({ status: 200 })
    expect(await old.send(old.batch(8, 10))).toMatchObject({ code: 'FORK', position: { ack: 7, seq: 7 } })
  })

  it('[SYN-32] goes on in a new incarnation from the last link that both have, and every operation is there once', async () => {
    const device = await place.enrolled()
    add(device, 6)
    const old = copyOf(device)
    await device.push(device.batch(1, 4))
    add(old, 2)
    await device.push(device.batch(1, 6))
    // The old copy knows of nothing that was acknowledged: it keeps what it has and chains it anew.
    old.beginIncarnation(4)
    expect(old.chain).toHaveLength(4)
    expect(await old.hello()).toMatchObject({ status: 200, body: { ack: 0, revoked: false } })
    const pushed = await old.push()
    expect(pushed.verdicts.map(({ seq, verdict, reason }) => [seq, verdict, reason])).toEqual([
      [1, 'rejected', 'duplicate_operation'],
      [2, 'rejected', 'duplicate_operation'],
      [3, 'applied', null],
      [4, 'applied', null],
    ])
    const rows = await place.center.db
      .selectFrom('op_log')
      .select('op')
      .where('device', '=', old.identity.device)
      .execute()
    expect(new Set(rows.flatMap(({ op }) => op ?? [])).size).toBe(8)
    expect(await old.push()).toMatchObject({ verdicts: pushed.verdicts, ack: 4 })
  })

  it('[SYN-32] [SYN-7] from a base that the server does not hold as it says is refused, and so is another base later', async () => {
    const device = await place.enrolled()
    add(device, 3)
    await device.push()
    for (const base of [
      { inc: device.identity.inc, seq: 2, hash: 'a'.repeat(64) },
      { inc: device.identity.inc, seq: 9, hash: device.chain[2]?.hash ?? '' },
      { inc: uuidv7(), seq: 1, hash: device.chain[0]?.hash ?? '' },
    ]) {
      const copy = copyOf(device)
      copy.beginIncarnation(3)
      copy.identity.base = base
      expect(await copy.hello()).toMatchObject({ status: 409, code: 'FORK', position: { ack: 0, seq: 0 } })
    }
    const copy = copyOf(device)
    copy.beginIncarnation(3)
    add(copy, 1)
    expect(await copy.hello()).toMatchObject({ status: 200 })
    await copy.push()
    copy.identity.base = null
    expect(await copy.hello()).toMatchObject({ status: 409, code: 'FORK', position: { ack: 1, seq: 0 } })
  })

  it('[SYN-7] an operation is chained to the base: from nothing it is a fork', async () => {
    const device = await place.enrolled()
    add(device, 2)
    await device.push()
    device.beginIncarnation(2)
    await device.hello()
    const { base } = device.identity
    device.identity.base = null
    device.add()
    expect(await device.send(device.batch())).toMatchObject({ code: 'FORK', position: { ack: 0, seq: 0 } })
    device.identity.base = base
    device.chain.length = 0
    device.add()
    expect(await device.push()).toMatchObject({ ack: 1 })
  })
})

describe('two copies of one disk', () => {
  it('[SYN-33] both at work: the one whose place was taken is refused until an administrator decides', async () => {
    const device = await place.enrolled()
    add(device, 3)
    await device.push()
    const clone = copyOf(device)
    clone.beginIncarnation(3)
    add(clone, 1)
    expect(await clone.hello()).toMatchObject({ status: 200 })
    await clone.push()
    device.add()
    expect(await device.send(device.batch(4, 4))).toMatchObject({ status: 409, code: 'INCARNATION_WAITING' })
    expect(await device.hello()).toMatchObject({ status: 409, code: 'INCARNATION_WAITING' })
    expect(await statesOf(device)).toEqual(['waiting', 'active'])
    // Nor does it get in under another name while the other works.
    device.beginIncarnation(3)
    expect(await device.hello()).toMatchObject({ code: 'INCARNATION_WAITING' })
    expect(await statesOf(device)).toEqual(['waiting', 'active', 'waiting'])
    expect(await clone.hello()).toMatchObject({ status: 200 })
  })

  it('[SYN-33] of which the other has not been heard of for a day goes on by itself', async () => {
    const device = await place.enrolled()
    add(device, 3)
    await device.push()
    const second = copyOf(device)
    second.beginIncarnation(3)
    add(second, 2)
    await second.hello()
    await second.push()
    await silentFor(second, day + 1000)
    device.add()
    expect(await device.hello()).toMatchObject({ code: 'FORK', position: { ack: 3, seq: 4 } })
    device.beginIncarnation(3)
    expect(await device.hello()).toMatchObject({ status: 200 })
    expect(await device.push()).toMatchObject({ ack: 1 })
    expect(await statesOf(device)).toEqual(['superseded', 'superseded', 'active'])
  })

  it('[SYN-33] that have both committed nothing yet take the place of each other', async () => {
    const device = await place.enrolled()
    add(device, 1)
    await device.push()
    const [one, two] = [copyOf(device), copyOf(device)]
    one.beginIncarnation(1)
    two.beginIncarnation(1)
    expect(await one.hello()).toMatchObject({ status: 200 })
    expect(await two.hello()).toMatchObject({ status: 200 })
    two.add()
    await two.push()
    expect(await statesOf(device)).toEqual(['superseded', 'superseded', 'active'])
  })
})

describe('a certificate', () => {
  it('[SYN-34] makes a device known again to a server whose database is older than the enrolment', async () => {
    const device = await place.enrolled()
    const first = HelloOutputSchema.parse((await device.hello()).body)
    await place.center.db.deleteFrom('device_incarnation').where('device', '=', device.identity.device).execute()
    await place.center.db.deleteFrom('device').where('id', '=', device.identity.device).execute()
    const { certificate } = device.identity
    device.identity.certificate = null
    expect(await device.hello()).toMatchObject({ status: 401, code: 'DEVICE_UNKNOWN' })
    device.identity.certificate = certificate
    const again = HelloOutputSchema.parse((await device.hello()).body)
    expect(again).toMatchObject({ certificate: first.certificate, serverKey: first.serverKey, ack: 0 })
    device.add()
    expect(await device.push()).toMatchObject({ ack: 1 })
  })

  it('[SYN-34] of somebody else, changed, or of a number that was given out again lets nobody in', async () => {
    const [device, other] = [await place.enrolled(), await place.enrolled()]
    const own = device.identity.certificate ?? ''
    await place.center.db.deleteFrom('device_incarnation').where('device', '=', device.identity.device).execute()
    await place.center.db.deleteFrom('device').where('id', '=', device.identity.device).execute()
    const [json, sig] = [own.slice(0, own.lastIndexOf('.')), own.slice(own.lastIndexOf('.') + 1)]
    for (const forged of [
      other.identity.certificate,
      `${json.replace(device.identity.deviceNo, 'W98')}.${sig}`,
      `${json.replace(device.publicKey, other.publicKey)}.${sig}`,
      `${json}.${device.sign(json)}`,
      json,
      '.',
      '',
      'x'.repeat(2000),
    ]) {
      device.identity.certificate = forged
      expect(await device.hello()).toMatchObject({ status: 401, code: 'DEVICE_UNKNOWN' })
    }
    await place.center.db
      .updateTable('device')
      .set({ device_no: device.identity.deviceNo })
      .where('id', '=', other.identity.device)
      .execute()
    device.identity.certificate = own
    expect(await device.hello()).toMatchObject({ status: 401, code: 'DEVICE_UNKNOWN' })
  })
})
