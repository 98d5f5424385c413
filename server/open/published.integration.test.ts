import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '../../domain/case/_testing.ts'
import { aPower, aResult, addPower, registerOn } from '../../domain/record/register/_testing.ts'
import type { RegisterEntry } from '../../domain/record/register/register-record.ts'
import { testCenter } from '../_testing/test-server.ts'
import { useTestServer } from '../_testing/use-test-server.ts'
import { aToken, askOpen } from './_testing.ts'

const at = useTestServer()
let ask: ReturnType<typeof askOpen>
const powers = 23

const put = async (entry: RegisterEntry) => {
  const state = { ...entry, id: uuidv7() }
  await at.center.db
    .insertInto('record_state')
    .values({
      center: testCenter,
      id: state.id,
      kind: state.kind,
      status: state.status,
      rec_key: null,
      version: 1,
      state: sql<RegisterEntry>`${JSON.stringify(state)}::jsonb`,
    })
    .execute()
}

beforeAll(async () => {
  ask = askOpen(at.server.url, await aToken(at.center.db))
  const { done } = registerOn('2026-11-03')
  for (let n = 1; n <= powers; n++) {
    const values = aPower({
      code: `990123-A-${String(n).padStart(3, '0')}`,
      name: n === 7 ? '取水許可（延续）' : '排污许可',
    })
    await put(done(null, addPower({ values })))
  }
  const licence = { kind: 'licence', fineFen: null, penaltyClass: null, publishedOn: '2026-11-03' }
  const values = aResult({ ...licence, party: '周*静', partyKind: 'person' })
  const result = addPower({ register: 'enforcement_results', values })
  const entry = done(null, result)
  // As it would stand there if it had been overlooked at every window.
  await put({
    ...entry,
    versions: entry.versions.map((version) => ({ ...version, values: { ...version.values, party: '周文静' } })),
  })
  // Comes into force later: nobody may read it today.
  const coming = aPower({ code: '990123-A-900', name: '将来的许可' })
  await put(done(null, addPower({ values: coming, from: day('2099-01-01') })))
})

interface Page {
  readonly entries: { readonly id: string; readonly entry: { readonly register: string; readonly values: object } }[]
  readonly next: string | null
}
const page = async (query: string): Promise<Page> => {
  const { status, body } = await ask('GET', `published?${query}`)
  expect(status).toBe(200)
  return body as Page
}
const all = async (query: string) => {
  const pages = [await page(query)]
  for (let next = pages[0]?.next; next !== null && next !== undefined;) {
    const more = await page(`${query}&cursor=${next}`)
    pages.push(more)
    next = more.next
  }
  return { entries: pages.flatMap(({ entries }) => entries), pages: pages.length }
}

describe('what is published', () => {
  it('[OPN-7] is read page by page, each entry once, and nothing that is not to be read today', async () => {
    const { entries, pages } = await all('register=power_list&limit=5')
    expect(pages).toBe(5)
    expect(entries).toHaveLength(powers)
    expect(new Set(entries.map(({ id }) => id)).size).toBe(powers)
    expect(JSON.stringify(entries)).not.toContain('将来的许可')
    expect((await all('type=information')).entries).toEqual([])
  })

  it('[OPN-7] is found by words as they are shown, traditional characters too, and not by what is masked', async () => {
    const found = await all(`q=${encodeURIComponent('取水 许可')}`)
    expect(found.entries.map(({ entry }) => entry.values)).toMatchObject([{ code: '990123-A-007' }])
    const results = await all('register=enforcement_results')
    expect(results.entries).toHaveLength(1)
    expect(JSON.stringify(results)).not.toContain('周文静')
    expect((await all(`q=${encodeURIComponent('周文静')}`)).entries).toEqual([])
  })

  it('[OPN-7] does not begin at a cursor that is none, and takes no question that makes no sense', async () => {
    const { next } = await page('limit=1')
    expect(await ask('GET', `published?cursor=${next?.slice(1)}`)).toMatchObject({ status: 410, code: 'CURSOR_GONE' })
    for (const query of ['limit=0', 'limit=101', 'register=nothing', 'type=all', `q=${'长'.repeat(101)}`, 'more=1'])
      expect((await ask('GET', `published?${query}`)).status).toBe(400)
  })
})
