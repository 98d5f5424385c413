import { randomUUID } from 'node:crypto'
import { cpSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { LeaseInputSchema } from '../../contract/lease.ts'
import { type TestStore, aDevice, openTestStore } from '../../db/_testing.ts'
import { parseLetterNo } from '../../domain/letters/letter-number.ts'
import { plainDateInShanghai, yearOf } from '../../domain/plain-date.ts'
import { leaseNumbers as askForNumbers } from '../../electron/host/sync-agent/lease-numbers.ts'
import { testCenter } from '../../server/_testing/test-server.ts'
import { useTestCenter } from '../../server/_testing/use-test-server.ts'
import { setCenter } from '../../server/admin/set-center.ts'
import { leaseNumbers } from '../../server/lease/lease-numbers.ts'
import { listBlocks } from '../../server/lease/list-blocks.ts'
import { markCollected, markRestored } from '../../server/restore/restored.ts'
import { readHistory } from '../../server/store/history.ts'
import { getEpoch } from '../../server/store/identity.ts'

const place = useTestCenter()
const windows = 50
const each = 1000
const block = 125
/** Two days before and after a new year, when the programs of a hall run on over midnight. */
const newYear = Date.parse(`${new Date().getUTCFullYear()}-12-31T16:00:00Z`)
let now = newYear - 2 * 86_400_000

interface Window {
  readonly disk: TestStore
  readonly device: string
  readonly deviceNo: string
  inc: string
}

interface Given {
  readonly deviceNo: string
  readonly year: string
  readonly n: number
}

const enrolWindow = async (n: number): Promise<Window> => {
  const [device, deviceNo] = [randomUUID(), `W${100 + n}`]
  const { db } = place.center
  await sql`
    insert into device (center, id, device_no, public_key, created_at)
    values (${testCenter}, ${device}, ${deviceNo}, '\\x00', 0)`.execute(db)
  const disk = openTestStore({ device: aDevice({ device, deviceNo, center: testCenter }) })
  const page = await readHistory(db, testCenter, 0, { ops: 500, bytes: 4 * 1024 * 1024 })
  const read = disk.store.transact((writer) =>
    writer.sync.applyPull({ center: testCenter, ops: [...(page?.ops ?? [])], runs: [], brought: [] }),
  )
  expect(read.ok).toBe(true)
  const window = { disk, device, deviceNo, inc: disk.store.incarnation }
  await activate(window)
  return window
}
/** What its next hello does, where nothing stands in the way (SYN-33). */
const activate = async (window: Window): Promise<void> => {
  window.inc = window.disk.store.incarnation
  await sql`update device_incarnation set state = 'superseded' where device = ${window.device}`.execute(place.center.db)
  await sql`
    insert into device_incarnation (center, device, inc, last_hash, state, created_at, seen_at, app_version)
    values (${testCenter}, ${window.device}, ${window.inc}, ${'0'.repeat(64)}, 'active', ${now}, ${now}, '0')`.execute(
    place.center.db,
  )
}
/** The line to the server; every third answer is lost on its way, now of this window and now of that. */
let answers = 0
const line =
  (window: Window): typeof fetch =>
  async (_url, init) => {
    const body = init?.body
    const text = body instanceof Uint8Array ? gunzipSync(body).toString() : ''
    const session = {
      center: testCenter,
      device: window.device,
      inc: window.inc,
      epoch: await getEpoch(place.center.db),
      expiresAt: 0,
    }
    const leased = await leaseNumbers(place.center.db, session, LeaseInputSchema.parse(JSON.parse(text)), now)
    answers += 1
    if ((answers + Math.floor(answers / 3)) % 3 === 0) throw new TypeError('the line broke')
    return Response.json(leased.ok ? leased.value : { code: leased.error.code }, { status: leased.ok ? 200 : 409 })
  }
const online = (window: Window): Promise<void> => {
  const { store } = window.disk
  const device = store.read.meta.findDevice()
  if (device === null) throw new Error('no device')
  // What asking for numbers looks at; the rest of a session is for the history.
  const session = { store, device, now: () => now, token: '' } as Parameters<typeof askForNumbers>[0]
  return askForNumbers(session, {
    fetcher: line(window),
    server: 'http://127.0.0.1',
    signal: new AbortController().signal,
    timers: { after: () => () => undefined },
  })
}
const left = ({ disk }: Window): number => {
  const today = plainDateInShanghai(now)
  return disk.store.read.numbers.series({ center: testCenter, series: '公复', year: yearOf(today) }, today).left
}
/** As many letters as the window has running numbers for, without a network. */
const give = (window: Window, most: number): readonly Given[] => {
  const count = Math.min(most, left(window))
  const today = plainDateInShanghai(now)
  return window.disk.store.transact(({ cases }) =>
    Array.from({ length: count }, () => {
      const parts = parseLetterNo(cases.nextLetterNo(testCenter, 'disclosure_reply_granted', today, window.deviceNo))
      if (parts === undefined || parts.deviceNo !== null) throw new Error('no running number, though one was left')
      return { deviceNo: window.deviceNo, year: parts.year, n: parts.n }
    }),
  )
}
const keep = async (given: readonly Given[]) => {
  await sql`
    insert into number_used (center, series, year, n, op)
    select ${testCenter}, '公复', year, n, gen_random_uuid()
    from json_to_recordset(${JSON.stringify(given)}::json) as row(year integer, n integer) on conflict do nothing`.execute(
    place.center.db,
  )
}

it('[SYN-94] 50 devices give 1000 numbers each: none is doubled, and every one that was skipped lies in a block that says whose it is, across restarts, copies, a new year and a restored server', async () => {
  const { db } = place.center
  await setCenter(db, {
    code: testCenter,
    name: '青岚县政务服务中心',
    address: null,
    phone: null,
    supervisePhone: null,
    progressUrl: null,
    runningNumbers: { series: ['公复'], block },
  })
  const hall: Window[] = []
  for (let n = 0; n < windows; n++) hall.push(await enrolWindow(n))
  const given: Given[] = []
  const counts = new Map(hall.map((window) => [window, 0]))
  /** Blocks that the restored server has forgotten, with whose they are. */
  const forgotten: Awaited<ReturnType<typeof listBlocks>>[number][] = []
  try {
    for (let round = 0; [...counts.values()].some((count) => count < each); round++) {
      // A hall opens: everybody asks in one moment; those whose answer was lost ask again.
      await Promise.all(hall.map(online))
      for (const [at, window] of hall.entries()) {
        const done = counts.get(window) ?? 0
        const now_ = give(window, Math.min(each - done, 40 + ((at * 37 + round * 11) % 120)))
        given.push(...now_)
        counts.set(window, done + now_.length)
        // The machine is switched off at any moment.
        if ((at + round) % 9 === 0) window.disk.reopen()
      }
      if (round === 2) {
        // A disk is put back from a copy: it may not know what it gave, so it begins anew and uses none of its blocks any more.
        const window = hall[7]
        if (window === undefined) throw new Error('no window')
        window.disk.store.close()
        const copy = mkdtempSync(join(tmpdir(), 'yichuang-lease-'))
        cpSync(window.disk.dir, copy, { recursive: true })
        window.disk.reopen()
        given.push(...give(window, 5))
        const restored = openTestStore({ dir: copy, key: window.disk.key, device: null })
        restored.store.transact((writer) => writer.sync.beginIncarnation(randomUUID(), 'nothing'))
        window.disk.remove()
        const again = { ...window, disk: restored }
        hall[7] = again
        counts.set(again, counts.get(window) ?? 0)
        counts.delete(window)
        expect(left(again)).toBe(0)
        await activate(again)
      }
      if (round === 4) now = newYear + 86_400_000
      if (round === 6) {
        // The server goes back: it has forgotten the newest blocks, and numbers of them are printed.
        const year = yearOf(plainDateInShanghai(now))
        const blocks = (await listBlocks(db, testCenter)).filter((one) => one.year === year)
        const newest = Math.max(...blocks.map(({ from }) => from)) - 10 * block
        forgotten.push(...blocks.filter(({ from }) => from > newest))
        expect(forgotten.length).toBeGreaterThan(5)
        await sql`delete from number_block where year = ${year} and from_n > ${newest}`.execute(db)
        await markRestored(db, now)
        // No window gets a block while what they printed is collected.
        const before = (await listBlocks(db, testCenter)).length
        await Promise.all(hall.map(online))
        expect((await listBlocks(db, testCenter)).length).toBe(before)
        await keep(given)
        await markCollected(db, now, true)
        now += 60_000
      }
      if (round > 60) throw new Error('the windows come to no end')
    }
    await keep(given)
    // [SYN-72] none doubled.
    expect(given.length).toBeGreaterThanOrEqual(windows * each)
    expect(new Set(given.map(({ year, n }) => `${year} ${n}`)).size).toBe(given.length)
    // [SYN-75] each lies in a block of its window, and what lies between is in a block of somebody, or behind the restore.
    const blocks = [...(await listBlocks(db, testCenter)), ...forgotten]
    const owners = new Map<string, string>()
    for (const one of blocks)
      for (let n = one.from; n <= one.to; n++) {
        const name = `${one.year} ${n}`
        expect(owners.get(name) ?? one.deviceNo).toBe(one.deviceNo)
        owners.set(name, one.deviceNo)
      }
    for (const { deviceNo, year, n } of given) expect(owners.get(`${year} ${n}`)).toBe(deviceNo)
    for (const year of new Set(given.map((one) => one.year))) {
      const last = Math.max(...given.filter((one) => one.year === year).map(({ n }) => n))
      const gaps: number[] = []
      for (let n = 1; n <= last; n++) if (!owners.has(`${year} ${n}`)) gaps.push(n)
      // One stretch, as long as a restore leaves free: what the server had forgotten of blocks lies in it.
      expect(gaps.length === 0 || gaps.length === (gaps.at(-1) ?? 0) - (gaps[0] ?? 0) + 1).toBe(true)
      expect(gaps.length).toBeLessThanOrEqual(5000)
    }
    // The list says of each block how many were given: the rest is what the windows still have or gave up.
    const listed = await listBlocks(db, testCenter)
    const numbers = listed.reduce((sum, { from, to }) => sum + to - from + 1, 0)
    const used = listed.reduce((sum, one) => sum + one.used, 0)
    expect(numbers - used).toBeGreaterThanOrEqual(0)
  } finally {
    for (const { disk } of hall) disk.remove()
  }
})
