import { describe, expect, it } from 'vitest'
import type { PreApplication } from '../../../contract/pre-application.ts'
import { anItem } from '../../../domain/case/_testing.ts'
import { zhao } from '../../../domain/contact/_testing.ts'
import { firstCaseId, secondCaseId, today } from './_testing.ts'
import { editForm } from './form-edits.ts'
import { formToAct } from './form-act.ts'
import { formToDraft, readDraft } from './form-draft.ts'
import { emptyForm, holdsWork } from './form-model.ts'
import { maybePreNo, takeApplication } from './pre-application.ts'
import { freshSession, nextSession } from './session.ts'

const application: PreApplication = {
  preNo: 'YSL-2026-0915',
  itemId: 'T0001',
  applicant: {
    kind: 'person',
    name: '周文静',
    idType: 'resident_id',
    idNumber: '990000199001010017',
    phone: '13800002046',
    address: null,
    contactName: null,
  },
  submittedOn: today,
  remark: '下午来',
}
const item = anItem()
const taken = () => takeApplication(emptyForm(firstCaseId, today), item, application)

describe('an application of another system', () => {
  it('[OPN-15] is in the form with its item, its applicant and its number, and goes into the case with them', () => {
    const act = formToAct(taken(), 'service.accept', today, zhao)
    expect(act).toMatchObject({
      ok: true,
      value: {
        intake: {
          preNo: 'YSL-2026-0915',
          item: { id: 'T0001' },
          applicant: { name: '周文静', idType: 'resident_id', idNumber: '990000199001010017', phone: '13800002046' },
          remark: null,
        },
      },
    })
  })

  it('[OPN-15] says what kind of number it is only where the number does not', () => {
    expect(taken().applicant.idType).toBeNull()
    const passport = { ...application.applicant, idType: 'passport' as const, idNumber: 'E12345678' }
    const form = takeApplication(emptyForm(firstCaseId, today), item, { ...application, applicant: passport })
    expect(form.applicant).toMatchObject({ idType: 'passport', idNumber: 'E12345678' })
  })

  it('[OPN-15] writes over nothing that was typed, and brings no kind to somebody who was typed', () => {
    const typed = editForm(
      editForm(emptyForm(firstCaseId, today), { type: 'applicant', field: 'phone', text: '13700005521' }),
      { type: 'applicant', field: 'name', text: '青岚县清和美发店' },
    )
    const trader = editForm(typed, { type: 'applicantKind', kind: 'sole_trader' })
    const { applicant } = takeApplication(trader, item, application)
    expect(applicant).toMatchObject({
      kind: 'sole_trader',
      name: '青岚县清和美发店',
      phone: '13700005521',
      idNumber: '990000199001010017',
    })
  })

  it('[OPN-15] loses its number when another item is chosen, keeps it with the same, and survives a draft', () => {
    const form = taken()
    expect(holdsWork({ ...emptyForm(firstCaseId, today), preNo: 'A1' })).toBe(true)
    expect(editForm(form, { type: 'chooseItem', item }).preNo).toBe('YSL-2026-0915')
    const other = editForm(form, { type: 'chooseItem', item: anItem({ id: 'T0002' }) })
    expect(other.preNo).toBe('')
    expect(other.applicant.name).toBe('周文静')
    expect(formToAct(other, 'service.accept', today, zhao)).not.toMatchObject({ value: { intake: { preNo: '' } } })
    expect(readDraft(formToDraft(form, '').form)).toEqual({ ok: true, value: form })
    // A draft of before has no such number.
    const { preNo: _preNo, ...before } = emptyForm(firstCaseId, today)
    expect(readDraft(JSON.stringify({ v: 3, form: before }))).toEqual({
      ok: true,
      value: emptyForm(firstCaseId, today),
    })
  })

  it('[OPN-15] belongs to the client it was asked for, and is gone with him', () => {
    const session = freshSession(firstCaseId, today)
    const chosen = nextSession(session, { type: 'applicationChosen', caseId: firstCaseId, item, application })
    expect(chosen.form).toEqual(taken())
    const late = nextSession(freshSession(secondCaseId, today), {
      type: 'applicationChosen',
      caseId: firstCaseId,
      item,
      application,
    })
    expect(late).toEqual(freshSession(secondCaseId, today))
    expect(nextSession(chosen, { type: 'nextClient', caseId: secondCaseId })).toEqual(freshSession(secondCaseId, today))
  })

  it('[OPN-15] is looked for by what may be its number, and by no name', () => {
    expect(maybePreNo(' YSL-2026-0915 ')).toBe('YSL-2026-0915')
    for (const text of ['', '12', '周文静', '公共场所卫生许可', '1'.repeat(81)]) expect(maybePreNo(text)).toBeNull()
  })
})
