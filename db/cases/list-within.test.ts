import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CaseListInput, CaseWhere } from '../../contract/queries/cases.ts'
import { aDisclosureIntake, aServiceIntake, aSnapshot, anApplicant, day } from '../../domain/case/_testing.ts'
import { type PlainDate, addDays, dayNumberOf } from '../../domain/plain-date.ts'
import { type Desk, monday, openDesk } from '../_testing.ts'
import type { UnmaskedRow } from './list-rows.ts'

/** What a filter asks of a case, kept beside it: the oracle reads no column of the store. */
interface Known {
  readonly row: UnmaskedRow
  readonly item: string | null
  readonly village: string | null
}

let desk: Desk
/** Oldest first. */
let all: readonly Known[]

const input: CaseListInput = {
  text: '',
  kinds: [],
  statuses: [],
  openOnly: false,
  order: 'newest',
  cursor: null,
  limit: 200,
}
const anywhere: CaseWhere = {
  organs: [],
  items: [],
  handlers: [],
  devices: [],
  villages: [],
  limit: null,
  receivedFrom: null,
  receivedTo: null,
}
const organs = ['县卫生健康局', '县水利局', '县住房和城乡建设局'] as const
const villages = [null, '河西村', '柳林村'] as const
const start = day('2026-11-23')

beforeAll(() => {
  desk = openDesk()
  const known: Omit<Known, 'row'>[] = []
  for (let n = 0; n < 84; n++) {
    desk.clock.wall = monday + Math.floor(n / 8) * 86_400_000
    const village = villages[n % 3] ?? null
    const applicant = anApplicant({ name: n % 2 === 0 ? '王伟' : '李娜', ...(village === null ? {} : { village }) })
    const organ = organs[(n * 5) % 3] ?? organs[0]
    const item = aSnapshot({ id: `item-${n % 4}`, name: `事项${n % 4}`, organ, promisedDays: 1 + ((n * 7) % 19) })
    const ofItem = { item: item.id, village }
    const intake = aServiceIntake({ applicant, item, arrivedOn: addDays(start, Math.floor(n / 8) - (n % 5)) })
    switch (n % 4) {
      case 0:
        desk.open({ kind: 'service.refuse', intake, ground: 'not_eligible', explanation: '不符合条件' })
        known.push(ofItem)
        break
      case 1: {
        const accepted = desk.open({ kind: 'service.accept', intake })
        if (n % 8 === 1)
          desk.act(accepted.id, { kind: 'service.claim', handler: n % 16 === 1 ? '王丽' : '赵明' }, 'reviewer')
        known.push(ofItem)
        break
      }
      case 2: {
        const request = { ...applicant, reportCategory: 'natural' as const }
        const arrivedOn = addDays(start, Math.floor(n / 8))
        const opened = desk.open({
          kind: 'disclosure.register',
          intake: aDisclosureIntake({ applicant: request, organ, arrivedOn }),
        })
        if (n % 8 === 2)
          desk.act(opened.id, { kind: 'disclosure.assign', unit: '办公室', handler: '王丽' }, 'disclosure_officer')
        known.push({ item: null, village })
        break
      }
      default:
        desk.open({ kind: 'service.accept', intake })
        known.push(ofItem)
    }
  }
  const rows = [...desk.store.read.cases.list(input).rows].reverse()
  expect(rows).toHaveLength(84)
  all = rows.map((row, n) => ({ row, ...(known[n] ?? { item: null, village: null }) }))
})
afterAll(() => {
  desk.remove()
})

type Days = { readonly from: PlainDate; readonly to: PlainDate } | null

/** All pages of a list, one after the other. */
const pages = (wanted: Partial<CaseListInput>, urgent: Days = null): string[] => {
  const ids: string[] = []
  const days = urgent === null ? null : { from: dayNumberOf(urgent.from), to: dayNumberOf(urgent.to) }
  let cursor: string | null = null
  do {
    const page = desk.store.read.cases.list({ ...input, ...wanted, cursor }, days)
    ids.push(...page.rows.map(({ id }) => id))
    cursor = page.next
  } while (cursor !== null)
  return ids
}

const nearest = ({ row }: Known): string => [row.promisedDue ?? '9999', row.statutoryDue ?? '9999'].sort()[0] ?? ''

const has = <T>(values: readonly T[], value: T | null): boolean =>
  values.length === 0 || (value !== null && values.includes(value))

/** The same list by plain filtering and sorting. */
const expected = (where: CaseWhere, urgent: Days, openOnly: boolean, order: CaseListInput['order']): string[] => {
  const { receivedFrom, receivedTo, limit } = where
  const age = new Map(all.map(({ row }, at) => [row.id, at]))
  const ageOf = ({ row }: Known) => age.get(row.id) ?? 0
  const wanted = all.filter(
    (one) =>
      has(where.organs, one.row.organ) &&
      has(where.items, one.item) &&
      has(where.handlers, one.row.handler) &&
      has(where.devices, one.row.deviceNo) &&
      has(where.villages, one.village) &&
      (receivedFrom === null || one.row.arrivedOn >= receivedFrom) &&
      (receivedTo === null || one.row.arrivedOn <= receivedTo) &&
      ((!openOnly && limit === null) || one.row.closedOn === null) &&
      (urgent === null || (nearest(one) >= urgent.from && nearest(one) <= urgent.to)) &&
      (limit?.kind !== 'paused' || one.row.paused),
  )
  const isOpenOnly = openOnly || limit !== null
  const lists = [where.items, where.handlers, where.villages, where.organs, where.devices]
  const isByReceipt = lists.every((values) => values.length === 0) && (receivedFrom ?? receivedTo) !== null
  const newest = (a: Known, b: Known) => ageOf(b) - ageOf(a)
  const receivedLast = (a: Known, b: Known) =>
    a.row.arrivedOn === b.row.arrivedOn ? newest(a, b) : a.row.arrivedOn < b.row.arrivedOn ? 1 : -1
  const ids = (some: readonly Known[]) => some.map(({ row }) => row.id)
  if (order === 'newest') return ids([...wanted].sort(isByReceipt && !isOpenOnly ? receivedLast : newest))
  const open = wanted.filter(({ row }) => row.closedOn === null)
  const closed = wanted.filter(({ row }) => row.closedOn !== null)
  const urgency = (a: Known, b: Known) =>
    nearest(a) === nearest(b) ? ageOf(a) - ageOf(b) : nearest(a) < nearest(b) ? -1 : 1
  return [...ids(open.sort(urgency)), ...ids(closed.sort(isByReceipt ? receivedLast : newest))]
}

describe('[LIB-1] filters of the list', () => {
  it('knows item, handler, village and device of a case', () => {
    expect(new Set(all.map(({ row }) => row.handler))).toEqual(new Set([null, '王丽', '赵明']))
    expect(desk.store.read.cases.choices()).toEqual({
      organs: [...organs].sort(),
      handlers: ['王丽', '赵明'].sort(),
      villages: ['柳林村', '河西村'].sort(),
      devices: ['W03'],
      items: [0, 1, 3].map((n) => ({ id: `item-${n}`, name: `事项${n}` })),
    })
    expect(desk.store.verify()).toMatchObject({ ok: true })
  })

  it('any combination, in both orders, pages as filtering and sorting the whole would', { timeout: 60_000 }, () => {
    const some = <T>(items: readonly T[]) => fc.subarray([...items])
    const date = fc.option(fc.integer({ min: -5, max: 12 }).map((by) => addDays(start, by)))
    const where = fc.record({
      organs: some([...organs, '没有的部门']),
      items: some(['item-0', 'item-1', 'item-2', 'item-3']),
      handlers: some(['王丽', '赵明', '没有的人']),
      devices: some(['W03', 'W05']),
      villages: some(['河西村', '柳林村']),
      limit: fc.option(
        fc.oneof(
          fc.constant({ kind: 'overdue' as const }),
          fc.constant({ kind: 'paused' as const }),
          fc.integer({ min: 0, max: 9 }).map((days) => ({ kind: 'within' as const, days })),
        ),
      ),
      receivedFrom: date,
      receivedTo: date,
    })
    // Most of the filters are not set most of the time, as on the page; otherwise hardly anything would be found.
    const sparse = fc
      .tuple(where, fc.subarray(Object.keys(anywhere), { maxLength: 3 }))
      .map(([one, names]): CaseWhere => ({
        ...anywhere,
        ...Object.fromEntries(Object.entries(one).filter(([name]) => names.includes(name))),
      }))
    const order = fc.constantFrom('due' as const, 'newest' as const)
    let found = 0
    fc.assert(
      fc.property(sparse, fc.boolean(), order, fc.integer({ min: 1, max: 25 }), (one, openOnly, by, limit) => {
        const due = one.limit
        const urgent: Days =
          due === null || due.kind === 'paused'
            ? null
            : due.kind === 'overdue'
              ? { from: day('2000-01-01'), to: addDays(start, 4) }
              : { from: addDays(start, 5), to: addDays(start, 5 + due.days) }
        const ids = expected(one, urgent, openOnly, by)
        const asked = { where: one, openOnly, order: by, limit }
        expect(pages(asked, urgent)).toEqual(ids)
        const days = urgent === null ? null : { from: dayNumberOf(urgent.from), to: dayNumberOf(urgent.to) }
        expect(desk.store.read.cases.countListed({ ...input, ...asked }, days)).toEqual({
          total: ids.length,
          more: false,
        })
        found += ids.length
      }),
      { numRuns: 300 },
    )
    expect(found).toBeGreaterThan(1000)
  })

  it('a search has them too', () => {
    const where = { ...anywhere, organs: ['县水利局'], items: ['item-1'] }
    const ids = all
      .filter(({ row, item }) => row.organ === '县水利局' && item === 'item-1' && row.applicant === '李娜')
      .map(({ row }) => row.id)
      .reverse()
    expect(ids.length).toBeGreaterThan(2)
    for (const text of ['李娜', '娜', 'ln']) {
      expect(pages({ text, where, limit: 2 }), text).toEqual(ids)
      expect(desk.store.read.cases.list({ ...input, text, where }).total, text).toBe(ids.length)
    }
    expect(pages({ text: '李娜', where: { ...where, receivedTo: addDays(start, -30) } })).toEqual([])
  })

  it('a cursor of another list is refused', () => {
    const where = { ...anywhere, receivedFrom: addDays(start, -30) }
    const received = desk.store.read.cases.list({ ...input, where, limit: 1 }).next
    const organ = { ...anywhere, organs: [organs[0]] }
    expect(received).toMatch(/^received\./)
    const list = (wanted: Partial<CaseListInput>) => () => desk.store.read.cases.list({ ...input, ...wanted })
    expect(list({ cursor: received })).toThrow(RangeError)
    expect(list({ cursor: received, order: 'due' })).toThrow(RangeError)
    expect(list({ cursor: received, where: organ })).toThrow(RangeError)
    const newest = desk.store.read.cases.list({ ...input, where: organ, limit: 1 }).next
    expect(list({ cursor: newest, where })).toThrow(RangeError)
  })
})
