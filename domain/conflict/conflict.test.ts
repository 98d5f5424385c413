import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aServiceIntake } from '../case/_testing.ts'
import { groupLost, type LostEntry } from './group-lost.ts'
import { changedBy, threeWay } from './three-way.ts'

const lost = (op: string, entity: string, verdict: string, ref: string | null = null): LostEntry => ({
  op,
  entity,
  verdict,
  ref,
})
const told = (entries: readonly LostEntry[]) =>
  groupLost(entries).map(({ root, dependents }) => [root.op, ...dependents.map(({ op }) => op)].join(' '))

describe('acts that did not take effect', () => {
  it('[CFL-2] what was built on a lost act is one task with it, whoever names the root', () => {
    expect(
      told([
        lost('a', 'case-1', 'conflict'),
        lost('b', 'case-2', 'rejected'),
        lost('c', 'case-1', 'dependent', 'a'),
        lost('d', 'case-1', 'dependent', 'c'),
        lost('e', 'case-2', 'dependent'),
        lost('f', 'case-3', 'dependent', 'b'),
      ]),
    ).toEqual(['a c d', 'b e f'])
  })

  it('[CFL-2] a second conflict of a matter is a task of its own, and so is one whose root nobody knows', () => {
    expect(told([lost('a', 'x', 'conflict'), lost('b', 'x', 'conflict'), lost('c', 'x', 'dependent')])).toEqual([
      'a',
      'b c',
    ])
    expect(told([lost('a', 'x', 'dependent', 'gone')])).toEqual(['a'])
  })

  it('[CFL-2] no act is lost in the grouping and none stands twice', () => {
    const entry = fc.record({
      entity: fc.constantFrom('x', 'y'),
      verdict: fc.constantFrom('conflict', 'dependent', 'rejected', 'quarantined'),
      ref: fc.option(fc.integer({ min: 0, max: 20 }), { nil: null }),
    })
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 20 }), (made) => {
        const entries = made.map(({ entity, verdict, ref }, at) =>
          lost(`op-${at}`, entity, verdict, ref === null ? null : `op-${ref}`),
        )
        const grouped = groupLost(entries).flatMap(({ root, dependents }) => [root, ...dependents])
        expect(grouped.map(({ op }) => op).sort()).toEqual(entries.map(({ op }) => op).sort())
      }),
    )
  })
})

describe('two versions of a matter', () => {
  const { applicant, materials } = aServiceIntake()
  const base = { version: 3, applicant, materials, status: 'correction_wait' }

  it('[CFL-3] shows every place in which they differ, with where both began, and says who changed it', () => {
    const mine = { ...base, version: 4, applicant: { ...applicant, phone: '13700005521' }, status: 'accepted' }
    const theirs = { ...base, version: 4, status: 'closed', reason: '申请人撤回' }
    const found = threeWay(base, mine, theirs)
    expect(found.map((each) => [each.path, each.base, each.mine, each.theirs, changedBy(each)])).toEqual([
      ['applicant.phone', applicant.phone, '13700005521', applicant.phone, 'mine'],
      ['status', 'correction_wait', 'accepted', 'closed', 'both'],
      ['reason', undefined, undefined, '申请人撤回', 'theirs'],
    ])
  })

  it('[CFL-3] a line keeps its number and its name when another comes before it', () => {
    const [line] = materials
    if (line === undefined) throw new Error('no materials')
    const mine = { materials: [{ ...line, n: 2, received: 3 }] }
    const theirs = {
      materials: [
        { ...line, n: 1 },
        { ...line, n: 2 },
      ],
    }
    expect(threeWay({ materials: [{ ...line, n: 2 }] }, mine, theirs)).toContainEqual({
      path: 'materials.2.received',
      line: line.name,
      base: line.received,
      mine: 3,
      theirs: line.received,
    })
  })

  it('[CFL-3] equal versions differ nowhere, and a version differs from itself changed exactly there', () => {
    const state = fc.dictionary(fc.string(), fc.oneof(fc.integer(), fc.string(), fc.boolean()))
    fc.assert(
      fc.property(state, state, state, (from, mine, theirs) => {
        expect(threeWay(from, mine, mine)).toEqual([])
        for (const { mine: own, theirs: other } of threeWay(from, mine, theirs)) expect(own).not.toBe(other)
      }),
    )
    expect(threeWay(null, null, { status: 'closed' })).toEqual([
      { path: 'status', line: null, base: undefined, mine: undefined, theirs: 'closed' },
    ])
  })
})
