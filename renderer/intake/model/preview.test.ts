import { describe, expect, it } from 'vitest'
import { currentWorkCalendar } from '../../../domain/calendar/state-council.ts'
import { plainDate } from '../../../domain/plain-date.ts'
import { zhao } from '../../../domain/contact/_testing.ts'
import { aDisclosureForm, aServiceForm, afterEdits, emptyCaseForm, today } from './_testing.ts'
import type { IntakeForm } from './form-model.ts'
import { attempt, clockPreview, mainActOf, problemsOf } from './preview.ts'
import type { IntakeActKind } from './intake-act.ts'
import { printPlanOf } from './print-plan.ts'

const preview = (form: IntakeForm) => clockPreview(form.matter, form.disclosure, form, context)

const handed = (received: number) => ({
  ...emptyCaseForm,
  materials: aServiceForm().materials.map((line) => ({ ...line, received })),
})

const context = { today, role: 'clerk', calendar: currentWorkCalendar, user: zhao } as const

describe('the main act', () => {
  it('follows the facts: accept when all is in, once-only notice when a required piece is missing', () => {
    expect(mainActOf(emptyCaseForm)).toBeNull()
    expect(mainActOf(aServiceForm())).toBe('service.accept')
    expect(mainActOf(aServiceForm([{ type: 'material', edit: { type: 'cycle', at: 0 } }]))).toBe('service.notice')
    const tolerated = { type: 'tolerate', at: 1, promisedOn: plainDate('2026-10-13') } as const
    expect(mainActOf(aServiceForm([{ type: 'material', edit: tolerated }]))).toBe('service.accept')
    expect(mainActOf(aDisclosureForm())).toBe('disclosure.register')
  })

  it('is possible exactly when the other one is not', () => {
    const gap = aServiceForm([{ type: 'material', edit: { type: 'cycle', at: 0 } }])
    expect(attempt(gap, 'service.notice', context).ok).toBe(true)
    expect(attempt(gap, 'service.accept', context)).toMatchObject({ error: { code: 'materials_missing' } })
    expect(attempt(aServiceForm(), 'service.accept', context).ok).toBe(true)
    expect(attempt(aServiceForm(), 'service.notice', context)).toMatchObject({ error: { code: 'materials_complete' } })
  })

  it('names the fields that are still wanting, in the order of the screen', () => {
    const bare = afterEdits(
      [
        { type: 'applicant', field: 'phone', text: '12' },
        { type: 'represented', on: true },
      ],
      aServiceForm(),
    )
    expect(problemsOf(afterEdits([{ type: 'applicant', field: 'name', text: ' ' }], bare), context)).toEqual([
      { field: 'intake.applicant.name', code: 'required' },
      { field: 'intake.applicant.phone', code: 'phone_invalid' },
      { field: 'intake.representative.name', code: 'required' },
      { field: 'intake.representative.idNumber', code: 'required' },
      { field: 'intake.representative.authority', code: 'required' },
    ])
  })
})

describe('the clock preview', () => {
  it('counts from today over the National Day holiday for a service case', () => {
    const { start, clocks, noticeDue } = preview(aServiceForm())
    expect([start, clocks.promised?.due, clocks.statutory?.due, noticeDue]).toEqual([
      '2026-09-28',
      '2026-10-16',
      '2026-10-30',
      '2026-10-10',
    ])
  })

  it('counts a disclosure request from its receipt date, and not at all before it is confirmed', () => {
    const arrived = aDisclosureForm([{ type: 'disclosure', field: 'arrivedOn', text: '0914' }])
    expect(preview(arrived)).toMatchObject({ start: '2026-09-14', noticeDue: '2026-09-22' })
    const online = afterEdits([{ type: 'channel', channel: 'online' }], arrived)
    expect(preview(online)).toMatchObject({ start: null, clocks: { statutory: null }, noticeDue: null })
    const confirmed = afterEdits([{ type: 'disclosure', field: 'confirmedOn', text: '0915' }], online)
    expect(preview(confirmed).start).toBe('2026-09-15')
  })

  it('shows no date for an arrival that is none or lies ahead', () => {
    for (const text of ['', '2026-02-30', '2026-09-29'])
      expect(preview(aDisclosureForm([{ type: 'disclosure', field: 'arrivedOn', text }])).start).toBeNull()
  })
})

describe('what is printed', () => {
  it('gives a receipt beside a notice only when something was handed in', () => {
    expect(printPlanOf('service.notice', handed(0)).map(({ letter }) => letter)).toEqual(['service_once_only_notice'])
    expect(printPlanOf('service.notice', handed(2)).map(({ letter }) => letter)).toEqual([
      'service_once_only_notice',
      'service_receipt',
    ])
    expect(printPlanOf('service.accept', handed(0))).toEqual([{ letter: 'service_acceptance', copies: 2 }])
  })

  it('[INT-7] offers a hand-over slip for papers that go on to the organ, and only for those', () => {
    const slips = (act: IntakeActKind, received: number) =>
      printPlanOf(act, handed(received)).filter(({ letter }) => letter === 'material_handover')
    expect(slips('service.accept', 2)).toEqual([{ letter: 'material_handover', copies: 2, onDemand: true }])
    expect(slips('service.accept', 0)).toEqual([])
    expect((['service.notice', 'service.instant', 'service.refuse'] as const).flatMap((act) => slips(act, 2))).toEqual(
      [],
    )
  })
})
