import { describe, expect, it } from 'vitest'
import { itemKinds } from '../catalogue/item-kinds.ts'
import { anItem, day } from '../case/_testing.ts'
import { findItemWarnings } from './check-item.ts'
import {
  type CodeTable,
  audienceCodes,
  bodyNatureCodes,
  formCodes,
  handlingCodes,
  itemKindCodes,
  levelCodes,
  satisfactionCodes,
  specialCodes,
} from './item-codes.ts'
import { whyNotOffered } from './item-version.ts'
import { handlings } from './service-item.ts'
import { checklistOf, snapshotOf } from './snapshot.ts'

const numbers = (table: CodeTable) => Object.values(table).map(([number]) => number)

describe('codes of GB/T 39046 annex A', () => {
  it('[SRV-40] have the numbers of the standard', () => {
    expect(Object.keys(itemKindCodes).sort()).toEqual([...itemKinds].sort())
    expect(Object.values(itemKindCodes).sort()).toEqual([
      '01',
      '02',
      '03',
      '04',
      '05',
      '06',
      '07',
      '08',
      '09',
      '10',
      '20',
    ])
    expect(numbers(levelCodes)).toEqual(['1', '2', '3', '4', '5', '6', '7'])
    expect(numbers(bodyNatureCodes)).toEqual(['1', '2', '3', '9'])
    expect(numbers(audienceCodes)).toEqual(['1', '2', '3', '4', '5', '6'])
    expect(numbers(formCodes)).toEqual(['1', '2', '3', '4', '9'])
    expect(handlings.map((handling) => handlingCodes[handling])).toEqual(['1', '2', '9'])
    expect(numbers(specialCodes)).toEqual(['1', '2'])
    expect(Object.values(satisfactionCodes)).toEqual(['1', '2', '3', '4', '5'])
  })
})

describe('an item', () => {
  const step = (limitDays: number | null) => ({ name: '审核', organ: null, limitDays })

  it('[SRV-42] warns when its steps take longer than its promise', () => {
    expect(findItemWarnings(anItem({ steps: [step(4), step(6), step(null)] }))).toEqual([])
    expect(findItemWarnings(anItem({ steps: [step(4), step(7)] }))).toEqual([
      { code: 'steps_over_promise', article: null, params: { steps: 11, promised: 10 } },
    ])
    expect(findItemWarnings(anItem({ promisedDays: null, steps: [step(21)] }))).toMatchObject([
      { params: { steps: 21, promised: 20 } },
    ])
  })

  it('[SRV-42] warns of a licence whose guide counts in calendar days', () => {
    const warned = (kind: string) => findItemWarnings(anItem({ kind, dayUnit: 'day' })).map(({ code }) => code)
    expect(warned('行政许可')).toEqual(['licence_calendar_days'])
    expect(warned('行政确认')).toEqual([])
  })

  it('[SRV-42] warns of a guide that lacks what the law has published', () => {
    const bare = anItem({
      legalBasis: [],
      materials: [],
      handling: 'instant',
      statutoryDays: 5,
      joint: true,
      fee: { charged: true, basis: null, standard: '' },
    })
    expect(findItemWarnings(bare).map(({ code, article }) => [code, article])).toEqual([
      ['promise_over_statutory', 'licensing:42(1)'],
      ['instant_with_days', 'licensing:34(2)'],
      ['basis_missing', 'licensing:30'],
      ['materials_missing', 'licensing:30'],
      ['charge_without_basis', 'licensing:58(1)'],
      ['charge_without_standard', 'licensing:59'],
      ['joint_without_organs', 'licensing:26(2)'],
    ])
  })

  const version = (status: 'in_use' | 'suspended' | 'cancelled', from: string | null, until: string | null) =>
    anItem({
      details: {
        version: {
          status,
          effectiveFrom: from === null ? null : day(from),
          cancelledFrom: until === null ? null : day(until),
        },
      },
    })

  it('[SRV-43] is offered while it is in use, from its first day to before its last', () => {
    const today = day('2026-09-28')
    expect(whyNotOffered(anItem(), today)).toBeNull()
    expect(whyNotOffered(version('in_use', '2026-09-28', '2026-09-29'), today)).toBeNull()
    expect(whyNotOffered(version('in_use', '2026-09-29', null), today)).toBe('not_yet')
    expect(whyNotOffered(version('in_use', null, '2026-09-28'), today)).toBe('cancelled')
    expect(whyNotOffered(version('suspended', null, null), today)).toBe('suspended')
    expect(whyNotOffered(version('cancelled', null, null), today)).toBe('cancelled')
  })

  it('[SRV-44] a case keeps what it counts and prints by, and nothing of the guide', () => {
    const item = anItem({
      steps: [step(4)],
      joint: true,
      phrases: ['同意'],
      details: {
        contact: { places: ['大厅'], hours: null, way: null, phone: null, superviseWay: null, supervisePhone: null },
      },
    })
    expect(Object.keys(snapshotOf(item)).sort()).toEqual([
      'code',
      'dayUnit',
      'fee',
      'handling',
      'id',
      'joint',
      'kind',
      'legalBasis',
      'name',
      'organ',
      'promisedDays',
      'resultName',
      'statutoryDays',
      'steps',
      'version',
    ])
    expect(Object.keys(snapshotOf(anItem()))).not.toContain('steps')
  })

  it('[SRV-44] its checklist expects originals and copies apart where the guide tells them apart', () => {
    const material = {
      name: '营业执照',
      form: 'original_and_copy',
      required: true,
      tolerable: false,
      source: null,
    } as const
    const item = anItem({
      materials: [
        { ...material, originals: 1, copies: 2 },
        { ...material, copies: 2 },
      ],
    })
    expect(checklistOf(item)).toMatchObject([{ expected: 3, copiesExpected: 2 }, { expected: 2 }])
    expect(checklistOf(item)[1]).not.toHaveProperty('copiesExpected')
  })
})
