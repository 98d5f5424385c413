import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { accept, exported, imageOf, must, parcelsOf, refusedFor, useStickAndCenter } from './_parcels.ts'

const place = useStickAndCenter()

describe('the file on the stick', () => {
  it('[PCL-1] shows where it belongs and nothing of what is in it', async () => {
    const a = await place.desk('W55')
    const { caseNo } = a.perform(accept())
    await exported(a, place.path('a'))
    const bytes = readFileSync(place.path('a')).toString('latin1')
    expect(bytes.slice(0, 8)).toBe('YCPARCEL')
    expect(bytes).toContain('"center":"990123"')
    for (const word of [caseNo, 'service.accept', place.center.actor, Buffer.from('青岚').toString('latin1')])
      expect(bytes).not.toContain(word)
  })

  it('[PCL-5] is whole or not there: called off, no room, a file of that name, two at once', async () => {
    const a = await place.desk('W56')
    for (let n = 0; n < 250; n++) a.perform(accept())
    const parcels = parcelsOf(a)
    const seen: number[] = []
    parcels.onChange(() => {
      const { running } = parcels.status()
      if (running === null) return
      seen.push(running.done)
      if (running.done >= 100) parcels.cancel()
    })
    const path = place.path('called-off')
    const before = imageOf(a)
    const [cancelled, second] = await Promise.all([parcels.exportTo(path), parcels.exportTo(place.path('second'))])
    expect(second).toEqual(refusedFor('parcel_busy'))
    expect(cancelled).toEqual(refusedFor('parcel_cancelled'))
    expect(seen).toContain(100)
    for (const name of [path, `${path}.part`, place.path('second')]) expect(existsSync(name)).toBe(false)
    expect(imageOf(a)).toEqual(before)
    expect(await parcelsOf(a).exportTo('/nowhere/at/all.yichuang')).toEqual(refusedFor('parcel_not_written'))
    writeFileSync(place.path('letter'), '不是离线包的文件')
    expect(await parcelsOf(a).exportTo(place.path('letter'))).toEqual(refusedFor('parcel_name_taken'))
    expect(readFileSync(place.path('letter'), 'utf8')).toBe('不是离线包的文件')
    // An older parcel of the name is replaced, at once.
    await exported(a, place.path('same'))
    await exported(a, place.path('same'))
    must(await place.atCenter('bundle', 'import', '--file', place.path('same'), '--out', place.path('back')))
    // Called off in the middle of the history: what is in is in, and the same file brings the rest.
    const reading = parcelsOf(a)
    reading.onChange(() => {
      const { running } = reading.status()
      if (running !== null && running.done > running.total / 2) reading.cancel()
    })
    expect(await reading.importFrom(place.path('back'))).toEqual(refusedFor('parcel_cancelled'))
    must(await parcelsOf(a).importFrom(place.path('back')))
    expect(a.agent.status()).toMatchObject({ waiting: 0 })
    expect(parcelsOf(a).status()).toMatchObject({ running: null, lastOut: { operations: 250 } })
    await place.verified(a)
  })
})
