import { describe, expect, it } from 'vitest'
import { currentWorkCalendar as calendar } from '../../../../domain/calendar/state-council.ts'
import { day } from '../../../../domain/case/_testing.ts'
import type { ServiceItem } from '../../../../domain/service/service-item.ts'
import { anItem, firstCaseId, secondCaseId, today } from '../../../intake/model/_testing.ts'
import { editForm, type FormEdit } from '../../../intake/model/form-edits.ts'
import { holdsWork, type IntakeForm } from '../../../intake/model/form-model.ts'
import { formToDraft, readDraft } from '../../../intake/model/form-draft.ts'
import { problemsOf, type PreviewContext } from '../../../intake/model/preview.ts'
import { errandGaps, firstOpenStep, personalMatter, unansweredLines } from './errand-gaps.ts'
import { forwardingOf } from './forwarding.ts'
import { handInOf, type HandInFacts } from './hand-in.ts'
import { newErrand, usualTermEnd } from './new-errand.ts'

const blob = (n: number) => n.toString(16).padStart(64, '0')
const own = {
  idNumber: '99000019800101016X',
  phone: '13600001234',
  idScan: { blob: blob(9), size: 5, type: 'jpeg', name: '代理员身份证.jpg', role: 'identity' },
} as const
const start = {
  caseId: firstCaseId,
  mandateId: secondCaseId,
  today,
  name: '韩秀梅',
  own,
  village: '新民村',
  authority: '代为提交申请、补正材料、领取结果',
}
const context: PreviewContext = { today, role: 'agent', calendar, user: { staffId: 'a', name: '韩秀梅' } }
const facts: HandInFacts = { context, point: '新民村代办点', ownScan: own.idScan, papers: new Set() }
const gapsOf = (form: IntakeForm) => errandGaps(form, problemsOf(form, context))
const after = (form: IntakeForm, ...edits: readonly FormEdit[]): IntakeForm => edits.reduce(editForm, form)

const resident: readonly FormEdit[] = [
  { type: 'applicant', field: 'name', text: '孙建国' },
  { type: 'applicant', field: 'idNumber', text: '990123197805210015' },
  { type: 'applicant', field: 'phone', text: '13800007719' },
]
const signed: FormEdit = {
  type: 'agency',
  part: { principalId: blob(1), signature: { kind: 'on_screen', hash: blob(2) } },
}
const answered: readonly FormEdit[] = [
  { type: 'material', edit: { type: 'set', at: 0, state: 'collected' } },
  { type: 'agency', part: { notThere: [1] } },
]
const chosen = (item: ServiceItem = anItem()): FormEdit => ({ type: 'chooseItem', item })
const whole = after(newErrand(start), chosen(), ...resident, signed, ...answered)

describe('a new errand', () => {
  it('[AGY-20] has what the agent said of himself, and nothing of a resident; nobody’s work is in it', () => {
    const form = newErrand(start)
    expect(form.representative).toMatchObject({
      name: '韩秀梅',
      idNumber: own.idNumber,
      agentRelation: 'village_agent',
    })
    expect(form.agency).toMatchObject({ step: 'item', agentId: blob(9), principalId: null, signature: null })
    expect(form.applicant).toMatchObject({ name: '', idNumber: '', phone: '', address: '', village: '新民村' })
    expect(holdsWork(newErrand({ ...start, village: null }))).toBe(false)
  })

  it('[AGY-20] is gone on with as it was put aside, its step included', () => {
    const form = after(whole, { type: 'agency', part: { step: 'papers' } })
    const read = readDraft(formToDraft(form, '').form)
    expect(read).toEqual({ ok: true, value: form })
  })

  it('gives a term to the end of the year, or of the next where this one is nearly over', () => {
    expect(usualTermEnd(day('2026-09-28'))).toBe('2026-12-31')
    expect(usualTermEnd(day('2026-11-01'))).toBe('2026-12-31')
    expect(usualTermEnd(day('2026-11-02'))).toBe('2027-12-31')
  })
})

describe('what is wanting', () => {
  it('[AGY-21] a matter for the applicant himself goes no further than its choice', () => {
    const form = after(whole, chosen(anItem({ id: 'M', name: '内地居民结婚登记' })))
    expect(personalMatter(form)).toBe('civilCode:1049')
    expect(firstOpenStep(gapsOf(form))).toBe('item')
    expect(handInOf(form, facts)).toMatchObject({ ok: false, error: { code: 'in_person_required' } })
  })

  it('[AGY-22] is told step by step, in the order of the screen', () => {
    const form = newErrand({ ...start, own: null })
    expect(firstOpenStep(gapsOf(form))).toBe('item')
    const withItem = after(form, chosen())
    expect(firstOpenStep(gapsOf(withItem))).toBe('resident')
    const withResident = after(withItem, ...resident)
    expect(
      gapsOf(withResident)
        .filter(({ step }) => step === 'mandate')
        .map(({ field }) => field),
    ).toEqual(['representative.idNumber', 'principalId', 'agentId', 'signature'])
    const withMandate = after(
      withResident,
      { type: 'representative', field: 'idNumber', text: own.idNumber },
      { type: 'agency', part: { agentId: blob(9) } },
      signed,
    )
    expect(unansweredLines(withMandate)).toEqual([0, 1])
    expect(firstOpenStep(gapsOf(withMandate))).toBe('papers')
    expect(gapsOf(after(withMandate, ...answered))).toEqual([])
  })

  it('[AGY-22] a document that is explained need not be shown, and a mandate without leave to hand in is none', () => {
    const form = after(whole, { type: 'agency', part: { principalId: null } })
    expect(gapsOf(form)).toEqual([{ step: 'mandate', field: 'principalId' }])
    expect(gapsOf(after(form, { type: 'applicant', field: 'idException', text: '证件补办中' }))).toEqual([])
    expect(gapsOf(after(whole, { type: 'agency', part: { deeds: ['collect'] } }))).toEqual([
      { step: 'mandate', field: 'deeds' },
    ])
  })

  it('another item asks for its own papers', () => {
    expect(unansweredLines(after(whole, chosen(anItem({ id: 'T0002' }))))).toEqual([0, 1])
  })
})

describe('handing in', () => {
  it('[AGY-22] is one whole: the request by way of the agent, the mandate drafted, signed, looked at and used', () => {
    const acts = handInOf(whole, facts)
    if (!acts.ok) throw new Error(acts.error.code)
    expect(acts.value.map(({ act, base }) => [act.kind, base])).toEqual([
      ['service.submit', 0],
      ['case.attach', 1],
      ['mandate.draft', 0],
      ['mandate.sign', 1],
      ['mandate.activate', 2],
      ['mandate.use', 3],
    ])
    expect(acts.value[0]?.act).toMatchObject({ intake: { channel: 'agent', applicant: { village: '新民村' } } })
    expect(acts.value[2]?.act).toMatchObject({
      content: {
        point: '新民村代办点',
        scope: { kind: 'items', items: [{ name: '公共场所卫生许可（新办）' }] },
        deeds: ['submit', 'supplement', 'collect'],
        representative: { validUntil: '2026-12-31', agentRelation: 'village_agent' },
      },
    })
  })

  it('[AGY-22] the agent’s document from before goes along once, and not where it was shown anew', () => {
    const kinds = (form: IntakeForm, more: Partial<HandInFacts> = {}) => {
      const acts = handInOf(form, { ...facts, ...more })
      return acts.ok ? acts.value.map(({ act }) => act.kind) : []
    }
    expect(kinds(whole, { papers: new Set([blob(9)]) })).not.toContain('case.attach')
    expect(kinds(after(whole, { type: 'agency', part: { agentId: blob(7) } }))).not.toContain('case.attach')
  })

  it('[AGY-22] is refused with what the domain says of the request', () => {
    expect(handInOf(after(whole, { type: 'applicant', field: 'name', text: '' }), facts)).toMatchObject({
      ok: false,
      error: { code: 'invalid_fields', fields: [{ field: 'intake.applicant.name' }] },
    })
    expect(handInOf(after(whole, { type: 'agency', part: { signature: null } }), facts)).toMatchObject({
      ok: false,
      error: { fields: [{ field: 'signature' }] },
    })
  })
})

describe('papers at the point', () => {
  it('[AGY-15] go on within three working days of the day they came in', () => {
    expect(forwardingOf(day('2026-10-14'), day('2026-10-16'), calendar)).toEqual({
      due: '2026-10-19',
      isToday: false,
      isLate: false,
    })
    expect(forwardingOf(day('2026-10-14'), day('2026-10-19'), calendar)).toMatchObject({ isToday: true, isLate: false })
    expect(forwardingOf(day('2026-10-14'), day('2026-10-20'), calendar)).toMatchObject({ isToday: false, isLate: true })
  })
})
