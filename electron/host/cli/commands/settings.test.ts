import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CaseOperationSchema } from '../../../../contract/operation.ts'
import { aServiceIntake } from '../../../../domain/case/_testing.ts'
import { aComplaintIntake } from '../../../../domain/complaint/_testing.ts'
import { plainDate } from '../../../../domain/plain-date.ts'
import { complaintSet, shippedTable, supervisionSet } from '../../../../domain/settings/_testing.ts'
import type { SettingsSet } from '../../../../domain/settings/center-settings.ts'
import { settingsTopics } from '../../../../domain/settings/default-settings.ts'
import { type Workplace, makeWorkplace, run } from '../_testing.ts'

let place: Workplace
beforeEach(async () => {
  place = makeWorkplace()
  expect((await run(['init', '--dir', place.dir])).code).toBe(0)
})
afterEach(() => place.remove())

const fileOf = (content: unknown): string => {
  const file = join(place.root, 'file.json')
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  return file
}
const set = (content: unknown, ...more: readonly string[]) =>
  run(['settings', '--dir', place.dir, '--set', fileOf(content), '--basis', '局务会决定', ...more])
const shown = async (...more: readonly string[]) =>
  JSON.parse((await run(['settings', '--dir', place.dir, '--json', ...more])).out) as SettingsSet
const act = (...acts: readonly object[]) => run(['act', fileOf(acts.map((one) => ({ act: one }))), '--dir', place.dir])

describe('settings', { timeout: 30_000 }, () => {
  it('[SET-1] tells every topic, and takes back what it has told', async () => {
    const all: unknown = await shown()
    expect(all).toMatchObject(settingsTopics.map((topic) => ({ topic })))
    for (const topic of settingsTopics) {
      const told = await shown('--topic', topic)
      expect([topic, (await set(told, '--from', '2026-12-01')).said]).toEqual([
        topic,
        expect.stringContaining('起启用'),
      ])
      expect(await shown('--topic', topic, '--on', '2026-12-01')).toEqual(told)
    }
    const listed = (await run(['settings', '--dir', place.dir, '--on', '2026-12-01'])).out
    expect(listed.match(/本中心，2026-12-01 起/g)).toHaveLength(settingsTopics.length)
    expect((await run(['settings', '--dir', place.dir])).out).not.toContain('本中心，')
    expect((await run(['verify', '--dir', place.dir])).code).toBe(0)
  })

  it('[SET-2] refuses a day that is over or taken, and bad files, with the reason and nothing changed', async () => {
    expect((await set(complaintSet(12), '--from', '2026-12-01')).code).toBe(0)
    const before = (await run(['settings', '--dir', place.dir, '--on', '2027-01-01'])).out
    const refused: readonly (readonly [unknown, readonly string[], string])[] = [
      [complaintSet(9), ['--from', '2026-12-01'], 'settings:complaint:2026-12-01 已有一条记录'],
      [complaintSet(9), ['--from', '2026-11-01'], '内容不符，没有改动：起始日期：日期过早，请核对'],
      [complaintSet(9), ['--from', '2026-02-30'], '--from 应为'],
      ['{', [], '不是 json 文件'],
      [{ topic: 'weather', values: {} }, [], '“topic”不符合格式'],
      [
        { topic: 'complaint', values: { ...complaintSet(9).values, followUpDays: 0 } },
        [],
        '“values.followUpDays”不符合格式',
      ],
      [{ topic: 'disclosure', values: { confirmationDays: 20, paymentDays: 30, replyDays: 60 } }, [], '不符合格式'],
      [supervisionSet({ rules: [] }), [], '“values.rules”不符合格式'],
      [supervisionSet({ rules: shippedTable.map((rule) => ({ ...rule, level: null })) }), [], '没有一条规则起作用'],
    ]
    for (const [content, more, words] of refused) {
      const ran = await set(content, ...more)
      expect([ran.code, ran.said]).toEqual([2, expect.stringContaining(words)])
    }
    expect((await run(['settings', '--dir', place.dir, '--set', fileOf(complaintSet(9))])).code).toBe(2)
    expect((await run(['settings', '--dir', place.dir, '--topic', 'weather'])).code).toBe(2)
    expect((await run(['settings', '--dir', place.dir, '--on', 'heute'])).code).toBe(2)
    expect((await run(['settings', '--dir', place.dir, '--from', '2026-12-01'])).code).toBe(2)
    expect((await run(['settings', '--dir', place.dir, '--on', '2027-01-01'])).out).toBe(before)
    expect((await run(['verify', '--dir', place.dir])).code).toBe(0)
  })

  it('[SET-3] a complaint that comes in is counted by the own numbers from then on', async () => {
    const register = { kind: 'complaint.register', intake: aComplaintIntake({ arrivedOn: plainDate('2026-11-23') }) }
    const dueOf = async (no: string) =>
      (await run(['show', no, '--dir', place.dir])).out.match(/承诺期限：(\S+)/)?.[1] ?? null
    expect((await act(register)).code).toBe(0)
    expect((await set(complaintSet(12))).code).toBe(0)
    const second = await act(register)
    expect(second.code).toBe(0)
    const no = second.out.split('　')[0] ?? ''
    const first = no.replace(/\d$/, (digit) => String(Number(digit) - 1))
    // Five working days to decide by the program, three by the center; 2026-11-23 is a Monday.
    expect([await dueOf(first), await dueOf(no)]).toEqual(['2026-11-30', '2026-11-26'])
  })

  it('[SET-6] supervision warns, cards and grades by the numbers of the center', async () => {
    expect((await act({ kind: 'service.accept', intake: aServiceIntake() })).code).toBe(0)
    const rules = async () => {
      const ran = await run(['supervise', '--dir', place.dir, '--on', '2026-12-22', '--json'])
      const { signals } = JSON.parse(ran.out) as { signals: { rule: string; version: number; level: string }[] }
      const cards = signals.filter(({ level }) => level === 'yellow' || level === 'red')
      return cards.map(({ rule, version, level }) => `${rule}.v${String(version)} ${level}`)
    }
    expect(await rules()).toEqual(['JC-05.v1 red', 'JC-03.v1 yellow'])
    const milder = shippedTable.map((rule) => (rule.id === 'JC-05' ? { ...rule, level: 'yellow' as const } : rule))
    expect((await set(supervisionSet({ rules: milder }))).code).toBe(0)
    expect(await rules()).toEqual(['JC-03.v1 yellow', 'JC-05.v2 yellow'])
    const tasks = await shown('--topic', 'tasks')
    if (tasks.topic !== 'tasks') throw new Error('another topic')
    const own = { ...tasks, values: { ...tasks.values, yellow_card: { verify: null, feedback: null, answer: 9 } } }
    expect((await set(own)).code).toBe(0)
    expect((await run(['supervise', '--dir', place.dir, '--on', '2026-12-22', '--issue'])).code).toBe(0)
    // The cards are of 2026-11-23 and owed nine working days later, so that they are late from 12-07 on.
    const late = async (on: string) => (await run(['supervise', '--dir', place.dir, '--on', on])).out.includes('JC-16')
    expect([await late('2026-12-04'), await late('2026-12-07')]).toEqual([false, true])
  })
})

it('[SET-3] an operation tells its own numbers in bounds, and only of its own topic', () => {
  const { values } = complaintSet(12)
  const operation = (terms: object) => ({
    kind: 'complaint.register',
    data: { intake: aComplaintIntake(), on: '2026-09-28', caseNo: '990123-20260928-W03-0001', terms },
  })
  const isRead = (terms: object) => CaseOperationSchema.safeParse(operation(terms)).success
  expect(isRead({ complaint: values })).toBe(true)
  expect(isRead({ complaint: { ...values, followUpDays: 100_000 } })).toBe(false)
  expect(isRead({ consultation: { answer: { days: 2, extensionMax: 1 }, feedbackDays: 4 } })).toBe(false)
  expect(isRead({})).toBe(false)
})
