import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { currentWorkCalendar } from '../../../domain/calendar/state-council.ts'
import { zhao } from '../../../domain/contact/_testing.ts'
import { aBundleForm, afterEdits, anItem, editsArbitrary, firstCaseId, partIds, today } from './_testing.ts'
import { bundleClocks, bundleInputs } from './bundle-act.ts'
import { bundleRequestOf } from './form-act.ts'
import { attempt, mainActOf, problemsOf } from './preview.ts'
import { printPlanOf } from './print-plan.ts'

const context = { today, role: 'clerk', calendar: currentWorkCalendar, user: zhao } as const

describe('a bundle', () => {
  it('[INT-6] asks once for what several matters ask for, as many pieces as the one that asks for most', () => {
    expect(aBundleForm().materials.map(({ name, expected, parts }) => [name, expected, parts])).toEqual([
      ['卫生许可证申请表', 2, [1, 2]],
      ['从业人员健康合格证明', 3, [1]],
      ['平面图', 1, [2]],
    ])
  })

  it('[INT-6] keeps what was found of a line when a matter comes or goes', () => {
    const noted = aBundleForm([{ type: 'material', edit: { type: 'note', at: 0, text: '复印件' } }])
    const without = afterEdits([{ type: 'removePart', at: 1 }], noted)
    expect(without.materials).toMatchObject([
      { name: '卫生许可证申请表', received: 2, state: 'collected', note: '复印件', parts: [1] },
      { name: '从业人员健康合格证明', received: 3, state: 'collected' },
    ])
  })

  it('[INT-6] is opened with all its matters in one go: what is complete is accepted, what lacks something gets its notice', () => {
    expect(mainActOf(aBundleForm())).toBe('bundle.open')
    expect(attempt(aBundleForm(), 'bundle.open', context).ok).toBe(true)
    const gap = aBundleForm([{ type: 'material', edit: { type: 'cycle', at: 2 } }])
    const inputs = bundleInputs(bundleRequestOf(gap, today))
    expect(inputs.map(({ caseId, act }) => [caseId, act.kind])).toEqual([
      [firstCaseId, 'bundle.open'],
      [partIds[0], 'service.accept'],
      [partIds[1], 'service.notice'],
    ])
    expect(printPlanOf('bundle.open', gap).map(({ letter, of }) => [letter, of?.name])).toEqual([
      ['bundle_receipt', undefined],
      ['service_acceptance', '公共场所卫生许可（新办）'],
      ['material_handover', '公共场所卫生许可（新办）'],
      ['service_once_only_notice', '食品经营许可'],
    ])
  })

  it('[INT-6] counts each matter and the whole by its longest', () => {
    const { whole, parts } = bundleClocks(aBundleForm().bundle, today, currentWorkCalendar)
    expect(parts.map(({ clocks }) => clocks.promised?.limit)).toEqual([10, 15])
    expect(whole.promised?.due).toBe(parts[1]?.clocks.promised?.due)
  })

  it('needs two matters and a name, and takes none twice', () => {
    const one = afterEdits([
      { type: 'chooseBundle' },
      { type: 'addPart', caseId: partIds[0], item: anItem() },
      { type: 'addPart', caseId: partIds[1], item: anItem() },
    ])
    expect(one.bundle.parts).toHaveLength(1)
    expect(problemsOf(one, context).map(({ field }) => field)).toEqual(
      expect.arrayContaining(['intake.name', 'intake.parts']),
    )
  })

  it('[INT-6] makes acts that the contract takes, whatever was done to the form', () => {
    fc.assert(
      fc.property(editsArbitrary, (edits) => {
        const form = afterEdits([...edits, { type: 'chooseBundle' }])
        const act = attempt(form, 'bundle.open', context)
        if (act.ok) expect(() => bundleInputs(bundleRequestOf(form, today))).not.toThrow()
        else expect(act.error.fields.length).toBeGreaterThan(0)
      }),
    )
  })
})
