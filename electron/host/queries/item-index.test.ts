import { afterEach, describe, expect, it } from 'vitest'
import { aServiceIntake, aSnapshot, anItem } from '../../../domain/case/_testing.ts'
import { type TestHost, makeTestHost, signIn } from '../_testing.ts'
import { toMutable } from '../mutable.ts'

const items = [
  anItem({ id: 'A', code: '5116-A-01', name: '取水许可', organ: '县水务局' }),
  anItem({ id: 'B', code: '5116-A-02', name: '取水许可（延续）', organ: '县水务局' }),
  anItem({ id: 'C', code: '5116-A-03', name: '建设项目取水许可', organ: '县水务局' }),
  anItem({ id: 'D', code: '5116-B-01', name: '结婚登记', organ: '县民政局' }),
  anItem({ id: 'E', code: null, name: 'Ｗeb 网站登记㎡', organ: '重庆市公安局' }),
]
let host: TestHost
const setUp = () => {
  host = makeTestHost({ items })
  return host.services.items
}
afterEach(() => host.remove())
const ids = (text: string, limit = 100) => host.services.items.search(text, limit).map(({ id }) => id)

const use = async (id: string, times = 1) => {
  await signIn(host)
  for (let n = 0; n < times; n += 1) {
    const item = aSnapshot({ id, name: items.find((known) => known.id === id)?.name ?? '' })
    const act = { kind: 'service.accept', intake: aServiceIntake({ item }) } as const
    const performed = await host.client.cases.perform(toMutable({ caseId: host.stamps.newId(), base: 0, act }))
    if (!performed.ok) throw new Error(performed.error.code)
  }
}

describe('the item picker', () => {
  it.each([
    ['5116-A-02', ['B']],
    ['5116-a', ['A', 'B', 'C']],
    ['取水', ['A', 'B', 'C']],
    ['許可', ['A', 'B', 'C']],
    ['qsxk', ['A', 'B', 'C']],
    ['QSXKY', ['B']],
    ['jh', ['D']],
    ['民政', ['D']],
    ['xmz', ['D']],
    ['水务 延续', ['B']],
    ['延续 水务', ['B']],
    ['cqs', ['E']],
    ['web', ['E']],
    ['m2', ['E']],
    ['离婚', []],
    ['取水 民政', []],
  ])('%j finds %j, best first', (text, expected) => {
    setUp()
    expect(ids(text)).toEqual(expected)
  })

  it('ranks exact code, start of name, initials, then anywhere', () => {
    setUp()
    expect(ids('取水许可')).toEqual(['A', 'B', 'C'])
    expect(ids('xk')).toEqual(['A', 'B', 'C'])
  })

  it('marks what matched, in UTF-16 units of the name as it is shown', () => {
    const index = setUp()
    const marksOf = (text: string) => index.search(text, 1)[0]?.marks
    expect(marksOf('建设')).toEqual([[0, 2]])
    expect(marksOf('延续')).toEqual([[5, 2]])
    expect(marksOf('jsxm')).toEqual([[0, 4]])
    expect(marksOf('建设 项目')).toEqual([[0, 4]])
    expect(marksOf('建设 许可')).toEqual([
      [0, 2],
      [6, 2],
    ])
    expect(marksOf('web')).toEqual([[0, 3]])
    expect(marksOf('m2')).toEqual([[8, 1]])
    expect(marksOf('5116-A-01')).toEqual([])
  })

  it('shows what was used most in the last ninety days first, without text and among equals', async () => {
    setUp()
    await use('D')
    await use('C', 2)
    expect(ids('', 2)).toEqual(['C', 'D'])
    expect(host.services.items.search('', 1)[0]).toMatchObject({ id: 'C', used: 2 })
    await use('B', 1)
    expect(ids('取水')).toEqual(['B', 'A', 'C'])
    host.clock.wall += 91 * 86_400_000
    expect(ids('取水')).toEqual(['A', 'B', 'C'])
    expect(host.services.items.search('', 1)[0]).toMatchObject({ used: 0 })
  })

  it('[SRV-43] offers what is in use only', () => {
    setUp()
    const version = { status: 'in_use', effectiveFrom: null, cancelledFrom: null } as const
    const publish = (status: 'in_use' | 'suspended') =>
      host.record({
        kind: 'item.publish',
        data: toMutable(anItem({ id: 'F', name: '低保申请', details: { version: { ...version, status } } })),
      })
    publish('suspended')
    expect(ids('低保')).toEqual([])
    publish('in_use')
    expect(ids('低保')).toEqual(['F'])
  })

  it('knows an item as soon as it is published or withdrawn', () => {
    setUp()
    expect(ids('低保')).toEqual([])
    host.record({ kind: 'item.publish', data: toMutable(anItem({ id: 'F', name: '低保申请' })) })
    expect(ids('低保')).toEqual(['F'])
    host.record({ kind: 'item.withdraw', data: { id: 'F' } })
    expect(ids('低保')).toEqual([])
  })

  it('[SRV-7] gives a licence without a published limit the twenty working days of the law, and says that they are the law’s', () => {
    host = makeTestHost({
      items: [
        anItem({ id: 'A', name: '甲', kind: '行政许可', statutoryDays: null, promisedDays: null, dayUnit: 'day' }),
        anItem({ id: 'B', name: '乙', kind: '行政许可', statutoryDays: 45, promisedDays: 60, dayUnit: 'day' }),
        anItem({ id: 'C', name: '丙', kind: '行政确认', statutoryDays: null, promisedDays: null }),
      ],
    })
    const limitsOfHit = (text: string) =>
      host.services.items
        .search(text, 1)
        .map(({ statutoryDays, promisedDays, dayUnit, statutoryArticle }) => [
          statutoryDays,
          promisedDays,
          dayUnit,
          statutoryArticle,
        ])
    expect(limitsOfHit('甲')).toEqual([[20, null, 'workday', 'licensing:42(1)']])
    expect(limitsOfHit('乙')).toEqual([[45, 45, 'workday', null]])
    expect(limitsOfHit('丙')).toEqual([[null, null, 'workday', null]])
  })

  it('lists each department once', () => {
    expect(setUp().organs()).toEqual(['县民政局', '县水务局', '重庆市公安局'])
  })

  it('gives no more than asked for', () => {
    setUp()
    expect(ids('', 3)).toHaveLength(3)
  })
})
