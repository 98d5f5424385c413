import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CaseListInput, CaseRow } from '../../contract/queries/cases.ts'
import { CaseRowSchema } from '../../contract/queries/cases.ts'
import {
  aDisclosureIntake,
  aMaterial,
  aServiceIntake,
  aSnapshot,
  anApplicant,
  day,
  missing,
} from '../../domain/case/_testing.ts'
import type { CaseStatus } from '../../domain/case/case-state.ts'
import { type Desk, monday, openDesk } from '../_testing.ts'
import type { UnmaskedRow } from './list-rows.ts'

/** The states that the cases of this file are in. */
const shown: readonly CaseStatus[] = ['correction_wait', 'accepted', 'refused', 'awaiting_confirm', 'received']

let desk: Desk
/** Every case, oldest first, as the list shows it. */
let all: readonly UnmaskedRow[]

const input: CaseListInput = {
  text: '',
  kinds: [],
  statuses: [],
  openOnly: false,
  order: 'newest',
  cursor: null,
  limit: 200,
}

beforeAll(() => {
  desk = openDesk()
  const gap = [aMaterial(missing), aMaterial({ n: 2, name: '营业执照' })]
  for (let n = 0; n < 60; n++) {
    desk.clock.wall = monday + Math.floor(n / 7) * 86_400_000
    const applicant = anApplicant({ name: n % 3 === 0 ? '王伟' : '李娜' })
    const item = aSnapshot({ promisedDays: 1 + ((n * 7) % 19), handling: 'committed' })
    const kinds = [
      { kind: 'service.accept', intake: aServiceIntake({ applicant, item }) },
      { kind: 'service.notice', intake: aServiceIntake({ applicant, item, materials: gap }), correctBy: null },
      {
        kind: 'service.refuse',
        intake: aServiceIntake({ applicant, item }),
        ground: 'not_eligible',
        explanation: '不符合条件',
      },
      {
        kind: 'disclosure.register',
        intake: aDisclosureIntake({ applicant: { ...applicant, reportCategory: 'natural' } }),
      },
      {
        kind: 'disclosure.register',
        intake: aDisclosureIntake({
          channel: 'online',
          applicant: { ...applicant, reportCategory: 'natural' },
          arrivedOn: day('2026-11-20'),
        }),
      },
    ] as const
    desk.open(kinds[n % kinds.length] ?? kinds[0])
  }
  all = [...desk.store.read.cases.list(input).rows].reverse()
  expect(all).toHaveLength(60)
})
afterAll(() => {
  desk.remove()
})

/** All pages of a list, one after the other. */
const pages = (wanted: Partial<CaseListInput>): CaseRow[] => {
  const rows: CaseRow[] = []
  let cursor: string | null = null
  do {
    const page = desk.store.read.cases.list({ ...input, ...wanted, cursor })
    rows.push(...page.rows)
    cursor = page.next
  } while (cursor !== null)
  return rows
}

/** The same list by plain sorting and filtering. */
const expected = ({
  kinds,
  statuses,
  openOnly,
  order,
}: Pick<CaseListInput, 'kinds' | 'statuses' | 'openOnly' | 'order'>): string[] => {
  const wanted = all.filter(
    (row) =>
      (kinds.length === 0 || kinds.includes(row.kind)) &&
      (statuses.length === 0 || statuses.includes(row.status)) &&
      (!openOnly || row.closedOn === null),
  )
  const age = new Map(wanted.map((row, at) => [row.id, at]))
  const ageOf = (row: CaseRow) => age.get(row.id) ?? 0
  const newest = (a: CaseRow, b: CaseRow) => ageOf(b) - ageOf(a)
  if (order === 'newest') return [...wanted].sort(newest).map(({ id }) => id)
  const due = (row: CaseRow) => [row.promisedDue ?? '9999', row.statutoryDue ?? '9999'].sort()[0] ?? ''
  const open = wanted.filter((row) => row.closedOn === null)
  const byDue = open.sort((a, b) => (due(a) < due(b) ? -1 : due(a) > due(b) ? 1 : ageOf(a) - ageOf(b)))
  return [...byDue, ...wanted.filter((row) => row.closedOn !== null).sort(newest)].map(({ id }) => id)
}

describe('list of cases', () => {
  it('shows rows as the contract says', () => {
    for (const { applicantPerson, ...row } of all) {
      expect(CaseRowSchema.parse(row)).toEqual(row)
      expect(applicantPerson).toBe(true)
    }
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set(shown))
  })

  it('pages in every order and under every filter as sorting the whole would', { timeout: 30_000 }, () => {
    const some = <T>(items: readonly T[]) => fc.subarray([...items])
    const wanted = fc.record({
      kinds: some(['service', 'disclosure'] as const),
      statuses: some(shown),
      openOnly: fc.boolean(),
      order: fc.constantFrom('due' as const, 'newest' as const),
      limit: fc.integer({ min: 1, max: 25 }),
    })
    fc.assert(
      fc.property(wanted, (filter) => {
        const ids = expected(filter)
        expect(pages(filter).map(({ id }) => id)).toEqual(ids)
        const first = desk.store.read.cases.list({ ...input, ...filter })
        expect(first).toMatchObject({ total: ids.length, more: false })
      }),
      { numRuns: 60 },
    )
  })

  it('searches under the same filters, newest first', () => {
    const wang = { text: '王伟', kinds: ['service' as const], openOnly: true, limit: 3 }
    const ids = all
      .filter((row) => row.applicant === '王伟' && row.kind === 'service' && row.closedOn === null)
      .map(({ id }) => id)
    expect(pages(wang).map(({ id }) => id)).toEqual(ids.reverse())
    expect(desk.store.read.cases.list({ ...input, ...wang }).total).toBe(ids.length)
  })

  it('counts the hits of a search to fifty, and beyond that only where the index knows them', () => {
    const list = (text: string, limit: number, cursor: string | null = null) =>
      desk.store.read.cases.list({ ...input, text, limit, cursor })
    expect(list('青岚', 1)).toMatchObject({ total: 60, more: false })
    expect(list('青岚县', 1)).toMatchObject({ total: 50, more: true })
    expect(list('青岚县', 60)).toMatchObject({ total: 60, more: false, next: null })
    const first = list('青岚县', 55)
    expect(first).toMatchObject({ total: 55, more: true })
    expect(list('青岚县', 55, first.next)).toMatchObject({ total: 5, more: true, next: null })
  })

  it('finds nothing in a search without words, and nothing under filters that exclude each other', () => {
    expect(desk.store.read.cases.list({ ...input, text: '。，！' })).toEqual({
      rows: [],
      next: null,
      total: 0,
      more: false,
    })
    const excluded = { kinds: ['service' as const], statuses: ['received' as const] }
    expect(desk.store.read.cases.list({ ...input, ...excluded }).rows).toEqual([])
    expect(desk.store.read.cases.list({ ...input, ...excluded, text: '王' }).total).toBe(0)
  })

  it('takes a blank text for none', () => {
    expect(desk.store.read.cases.list({ ...input, text: '  ' }).total).toBe(60)
  })

  it('refuses a cursor of another order', () => {
    const newest = desk.store.read.cases.list({ ...input, limit: 1 }).next
    const due = desk.store.read.cases.list({ ...input, order: 'due', limit: 1 }).next
    expect(() => desk.store.read.cases.list({ ...input, order: 'due', cursor: newest })).toThrow(RangeError)
    expect(() => desk.store.read.cases.list({ ...input, cursor: due })).toThrow(RangeError)
    expect(() => desk.store.read.cases.list({ ...input, text: '王', cursor: due })).toThrow(RangeError)
  })
})
