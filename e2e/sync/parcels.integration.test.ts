import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { aDisclosureIntake, day } from '../../domain/case/_testing.ts'
import { testCenter } from '../../server/_testing/test-server.ts'
import { accept, exported, imageOf, must, parcelsOf, refusedFor, useStickAndCenter } from './_parcels.ts'

const place = useStickAndCenter()

const register = () =>
  ({
    kind: 'disclosure.register',
    intake: aDisclosureIntake({ arrivedOn: day('2026-09-28'), channel: 'online' }),
  }) as const
const confirm = { kind: 'disclosure.confirm', confirmedOn: day('2026-09-28') } as const
const officer = { role: 'disclosure_officer' } as const

describe('parcels on a stick', () => {
  it('[PCL-6] [PCL-7] carry three weeks of two windows without network: everything is at the center and at both, with its verdict', async () => {
    const a = await place.desk('W41')
    const b = await place.desk('W42')
    const { caseId, caseNo } = a.perform(register(), officer)
    // The first parcel is of more than one batch.
    for (const [week, acts] of [110, 5, 5].entries()) {
      for (let n = 0; n < acts; n++) a.perform(accept())
      b.perform(accept())
      await place.errand(a, `a${week}`)
      await place.errand(b, `b${week}`)
    }
    expect(b.store.read.cases.find(caseId)?.state.caseNo).toBe(caseNo)
    // Both move it, and the stick of b comes first.
    a.perform(confirm, { caseId, base: 1, ...officer })
    b.perform(confirm, { caseId, base: 1, ...officer })
    await place.errand(b, 'b4')
    expect(await place.errand(a, 'a4')).toMatchObject({ exportAgain: false })
    await place.errand(b, 'b5')
    for (const { agent } of [a, b]) expect(agent.status()).toMatchObject({ waiting: 0 })
    expect(a.agent.report().attention).toMatchObject([{ kind: 'disclosure.confirm', verdict: 'conflict' }])
    expect(b.agent.report().attention).toEqual([])
    expect(a.store.read.sync.cursor(testCenter)).toEqual(b.store.read.sync.cursor(testCenter))
    const stored = await place.center.db.selectFrom('case_state').select(['id', 'state']).execute()
    expect(stored.length).toBe(124)
    for (const { id, state } of stored)
      for (const { store } of [a, b]) expect(store.read.cases.find(id)?.state).toEqual(state)
    await place.verified(a, b)
  })

  it('[PCL-6] [PCL-7] twice, late and in the wrong order they change nothing, and what is lost on the way is in the next one', async () => {
    const a = await place.desk('W43')
    a.perform(accept())
    await exported(a, place.path('one'))
    a.perform(accept())
    await exported(a, place.path('two'))
    expect(a.agent.status()).toMatchObject({ waiting: 2, unconfirmed: 2 })
    const import_ = (name: string) =>
      place.atCenter('bundle', 'import', '--file', place.path(name), '--out', place.path(`${name}-back`))
    expect(await import_('two')).toMatchObject({
      ok: true,
      value: { json: { operations: 2, fresh: 2, refused: null } },
    })
    const head = (await place.imageOfCenter()).center
    // The older parcel, and the same again.
    for (const name of ['one', 'two', 'one'])
      expect(await import_(name)).toMatchObject({ ok: true, value: { json: { fresh: 0, refused: null } } })
    expect((await place.imageOfCenter()).center).toEqual(head)
    expect(must(await parcelsOf(a).importFrom(place.path('two-back'))).operations).toBeGreaterThan(0)
    const after = imageOf(a)
    expect(after.position).toEqual({ ack: 2, last: 2 })
    for (const name of ['one-back', 'two-back', 'one-back'])
      expect(must(await parcelsOf(a).importFrom(place.path(name)))).toMatchObject({ operations: 0, exportAgain: false })
    expect(imageOf(a)).toEqual(after)
    // A stick that is lost on its way.
    a.perform(accept())
    await exported(a, place.path('lost'))
    a.perform(accept())
    await place.errand(a, 'found')
    expect(a.agent.status()).toMatchObject({ waiting: 0, attention: 0 })
    await place.verified(a)
  })

  it('[PCL-13] says whom a parcel is for, and of one that brings nothing whether it was taken before or is an older one', async () => {
    const a = await place.desk('W59')
    a.perform(accept())
    const made = must(await parcelsOf(a).exportTo(place.path('out')))
    expect(made).toMatchObject({
      file: 'out.yichuang',
      receiver: a.store.read.reference.findCenter()?.name,
      operations: 1,
    })
    must(await place.atCenter('bundle', 'import', '--file', place.path('out'), '--out', place.path('back')))
    const news = () =>
      place.atCenter('bundle', 'export', '--center', testCenter, '--device', 'W59', '--out', place.path('n'))
    const was = async (file: string) => must(await parcelsOf(a).importFrom(place.path(file))).was
    expect([await was('back'), await was('back')]).toEqual(['new', 'taken_before'])
    must(await news())
    expect([await was('n'), await was('n')]).toEqual(['nothing_new', 'taken_before'])
    a.perform(accept())
    await place.errand(a, 'later')
    expect([await was('back'), await was('n')]).toEqual(['older', 'older'])
    await place.verified(a)
  })

  it('[PCL-7] half by network and half by stick is the same', async () => {
    const a = await place.desk('W44')
    const b = await place.desk('W45')
    for (let n = 0; n < 5; n++) a.perform(accept())
    await exported(a, place.path('a'))
    await exported(b, place.path('b'))
    await place.networkUp()
    await a.agent.now()
    for (let n = 0; n < 5; n++) a.perform(accept())
    await a.agent.now()
    // What is in the parcel came by network since.
    expect(must(await place.atCenter('bundle', 'import', '--file', place.path('a'))).json).toMatchObject({
      fresh: 0,
    })
    must(await place.atCenter('bundle', 'import', '--file', place.path('b'), '--out', place.path('b-back')))
    // And b reads by network what is in its answer as well.
    await b.agent.now()
    a.perform(accept())
    await a.agent.now()
    await place.networkDown()
    expect(must(await parcelsOf(b).importFrom(place.path('b-back')))).toMatchObject({ operations: 0 })
    // News that begins behind what b has read, and reaches past it.
    must(await place.atCenter('bundle', 'export', '--center', testCenter, '--device', 'W45', '--out', place.path('n')))
    expect(must(await parcelsOf(b).importFrom(place.path('n'))).operations).toBeGreaterThan(0)
    expect(imageOf(a).cursor).toEqual(imageOf(b).cursor)
    await place.verified(a, b)
  })

  it('[PCL-7] news that leaves out earlier news is refused, and the next errand brings both', async () => {
    const a = await place.desk('W46')
    a.perform(accept())
    const first = await place.takenBy(a, 'first')
    must(await first.back())
    const old = await a.copy()
    a.perform(accept())
    await place.errand(a, 'second')
    a.perform(accept())
    const third = await place.takenBy(a, 'third')
    // The window goes back to how it was after the first errand: its disk broke, and a copy was put in.
    await old()
    const before = imageOf(a)
    expect(await third.back()).toEqual(refusedFor('parcel_gap'))
    expect(imageOf(a)).toEqual(before)
    await place.errand(a, 'again')
    expect(
      a.store.read.cases
        .list({ text: '', kinds: [], statuses: [], openOnly: false, order: 'newest', cursor: null, limit: 50 })
        .rows.filter(({ caseNo }) => caseNo.includes('-W46-')),
    ).toHaveLength(3)
    await place.verified(a)
  })

  it('[PCL-7] a window whose chain was continued by a copy of it is told by the answer, and begins anew without losing an act', async () => {
    const a = await place.desk('W47')
    const { caseId } = a.perform(accept())
    await place.errand(a, 'first')
    const old = await a.copy()
    const lost = a.perform(accept())
    await place.errand(a, 'second')
    await old()
    const printed = { kind: 'letter.print', letter: 'service_acceptance', templateVersion: '1', copies: 2 } as const
    a.perform(printed, { caseId, base: 1 })
    const other = await place.takenBy(a, 'third')
    expect(other.done).toMatchObject({ ok: true, value: { bad: true, json: { refused: 'fork', fresh: 0 } } })
    expect(must(await other.back())).toMatchObject({ exportAgain: true })
    // The same answer once more speaks of a chain that has ended.
    const after = imageOf(a)
    must(await other.back())
    expect(imageOf(a)).toEqual(after)
    await place.errand(a, 'fourth')
    expect(a.agent.status()).toMatchObject({ waiting: 0, attention: 0 })
    expect(a.store.read.cases.find(lost.caseId)).not.toBeNull()
    const done = await place.center.db
      .selectFrom('op_log')
      .select(['kind', 'verdict'])
      .where('entity', '=', caseId)
      .execute()
    expect(done).toContainEqual({ kind: 'letter.print', verdict: 'applied' })
    await place.verified(a)
  })

  it('[PCL-8] a window that never spoke with the server, and one whose server was restored, are told to go online', async () => {
    const a = await place.desk('W48')
    a.perform(accept())
    await exported(a, place.path('before'))
    const epoch = randomUUID()
    const { epoch: was } = await place.center.db.selectFrom('server_identity').select('epoch').executeTakeFirstOrThrow()
    const back = await place.takenBy(a, 'answered')
    await place.center.db.updateTable('server_identity').set({ epoch }).execute()
    const before = await place.imageOfCenter()
    expect(await place.atCenter('bundle', 'import', '--file', place.path('before'))).toMatchObject({
      ok: true,
      value: { bad: true, json: { fresh: 0, refused: 'epoch_changed', answer: null } },
    })
    expect(await place.imageOfCenter()).toEqual(before)
    must(await place.atCenter('bundle', 'export', '--center', testCenter, '--device', 'W48', '--out', place.path('n')))
    const desk_ = imageOf(a)
    expect(await parcelsOf(a).importFrom(place.path('n'))).toEqual(refusedFor('epoch_changed'))
    expect(imageOf(a)).toEqual(desk_)
    await place.center.db.updateTable('server_identity').set({ epoch: was }).execute()
    must(await back.back())
    a.store.transact((writer) => writer.meta.remove('server_seal_key'))
    expect(await parcelsOf(a).exportTo(place.path('none'))).toEqual(refusedFor('parcel_not_introduced'))
    expect(existsSync(place.path('none'))).toBe(false)
  })

  it('[PCL-6] what a revoked window still had is kept for a person, and it gets no news', async () => {
    const a = await place.desk('W49')
    a.perform(accept())
    await exported(a, place.path('late'))
    must(await place.atCenter('revoke-device', '--center', testCenter, '--device', 'W49'))
    const done = await place.atCenter('bundle', 'import', '--file', place.path('late'), '--out', place.path('no'))
    expect(done).toMatchObject({ ok: true, value: { json: { operations: 1, intake: true, answer: null } } })
    expect(existsSync(place.path('no'))).toBe(false)
    expect(must(await place.atCenter('intake', 'list', '--center', testCenter)).json).toMatchObject([
      { deviceNo: 'W49', operations: 1 },
    ])
  })
})
