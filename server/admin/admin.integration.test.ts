import { scryptSync } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { OperationSchema, referenceOperationData } from '../../contract/operation.ts'
import { anItem } from '../../domain/case/_testing.ts'
import { patience } from '../_testing/patience.ts'
import { testCenter } from '../_testing/test-server.ts'
import { waitingForLock } from '../_testing/waiting-for-lock.ts'
import { useTestCenter } from '../_testing/use-test-server.ts'
import { lockDevice } from '../store/devices.ts'
import { chainHash } from '../sync/hashes.ts'
import { issueEnrolCode } from './issue-enrol-code.ts'
import { publishItems } from './publish-items.ts'
import { setCenter } from './set-center.ts'
import { setStaff } from './set-staff.ts'
import { setWindow } from './set-window.ts'

const place = useTestCenter()

const data = {
  code: testCenter,
  name: '青岚县政务服务中心',
  address: null,
  phone: null,
  supervisePhone: null,
  progressUrl: null,
}

describe('reference data', () => {
  it('[SYN-23] are operations of one chain of the server, each with its entity, version and schema', async () => {
    await publishItems(place.center.db, testCenter, [anItem({ id: 'A1' }), anItem({ id: 'A2' })])
    await publishItems(place.center.db, testCenter, [anItem({ id: 'A1', name: '改了名的事项' }), anItem({ id: 'A2' })])
    const rows = await place.center.db
      .selectFrom('op_log')
      .selectAll()
      .where('center', '=', testCenter)
      .orderBy('cseq')
      .execute()
    let hash = '0'.repeat(64)
    for (const [at, row] of rows.entries()) {
      const operation = OperationSchema.parse(JSON.parse(row.canon))
      hash = chainHash(hash, row.canon)
      expect(row).toMatchObject({
        seq: at + 1,
        verdict: 'applied',
        entity: operation.entity,
        hash: Buffer.from(hash, 'hex'),
      })
      expect(operation).toMatchObject({ deviceNo: 'S01', actor: 'system', seq: at + 1 })
      const schema = Object.entries(referenceOperationData).find(([kind]) => kind === operation.kind)?.[1]
      expect(schema?.safeParse(operation.data).success).toBe(true)
    }
    const items = rows
      .filter(({ kind }) => kind === 'item.publish')
      .map(({ canon }) => OperationSchema.parse(JSON.parse(canon)))
    expect(items.map(({ entity, base, data: { version } }) => [entity, base, version])).toEqual([
      ['item:A1', 0, 1],
      ['item:A2', 0, 1],
      ['item:A1', 1, 2],
    ])
  })

  it('[SYN-23] made in many places at once still form one chain', async () => {
    const before = await place.center.db.selectFrom('op_log').select('seq').where('center', '=', testCenter).execute()
    await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        setWindow(place.center.db, testCenter, { deviceNo: `K${10 + n}`, name: `${n}`, phone: null, organs: [] }),
      ),
    )
    const after = await place.center.db
      .selectFrom('op_log')
      .select('seq')
      .where('center', '=', testCenter)
      .orderBy('cseq')
      .execute()
    expect(after.map(({ seq }) => seq)).toEqual(Array.from({ length: before.length + 10 }, (_, n) => n + 1))
  })

  it('take the chain of the server first and the row of the center after it, so that they and pushes cannot wait in a ring', async () => {
    const { id } = await place.center.db
      .selectFrom('device')
      .select('id')
      .where('device_no', '=', 'S01')
      .executeTakeFirstOrThrow()
    const changes: Promise<unknown>[] = []
    await place.center.db.transaction().execute(async (tx) => {
      await lockDevice(tx, testCenter, id)
      changes.push(
        setWindow(place.center.db, testCenter, { deviceNo: 'W03', name: '改名', phone: null, organs: [] }),
        setCenter(place.center.db, { ...data, address: '政务路 1 号' }),
        issueEnrolCode(place.center.db, { center: testCenter, deviceNo: 'W77', name: '新窗口', validForMs: 1000 }),
      )
      await expect.poll(() => waitingForLock(place.center.db), patience).toBe(3)
      await sql`select from center where center = ${testCenter} for update nowait`.execute(tx)
    })
    expect(await Promise.all(changes)).toMatchObject([{ value: 'changed' }, 'changed', { ok: true }])
    await setCenter(place.center.db, data)
  })

  it('that say nothing new make no operation', async () => {
    expect(await setCenter(place.center.db, data)).toBe('same')
    expect(
      await setWindow(place.center.db, testCenter, { deviceNo: 'W01', name: '1 号窗口', phone: null, organs: [] }),
    ).toEqual({
      ok: true,
      value: 'same',
    })
    expect(await publishItems(place.center.db, testCenter, [anItem({ id: 'A2' })])).toEqual({
      ok: true,
      value: { published: 0 },
    })
    expect(await setCenter(place.center.db, { ...data, phone: '0900-5550100' })).toBe('changed')
  })

  it('that break their schema are refused whole', async () => {
    const before = await place.center.db.selectFrom('center').select('cseq').executeTakeFirst()
    await expect(
      publishItems(place.center.db, testCenter, [anItem({ id: 'B1' }), anItem({ id: 'B2', name: '' })]),
    ).rejects.toThrow()
    expect(await place.center.db.selectFrom('center').select('cseq').executeTakeFirst()).toEqual(before)
    expect(await place.center.db.selectFrom('service_item').select('id').where('id', '=', 'B1').execute()).toEqual([])
  })

  it('of a center that does not exist are refused', async () => {
    const refusal = { ok: false, error: { code: 'center_unknown', subject: '990999' } }
    expect(await publishItems(place.center.db, '990999', [anItem()])).toEqual(refusal)
    expect(
      await setWindow(place.center.db, '990999', { deviceNo: 'W01', name: '甲', phone: null, organs: [] }),
    ).toEqual(refusal)
  })

  it('hold a proof of each password and not the password; a new one replaces it for the same person', async () => {
    const input = { login: 'zhouhang', name: '周航', role: 'clerk', organ: null } as const
    const first = await setStaff(place.center.db, testCenter, input, 'secret-1')
    const second = await setStaff(place.center.db, testCenter, input, 'secret-2')
    expect(second).toEqual(first)
    const { data: staff } = await place.center.db
      .selectFrom('staff')
      .select('data')
      .where('login', '=', 'zhouhang')
      .executeTakeFirstOrThrow()
    const { n: N, r, p, salt, hash } = staff.verifier
    const proof = (password: string) =>
      scryptSync(password, Buffer.from(salt, 'base64'), 32, { N, r, p, maxmem: 256 * N * r }).toString('base64')
    expect(proof('secret-2')).toBe(hash)
    expect(proof('secret-1')).not.toBe(hash)
    const log = await place.center.db.selectFrom('op_log').select('canon').where('kind', '=', 'staff.set').execute()
    expect(JSON.stringify(log)).not.toContain('secret-')
  })
})
