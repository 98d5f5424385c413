import { afterEach, describe, expect, it } from 'vitest'
import { anItem } from '../../../domain/case/_testing.ts'
import type { PublicEntry } from '../../../domain/kiosk/public-entry.ts'
import { aPower } from '../../../domain/record/register/_testing.ts'
import { day } from '../../../domain/register/_testing.ts'
import { type TestHost, makeTestHost } from '../_testing.ts'

const hosts: TestHost[] = []
afterEach(async () => {
  for (const host of hosts.splice(0)) await host.remove()
})

const aTerminal = (): TestHost => {
  const host = makeTestHost({ items: [anItem({ phrases: ['符合条件，准予许可。'] })] })
  hosts.push(host)
  host.services.store.transact((writer) => writer.meta.set('scope', JSON.stringify({ kind: 'kiosk' })))
  return host
}

/** Published under ids that nobody could tell the entries by. */
const publish = ({ services }: TestHost, entries: readonly PublicEntry[], from = '2026-11-01') =>
  services.store.transact((writer) => {
    for (const [n, entry] of entries.entries())
      writer.published.put({
        id: n.toString(16).padStart(64, '0'),
        spans: [{ from: day(from), until: null, entry }],
      })
  })
const power = (n: number): PublicEntry => ({
  type: 'register',
  register: 'power_list',
  values: aPower({ code: `990123-A-${n}`, name: n % 25 === 0 ? `渔业捕捞许可${n}` : `取水许可${n}` }),
})

describe('what a public terminal shows', () => {
  it('[KSK-4] a guide is what everybody may read: not what only whoever examines needs, and none that is not offered', async () => {
    const host = aTerminal()
    const { client } = host
    expect(await client.kiosk.terminal()).toMatchObject({ ready: true, today: '2026-11-23', toldAt: null })
    const [hit] = await client.kiosk.guides({ text: '', limit: 5 })
    const guide = await client.kiosk.guide({ id: hit?.id ?? '' })
    expect(guide).toMatchObject({ name: hit?.name })
    expect(guide).not.toHaveProperty('phrases')
    expect(await client.kiosk.guide({ id: 'nowhere' })).toBeNull()
    host.record({ kind: 'item.withdraw', data: { id: hit?.id ?? '' } })
    expect(await client.kiosk.guides({ text: '', limit: 5 })).toEqual([])
    expect(await client.kiosk.guide({ id: hit?.id ?? '' })).toBeNull()
  })

  it('[KSK-5] a register is read twenty at a time, and searched by every word that stands in it', async () => {
    const host = aTerminal()
    publish(
      host,
      Array.from({ length: 130 }, (_, n) => power(n)),
    )
    const list = (text: string, skip = 0) => host.client.kiosk.published({ place: 'power_list', text, skip })
    expect(await host.client.kiosk.places()).toEqual([{ place: 'power_list', count: 130 }])
    expect([(await list('')).entries.length, (await list('')).more]).toEqual([20, true])
    expect([(await list('', 120)).entries.length, (await list('', 120)).more]).toEqual([10, false])
    const fish = await list('渔业 捕捞')
    expect([fish.entries.length, fish.more]).toEqual([6, false])
    expect((await list('渔业 取水')).entries).toEqual([])
    expect((await host.client.kiosk.published({ place: '20-07', text: '', skip: 0 })).entries).toEqual([])
  })

  it('[KSK-5] what is not public today is in no list and counts nowhere', async () => {
    const host = aTerminal()
    publish(host, [power(1)], '2026-12-01')
    expect(await host.client.kiosk.places()).toEqual([])
    expect((await host.client.kiosk.published({ place: 'power_list', text: '', skip: 0 })).entries).toEqual([])
  })
})
