import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type FeeLine, type FeePart, settleFees } from './settlement.ts'

const line = (more: Partial<FeeLine> = {}): FeeLine => ({
  item: '结婚证工本费',
  standard: '9元/对',
  quantity: 1,
  unitFen: 900,
  basis: { kind: 'administrative_regulation', text: '《某收费条例》第七条' },
  reduction: null,
  ...more,
})
const part = (more: Partial<FeePart> = {}): FeePart => ({
  caseNo: '990123-20261122-W03-0012',
  organ: '某县民政局',
  licence: false,
  lines: [line()],
  ...more,
})
const codesOf = (...parts: readonly FeePart[]) => {
  const settled = settleFees(parts)
  return settled.ok ? [] : settled.error.map(({ code }) => code)
}

describe('a settlement', () => {
  it('[FEE-9] sums the lines of all matters of a bundle to one amount', () => {
    const settled = settleFees([
      part({ lines: [line(), line({ item: '档案查询费', standard: '5元/份', quantity: 3, unitFen: 500 })] }),
      part({
        caseNo: '990123-20261122-W03-0013',
        organ: '某县自然资源局',
        lines: [line({ item: '登记费', unitFen: 8000, reduction: { fen: 4000, basis: '小微企业减半收取' } })],
      }),
    ])
    if (!settled.ok) throw new Error(JSON.stringify(settled.error))
    const { parts, grossFen, reducedFen, fen } = settled.value
    expect([grossFen, reducedFen, fen]).toEqual([10_400, 4000, 6400])
    expect(parts.map((settledPart) => settledPart.fen)).toEqual([2400, 4000])
    expect(parts[1]?.lines[0]).toMatchObject({ grossFen: 8000, fen: 4000 })
  })

  it('[FEE-9] of nothing is nothing to pay', () => {
    expect(settleFees([])).toEqual({ ok: true, value: { parts: [], grossFen: 0, reducedFen: 0, fen: 0 } })
  })

  it('[FEE-9] is gross less reductions, in whole fen, whatever the lines', () => {
    const anyLine = fc
      .record({
        quantity: fc.integer({ min: 1, max: 1000 }),
        unitFen: fc.nat({ max: 100_000 }),
        share: fc.nat({ max: 100 }),
      })
      .map(({ quantity, unitFen, share }) => {
        const fen = Math.floor((quantity * unitFen * share) / 100)
        return line({ quantity, unitFen, reduction: fen === 0 ? null : { fen, basis: '减免' } })
      })
    const lines = fc.array(anyLine, { maxLength: 8 }).map((all) => all.map((one, n) => ({ ...one, item: `第${n}项` })))
    fc.assert(
      fc.property(fc.array(lines, { maxLength: 4 }), (bundle) => {
        const settled = settleFees(bundle.map((all) => part({ lines: all })))
        if (!settled.ok) throw new Error(JSON.stringify(settled.error))
        const { grossFen, reducedFen, fen } = settled.value
        expect(grossFen - reducedFen).toBe(fen)
        expect(fen).toBe(
          bundle.flat().reduce((sum, one) => sum + one.quantity * one.unitFen - (one.reduction?.fen ?? 0), 0),
        )
      }),
    )
  })
})

describe('a line that may not stand', () => {
  it('[FEE-10] has no basis, or for a licence none in a law or an administrative regulation', () => {
    const unfounded = line({ basis: { kind: 'law', text: ' ' } })
    const local = line({ basis: { kind: 'other_norm', text: '某市收费办法' } })
    expect(settleFees([part({ lines: [unfounded] })])).toEqual({
      ok: false,
      error: [{ code: 'basis_missing', caseNo: '990123-20261122-W03-0012', line: 1, article: 'licensing:58(1)' }],
    })
    expect(codesOf(part({ licence: true, lines: [local] }))).toEqual(['basis_too_low'])
    expect(codesOf(part({ licence: false, lines: [local] }))).toEqual([])
    for (const kind of ['law', 'administrative_regulation'] as const) {
      expect(codesOf(part({ licence: true, lines: [line({ basis: { kind, text: '某法' } })] }))).toEqual([])
    }
  })

  it.each([
    [{ item: '' }, 'item_missing'],
    [{ standard: ' ' }, 'standard_missing'],
    [{ quantity: 0 }, 'quantity_invalid'],
    [{ quantity: -1 }, 'quantity_invalid'],
    [{ quantity: 1.5 }, 'quantity_invalid'],
    [{ unitFen: -900 }, 'unit_invalid'],
    [{ unitFen: 0.1 }, 'unit_invalid'],
    [{ quantity: 1_000_000_001, unitFen: 1 }, 'amount_too_large'],
    [{ reduction: { fen: -1, basis: '减免' } }, 'reduction_invalid'],
    [{ reduction: { fen: 0, basis: '减免' } }, 'reduction_invalid'],
    [{ reduction: { fen: 901, basis: '减免' } }, 'reduction_invalid'],
    [{ reduction: { fen: 900, basis: '' } }, 'reduction_basis_missing'],
  ] as const)('[FEE-11] %j: %s', (more, code) => {
    expect(codesOf(part({ lines: [line(more)] }))).toEqual([code])
  })

  it('[FEE-11] charges the same twice in one matter, but not in two', () => {
    expect(codesOf(part({ lines: [line(), line()] }))).toEqual(['charged_twice'])
    expect(codesOf(part(), part({ caseNo: '990123-20261122-W03-0013' }))).toEqual([])
  })

  it('[FEE-11] is named with every other one, and nothing is settled', () => {
    const settled = settleFees([
      part({ lines: [line(), line({ item: '', quantity: 0 })] }),
      part({ caseNo: 'B', lines: [line({ unitFen: -1 })] }),
    ])
    expect(settled.ok ? [] : settled.error.map(({ code, caseNo, line: n }) => [code, caseNo, n])).toEqual([
      ['item_missing', '990123-20261122-W03-0012', 2],
      ['quantity_invalid', '990123-20261122-W03-0012', 2],
      ['unit_invalid', 'B', 1],
    ])
  })
})
