import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aServiceIntake } from '../../../../domain/case/_testing.ts'
import { aNotice } from '../../../../domain/record/calendar/_testing.ts'
import { type Workplace, makeWorkplace, run } from '../_testing.ts'

let place: Workplace
beforeEach(async () => {
  place = makeWorkplace()
  expect((await run(['init', '--dir', place.dir])).code).toBe(0)
})
afterEach(() => place.remove())

const fileOf = (content: unknown): string => {
  const file = join(place.root, 'calendar.json')
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  return file
}
const calendar = (content: unknown, ...more: string[]) =>
  run(['calendar', fileOf(content), '--dir', place.dir, ...more])

describe('calendar', { timeout: 30_000 }, () => {
  it('only looks until it is told to take the arrangement into use', async () => {
    expect(await calendar(aNotice, '--json')).toMatchObject({ code: 0 })
    const used = await calendar(aNotice, '--activate', '--json')
    expect(JSON.parse(used.out)).toEqual({ id: '2027-1', activated: true, moved: [] })
    const again = await calendar(aNotice, '--activate')
    expect(again).toMatchObject({ code: 2 })
    expect(again.said).toContain('已有一条记录')
  })

  it('reads a year of holiday-cn', async () => {
    const days = aNotice.days.map(({ name, date, kind }) => ({ name, date, isOffDay: kind === 'off' }))
    const read = await calendar({ year: 2027, papers: ['https://www.gov.cn/'], days }, '--activate', '--json')
    expect(JSON.parse(read.out)).toMatchObject({ id: '2027-1', activated: true })
  })

  it('[CAL-5] names every problem of an arrangement, with year and holiday, whether it only looks or not', async () => {
    const cut = { ...aNotice, days: aNotice.days.slice(0, 9) }
    const looked = await calendar(cut)
    expect(looked).toMatchObject({ code: 2, out: '' })
    for (const words of ['2027 年缺少清明节', '2027 年缺少劳动节', '2027 年缺少国庆节', '2027 年的放假日有 9 天'])
      expect(looked.said).toContain(words)
    expect(looked.said).not.toMatch(/[a-z]_[a-z]/)
    expect(await calendar(cut, '--activate')).toEqual(looked)
  })

  it('[CAL-6] takes the days off of the region into use, and lists the cases they move', async () => {
    const file = join(place.root, 'acts.json')
    writeFileSync(file, JSON.stringify([{ act: { kind: 'service.accept', intake: aServiceIntake() } }]))
    expect((await run(['act', file, '--dir', place.dir])).code).toBe(0)
    const regional = {
      id: 'nm-2026',
      year: 2026,
      number: null,
      publishedOn: '2026-11-20',
      url: 'https://www.nmg.gov.cn/',
      origin: 'test',
      scope: 'regional',
      days: [{ date: '2026-12-01', kind: 'off', name: '那达慕' }],
    }
    const used = await calendar(regional, '--activate')
    expect(used.out).toContain('法定期限 2026-12-21 → 2026-12-22')
    const due = ['due', '--received', '2026-11-23', '--days', '20', '--json']
    expect(JSON.parse((await run(due)).out)).toMatchObject({ due: '2026-12-21' })
    expect(JSON.parse((await run([...due, '--dir', place.dir])).out)).toMatchObject({
      due: '2026-12-22',
      calendar: '2026-1+nm-2026',
    })
    const worked = { ...regional, id: 'nm-2', days: [{ date: '2026-12-05', kind: 'work', name: '补班' }] }
    expect((await calendar(worked)).said).toContain('2026-12-05 写成了上班日')
  })

  it('[CLK-22] due counts with the calendar that the store has in use', async () => {
    expect((await calendar(aNotice, '--activate')).code).toBe(0)
    const due = ['due', '--received', '2026-12-10', '--days', '20', '--json']
    expect(JSON.parse((await run(due)).out)).toMatchObject({ due: '2027-01-07', provisional: true })
    const store = await run([...due, '--dir', place.dir])
    expect(JSON.parse(store.out)).toMatchObject({ due: '2027-01-08', provisional: false, calendar: '2027-1' })
    expect((await run([...due, '--dir', join(place.root, 'nowhere')])).code).not.toBe(0)
  })

  it('[CAL-11] refuses what was cut off, is not published yet, or is something else, and changes nothing', async () => {
    const bad: readonly (readonly [unknown, string])[] = [
      ['{', '不是 JSON'],
      [{ year: 2027 }, '不是放假安排'],
      [{ year: 2027, papers: [], days: [] }, '还没有公布'],
      [{ ...aNotice, days: aNotice.days.slice(0, 9) }, '不完整或不合常理'],
    ]
    for (const [content, why] of bad) {
      const ran = await calendar(content, '--activate')
      expect([ran.code, ran.said]).toEqual([2, expect.stringContaining(why)])
    }
    expect((await calendar(aNotice, '--activate')).code).toBe(0)
  })
})
