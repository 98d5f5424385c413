import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aDisclosureIntake, aServiceIntake, anApplicant, day } from '../../domain/case/_testing.ts'
import { parcelsOf, type Stick, atServer, errand, exported, makeStick, must } from './_parcels.ts'
import { type TestDatabase, makeTestDatabase } from '../../server/_testing/test-database.ts'
import {
  type TestCenter,
  configFor,
  makeTestCenter,
  startTestServer,
  testCenter,
} from '../../server/_testing/test-server.ts'
import { verifyHistory } from '../../server/audit/verify-history.ts'
import type { RunningServer } from '../../server/serve.ts'
import { type ServerStore, openStore } from '../../server/store/open-store.ts'
import { type TestDesk, freePort, openDesk } from './_testing.ts'

let database: TestDatabase
let center: TestCenter
let port: number
let url: string
let server: RunningServer | null = null
let atCenter: ServerStore
let stick: Stick
const desks: TestDesk[] = []

beforeAll(async () => {
  database = await makeTestDatabase()
  center = await makeTestCenter(database.url)
  atCenter = await openStore(configFor(database.url))
  port = await freePort()
  url = `http://127.0.0.1:${port}`
})
beforeEach(() => {
  stick = makeStick()
})
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.remove()
  await networkDown()
  stick.remove()
})
afterAll(async () => {
  await atCenter.close()
  await center.close()
  await database.drop()
})

const networkUp = async () => {
  server ??= await startTestServer(database.url, { listen: { host: '127.0.0.1', port, tls: null } })
}
const networkDown = async () => {
  await server?.stop()
  server = null
}
/** Enrolled while there was a network; it says hello once and is alone from then on. */
const desk = async (deviceNo: string): Promise<TestDesk> => {
  await networkUp()
  const opened = await openDesk(center, url, deviceNo)
  desks.push(opened)
  await networkDown()
  return opened
}
const accept = () => ({ kind: 'service.accept', intake: aServiceIntake({ applicant: anApplicant() }) }) as const
const register = () =>
  ({
    kind: 'disclosure.register',
    intake: aDisclosureIntake({ arrivedOn: day('2026-09-28'), channel: 'online' }),
  }) as const
const confirm = { kind: 'disclosure.confirm', confirmedOn: day('2026-09-28') } as const
const officer = { role: 'disclosure_officer' } as const

/** Everything that a store holds, but what it was last told. */
const imageOf = ({ store }: TestDesk) => ({
  cursor: store.read.sync.cursor(testCenter),
  position: store.read.sync.position(),
  tip: store.read.sync.tip(),
  unconfirmed: store.read.sync.countUnconfirmed(),
  attention: store.read.sync.attention(100),
})
const imageOfCenter = async () => ({
  center: await center.db.selectFrom('center').select(['cseq', 'head']).execute(),
  devices: await center.db.selectFrom('device').selectAll().orderBy('id').execute(),
  incarnations: await center.db.selectFrom('device_incarnation').selectAll().orderBy('inc').execute(),
  intake: await center.db.selectFrom('intake').selectAll().execute(),
})
const takenBy = async (from: TestDesk, name: string, to = from) => {
  await exported(from, stick.path(name))
  return atServer(atCenter, 'bundle', 'import', '--file', stick.path(name), '--out', stick.path(`${name}-back`)).then(
    (done) => ({ done, back: () => parcelsOf(to).importFrom(stick.path(`${name}-back`)) }),
  )
}
const refusedWith = (words: string) => ({ ok: false, error: expect.stringContaining(words) })
const refusedFor = (code: string) => ({ ok: false, error: code })
const verified = async (...all: readonly TestDesk[]) => {
  for (const { store } of all) expect(store.verify()).toMatchObject({ ok: true, problems: [] })
  expect(await verifyHistory(center.db, testCenter)).toMatchObject({ ok: true })
}

describe('parcels on a stick', () => {
  it('[PCL-6] [PCL-7] carry three weeks of two windows without network: everything is at the center and at both, with its verdict', async () => {
    const a = await desk('W41')
    const b = await desk('W42')
    const { caseId, caseNo } = a.perform(register(), officer)
    for (let week = 1; week <= 3; week++) {
      for (let n = 0; n < 120; n++) a.perform(accept())
      b.perform(accept())
      await errand(a, atCenter, stick, `a${week}`)
      await errand(b, atCenter, stick, `b${week}`)
    }
    expect(b.store.read.cases.find(caseId)?.state.caseNo).toBe(caseNo)
    // Both move it, and the stick of b comes first.
    a.perform(confirm, { caseId, base: 1, ...officer })
    b.perform(confirm, { caseId, base: 1, ...officer })
    await errand(b, atCenter, stick, 'b4')
    expect(await errand(a, atCenter, stick, 'a4')).toMatchObject({ exportAgain: false })
    await errand(b, atCenter, stick, 'b5')
    for (const { agent } of [a, b]) expect(agent.status()).toMatchObject({ waiting: 0 })
    expect(a.agent.report().attention).toMatchObject([{ kind: 'disclosure.confirm', verdict: 'conflict' }])
    expect(b.agent.report().attention).toEqual([])
    expect(a.store.read.sync.cursor(testCenter)).toEqual(b.store.read.sync.cursor(testCenter))
    const stored = await center.db.selectFrom('case_state').select(['id', 'state']).execute()
    expect(stored.length).toBe(364)
    for (const { id, state } of stored)
      for (const { store } of [a, b]) expect(store.read.cases.find(id)?.state).toEqual(state)
    await verified(a, b)
  })

  it('[PCL-6] [PCL-7] twice, late and in the wrong order they change nothing, and what is lost on the way is in the next one', async () => {
    const a = await desk('W43')
    a.perform(accept())
    await exported(a, stick.path('one'))
    a.perform(accept())
    await exported(a, stick.path('two'))
    expect(a.agent.status()).toMatchObject({ waiting: 2, unconfirmed: 2 })
    const import_ = (name: string) =>
      atServer(atCenter, 'bundle', 'import', '--file', stick.path(name), '--out', stick.path(`${name}-back`))
    expect(await import_('two')).toMatchObject({
      ok: true,
      value: { json: { operations: 2, fresh: 2, refused: null } },
    })
    const head = (await imageOfCenter()).center
    // The older parcel, and the same again.
    for (const name of ['one', 'two', 'one'])
      expect(await import_(name)).toMatchObject({ ok: true, value: { json: { fresh: 0, refused: null } } })
    expect((await imageOfCenter()).center).toEqual(head)
    expect(must(await parcelsOf(a).importFrom(stick.path('two-back'))).operations).toBeGreaterThan(0)
    const after = imageOf(a)
    expect(after.position).toEqual({ ack: 2, last: 2 })
    for (const name of ['one-back', 'two-back', 'one-back'])
      expect(must(await parcelsOf(a).importFrom(stick.path(name)))).toMatchObject({ operations: 0, exportAgain: false })
    expect(imageOf(a)).toEqual(after)
    // A stick that is lost on its way.
    a.perform(accept())
    await exported(a, stick.path('lost'))
    a.perform(accept())
    await errand(a, atCenter, stick, 'found')
    expect(a.agent.status()).toMatchObject({ waiting: 0, attention: 0 })
    await verified(a)
  })

  it('[PCL-7] half by network and half by stick is the same', async () => {
    const a = await desk('W44')
    const b = await desk('W45')
    for (let n = 0; n < 5; n++) a.perform(accept())
    await exported(a, stick.path('a'))
    await exported(b, stick.path('b'))
    await networkUp()
    await a.agent.now()
    for (let n = 0; n < 5; n++) a.perform(accept())
    await a.agent.now()
    // What is in the parcel came by network since.
    expect(must(await atServer(atCenter, 'bundle', 'import', '--file', stick.path('a'))).json).toMatchObject({
      fresh: 0,
    })
    must(await atServer(atCenter, 'bundle', 'import', '--file', stick.path('b'), '--out', stick.path('b-back')))
    // And b reads by network what is in its answer as well.
    await b.agent.now()
    a.perform(accept())
    await a.agent.now()
    await networkDown()
    expect(must(await parcelsOf(b).importFrom(stick.path('b-back')))).toMatchObject({ operations: 0 })
    // News that begins behind what b has read, and reaches past it.
    must(
      await atServer(atCenter, 'bundle', 'export', '--center', testCenter, '--device', 'W45', '--out', stick.path('n')),
    )
    expect(must(await parcelsOf(b).importFrom(stick.path('n'))).operations).toBeGreaterThan(0)
    expect(imageOf(a).cursor).toEqual(imageOf(b).cursor)
    await verified(a, b)
  })

  it('[PCL-7] news that leaves out earlier news is refused, and the next errand brings both', async () => {
    const a = await desk('W46')
    a.perform(accept())
    const first = await takenBy(a, 'first')
    must(await first.back())
    const old = await a.copy()
    a.perform(accept())
    await errand(a, atCenter, stick, 'second')
    a.perform(accept())
    const third = await takenBy(a, 'third')
    // The window goes back to how it was after the first errand: its disk broke, and a copy was put in.
    await old()
    const before = imageOf(a)
    expect(await third.back()).toEqual(refusedFor('parcel_gap'))
    expect(imageOf(a)).toEqual(before)
    await errand(a, atCenter, stick, 'again')
    expect(
      a.store.read.cases
        .list({ text: '', kinds: [], statuses: [], openOnly: false, order: 'newest', cursor: null, limit: 50 })
        .rows.filter(({ caseNo }) => caseNo.includes('-W46-')),
    ).toHaveLength(3)
    await verified(a)
  })

  it('[PCL-7] a window whose chain was continued by a copy of it is told by the answer, and begins anew without losing an act', async () => {
    const a = await desk('W47')
    const { caseId } = a.perform(accept())
    await errand(a, atCenter, stick, 'first')
    const old = await a.copy()
    const lost = a.perform(accept())
    await errand(a, atCenter, stick, 'second')
    await old()
    const printed = { kind: 'letter.print', letter: 'service_acceptance', templateVersion: '1', copies: 2 } as const
    a.perform(printed, { caseId, base: 1 })
    const other = await takenBy(a, 'third')
    expect(other.done).toMatchObject({ ok: true, value: { bad: true, json: { refused: 'fork', fresh: 0 } } })
    expect(must(await other.back())).toMatchObject({ exportAgain: true })
    // The same answer once more speaks of a chain that has ended.
    const after = imageOf(a)
    must(await other.back())
    expect(imageOf(a)).toEqual(after)
    await errand(a, atCenter, stick, 'fourth')
    expect(a.agent.status()).toMatchObject({ waiting: 0, attention: 0 })
    expect(a.store.read.cases.find(lost.caseId)).not.toBeNull()
    const done = await center.db.selectFrom('op_log').select(['kind', 'verdict']).where('entity', '=', caseId).execute()
    expect(done).toContainEqual({ kind: 'letter.print', verdict: 'applied' })
    await verified(a)
  })

  it('[PCL-8] a window that never spoke with the server, and one whose server was restored, are told to go online', async () => {
    const a = await desk('W48')
    a.perform(accept())
    await exported(a, stick.path('before'))
    const epoch = randomUUID()
    const { epoch: was } = await center.db.selectFrom('server_identity').select('epoch').executeTakeFirstOrThrow()
    const back = await takenBy(a, 'answered')
    await center.db.updateTable('server_identity').set({ epoch }).execute()
    const before = await imageOfCenter()
    expect(await atServer(atCenter, 'bundle', 'import', '--file', stick.path('before'))).toMatchObject({
      ok: true,
      value: { bad: true, json: { fresh: 0, refused: 'epoch_changed', answer: null } },
    })
    expect(await imageOfCenter()).toEqual(before)
    must(
      await atServer(atCenter, 'bundle', 'export', '--center', testCenter, '--device', 'W48', '--out', stick.path('n')),
    )
    const desk_ = imageOf(a)
    expect(await parcelsOf(a).importFrom(stick.path('n'))).toEqual(refusedFor('epoch_changed'))
    expect(imageOf(a)).toEqual(desk_)
    await center.db.updateTable('server_identity').set({ epoch: was }).execute()
    must(await back.back())
    a.store.transact((writer) => writer.meta.remove('server_seal_key'))
    expect(await parcelsOf(a).exportTo(stick.path('none'))).toEqual(refusedFor('parcel_not_introduced'))
    expect(existsSync(stick.path('none'))).toBe(false)
  })

  it('[PCL-6] what a revoked window still had is kept for a person, and it gets no news', async () => {
    const a = await desk('W49')
    a.perform(accept())
    await exported(a, stick.path('late'))
    must(await atServer(atCenter, 'revoke-device', '--center', testCenter, '--device', 'W49'))
    const done = await atServer(atCenter, 'bundle', 'import', '--file', stick.path('late'), '--out', stick.path('no'))
    expect(done).toMatchObject({ ok: true, value: { json: { operations: 1, intake: true, answer: null } } })
    expect(existsSync(stick.path('no'))).toBe(false)
    expect(must(await atServer(atCenter, 'intake', 'list', '--center', testCenter)).json).toMatchObject([
      { deviceNo: 'W49', operations: 1 },
    ])
  })
})

describe('a parcel that is not as it was made', () => {
  it('[PCL-3] is refused on both sides at every flipped byte and every cut, and changes nothing', async () => {
    const a = await desk('W51')
    a.perform(accept())
    await exported(a, stick.path('out'))
    const back = await takenBy(a, 'answered')
    const out = readFileSync(stick.path('out'))
    const news = readFileSync(stick.path('answered-back'))
    const window = imageOf(a)
    const office = await imageOfCenter()
    const bad = stick.path('bad')
    const tryBoth = async (of: (bytes: Buffer) => Buffer) => {
      writeFileSync(bad, of(out))
      expect(await atServer(atCenter, 'bundle', 'import', '--file', bad)).toMatchObject({ ok: false })
      writeFileSync(bad, of(news))
      expect(await parcelsOf(a).importFrom(bad)).toMatchObject({ ok: false })
    }
    for (let at = 0; at < Math.max(out.length, news.length); at++) {
      await tryBoth((bytes) => {
        const copy = Buffer.from(bytes)
        const place = at % copy.length
        copy[place] = (copy[place] ?? 0) ^ (1 << (at % 8))
        return copy
      })
      if (at % 7 === 0) await tryBoth((bytes) => bytes.subarray(0, at % bytes.length))
    }
    for (let cut = 1; cut <= 90; cut++) await tryBoth((bytes) => bytes.subarray(0, bytes.length - cut))
    await tryBoth((bytes) => Buffer.concat([bytes, Buffer.from([0])]))
    expect(imageOf(a)).toEqual(window)
    expect(await imageOfCenter()).toEqual(office)
    must(await back.back())
  })

  it('[PCL-4] says why: foreign, of another key, the wrong way round, of a later format, or no parcel at all', async () => {
    const a = await desk('W52')
    const b = await desk('W53')
    a.perform(accept())
    const back = await takenBy(a, 'a', b)
    const window = imageOf(b)
    const office = await imageOfCenter()
    const file = stick.path('a')
    const inCenter = (name: string) => atServer(atCenter, 'bundle', 'import', '--file', name)
    const altered = (change: (bytes: Buffer) => void, of = file) => {
      const copy = readFileSync(of)
      change(copy)
      writeFileSync(stick.path('altered'), copy)
      return stick.path('altered')
    }
    const rewritten = (from: string, to: string, of = file) =>
      altered((bytes) => bytes.write(to, bytes.indexOf(from), 'latin1'), of)
    writeFileSync(stick.path('text'), '收件登记表')
    const device = a.store.read.meta.findDevice()?.device ?? ''
    const cases: readonly (readonly [string, string])[] = [
      [stick.path('text'), '不是一窗的离线包'],
      [stick.path('nowhere'), '读不到这个文件'],
      [stick.path('a-back'), '方向不对'],
      [altered((bytes) => bytes.writeUInt16BE(2, 8)), '更新版本'],
    ]
    for (const [name, words] of cases) expect(await inCenter(name)).toMatchObject(refusedWith(words))
    expect(await inCenter(rewritten('"990123"', '"990124"'))).toMatchObject(refusedWith('别的中心'))
    expect(await inCenter(rewritten(device, randomUUID()))).toMatchObject(refusedWith('别的设备'))
    expect(await inCenter(rewritten('"sealedFor":"', '"sealedFor":"0000000000000000'))).toMatchObject(
      refusedWith('更早的密钥'),
    )
    // As if another window had made it: its key did not sign it.
    expect(await inCenter(rewritten(device, b.store.read.meta.findDevice()?.device ?? ''))).toMatchObject(
      refusedWith('已损坏'),
    )
    const inWindow = (name: string) => parcelsOf(b).importFrom(name)
    expect(await inWindow(file)).toEqual(refusedFor('parcel_direction'))
    expect(await inWindow(stick.path('text'))).toEqual(refusedFor('not_a_parcel'))
    expect(await inWindow(stick.path('nowhere'))).toEqual(refusedFor('parcel_unreadable'))
    expect(await back.back()).toEqual(refusedFor('parcel_foreign_device'))
    const news = stick.path('a-back')
    expect(await inWindow(altered((bytes) => bytes.writeUInt16BE(2, 8), news))).toEqual(refusedFor('parcel_newer'))
    expect(await inWindow(rewritten('"990123"', '"990124"', news))).toEqual(refusedFor('parcel_foreign_center'))
    expect(await parcelsOf(a).importFrom(rewritten('"sealedFor":"', '"sealedFor":"0000000000000000', news))).toEqual(
      refusedFor('parcel_other_key'),
    )
    expect(imageOf(b)).toEqual(window)
    expect(await imageOfCenter()).toEqual(office)
  })

  it('[PCL-2] [PCL-4] is refused when somebody else made it for us: sealed for the right key, not signed by the other side', async () => {
    const a = await desk('W54')
    a.perform(accept())
    // A server of the same name with other keys: the window knows ours.
    const other = await makeTestDatabase(database)
    const impostor = await makeTestCenter(other.url)
    const open = await openStore(configFor(other.url))
    try {
      const row = await center.db
        .selectFrom('device')
        .selectAll()
        .where('device_no', '=', 'W54')
        .executeTakeFirstOrThrow()
      await impostor.db
        .insertInto('device')
        .values({ ...row, scope: JSON.stringify(row.scope) })
        .execute()
      const { epoch } = await center.db.selectFrom('server_identity').select('epoch').executeTakeFirstOrThrow()
      await impostor.db.updateTable('server_identity').set({ epoch }).execute()
      must(
        await atServer(open, 'bundle', 'export', '--center', testCenter, '--device', 'W54', '--out', stick.path('n')),
      )
      const before = imageOf(a)
      expect(await parcelsOf(a).importFrom(stick.path('n'))).toEqual(refusedFor('parcel_signature'))
      expect(imageOf(a)).toEqual(before)
      // And it cannot open what is for ours.
      await exported(a, stick.path('a'))
      expect(await atServer(open, 'bundle', 'import', '--file', stick.path('a'))).toMatchObject(
        refusedWith('更早的密钥'),
      )
    } finally {
      await open.close()
      await impostor.close()
      await other.drop()
    }
  })
})

describe('the file on the stick', () => {
  it('[PCL-1] shows where it belongs and nothing of what is in it', async () => {
    const a = await desk('W55')
    const { caseNo } = a.perform(accept())
    await exported(a, stick.path('a'))
    const bytes = readFileSync(stick.path('a')).toString('latin1')
    expect(bytes.slice(0, 8)).toBe('YCPARCEL')
    expect(bytes).toContain('"center":"990123"')
    for (const word of [caseNo, 'service.accept', center.actor, Buffer.from('青岚').toString('latin1')])
      expect(bytes).not.toContain(word)
  })

  it('[PCL-5] is whole or not there: called off, no room, a file of that name, two at once', async () => {
    const a = await desk('W56')
    for (let n = 0; n < 250; n++) a.perform(accept())
    const parcels = parcelsOf(a)
    const seen: number[] = []
    parcels.onChange(() => {
      const { running } = parcels.status()
      if (running === null) return
      seen.push(running.done)
      if (running.done >= 100) parcels.cancel()
    })
    const path = stick.path('called-off')
    const before = imageOf(a)
    const [cancelled, second] = await Promise.all([parcels.exportTo(path), parcels.exportTo(stick.path('second'))])
    expect(second).toEqual(refusedFor('parcel_busy'))
    expect(cancelled).toEqual(refusedFor('parcel_cancelled'))
    expect(seen).toContain(100)
    for (const name of [path, `${path}.part`, stick.path('second')]) expect(existsSync(name)).toBe(false)
    expect(imageOf(a)).toEqual(before)
    expect(await parcelsOf(a).exportTo('/nowhere/at/all.yichuang')).toEqual(refusedFor('parcel_not_written'))
    writeFileSync(stick.path('letter'), '不是离线包的文件')
    expect(await parcelsOf(a).exportTo(stick.path('letter'))).toEqual(refusedFor('parcel_name_taken'))
    expect(readFileSync(stick.path('letter'), 'utf8')).toBe('不是离线包的文件')
    // An older parcel of the name is replaced, at once.
    await exported(a, stick.path('same'))
    await exported(a, stick.path('same'))
    must(await atServer(atCenter, 'bundle', 'import', '--file', stick.path('same'), '--out', stick.path('back')))
    // Called off in the middle of the history: what is in is in, and the same file brings the rest.
    const reading = parcelsOf(a)
    reading.onChange(() => {
      const { running } = reading.status()
      if (running !== null && running.done > running.total / 2) reading.cancel()
    })
    expect(await reading.importFrom(stick.path('back'))).toEqual(refusedFor('parcel_cancelled'))
    must(await parcelsOf(a).importFrom(stick.path('back')))
    expect(a.agent.status()).toMatchObject({ waiting: 0 })
    expect(parcelsOf(a).status()).toMatchObject({ running: null, lastOut: { operations: 250 } })
    await verified(a)
  })
})
