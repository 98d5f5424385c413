import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
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
