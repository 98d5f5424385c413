import { generateKeyPairSync, sign } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { checkpointText } from '../../contract/sync-texts.ts'
import { type TestDatabase, makeTestDatabase } from '../_testing/test-database.ts'
import type { TestDevice } from '../_testing/test-device.ts'
import { enrolTestDevice, makeTestCenter, startTestServer, testCenter } from '../_testing/test-server.ts'
import { type Database, connect } from '../store/connect.ts'
import { errorCodeOf } from '../store/error-code.ts'
import { chainHash, headHash } from '../sync/hashes.ts'
import { type Checkpoint, findDueCheckpoints, makeCheckpoint, newestCheckpoint } from './checkpoint.ts'
import { appRole, grantToApp } from './grants.ts'
import { findSigner } from './signer.ts'
import { verifyHistory } from './verify-history.ts'
import { verifyStates } from './verify-states.ts'

let first: TestDatabase
let template: TestDatabase
let database: TestDatabase
let db: Database
/** The newest head, signed: what a second system was given. */
let witness: Checkpoint

/** A history of two devices, pushed through the server, as the template that every test tampers with a copy of. */
beforeAll(async () => {
  first = await makeTestDatabase()
  template = await makeTestDatabase(first)
  const center = await makeTestCenter(template.url)
  const server = await startTestServer(template.url)
  const devices = [await enrolTestDevice(center, server.url), await enrolTestDevice(center, server.url)]
  for (let round = 0; round < 4; round++) {
    for (const device of devices) await pushTwo(device)
  }
  await server.stop()
  await center.db.deleteFrom('checkpoint').execute()
  witness = await signedHead(center.db, 0)
  const kept = await signedHead(center.db, 8)
  await center.db
    .insertInto('checkpoint')
    .values({ center: testCenter, ...kept })
    .execute()
  await center.close()
})
afterAll(async () => {
  await template.drop()
  await first.drop()
})
beforeEach(async () => {
  await db?.destroy()
  await database?.drop()
  database = await makeTestDatabase(first)
  await onServer(`drop database ${nameOf(database)}`)
  await onServer(`create database ${nameOf(database)} template ${nameOf(template)}`)
  db = connect(database.url, 4)
})
afterAll(async () => {
  await db.destroy()
  await database.drop()
})

const nameOf = ({ url }: TestDatabase) => new URL(url).pathname.slice(1)
const onServer = async (statement: string) => {
  const admin = connect(first.url, 1)
  await sql.raw(statement).execute(admin)
  await admin.destroy()
}
const pushTwo = async (device: TestDevice) => {
  const from = device.chain.length + 1
  device.add()
  device.add()
  await device.push(device.batch(from))
}
const verified = () => verifyHistory(db, testCenter)
const broken = (code: string, cseq: number) => ({ ok: false, error: { code, cseq } })
const newest = async () =>
  (await db.selectFrom('center').select('cseq').where('center', '=', testCenter).executeTakeFirstOrThrow()).cseq
/** The commit number of the n-th push's first operation, counted from the end. */
const fromEnd = async (back: number) => (await newest()) - back

describe('the history of a center', () => {
  it('[SYN-50] is proved whole: every chain, head, signature, checkpoint and state', async () => {
    expect(await verified()).toMatchObject({ ok: true, value: { cseq: await newest(), checkpoints: 1 } })
    expect(await verifyStates(db, testCenter)).toEqual({ ok: true, value: { states: 16 } })
  })

  it('[SYN-50] tells the first bad row after an edit of text, verdict, column, hash or head', async () => {
    const at = await fromEnd(9)
    const edits = [
      [sql`canon = replace(canon, '"base":0', '"base":1')`, 'edited'],
      [sql`verdict = 'rejected'`, 'head_differs'],
      [sql`entity = gen_random_uuid()::text`, 'columns_differ'],
      [sql`hash = sha256('x')`, 'edited'],
      [sql`head = sha256('x')`, 'head_differs'],
      [sql`seq = seq + 1000`, 'out_of_order'],
    ] as const
    for (const [edit, code] of edits) {
      await sql`create table kept as select * from op_log`.execute(db)
      await sql`update op_log set ${edit} where cseq = ${at}`.execute(db)
      expect(await verified()).toEqual(broken(code, at))
      await sql`truncate op_log`.execute(db)
      await sql`insert into op_log select * from kept`.execute(db)
      await sql`drop table kept`.execute(db)
    }
    expect(await verified()).toMatchObject({ ok: true })
  })

  it('[SYN-50] tells the first row that was deleted, in the middle and at the end', async () => {
    const at = await fromEnd(5)
    await sql`delete from op_log where cseq = ${at}`.execute(db)
    expect(await verified()).toEqual(broken('missing', at))
    await sql`delete from op_log where cseq >= ${at}`.execute(db)
    expect(await verified()).toEqual(broken('truncated', at))
  })

  it('[SYN-50] tells a truncation that put the position of the center back as well', async () => {
    const at = await fromEnd(3)
    await sql`delete from op_log where cseq > ${at}`.execute(db)
    await sql`
      update center set cseq = ${at}, head = (select encode(head, 'hex') from op_log where cseq = ${at})`.execute(db)
    expect(await verified()).toEqual(broken('truncated', at + 1))
    await makeCheckpoint(db, testCenter, Date.now())
    await sql`
      update device_incarnation i set
        ack = coalesce((select max(seq) from op_log l where l.device = i.device and l.inc = i.inc), 0),
        last_hash = (select encode(hash, 'hex') from op_log l where l.device = i.device and l.inc = i.inc order by seq desc limit 1)
      where ack > 0`.execute(db)
    expect(await verified()).toMatchObject({ ok: true })
    // All of it was put back: only a witness who kept a later head knows better.
    expect(await verifyHistory(db, testCenter, [witness])).toEqual(broken('truncated', at + 1))
  })

  it('[SYN-50] tells rows that changed places, within a chain and across', async () => {
    const exchange = async (at: number) => {
      await sql`update op_log set cseq = 900000 where cseq = ${at}`.execute(db)
      await sql`update op_log set cseq = ${at} where cseq = ${at + 1}`.execute(db)
      await sql`update op_log set cseq = ${at + 1} where cseq = 900000`.execute(db)
    }
    const within = await fromEnd(7)
    await exchange(within)
    expect(await verified()).toEqual(broken('out_of_order', within))
    await exchange(within)
    await exchange(within + 1)
    expect(await verified()).toEqual(broken('head_differs', within + 1))
  })

  it('[SYN-50] tells a history that was built anew with all its hashes: no device signed it, no checkpoint says so', async () => {
    const at = await fromEnd(15)
    await sql`update op_log set canon = replace(canon, '"base":0', '"base":1') where cseq = ${at}`.execute(db)
    await rebuild()
    const told = await verified()
    expect(told).toMatchObject({ ok: false, error: { code: 'signature_invalid' } })
    await sql`update op_log set sig = null`.execute(db)
    const checkpoint = await newestCheckpoint(db, testCenter)
    expect(await verified()).toEqual(broken('checkpoint_contradicts', checkpoint?.cseq ?? 0))
    await sql`delete from checkpoint`.execute(db)
    expect(await verified()).toMatchObject({ ok: true })
    expect(await verifyHistory(db, testCenter, [witness])).toMatchObject({
      error: { code: 'checkpoint_contradicts' },
    })
  })

  it('[SYN-50] tells a state that is not what the log folds to, and one that no operation made', async () => {
    const { id } = await db.selectFrom('case_state').select('id').orderBy('id').limit(1).executeTakeFirstOrThrow()
    await sql`update case_state set state = jsonb_set(state, '{status}', '"closed"') where id = ${id}`.execute(db)
    expect(await verifyStates(db, testCenter)).toEqual({ ok: false, error: { code: 'state_differs', entity: id } })
    await sql`delete from case_state where id = ${id}`.execute(db)
    expect(await verifyStates(db, testCenter)).toEqual({ ok: false, error: { code: 'state_differs', entity: id } })
  })
})

describe('a checkpoint', () => {
  it('[SYN-46] is due an hour after the last when something came, signs the head, and is the same until something comes', async () => {
    const before = await newestCheckpoint(db, testCenter)
    const at = before?.at ?? 0
    expect(await findDueCheckpoints(db, at + 3_599_999)).toEqual([])
    expect(await findDueCheckpoints(db, at + 3_600_000)).toEqual([testCenter])
    const made = await makeCheckpoint(db, testCenter, at + 3_600_000)
    expect(made).toMatchObject({ cseq: await newest(), at: at + 3_600_000 })
    expect(await findDueCheckpoints(db, at + 9_000_000)).toEqual([])
    expect(await makeCheckpoint(db, testCenter, at + 9_000_000)).toEqual(made)
    expect(await verified()).toMatchObject({ ok: true, value: { checkpoints: 2 } })
  })

  it('[SYN-46] that the server did not sign is told', async () => {
    const { privateKey } = generateKeyPairSync('ed25519')
    const checkpoint = await newestCheckpoint(db, testCenter)
    const { cseq = 0, head = '', at = 0 } = checkpoint ?? {}
    const sig = sign(null, Buffer.from(checkpointText(testCenter, cseq, head, at)), privateKey).toString('base64')
    await db.updateTable('checkpoint').set({ sig }).execute()
    expect(await verified()).toEqual(broken('checkpoint_forged', cseq))
  })
})

describe('the account that serves', () => {
  it('[SYN-51] works with the whole protocol, and can neither change nor delete what happened', async () => {
    await onServer(`create role ${appRole} login password 'for this test'`)
    expect(await grantToApp(db)).toBe(true)
    const url = new URL(database.url)
    url.username = appRole
    url.password = 'for this test'
    const app = connect(url.href, 2)
    const server = await startTestServer(url.href)
    try {
      const actor = await db.selectFrom('staff').select('id').executeTakeFirstOrThrow()
      const device = await enrolTestDevice({ db, actor: actor.id, close: () => Promise.resolve() }, server.url)
      await pushTwo(device)
      expect((await device.pull()).ops.length).toBeGreaterThan(2)
      await makeCheckpoint(app, testCenter, Date.now() + 7_200_000)
      expect(await verifyHistory(app, testCenter)).toMatchObject({ ok: true })
      for (const statement of [
        `update op_log set verdict = 'rejected'`,
        `update op_log_${testCenter} set verdict = 'rejected'`,
        `delete from op_log`,
        `delete from op_log_${testCenter}`,
        `truncate op_log`,
        `drop table op_log_${testCenter}`,
        `update checkpoint set at = 0`,
        `delete from checkpoint`,
        `update server_identity set epoch = gen_random_uuid()`,
        `delete from restore_log`,
        `create table mine (n int)`,
      ]) {
        const code = await sql
          .raw(statement)
          .execute(app)
          .then(() => 'done', errorCodeOf)
        expect([statement, code]).toEqual([statement, '42501'])
      }
      expect(await grantToApp(app)).toBe(false)
    } finally {
      await server.stop()
      await app.destroy()
      await sql.raw(`drop owned by ${appRole}`).execute(db)
      await onServer(`drop role ${appRole}`)
    }
  })
})

/** A head so many commits before the newest, as the server signs it. */
const signedHead = async (from: Database, back: number): Promise<Checkpoint> => {
  const signer = await findSigner(from)
  const { rows } = await sql<{ cseq: number; head: string }>`
    select cseq, encode(head, 'hex') as head from op_log order by cseq desc offset ${back} limit 1`.execute(from)
  const { cseq = 0, head = '' } = rows[0] ?? {}
  const at = Date.now()
  return { cseq, head, at, sig: signer?.sign(checkpointText(testCenter, cseq, head, at)) ?? '' }
}

/** What a forger does who can write every table: all chain hashes, heads and positions anew, so that they fit. */
const rebuild = async () => {
  const rows = await db
    .selectFrom('op_log')
    .select(['cseq', 'device', 'inc', 'seq', 'canon', 'verdict'])
    .orderBy('cseq')
    .execute()
  const chains = new Map<string, string>()
  let head = '0'.repeat(64)
  for (const { cseq, device, inc, seq, canon, verdict } of rows) {
    const hash = chainHash(chains.get(`${device}/${inc}`) ?? '0'.repeat(64), canon)
    chains.set(`${device}/${inc}`, hash)
    head = headHash(head, cseq, hash, verdict)
    await sql`
      update op_log set hash = decode(${hash}, 'hex'), head = decode(${head}, 'hex') where cseq = ${cseq}`.execute(db)
    await sql`
      update device_incarnation set ack = ${seq}, last_hash = ${hash} where device = ${device} and inc = ${inc}`.execute(
      db,
    )
  }
  await db.updateTable('center').set({ head }).execute()
}
