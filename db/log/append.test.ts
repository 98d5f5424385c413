import { createHash } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import { OperationSchema, genesisHash } from '../../contract/operation.ts'
import { syncCaps } from '../../contract/sync.ts'
import { aDisclosureIntake, aServiceIntake, day } from '../../domain/case/_testing.ts'
import { type Desk, monday, openDesk, testId } from '../_testing.ts'
import { operationOf } from '../cases/case-operation-of.ts'
import { OperationTooLarge } from './append.ts'

let desk: Desk
afterEach(() => {
  desk.remove()
})

const accept = { kind: 'service.accept', intake: aServiceIntake() } as const

describe('log of own operations', () => {
  it('[SYN-2] chains every operation to the one before, by the hash of the text that is stored', () => {
    desk = openDesk()
    const { id } = desk.open(accept)
    desk.act(id, { kind: 'letter.print', letter: 'service_acceptance', templateVersion: '1', copies: 1 })
    desk.open(accept)
    const batch = desk.store.read.sync.batch(1, { ops: 10, bytes: 1e6 })
    expect(batch?.ops.map((canon) => operationOf(canon).seq)).toEqual([1, 2, 3])
    const hash = batch?.ops.reduce(
      (before, canon) =>
        createHash('sha256')
          .update(before + canon)
          .digest('hex'),
      genesisHash,
    )
    expect(batch?.prevHash).toBe(genesisHash)
    expect(batch?.lastHash).toBe(hash)
    expect(desk.store.read.log.findLastOwn()?.hash).toBe(hash)
  })

  it('writes an envelope as the contract says, with device, incarnation and clock of its own', () => {
    desk = openDesk()
    const { id } = desk.open(accept)
    const [logged] = desk.store.read.log.ofEntity(id)
    const envelope = OperationSchema.parse(JSON.parse(logged?.canon ?? ''))
    expect(envelope).toMatchObject({
      v: 1,
      device: desk.store.read.meta.findDevice()?.device,
      inc: desk.store.incarnation,
      center: '990123',
      deviceNo: 'W03',
      entity: id,
      kind: 'service.accept',
      kver: 1,
      base: 0,
      wall: monday,
      actor: 'S01',
      session: null,
    })
    expect(logged).toMatchObject({ status: 'pending', cseq: null, verdict: null, seq: 1, op: envelope.op })
  })

  it('keeps the order of its clock when the wall clock is set back', () => {
    desk = openDesk()
    desk.open(accept)
    desk.clock.wall = monday - 86_400_000
    desk.open(accept)
    const batch = desk.store.read.sync.batch(1, { ops: 10, bytes: 1e6 })
    const [first = '', second = ''] = batch?.ops.map((canon) => operationOf(canon).hlc) ?? []
    expect(second > first).toBe(true)
    expect(second.startsWith(monday.toString(16).padStart(12, '0'))).toBe(true)
  })

  it('goes on in its chain after a restart', () => {
    desk = openDesk()
    desk.open(accept)
    const inc = desk.store.incarnation
    desk.reopen()
    expect(desk.store.incarnation).toBe(inc)
    desk.open(accept)
    expect(desk.store.read.log.findLastOwn()?.seq).toBe(2)
    expect(desk.store.verify().problems).toEqual([])
  })

  it('takes no operation on a device without identity', () => {
    desk = openDesk({ device: null })
    const data = { caseNo: '990123-20261123-W03-0001', on: day('2026-11-23'), intake: aServiceIntake() }
    const stamp = { op: testId(), entity: testId(), base: 0, actor: 'S01', session: null, wall: monday, mono: 0 }
    const record = () => desk.store.transact(({ cases }) => cases.record({ kind: 'service.accept', data }, stamp))
    expect(record).toThrow('no device identity')
    expect(desk.store.read.log.count()).toBe(0)
  })

  it('refuses an operation that the protocol cannot carry, and writes nothing of it', () => {
    desk = openDesk()
    const subject = '污'.repeat(4000)
    const remark = '水'.repeat(syncCaps.bytesPerOperation / 3)
    const operation = {
      kind: 'disclosure.register',
      data: {
        caseNo: '990123-20261123-W03-0001',
        on: aDisclosureIntake().arrivedOn,
        intake: aDisclosureIntake({ subject, remark }),
      },
    } as const
    const stamp = { op: testId(), entity: testId(), base: 0, actor: 'S01', session: null, wall: monday, mono: 0 }
    expect(() => desk.store.transact(({ cases }) => cases.record(operation, stamp))).toThrow(OperationTooLarge)
    expect(desk.store.read.log.count()).toBe(0)
    expect(desk.store.read.cases.count()).toBe(0)
  })
})
