import { describe, expect, it } from 'vitest'
import { currentWorkCalendar as calendar } from '../../calendar/state-council.ts'
import { letterTemplates } from '../../letters/letter-templates.ts'
import { plainDate } from '../../plain-date.ts'
import { findWorkflowProblems } from '../../workflow/validate-workflow.ts'
import { aWording, bilingual, desk, draft, putInForce, test, withdraw } from './_testing.ts'
import { findTemplateClashes, findTemplateInUse, templateOf } from './in-use.ts'
import { templateModule } from './module.ts'
import { templateStates, type TemplateRecord } from './template-record.ts'
import { templateWorkflow } from './workflow.ts'

const today = desk('2026-11-22')
const drafted = today.done(null, draft())
const tested = today.done(drafted, test)
const inForce = today.done(tested, putInForce('2027-01-01'))
const withId = (record: TemplateRecord, id: string): TemplateRecord => ({ ...record, id })

const titleOn = (records: readonly TemplateRecord[], on: string, bilingualAsked = false) =>
  findTemplateInUse(records, letterTemplates, { letter: 'urge_slip', on: plainDate(on), bilingual: bilingualAsked })

describe('a template', () => {
  it('[TPL-1] is drafted, tested, in force and withdrawn, by an administrator', () => {
    expect(findWorkflowProblems(templateWorkflow)).toEqual([])
    expect(Object.keys(templateWorkflow.states).sort()).toEqual(['none', ...templateStates].sort())
    expect([drafted, tested, inForce].map(({ status }) => status)).toEqual(['draft', 'tested', 'in_force'])
    expect(today.done(inForce, withdraw('2027-06-01'))).toMatchObject({ status: 'withdrawn', reason: '格式统一' })
    expect(today.done(tested, { kind: 'template.discard', reason: '不用' }).status).toBe('withdrawn')
  })

  it('[TPL-1] nothing untested comes into force, and an edit needs a new test', () => {
    expect(today.refused(drafted, putInForce('2027-01-01'))).toMatchObject({ code: 'not_allowed_in_state' })
    expect(tested.golden).toEqual({ textHash: 'a'.repeat(64), layoutHash: 'b'.repeat(64), on: '2026-11-22' })
    const edited = today.done(tested, { kind: 'template.edit', wording: aWording({ title: '催办通知单' }) })
    expect(edited).toMatchObject({ status: 'draft', golden: null, wording: { title: '催办通知单' } })
  })

  it('[TPL-2] a wording that could not be printed, or cites what is not in force, is refused with its place', () => {
    expect(today.refused(null, draft('c1', { title: '{nothing}' }))).toMatchObject({
      code: 'template_unsound',
      params: { problem: 'unknown_fact', detail: '{nothing}' },
    })
    const wording = aWording({ legalBasis: ['《中华人民共和国政府信息公开条例》第九十九条'] })
    expect(today.refused(drafted, { kind: 'template.edit', wording })).toMatchObject({
      code: 'template_unsound',
      params: { problem: 'article_unknown' },
    })
  })

  it('[TPL-2] one record is about one letter, and its version is told from those of the program', () => {
    const wording = aWording({ letter: 'supervision_order' })
    expect(today.refused(drafted, { kind: 'template.edit', wording })).toMatchObject({
      code: 'template_other_letter',
      params: { letter: 'urge_slip' },
    })
    for (const version of ['v1', 'c0', 'c', '1'])
      expect(today.refused(null, draft(version)).fields).toEqual([{ field: 'version', code: 'value_unknown' }])
  })

  it('[TPL-3] it comes into force and is withdrawn from today at the earliest: what was printed stays what it was', () => {
    expect(today.refused(tested, putInForce('2026-11-21')).fields).toEqual([{ field: 'from', code: 'date_too_old' }])
    expect(today.refused(inForce, withdraw('2026-11-21')).fields).toEqual([{ field: 'from', code: 'date_too_old' }])
    expect(today.done(tested, putInForce('2026-11-22')).inForceFrom).toBe('2026-11-22')
  })

  it('[TPL-4] the center prints its own wording in its days, and that of the program on the others', () => {
    const ended = today.done(inForce, withdraw('2027-06-01'))
    const versions = ['2026-12-31', '2027-01-01', '2027-05-31', '2027-06-01'].map((on) => titleOn([ended], on)?.version)
    expect(versions).toEqual(['v1', 'c1', 'c1', 'v1'])
    expect(titleOn([drafted, tested], '2027-01-01')?.version).toBe('v1')
    expect(titleOn([inForce], '2000-01-01')).toBeNull()
  })

  it('[TPL-4] what was withdrawn before its first day was never in force', () => {
    const never = today.done(inForce, withdraw('2026-12-01'))
    expect(templateOf(never)).toBeNull()
    expect(titleOn([never], '2027-01-01')?.version).toBe('v1')
  })

  it('[TPL-5] the bilingual variant is used where it is asked for, beside the Chinese one', () => {
    const second = today.done(null, draft('c2', { second: bilingual }), test, putInForce('2027-01-01'))
    expect(titleOn([inForce, second], '2027-01-01', true)?.version).toBe('c2')
    expect(titleOn([inForce, second], '2027-01-01')?.version).toBe('c1')
    expect(titleOn([inForce], '2027-01-01', true)?.version).toBe('c1')
    expect(findTemplateClashes([inForce], withId(second, 'other'))).toEqual([])
  })

  it('[TPL-6] of a letter and variant one wording is in force on a day', () => {
    const key = (record: TemplateRecord) => templateModule.head(record, calendar).key
    const other = withId(today.done(null, draft('c2'), test, putInForce('2027-03-01')), 'other')
    expect(key(inForce)).toBe(key(other))
    expect(key(drafted)).toBe('template:urge_slip:chinese:c1')
    expect(findTemplateClashes([inForce], other)).toEqual([{ code: 'same_days', id: inForce.id }])
    const until = (from: string) => today.done(inForce, withdraw(from))
    expect(findTemplateClashes([until('2027-03-01')], other)).toEqual([])
    expect(findTemplateClashes([until('2027-03-02')], other)).toEqual([{ code: 'same_days', id: inForce.id }])
    expect(key(until('2027-03-01'))).toBeNull()
  })

  it('[TPL-6] a version is given to one wording of a letter', () => {
    const other = withId(today.done(null, draft('c1', { title: '另一份' })), 'other')
    expect(findTemplateClashes([inForce], other)).toEqual([{ code: 'same_version', id: inForce.id }])
    expect(findTemplateClashes([inForce], inForce)).toEqual([])
  })
})
