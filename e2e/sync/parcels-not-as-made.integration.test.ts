import { randomUUID } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parcelCaps } from '../../contract/parcel/parcel.ts'
import { writeParcel } from '../../contract/parcel/parcel-file.ts'
import { deviceKeyOf } from '../../electron/host/sync-agent/device-key.ts'
import { parcelSealer } from '../../parcel/parcel-crypto.ts'
import { saveParcel } from '../../parcel/parcel-on-disk.ts'
import { makeTestDatabase } from '../../server/_testing/test-database.ts'
import { configFor, makeTestCenter, testCenter } from '../../server/_testing/test-server.ts'
import { openStore } from '../../server/store/open-store.ts'
import {
  accept,
  atServer,
  exported,
  imageOf,
  must,
  parcelsOf,
  refusedFor,
  refusedWith,
  useStickAndCenter,
} from './_parcels.ts'

const place = useStickAndCenter()

describe('a parcel that is not as it was made', () => {
  it('[PCL-3] is refused on both sides at every flipped byte and every cut, and changes nothing', async () => {
    const a = await place.desk('W51')
    a.perform(accept())
    await exported(a, place.path('out'))
    const back = await place.takenBy(a, 'answered')
    const out = readFileSync(place.path('out'))
    const news = readFileSync(place.path('answered-back'))
    const window = imageOf(a)
    const office = await place.imageOfCenter()
    const bad = place.path('bad')
    const tryBoth = async (of: (bytes: Buffer) => Buffer) => {
      writeFileSync(bad, of(out))
      expect(await place.atCenter('bundle', 'import', '--file', bad)).toMatchObject({ ok: false })
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
    expect(await place.imageOfCenter()).toEqual(office)
    must(await back.back())
  })

  it('[PCL-4] says why: foreign, of another key, the wrong way round, of a later format, or no parcel at all', async () => {
    const a = await place.desk('W52')
    const b = await place.desk('W53')
    a.perform(accept())
    const back = await place.takenBy(a, 'a', b)
    const window = imageOf(b)
    const office = await place.imageOfCenter()
    const file = place.path('a')
    const inCenter = (name: string) => place.atCenter('bundle', 'import', '--file', name)
    const altered = (change: (bytes: Buffer) => void, of = file) => {
      const copy = readFileSync(of)
      change(copy)
      writeFileSync(place.path('altered'), copy)
      return place.path('altered')
    }
    const rewritten = (from: string, to: string, of = file) =>
      altered((bytes) => bytes.write(to, bytes.indexOf(from), 'latin1'), of)
    writeFileSync(place.path('text'), '收件登记表')
    const device = a.store.read.meta.findDevice()?.device ?? ''
    const cases: readonly (readonly [string, string])[] = [
      [place.path('text'), '不是一窗的离线包'],
      [place.path('nowhere'), '读不到这个文件'],
      [place.path('a-back'), '方向不对'],
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
    expect(await inWindow(place.path('text'))).toEqual(refusedFor('not_a_parcel'))
    expect(await inWindow(place.path('nowhere'))).toEqual(refusedFor('parcel_unreadable'))
    expect(await back.back()).toEqual(refusedFor('parcel_foreign_device'))
    const news = place.path('a-back')
    expect(await inWindow(altered((bytes) => bytes.writeUInt16BE(2, 8), news))).toEqual(refusedFor('parcel_newer'))
    expect(await inWindow(rewritten('"990123"', '"990124"', news))).toEqual(refusedFor('parcel_foreign_center'))
    expect(await parcelsOf(a).importFrom(rewritten('"sealedFor":"', '"sealedFor":"0000000000000000', news))).toEqual(
      refusedFor('parcel_other_key'),
    )
    expect(imageOf(b)).toEqual(window)
    expect(await place.imageOfCenter()).toEqual(office)
  })

  it('[PCL-2] [PCL-4] is refused when somebody else made it for us: sealed for the right key, not signed by the other side', async () => {
    const a = await place.desk('W54')
    a.perform(accept())
    // A server of the same name with other keys: the window knows ours.
    const other = await makeTestDatabase(place.database)
    const impostor = await makeTestCenter(other.url)
    const open = await openStore(configFor(other.url))
    try {
      const row = await place.center.db
        .selectFrom('device')
        .selectAll()
        .where('device_no', '=', 'W54')
        .executeTakeFirstOrThrow()
      await impostor.db
        .insertInto('device')
        .values({ ...row, scope: JSON.stringify(row.scope) })
        .execute()
      const { epoch } = await place.center.db.selectFrom('server_identity').select('epoch').executeTakeFirstOrThrow()
      await impostor.db.updateTable('server_identity').set({ epoch }).execute()
      must(
        await atServer(open, 'bundle', 'export', '--center', testCenter, '--device', 'W54', '--out', place.path('n')),
      )
      const before = imageOf(a)
      expect(await parcelsOf(a).importFrom(place.path('n'))).toEqual(refusedFor('parcel_signature'))
      expect(imageOf(a)).toEqual(before)
      // And it cannot open what is for ours.
      await exported(a, place.path('a'))
      expect(await atServer(open, 'bundle', 'import', '--file', place.path('a'))).toMatchObject(
        refusedWith('更早的密钥'),
      )
    } finally {
      await open.close()
      await impostor.close()
      await other.drop()
    }
  })

  it('[PCL-12] is refused in bounds when its maker himself means harm: a frame that unpacks to more than its cap, nested too deep, or of nonsense', async () => {
    const a = await place.desk('W57')
    a.perform(accept())
    const { meta } = a.store.read
    const device = meta.findDevice()
    const key = deviceKeyOf(a.store)
    const office = await place.imageOfCenter()
    const before = process.memoryUsage().rss
    const frames = [
      ' '.repeat(parcelCaps.textBytes + 1),
      '['.repeat(1_000_000),
      '{"proto":1}',
      'null',
      '\u0000',
      JSON.stringify({ proto: 99 }),
    ]
    for (const frame of frames) {
      const texts = async function* (): AsyncGenerator<string, void, void> {
        yield frame
        yield frame
      }
      const header = {
        id: randomUUID(),
        kind: 'ops',
        center: testCenter,
        device: device?.device ?? '',
        madeAt: Date.now(),
      } as const
      const sealer = parcelSealer(key.sign, meta.find('server_seal_key') ?? '')
      must(await saveParcel(place.path('harm'), writeParcel(header, texts(), sealer)))
      expect(await place.atCenter('bundle', 'import', '--file', place.path('harm'))).toMatchObject({ ok: false })
    }
    expect(process.memoryUsage().rss - before).toBeLessThan(300 * 1024 * 1024)
    expect(await place.imageOfCenter()).toEqual(office)
    // Its work is on it still, and comes with the next one that is sound.
    await place.errand(a, 'sound')
    expect(a.agent.status()).toMatchObject({ waiting: 0 })
  })
})
