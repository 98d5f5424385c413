import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { currentWorkCalendar as calendar } from '../calendar/state-council.ts'
import { aDisclosureIntake, aMaterial, aServiceIntake, aSnapshot, aSoleTrader, day, missing } from '../case/_testing.ts'
import type { CaseOperation } from '../case/case-operation.ts'
import type { CaseState } from '../case/case-state.ts'
import { caseClocks } from '../case/clocks.ts'
import { fold } from '../case/fold.ts'
import { judge } from '../case/judge.ts'
import type { PlainDate } from '../plain-date.ts'
import type { ServiceIntake } from '../service/service-intake.ts'
import { actsOnDuplicate } from './duplicate-acts.ts'
import { judgeDuplicate } from './duplicate.ts'
import { naturalKeysOf } from './natural-keys.ts'

const preNo = 'YSL-2026-0915'
const on = day('2026-10-12')
let n = 0
const at = (deviceNo: string, date: PlainDate, intake: Partial<ServiceIntake> = {}): CaseState =>
  fold(null, `case-${++n}`, {
    kind: 'service.accept',
    data: {
      on: date,
      caseNo: `990123-${date.replaceAll('-', '')}-${deviceNo}-0001`,
      intake: aServiceIntake({ preNo, ...intake }),
    },
  })
const waitingAt = (deviceNo: string, date: PlainDate): CaseState =>
  fold(null, `case-${++n}`, {
    kind: 'service.notice',
    data: {
      on: date,
      caseNo: `990123-${date.replaceAll('-', '')}-${deviceNo}-0001`,
      intake: aServiceIntake({ preNo, materials: [aMaterial(missing)] }),
      correctBy: null,
    },
  })

const early = () => at('W03', day('2026-09-28'))
const late = (over: Partial<ServiceIntake> = {}) => at('W12', day('2026-09-29'), over)

/** Both after what the server did about them. */
const settled = (known: CaseState, opened: CaseState, key: 'hard' | 'soft' = 'hard'): readonly CaseState[] => {
  const states = new Map([known, opened].map((state) => [state.id, state]))
  for (const { caseId, act } of actsOnDuplicate(judgeDuplicate(known, opened, key), known, opened)) {
    const { kind, ...said } = act
    const operation = { kind, data: { ...said, on } } as unknown as CaseOperation
    const before = states.get(caseId)
    if (before === undefined) throw new Error('an act on neither')
    const origin = { center: '990123', deviceNo: 'S01' }
    expect(judge(before, operation, before.version, origin, calendar)).toEqual({ verdict: 'applied', reason: null })
    states.set(caseId, fold(before, caseId, operation))
  }
  return [...states.values()]
}
const due = (state: CaseState) => caseClocks(state, calendar).statutory?.due

describe('one application taken in twice', () => {
  it('[CFL-5] is told by its number however it was typed, and by no other', () => {
    expect(naturalKeysOf(late({ preNo: 'ysl 2026－0915' })).hard).toEqual(naturalKeysOf(early()).hard)
    expect(naturalKeysOf(late({ preNo: 'YSL-2026-0916' })).hard).not.toEqual(naturalKeysOf(early()).hard)
    const paper = aServiceIntake({ paperNo: preNo })
    expect(naturalKeysOf({ ...early(), intake: paper } as CaseState).hard).not.toEqual(naturalKeysOf(early()).hard)
  })

  it('[CFL-7] in either order one case stands, with the papers and receipts of both and the earlier deadline', () => {
    for (const [known, opened] of [
      [early(), late()],
      [late(), early()],
    ] as const) {
      const [survivor, alias] = settled(known, opened)
      expect(survivor).toMatchObject({ id: known.id, status: 'accepted', clockStart: '2026-09-28' })
      expect(survivor?.merged).toMatchObject([{ aliasId: opened.id, aliasNo: opened.caseNo }])
      expect(survivor?.merged?.[0]?.materials).toEqual(aServiceIntake().materials)
      expect(alias).toMatchObject({ id: opened.id, status: 'voided', mergedInto: { caseId: known.id } })
      expect(alias?.documents).toEqual(opened.documents)
      expect(survivor === undefined ? null : due(survivor)).toBe(due(early()))
    }
  })

  it('[CFL-7] the deadline is that of the earlier day for any two days, in either order', () => {
    const date = fc.integer({ min: 1, max: 30 }).map((d) => day(`2026-09-${String(d).padStart(2, '0')}`))
    fc.assert(
      fc.property(date, date, (a, b) => {
        const [one] = settled(at('W03', a), at('W12', b))
        const [other] = settled(at('W12', b), at('W03', a))
        expect(one?.clockStart).toBe(a < b ? a : b)
        expect(other?.clockStart).toBe(one?.clockStart)
        expect(one && due(one)).toBe(other && due(other))
      }),
    )
  })

  it('[CFL-7] the one that was accepted stands, although the other came first', () => {
    const known = waitingAt('W03', day('2026-09-28'))
    const opened = late()
    const [alias, survivor] = settled(known, opened)
    expect(survivor).toMatchObject({
      id: opened.id,
      status: 'accepted',
      clockStart: '2026-09-29',
      arrivedOn: '2026-09-28',
    })
    expect(alias).toMatchObject({ id: known.id, status: 'voided', mergedInto: { caseNo: opened.caseNo } })
  })

  it('[CFL-5] other people, other matters, a part of a bundle and a finished case are left to a person', () => {
    const others: readonly Partial<ServiceIntake>[] = [
      { applicant: aSoleTrader({ idNumber: '92990000MA0TEXT125' }) },
      { item: aSnapshot({ id: 'T0002' }) },
      { bundle: { caseId: '0199a1b2-0000-7000-8000-000000000009', joint: false } },
    ]
    for (const other of others) {
      expect(judgeDuplicate(early(), late(other), 'hard')).toEqual({ way: 'suspect' })
      const both = settled(early(), late(other))
      for (const { status, flags, links } of both) {
        expect([status, flags]).toEqual(['accepted', ['duplicate_suspected']])
        expect(links.at(-1)).toMatchObject({ kind: 'similar_to' })
      }
    }
    expect(judgeDuplicate({ ...early(), clockStop: on }, late(), 'hard')).toEqual({ way: 'suspect' })
  })

  it('[CFL-5] what ended without a result is no duplicate', () => {
    for (const status of ['voided', 'withdrawn', 'terminated', 'refused'] as const)
      expect(judgeDuplicate({ ...early(), status } as CaseState, late(), 'hard')).toEqual({ way: 'none' })
  })

  it('[CFL-6] the same applicant, matter and day at two windows is linked; at one window nobody is told again', () => {
    const today = day('2026-09-28')
    const [a, b] = [at('W03', today, { preNo: 'A1' }), at('W12', today, { preNo: 'B2' })]
    expect(naturalKeysOf(a).soft).toBe(naturalKeysOf(b).soft)
    expect(naturalKeysOf(a).soft).not.toBe(naturalKeysOf(late()).soft)
    const both = settled(a, b, 'soft')
    expect(both.map(({ status, flags }) => [status, flags])).toEqual([
      ['accepted', ['duplicate_suspected']],
      ['accepted', ['duplicate_suspected']],
    ])
    expect(both.map(({ version }) => version)).toEqual([a.version, b.version])
    expect(judgeDuplicate(a, at('W03', today), 'soft')).toEqual({ way: 'none' })
    // A third links itself to the first, who has said so already.
    const [first] = both
    const third = at('W13', today)
    if (first === undefined) throw new Error('no case')
    expect(actsOnDuplicate(judgeDuplicate(first, third, 'soft'), first, third)).toHaveLength(1)
  })

  it('[CFL-5] two requests for information under one number of the site are one', () => {
    const register = (deviceNo: string, received: PlainDate, over: { readonly subject?: string } = {}) =>
      fold(null, `case-${++n}`, {
        kind: 'disclosure.register',
        data: {
          on: received,
          caseNo: `990123-${received.replaceAll('-', '')}-${deviceNo}-0001`,
          intake: aDisclosureIntake({ arrivedOn: received, preNo: 'WS-8', ...over }),
        },
      })
    const [survivor, alias] = settled(register('W12', day('2026-09-16')), register('W03', day('2026-09-14')))
    expect(survivor).toMatchObject({ status: 'received', clockStart: '2026-09-14' })
    expect(alias).toMatchObject({ status: 'voided' })
    const known = register('W12', day('2026-09-16'))
    const other = register('W03', day('2026-09-16'), { subject: '另一项信息' })
    expect(judgeDuplicate(known, other, 'hard')).toEqual({ way: 'suspect' })
  })

  it('[CFL-7] only the server does it, and once', () => {
    const [survivor, alias] = settled(early(), late())
    const merge: CaseOperation = {
      kind: 'case.merge',
      data: {
        aliasId: alias?.id ?? '',
        aliasNo: alias?.caseNo ?? '',
        arrivedOn: on,
        clockStart: on,
        materials: [],
        letters: [],
        on,
      },
    }
    const verdict = (state: CaseState | undefined, deviceNo: string) =>
      judge(state ?? null, merge, 1, { center: '990123', deviceNo }, calendar).reason
    expect(verdict(survivor, 'W03')).toBe('act_of_server')
    expect(verdict(survivor, 'S01')).toBe('duplicate_known')
    const claim: CaseOperation = { kind: 'service.claim', data: { handler: '王丽', on } }
    expect(judge(alias ?? null, claim, 1, { center: '990123', deviceNo: 'W12' }, calendar).verdict).toBe('conflict')
  })
})
