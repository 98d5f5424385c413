import { v7 as uuidv7 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import type { CalendarCheck, Calendars, MovedPart } from '../../contract/console-calendars.ts'
import type { ItemPage, OneItem } from '../../contract/console-items.ts'
import { aServiceIntake, aSnapshot, anItem, day } from '../../domain/case/_testing.ts'
import { aNotice } from '../../domain/record/calendar/_testing.ts'
import { publishItems } from '../admin/publish-items.ts'
import { setStaff } from '../admin/set-staff.ts'
import { verifyCenter } from '../audit/verify-center.ts'
import { testCenter } from '../_testing/test-server.ts'
import { useTestServer } from '../_testing/use-test-server.ts'
import { type Browser, openBrowser } from './_testing.ts'

const at = useTestServer()
const password = 'an administrator’s password'
let browser: Browser

beforeAll(async () => {
  const who = { login: 'sunlixin', name: '孙立新', role: 'administrator', organ: null } as const
  expect((await setStaff(at.center.db, testCenter, who, password)).ok).toBe(true)
  browser = openBrowser(at.server.url)
  await browser.ask('POST', 'session', { center: testCenter, login: who.login, password })
})

const body = async <T>(answer: ReturnType<Browser['ask']>): Promise<T> => {
  const { status, body: said } = await answer
  expect([status, status === 200 ? null : said]).toEqual([200, null])
  return said as T
}

describe('items at the console', () => {
  const item = anItem({ id: 'T0900', name: '公共场所卫生许可', organ: '县卫生健康局' })

  it('[CSL-8] a change is the next version, each says when; an older one that was seen is refused, and so is none', async () => {
    await publishItems(at.center.db, testCenter, [item])
    const seen = await body<OneItem>(browser.ask('GET', 'item?id=T0900'))
    const changed = { ...seen.item, promisedDays: 7 }
    expect(await body(browser.ask('POST', 'items', { item: changed }))).toEqual({ version: 2 })
    expect(await browser.ask('POST', 'items', { item: { ...seen.item, promisedDays: 9 } })).toMatchObject({
      status: 409,
      body: { code: 'REFUSED', data: { code: 'item_changed', subject: item.name } },
    })
    const now = await body<OneItem>(browser.ask('GET', 'item?id=T0900'))
    expect(now.item).toEqual({ ...changed, version: 2 })
    expect(await browser.ask('POST', 'items', { item: now.item })).toMatchObject({
      status: 409,
      body: { data: { code: 'item_same' } },
    })
    expect(now.history.map(({ what, version }) => [what, version])).toEqual([
      ['publish', 2],
      ['publish', 1],
    ])
  })

  it('[CSL-8] what is taken back stays known, and comes back as the next version', async () => {
    expect((await browser.ask('POST', 'items/withdraw', { id: 'T0900', version: 1 })).status).toBe(409)
    await body(browser.ask('POST', 'items/withdraw', { id: 'T0900', version: 2 }))
    expect(await browser.ask('POST', 'items/withdraw', { id: 'T0900', version: 2 })).toMatchObject({
      body: { data: { code: 'item_withdrawn' } },
    })
    const gone = await body<OneItem>(browser.ask('GET', 'item?id=T0900'))
    expect([gone.withdrawn, gone.history[0]?.what]).toEqual([true, 'withdraw'])
    expect(await body(browser.ask('POST', 'items', { item: gone.item }))).toEqual({ version: 3 })
    expect((await body<OneItem>(browser.ask('GET', 'item?id=T0900'))).withdrawn).toBe(false)
    const acts = await body<readonly { readonly act: string }[]>(browser.ask('GET', 'acts'))
    expect(acts.slice(0, 3).map(({ act }) => act)).toEqual(['item publish', 'item withdraw', 'item publish'])
  })

  it('[CSL-8] reach the windows as any other change of the center does', async () => {
    const device = await at.enrolled()
    const { body: page } = await device.request('GET', `/sync/v1/pull?center=${testCenter}&after=0&limit=500`)
    expect(JSON.stringify(page)).toContain('item.withdraw')
  })

  it('[CSL-8] are found by name, organ or code, page by page, and a sign of a pattern is a sign', async () => {
    const more = Array.from({ length: 120 }, (_, n) => anItem({ id: `T1${n}`, name: `备案 ${n}%`, organ: '县教育局' }))
    await publishItems(at.center.db, testCenter, more)
    const asked = (text: string, from = 0) =>
      body<ItemPage>(browser.ask('GET', `items?text=${encodeURIComponent(text)}&from=${from}`))
    const first = await asked('教育局')
    const second = await asked('教育局', 100)
    expect([first.all, first.lines.length, second.lines.length]).toEqual([120, 100, 20])
    expect(new Set([...first.lines, ...second.lines].map(({ id }) => id)).size).toBe(120)
    expect((await asked('7%')).lines.every(({ name }) => name.endsWith('7%'))).toBe(true)
    expect((await asked('没有的事项')).lines).toEqual([])
  })

  it.each([
    ['a guide of no item', { item: { id: 'T1' } }],
    ['days that are none', { item: { ...item, promisedDays: -1 } }],
    ['a field that is not known', { item: { ...item, price: 1 } }],
    ['a thousand papers', { item: { ...item, materials: Array.from({ length: 1000 }, () => item.materials[0]) } }],
  ])('[CSL-5] %s is refused and changes nothing', async (_what, input) => {
    const before = await body<OneItem>(browser.ask('GET', 'item?id=T0900'))
    expect((await browser.ask('POST', 'items', input)).status).toBe(400)
    expect(await body<OneItem>(browser.ask('GET', 'item?id=T0900'))).toEqual(before)
  })
})

describe('calendars at the console', () => {
  const list = () => body<Calendars>(browser.ask('GET', 'calendars'))

  it('[CSL-7] one that is cut off is refused with what is wrong, line by line, and the one in use stays', async () => {
    const before = await list()
    const cut = { ...aNotice, days: aNotice.days.slice(0, 6) }
    const checked = await body<CalendarCheck>(browser.ask('POST', 'calendars/check', { notice: cut }))
    expect(checked.defects.map(({ code }) => code)).toContain('holiday_missing')
    const taken = await browser.ask('POST', 'calendars', { recordId: uuidv7(), notice: cut, moved: 0 })
    expect(taken).toMatchObject({
      status: 409,
      body: { code: 'NOT_PERMITTED', data: { code: 'calendar_implausible' } },
    })
    expect(await list()).toEqual(before)
  })

  it('[CSL-7] a new one says which days count otherwise and which cases move, is in use at once, and is taken back with its reason', async () => {
    const device = await at.enrolled()
    const { caseNo } = addLate(device)
    await device.push()
    const checked = await body<CalendarCheck>(browser.ask('POST', 'calendars/check', { notice: aNotice }))
    expect(checked.defects).toEqual([])
    expect(checked.days).toContainEqual({ date: '2027-02-08', name: '春节', before: 'worked', after: 'free' })
    expect(checked.days).toContainEqual({ date: '2027-02-14', name: '调休', before: 'free', after: 'worked' })
    expect(checked.days.some(({ date }) => date === '2027-02-06')).toBe(false)
    const part = await body<MovedPart>(browser.ask('POST', 'calendars/moved', { notice: aNotice, after: null }))
    expect([part.next, part.seen, part.all]).toEqual([null, 1, 1])
    expect(part.moved.map((one) => one.caseNo)).toEqual([caseNo])
    const [moved] = part.moved
    expect(moved?.after.statutory).toBeGreaterThan(moved?.before.statutory ?? 0)

    const recordId = uuidv7()
    await body(browser.ask('POST', 'calendars', { recordId, notice: aNotice, moved: 1 }))
    const { inUse, lines } = await list()
    expect([inUse.id, inUse.to]).toEqual(['2027-1', '2027-12-31'])
    expect(lines[0]).toMatchObject({ id: '2027-1', record: { id: recordId, version: 2, status: 'active' } })
    expect(
      (await body<MovedPart>(browser.ask('POST', 'calendars/moved', { notice: aNotice, after: null }))).moved,
    ).toEqual([])

    const again = await browser.ask('POST', 'calendars', { recordId: uuidv7(), notice: aNotice, moved: 1 })
    expect(again).toMatchObject({ status: 409, body: { data: { code: 'record_key_taken' } } })
    const stale = await browser.ask('POST', 'calendars/withdraw', { recordId, base: 1, reason: '误导入' })
    expect(stale).toMatchObject({ status: 409, body: { data: { code: 'stale' } } })
    await body(browser.ask('POST', 'calendars/withdraw', { recordId, base: 2, reason: '误导入' }))
    expect((await list()).inUse.id).not.toBe('2027-1')
    // What was withdrawn by mistake may come again.
    await body(browser.ask('POST', 'calendars', { recordId: uuidv7(), notice: aNotice, moved: 1 }))
    expect((await list()).inUse.id).toBe('2027-1')
  })

  it('[CSL-4] [CSL-7] what was done stands in the history under the name of who did it, and the history holds', async () => {
    const rows = await at.center.db
      .selectFrom('op_log')
      .select(['kind', 'canon', 'verdict'])
      .where('center', '=', testCenter)
      .where('kind', 'like', 'calendar.%')
      .orderBy('cseq')
      .execute()
    const who = (
      await at.center.db.selectFrom('staff').select('id').where('login', '=', 'sunlixin').executeTakeFirstOrThrow()
    ).id
    expect(rows.map(({ kind }) => kind)).toEqual([
      'calendar.import',
      'calendar.activate',
      'calendar.withdraw',
      'calendar.import',
      'calendar.activate',
    ])
    for (const { canon, verdict } of rows) expect([JSON.parse(canon).actor, verdict]).toEqual([who, 'applied'])
    expect(await verifyCenter(at.center.db, testCenter)).toMatchObject({ ok: true })
  })
})

/** Its limit reaches into a year whose days off nobody has published. */
const addLate = (device: Awaited<ReturnType<typeof at.enrolled>>) => {
  const caseNo = device.nextCaseNo()
  device.add({
    kind: 'service.accept',
    data: {
      caseNo,
      on: day('2026-09-28'),
      intake: aServiceIntake({ item: aSnapshot({ statutoryDays: 90, promisedDays: null }) }),
    },
  })
  return { caseNo }
}
