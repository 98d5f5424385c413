import { describe, expect, it } from 'vitest'
import type { PushOutput } from '../../contract/sync.ts'
import { v7 as uuidv7 } from 'uuid'
import { aMaterial, aServiceIntake, anUnnumberedTrader, missing } from '../../domain/case/_testing.ts'
import { aNotice } from '../../domain/record/calendar/_testing.ts'
import { foldAll } from '../../domain/case/fold.ts'
import type { TestDevice } from '../_testing/test-device.ts'
import { testCenter } from '../_testing/test-server.ts'
import { useTestServer } from '../_testing/use-test-server.ts'
import { CaseOperationSchema } from '../../contract/operation.ts'
import { headHash } from './hashes.ts'

const place = useTestServer()

const logOf = (device: TestDevice) =>
  place.center.db.selectFrom('op_log').selectAll().where('device', '=', device.identity.device).orderBy('seq').execute()
const stateOf = async (id: string) =>
  (await place.center.db.selectFrom('case_state').select('state').where('id', '=', id).executeTakeFirst())?.state ??
  null
const verdictsOf = (output: PushOutput) => output.verdicts.map(({ verdict, reason }) => [verdict, reason])
const lastVerdict = (output: PushOutput) => output.verdicts.at(-1)?.verdict ?? ''
const alphabetically = (a: string, b: string) => a.localeCompare(b)

describe('a batch', () => {
  it('[SYN-2] is stored byte for byte with the hash of its chain, and its cases are folded', async () => {
    const device = await place.enrolled()
    const opened = device.add()
    device.add({
      entity: opened.entity,
      kind: 'letter.print',
      base: 1,
      data: { on: '2026-09-28', letter: 'service_acceptance', templateVersion: '1', copies: 2, printNo: 1 },
    })
    const pushed = await device.push()
    expect(pushed).toMatchObject({ ack: 2, epoch: device.identity.epoch })
    expect(verdictsOf(pushed)).toEqual([
      ['applied', null],
      ['applied', null],
    ])
    const rows = await logOf(device)
    expect(rows.map(({ canon, hash }) => ({ canon, hash: hash.toString('hex') }))).toEqual(device.chain)
    const operations = rows.map(({ canon }) => {
      const { kind, data }: { kind: unknown; data: unknown } = JSON.parse(canon)
      return CaseOperationSchema.parse({ kind, data })
    })
    expect(await stateOf(opened.entity)).toEqual(foldAll(opened.entity, operations))
  })

  it('[SYN-8] judges records by their own procedures, each seeing what those before it did', async () => {
    const device = await place.enrolled()
    const id = uuidv7()
    const record = (kind: string, base: number, data: Record<string, unknown>) =>
      device.add({ entity: id, kind, base, data })
    record('calendar.activate', 1, { on: '2026-11-25', moved: 0 })
    record('calendar.import', 0, { on: '2026-11-25', notice: aNotice })
    record('calendar.activate', 1, { on: '2026-11-25', moved: 0 })
    record('calendar.withdraw', 1, { on: '2026-11-25', reason: '误导入' })
    record('calendar.import', 0, { on: '2026-11-25', notice: aNotice })
    record('calendar.import', 0, { on: '2026-11-25', notice: { ...aNotice, days: 'none' } })
    expect(verdictsOf(await device.push())).toEqual([
      ['dependent', 'record_unknown'],
      ['applied', null],
      ['applied', null],
      ['conflict', 'stale'],
      ['conflict', 'record_exists'],
      ['quarantined', 'data_invalid'],
    ])
    const row = await place.center.db.selectFrom('record_state').selectAll().where('id', '=', id).executeTakeFirst()
    expect(row).toMatchObject({ kind: 'calendar', status: 'active', rec_key: 'calendar:2027-1', version: 2 })
  })

  it('[SYN-10] sent again changes nothing and gets the same verdicts, alone, overlapping and out of order', async () => {
    const device = await place.enrolled()
    for (let n = 0; n < 9; n++) device.add()
    const first = await device.push(device.batch(1, 6))
    expect(await device.push(device.batch(1, 6))).toMatchObject({ verdicts: first.verdicts, ack: 6 })
    const overlapping = await device.push(device.batch(4, 9))
    expect(overlapping.verdicts.slice(0, 3)).toEqual(first.verdicts.slice(3))
    expect(overlapping).toMatchObject({ ack: 9 })
    expect(await device.push(device.batch(2, 3))).toMatchObject({ verdicts: first.verdicts.slice(1, 3), ack: 9 })
    expect((await logOf(device)).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
  })

  it('[SYN-10] in any multiset and order of deliveries ends in the same log', async () => {
    const device = await place.enrolled()
    for (let n = 0; n < 30; n++) device.add()
    const stretches = Array.from({ length: 60 }, (_, n) => {
      const from = 1 + ((n * 17) % 30)
      return device.batch(from, Math.min(30, from + (n % 7)))
    })
    await Promise.all(stretches.map((input) => device.send(input)))
    for (const input of stretches.toReversed()) await device.send(input)
    await device.push()
    const rows = await logOf(device)
    expect(rows.map(({ canon }) => canon)).toEqual(device.chain.map(({ canon }) => canon))
    expect(new Set(rows.map(({ cseq }) => cseq)).size).toBe(30)
  })

  it('[SYN-7] after a gap is refused, and the answer says where to go on', async () => {
    const device = await place.enrolled()
    for (let n = 0; n < 4; n++) device.add()
    await device.push(device.batch(1, 2))
    expect(await device.send(device.batch(4, 4))).toMatchObject({
      status: 409,
      code: 'GAP',
      position: { ack: 2, seq: 4 },
    })
  })

  it('[SYN-7] of another chain is a fork, found at its first foreign operation', async () => {
    const device = await place.enrolled()
    for (let n = 0; n < 5; n++) device.add()
    await device.push(device.batch(1, 4))
    // What a copied database does: the same seqs again, with other content.
    device.chain.length = 2
    for (let n = 0; n < 4; n++) device.add()
    expect(await device.send(device.batch(1, 6))).toMatchObject({
      status: 409,
      code: 'FORK',
      position: { ack: 4, seq: 3 },
    })
    expect(await device.send(device.batch(5, 6))).toMatchObject({ code: 'FORK', position: { ack: 4, seq: 4 } })
    expect(await device.send(device.batch(3, 3))).toMatchObject({ code: 'FORK', position: { ack: 4, seq: 3 } })
    expect(await logOf(device)).toHaveLength(4)
  })

  it('[SYN-7] whose texts do not give its own last hash is a broken chain', async () => {
    const device = await place.enrolled()
    device.add()
    device.add()
    const input = device.batch()
    const edited = input.ops.map((canon) => canon.replace('青岚县清和美发店', '青岚县别的店'))
    expect(await device.send({ ...input, ops: edited })).toMatchObject({
      status: 409,
      code: 'CHAIN_BROKEN',
      position: { ack: 0, seq: null },
    })
    expect(await logOf(device)).toEqual([])
  })

  it('[SYN-7] signed by another key, for another epoch or another device is refused', async () => {
    const device = await place.enrolled()
    const other = await place.enrolled()
    device.add()
    const input = device.batch()
    expect(await device.send({ ...input, sig: other.sign('x') })).toMatchObject({
      status: 401,
      code: 'SIGNATURE_INVALID',
    })
    expect(await device.send({ ...input, epoch: uuidv7() })).toMatchObject({
      status: 409,
      code: 'EPOCH_CHANGED',
      position: { ack: 0, seq: null },
    })
    expect(await other.send(input)).toMatchObject({ status: 401, code: 'TOKEN_INVALID' })
    expect(await device.send({ ...input, proto: 9 })).toMatchObject({ status: 426 })
    expect(await logOf(device)).toEqual([])
  })

  it('[SYN-7] with a text that no database can keep is refused at its seq, and nothing of it is stored', async () => {
    const device = await place.enrolled()
    device.add()
    device.add({ canon: '{"a":"\u0000"}' })
    expect(await device.send(device.batch())).toMatchObject({
      status: 422,
      code: 'OPERATION_MALFORMED',
      position: { ack: 0, seq: 2 },
    })
    expect(await logOf(device)).toEqual([])
    expect(await device.push(device.batch(1, 1))).toMatchObject({ ack: 1 })
  })
})

describe('verdicts', () => {
  it('[SYN-8] every operation gets one and a commit number, refused ones too, and the state follows the applied ones alone', async () => {
    const device = await place.enrolled()
    const good = device.add()
    const gaps = { ...aServiceIntake({ applicant: anUnnumberedTrader(), materials: [aMaterial(missing)] }) }
    device.add({ data: { caseNo: device.nextCaseNo(), on: '2026-09-28', intake: gaps } })
    const foreign = device.add({
      data: {
        caseNo: '990123-20260928-W01-0001',
        on: '2026-09-28',
        intake: { ...aServiceIntake({ applicant: anUnnumberedTrader() }) },
      },
    })
    device.add({ entity: good.entity })
    device.add({ entity: foreign.entity, kind: 'service.supply', base: 1, data: { on: '2026-09-28', materials: [] } })
    const last = device.add()
    const pushed = await device.push()
    expect(verdictsOf(pushed)).toEqual([
      ['applied', null],
      ['rejected', 'materials_missing'],
      ['rejected', 'case_no_foreign'],
      ['conflict', 'case_exists'],
      ['dependent', 'builds_on_refused'],
      ['applied', null],
    ])
    const first = pushed.verdicts[0]?.cseq ?? 0
    expect(pushed.verdicts.map(({ cseq }) => cseq)).toEqual([0, 1, 2, 3, 4, 5].map((n) => first + n))
    expect(await stateOf(foreign.entity)).toBeNull()
    expect(await stateOf(last.entity)).toMatchObject({ status: 'accepted', version: 1 })
  })

  it('[SYN-8] of two devices on one case the first commit wins, the second keeps its operation under a conflict', async () => {
    const [one, two] = [await place.enrolled(), await place.enrolled()]
    const opened = one.add({
      kind: 'disclosure.register',
      data: {
        caseNo: one.nextCaseNo(),
        on: '2026-09-28',
        intake: {
          channel: 'online',
          arrivedOn: '2026-09-28',
          confirmedOn: null,
          applicant: { ...aServiceIntake().applicant, reportCategory: 'natural' },
          representative: null,
          organ: '县住房和城乡建设局',
          subject: '河西片区污水管网改造工程施工合同',
          documentNo: null,
          supplyForm: 'paper',
          supplyWay: 'post',
          supplyAddress: null,
          assistance: false,
          remark: null,
        },
      },
    })
    await one.push()
    const confirm = (on: string) => ({
      entity: opened.entity,
      kind: 'disclosure.confirm',
      base: 1,
      data: { on, confirmedOn: on },
    })
    one.add(confirm('2026-09-29'))
    two.add(confirm('2026-09-30'))
    const answers = await Promise.all([one.push(), two.push()])
    const verdicts = answers.map(lastVerdict)
    expect(verdicts.toSorted(alphabetically)).toEqual(['applied', 'conflict'])
    const winner = verdicts[0] === 'applied' ? '2026-09-29' : '2026-09-30'
    expect(await stateOf(opened.entity)).toMatchObject({ status: 'received', version: 2, clockStart: winner })
  })

  it('[SYN-8] two devices that open the same case at once make one case', async () => {
    const devices = [await place.enrolled(), await place.enrolled(), await place.enrolled()]
    for (let round = 0; round < 5; round++) {
      const entity = uuidv7()
      for (const device of devices) device.add({ entity })
      const answers = await Promise.all(devices.map((device) => device.push()))
      expect(answers.map(lastVerdict).toSorted(alphabetically)).toEqual(['applied', 'conflict', 'conflict'])
    }
  })

  it('[SYN-8] a case number that is in use is refused to a second case', async () => {
    const device = await place.enrolled()
    const caseNo = device.nextCaseNo()
    const data = { caseNo, on: '2026-09-28', intake: { ...aServiceIntake({ applicant: anUnnumberedTrader() }) } }
    device.add({ data })
    device.add({ data })
    expect(verdictsOf(await device.push())).toEqual([
      ['applied', null],
      ['rejected', 'case_no_taken'],
    ])
    device.add({ data })
    expect(verdictsOf(await device.push(device.batch(3, 3)))).toEqual([['rejected', 'case_no_taken']])
  })

  it('[SYN-8] an operation whose id is in the log already is no second time applied', async () => {
    const device = await place.enrolled()
    const first = device.add()
    device.add({ op: first.op })
    expect(verdictsOf(await device.push())).toEqual([
      ['applied', null],
      ['rejected', 'duplicate_operation'],
    ])
    device.add({ op: first.op })
    expect(verdictsOf(await device.push(device.batch(3, 3)))).toEqual([['rejected', 'duplicate_operation']])
  })

  it('[SYN-8] an actor who is nobody of the center is kept for a person to look at', async () => {
    const device = await place.enrolled()
    device.add({ actor: 'somebody' })
    device.add({ actor: 'system' })
    expect(verdictsOf(await device.push())).toEqual([
      ['quarantined', 'actor_unknown'],
      ['applied', null],
    ])
  })

  it('[SYN-9] what cannot be read is kept under its reason, and what stands behind it goes through', async () => {
    const device = await place.enrolled()
    const deep = `${'['.repeat(30_000)}${']'.repeat(30_000)}`
    const sound = device.add()
    const poison: readonly (readonly [Parameters<TestDevice['add']>[0], string])[] = [
      [{ canon: 'no json' }, 'not_an_operation'],
      [{ canon: '' }, 'not_an_operation'],
      [{ canon: deep }, 'not_an_operation'],
      [{ canon: '{"__proto__":1}' }, 'not_an_operation'],
      [{ canon: `{"x":"${'长'.repeat(40_000)}"}` }, 'operation_too_large'],
      [{ canon: ` ${device.chain[0]?.canon}` }, 'not_canonical'],
      [{ canon: device.chain[0]?.canon ?? '' }, 'origin_mismatch'],
      [{ deviceNo: 'W01' }, 'origin_mismatch'],
      [{ center: '990124' }, 'origin_mismatch'],
      [{ kind: 'service.teleport' }, 'kind_unknown'],
      [{ kind: 'toString' }, 'kind_unknown'],
      [{ kver: 2 }, 'version_unknown'],
      [{ data: {} }, 'data_invalid'],
      [{ entity: 'no uuid' }, 'data_invalid'],
      [
        {
          data: {
            ...sound.data,
            caseNo: device.nextCaseNo(),
            intake: { ...aServiceIntake({ remark: 'half \ud83d pair' }) },
          },
        },
        'data_invalid',
      ],
    ]
    for (const [draft] of poison) device.add(draft)
    device.add()
    const pushed = await device.push()
    expect(verdictsOf(pushed)).toEqual([
      ['applied', null],
      ...poison.map(([, reason]) => ['quarantined', reason]),
      ['applied', null],
    ])
    expect((await logOf(device)).map(({ canon }) => canon)).toEqual(device.chain.map(({ canon }) => canon))
    const pulled = await device.pull((pushed.verdicts[0]?.cseq ?? 1) - 1)
    expect(pulled.ops.map(({ canon }) => canon)).toEqual(device.chain.map(({ canon }) => canon))
  })

  it('[SYN-23] reference data from a device are rejected', async () => {
    const device = await place.enrolled()
    device.add({ kind: 'item.withdraw', entity: 'item:Q0001', data: { id: 'Q0001' } })
    device.add({ kind: 'staff.set', entity: 'staff:x', data: {} })
    expect(verdictsOf(await device.push())).toEqual([
      ['rejected', 'reference_server_only'],
      ['rejected', 'reference_server_only'],
    ])
  })

  it('[SYN-16] nothing is safe while no second machine holds a copy', async () => {
    const device = await place.enrolled()
    device.add()
    expect(await device.push()).toMatchObject({ ack: 1, safe: 0 })
  })
})

describe('the history of a center', () => {
  it('[SYN-11] [SYN-12] is gapless and its rolling hash verifies from the first commit to the last', async () => {
    const rows = await place.center.db
      .selectFrom('op_log')
      .selectAll()
      .where('center', '=', testCenter)
      .orderBy('cseq')
      .execute()
    let head = '0'.repeat(64)
    for (const [at, row] of rows.entries()) {
      expect(row.cseq).toBe(at + 1)
      head = headHash(head, row.cseq, row.hash.toString('hex'), row.verdict)
      expect(row.head.toString('hex')).toBe(head)
    }
    const { cseq, head: stored } = await place.center.db
      .selectFrom('center')
      .select(['cseq', 'head'])
      .executeTakeFirstOrThrow()
    expect({ cseq, stored }).toEqual({ cseq: rows.length, stored: head })
    expect(rows.length).toBeGreaterThan(60)
  })
})
