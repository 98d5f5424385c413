import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aContent, aReview } from '../../../../domain/record/publication/_testing.ts'
import type { PublicationContent } from '../../../../domain/record/publication/publication-content.ts'
import { day } from '../../../../domain/register/_testing.ts'
import { type Workplace, makeWorkplace, run } from '../_testing.ts'

let place: Workplace
beforeEach(async () => {
  place = makeWorkplace()
  expect((await run(['init', '--dir', place.dir])).code).toBe(0)
})
afterEach(() => place.remove())

const template = '{organ}/{year}-{serial:5}'
const codes = { organ: '035210000' }
const draft = (more: Partial<PublicationContent> = {}, item: object = { codes }) => ({
  ...item,
  act: { kind: 'publication.draft', template, origin: { kind: 'own' }, content: aContent(more) },
})
/** Drafted, reviewed and released on the same day; the first act of its file. */
const published = (on: string, more: Partial<PublicationContent> = {}) => [
  draft({ madeOn: day(on), ...more }),
  { of: 1, act: { kind: 'publication.submit' } },
  { of: 1, role: 'reviewer', act: { kind: 'publication.clear', review: aReview({ reviewedOn: day(on) }) } },
  {
    of: 1,
    act: {
      kind: 'publication.release',
      releases: [{ channel: 'site', place: '青岚县人民政府门户网站', publishedOn: on }],
      review: null,
      lateReason: null,
    },
  },
]
let files = 0
const perform = (acts: readonly object[]) => {
  files += 1
  const file = join(place.root, `acts-${String(files)}.json`)
  writeFileSync(file, JSON.stringify(acts))
  return run(['act', file, '--dir', place.dir])
}
const catalogue = async <T>(...args: readonly string[]): Promise<T> => {
  const { code, out } = await run(['catalogue', ...args, '--dir', place.dir, '--json'])
  expect(code).toBe(0)
  const told: T = JSON.parse(out)
  return told
}

describe('catalogue', { timeout: 60_000 }, () => {
  it('[PUB-27] an entry drafted without a number gets the next one, also of several in one file', async () => {
    expect(
      await perform([draft(), draft(), draft({ organ: '青岚县水务局' }, { codes: { organ: '014276800' } })]),
    ).toMatchObject({
      code: 0,
      said: '',
    })
    // The organ's code is known from its entries by now.
    expect((await perform([draft({}, {})])).code).toBe(0)
    const { owed } = await catalogue<{ owed: { indexNo: string }[] }>('owed')
    expect(owed.map(({ indexNo }) => indexNo).sort()).toEqual([
      '014276800/2026-00001',
      '035210000/2026-00001',
      '035210000/2026-00002',
      '035210000/2026-00003',
    ])
    const args = ['--template', template, '--organ', '青岚县财政局', '--made-on', '2026-11-02']
    expect(await catalogue('number', ...args)).toEqual({ indexNo: '035210000/2026-00004' })
    expect(await catalogue('number', ...args, '--codes', 'organ=0142768-8')).toEqual({
      indexNo: '0142768-8/2026-00001',
    })
  })

  it('[PUB-27] says which code is missing, and does nothing of the file', async () => {
    const { code, said } = await perform([draft({}, {})])
    expect([code, said]).toEqual([
      2,
      '第 1 项：编不出索引号：缺少机构代码（organ），或者写法不对；请用 --codes 或文件里的 "codes" 写明，没有办理任何一项',
    ])
    expect(await catalogue('owed')).toMatchObject({ owed: [] })
    const bad = await run(['catalogue', 'number', '--template', '{year}', '--organ', 'x', '--dir', place.dir])
    expect([bad.code, bad.said]).toEqual([2, '编制规则不对：没有流水号 {serial:5}'])
  })

  it('[PUB-26] lists what is owed for every entry, what is late first', async () => {
    await perform([draft()])
    const { owed } = await catalogue<{ owed: object[] }>('owed', '--on', '2026-12-01')
    expect(owed).toMatchObject([{ kind: 'release', due: '2026-11-30', late: true, article: 'ogi2019:26' }])
    const { out, said } = await run(['catalogue', 'owed', '--dir', place.dir])
    expect(out).toBe(
      '2026-11-30　公开　035210000/2026-00001　青岚县2027年一般公共预算草案　青岚县财政局（《政府信息公开条例》第二十六条）',
    )
    expect(said).toBe('2026-11-23：应办 1 项，已逾期 0 项')
  })

  it('[PUB-24] tells how fresh each column is; one that stood still is a signal of supervision', async () => {
    expect((await perform(published('2026-11-20'))).said).toBe('')
    const standing = async (on: string) => {
      const { columns } = await catalogue<{ columns: { rule: { id: string }; owedBy: string; stale: boolean }[] }>(
        'columns',
        '--on',
        on,
      )
      return columns.map(({ rule: { id }, owedBy, stale }) => `${id} ${owedBy ?? '-'} ${stale ? 'stale' : ''}`.trim())
    }
    expect(await standing('2027-11-20')).toEqual([
      'enforcement -',
      'licences -',
      'statistics -',
      'budget 2027-11-20',
      'fees -',
    ])
    expect(await standing('2027-11-21')).toContain('budget 2027-11-20 stale')
    const late = await run(['supervise', '--dir', place.dir, '--on', '2027-11-21'])
    expect(late.out).toContain('预警　JC-25 栏目更新（《政府信息公开条例》第五十三条第二款）　2027-11-21 起')
    expect((await run(['supervise', '--dir', place.dir, '--on', '2027-11-20'])).out).not.toContain('JC-25')
  })

  it('[PUB-25] names the months without an enforcement result; a card can be issued to the organ', async () => {
    const penalty = { class: 'other', decidedOn: day('2026-11-16'), restrictedUntil: null } as const
    await perform(published('2026-11-20', { category: '20-06-01', organ: '青岚县市场监督管理局', penalty }))
    expect(await catalogue('months', '--on', '2026-12-31')).toMatchObject({ missed: [] })
    expect(await catalogue('months', '--on', '2027-02-01')).toMatchObject({
      missed: [
        { organ: '青岚县市场监督管理局', month: '2026-12' },
        { organ: '青岚县市场监督管理局', month: '2027-01' },
      ],
    })
    const issued = await run(['supervise', '--dir', place.dir, '--on', '2027-01-01', '--issue'])
    expect(issued.out).toContain(
      '黄牌　JC-27 执法结果按月公开　2027-01-01 起　　行政执法结果按月公开　青岚县市场监督管理局',
    )
    expect(issued.said).toContain('本次发牌 1 张')
    expect((await run(['supervise', '--dir', place.dir, '--on', '2027-01-01'])).out).toContain('已发牌')
  })

  it('[SUP-25] an interpretation owed within three working days is a signal when it is missing', async () => {
    await perform(published('2026-11-20', { needsInterpretation: true }))
    const rules = async (on: string) => (await run(['supervise', '--dir', place.dir, '--on', on])).out
    expect(await rules('2026-11-25')).not.toContain('JC-21')
    expect(await rules('2026-11-26')).toContain('黄牌　JC-21 政策解读　2026-11-26 起')
  })

  it('[PUB-7] [PUB-12] refuses a release before its review or, however late it is entered, after the limit without a reason', async () => {
    const [opened, submit, clear] = published('2026-11-20', { madeOn: day('2026-10-09') })
    const released = (publishedOn: string, lateReason: string | null = null) => ({
      of: 1,
      act: {
        kind: 'publication.release',
        releases: [{ channel: 'site', place: '门户网站', publishedOn }],
        review: null,
        lateReason,
      },
    })
    const acts = [opened ?? {}, submit ?? {}, clear ?? {}]
    expect((await perform([...acts, released('2026-11-10', '补录')])).said).toBe(
      '第 4 项：没有办理：公开日期不能早于保密审查的日期（2026-11-20）：应当先审查、后公开，请核对这两个日期（依据：《政府信息公开条例》第十七条第二款）；没有办理任何一项',
    )
    expect((await perform([...acts, released('2026-11-20')])).said).toContain('超期原因：这一项必须填写')
  })

  it.each([
    [['catalogue'], '请写明做什么。可用：owed、columns、months、number'],
    [['catalogue', 'fresh'], '没有这种操作：fresh'],
    [['catalogue', 'owed', '--on', '2026-02-30', '--dir', 'x'], '--on 应为 年-月-日'],
    [['catalogue', 'number', '--template', 'x', '--organ', 'y', '--codes', 'plain', '--dir', 'x'], '--codes 应为'],
  ])('%j is refused', async (args, words) => {
    const { code, said } = await run(args)
    expect([code, said.includes(words)], said).toEqual([2, true])
  })
})
