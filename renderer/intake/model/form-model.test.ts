import { currentWorkCalendar } from '../../../domain/calendar/state-council.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CaseActSchema } from '../../../contract/acts/case-acts.ts'
import { DraftInputSchema } from '../../../contract/queries/drafts.ts'
import { decide } from '../../../domain/case/decide.ts'
import { zhao } from '../../../domain/contact/_testing.ts'
import { aDisclosureForm, aServiceForm, afterEdits, anItem, editsArbitrary, firstCaseId, today } from './_testing.ts'
import { formToAct } from './form-act.ts'
import { draftVersion, formToDraft, readDraft } from './form-draft.ts'
import { emptyForm, holdsWork, IntakeFormSchema } from './form-model.ts'
import { intakeActs } from './intake-act.ts'

const context = {
  today,
  role: 'clerk',
  calendar: currentWorkCalendar,
  nextLetterNo: () => '',
  nextCaseNo: () => '990123-20260928-W03-0001',
} as const

describe('the intake form', () => {
  it('comes back from a draft exactly as it was left', () => {
    fc.assert(
      fc.property(editsArbitrary, fc.string({ unit: 'grapheme', maxLength: 400 }), (edits, title) => {
        const form = afterEdits(edits)
        const draft = formToDraft(form, title)
        expect(readDraft(draft.form)).toEqual({ ok: true, value: form })
        expect(draft.id).toBe(form.caseId)
        expect(draft.title.length).toBeLessThanOrEqual(300)
      }),
    )
  })

  it('makes a draft that the host takes, whatever was typed or pasted', () => {
    fc.assert(
      fc.property(editsArbitrary, (edits) => {
        expect(DraftInputSchema.safeParse(formToDraft(afterEdits(edits), '办件')).success).toBe(true)
      }),
    )
  })

  it('makes an act that the contract takes, or names a field that cannot be put into one', () => {
    fc.assert(
      fc.property(editsArbitrary, fc.constantFrom(...intakeActs), (edits, kind) => {
        const act = formToAct(afterEdits(edits), kind, today, zhao)
        if (act.ok) expect(CaseActSchema.safeParse(act.value).error).toBeUndefined()
        else expect(act.error.length).toBeGreaterThan(0)
      }),
    )
  })

  it('is an act that the domain accepts when a clerk has filled it in', () => {
    const accept = formToAct(aServiceForm(), 'service.accept', today, zhao)
    expect(accept.ok && decide(null, accept.value, context)).toMatchObject({ ok: true })
    const register = formToAct(aDisclosureForm(), 'disclosure.register', today, zhao)
    expect(register.ok && decide(null, register.value, context)).toMatchObject({ ok: true })
  })

  it('stays one shape through every edit', () => {
    fc.assert(
      fc.property(editsArbitrary, (edits) => {
        expect(IntakeFormSchema.safeParse(afterEdits(edits)).error).toBeUndefined()
      }),
    )
  })

  it('holds no work while only an item is chosen', () => {
    expect(holdsWork(emptyForm(firstCaseId, today))).toBe(false)
    expect(holdsWork(afterEdits([{ type: 'chooseItem', item: anItem() }]))).toBe(false)
    expect(holdsWork(afterEdits([{ type: 'applicant', field: 'phone', text: '1' }]))).toBe(true)
    expect(holdsWork(aServiceForm())).toBe(true)
  })

  it('keeps the applicant when the item is changed, and brings the new checklist', () => {
    const other = anItem({ id: 'T0002', name: '烟草专卖零售许可', materials: [] })
    const changed = afterEdits([{ type: 'chooseItem', item: other }], aServiceForm())
    expect(changed.applicant).toEqual(aServiceForm().applicant)
    expect(changed.materials).toEqual([])
  })

  it('does not empty the checklist when the same item is chosen again', () => {
    expect(aServiceForm([{ type: 'chooseItem', item: anItem() }]).materials).toEqual(aServiceForm().materials)
  })

  it('refuses a draft of a later version and one that is no draft', () => {
    expect(readDraft(`{"v":${draftVersion + 1},"form":{}}`)).toEqual({ ok: false, error: 'newer_draft' })
    expect(readDraft('{"v":1,"form":{"caseId":"x"}}')).toEqual({ ok: false, error: 'unreadable_draft' })
    expect(readDraft('half a fi')).toEqual({ ok: false, error: 'unreadable_draft' })
    expect(readDraft('null')).toEqual({ ok: false, error: 'unreadable_draft' })
  })
})

describe('formToAct', () => {
  it('names the date field that is no date', () => {
    const form = aServiceForm([
      { type: 'represented', on: true },
      { type: 'representative', field: 'validUntil', text: '2026-02-30' },
    ])
    expect(formToAct(form, 'service.accept', today, zhao)).toEqual({
      ok: false,
      error: [{ field: 'intake.representative.validUntil', code: 'date_invalid' }],
    })
  })

  it('asks for the ground of a refusal', () => {
    expect(formToAct(aServiceForm(), 'service.refuse', today, zhao)).toEqual({
      ok: false,
      error: [{ field: 'ground', code: 'required' }],
    })
  })

  it('leaves out what the form no longer shows', () => {
    const act = formToAct(
      aServiceForm([
        { type: 'applicantKind', kind: 'enterprise' },
        { type: 'applicant', field: 'contactName', text: '周文静' },
        { type: 'applicantKind', kind: 'person' },
        { type: 'representative', field: 'name', text: '许立' },
      ]),
      'service.accept',
      today,
      zhao,
    )
    expect(act).toMatchObject({
      ok: true,
      value: { intake: { applicant: { contactName: null, reportCategory: null }, representative: null } },
    })
  })

  it('writes an old fifteen-digit number in its eighteen digits and a full-width one in half width', () => {
    const old = formToAct(
      aServiceForm([{ type: 'applicant', field: 'idNumber', text: '990123900307009' }]),
      'service.accept',
      today,
      zhao,
    )
    expect(old).toMatchObject({
      value: { intake: { applicant: { idType: 'resident_id', idNumber: '990123199003070099' } } },
    })
    const wide = formToAct(
      aServiceForm([{ type: 'applicant', field: 'idNumber', text: '９９０１２３ 19900307 0099' }]),
      'service.accept',
      today,
      zhao,
    )
    expect(wide).toMatchObject({ value: { intake: { applicant: { idNumber: '990123199003070099' } } } })
  })

  it('confirms no day for a channel that needs no confirmation', () => {
    const form = aDisclosureForm([
      { type: 'channel', channel: 'online' },
      { type: 'disclosure', field: 'confirmedOn', text: '2026-09-28' },
    ])
    expect(formToAct(form, 'disclosure.register', today, zhao)).toMatchObject({
      value: { intake: { confirmedOn: '2026-09-28' } },
    })
    const inPerson = afterEdits([{ type: 'channel', channel: 'in_person' }], form)
    expect(formToAct(inPerson, 'disclosure.register', today, zhao)).toMatchObject({
      value: { intake: { confirmedOn: null } },
    })
  })
})
