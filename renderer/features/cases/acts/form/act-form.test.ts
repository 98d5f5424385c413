import { describe, expect, it } from 'vitest'
import { CaseActSchema, caseActFields } from '../../../../../contract/acts/case-acts.ts'
import { fieldWords } from '../../../../../contract/words/field-words.ts'
import { currentWorkCalendar as calendar } from '../../../../../domain/calendar/state-council.ts'
import { aMaterial, day } from '../../../../../domain/case/_testing.ts'
import type { CaseActKind } from '../../../../../domain/case/case-act.ts'
import { moduleOf } from '../../../../../domain/case/modules.ts'
import type { Role } from '../../../../../domain/case/role.ts'
import { ask } from '../../../../../domain/disclosure/_consulting.ts'
import { act, inProcess } from '../../../../../domain/disclosure/_testing.ts'
import { accepted, approved, examining, wayDone } from '../../../../../domain/service/_testing.ts'
import { allTransitions } from '../../../../../domain/workflow/workflow.ts'
import { fieldLabel, valueText } from '../../../../i18n/act-form-text.ts'
import { elsewhere, openActs } from '../open-acts.ts'
import { actOfDraft, fenOf } from './act-of-draft.ts'
import { emptyDraft } from './draft.ts'
import type { FieldSpec, NamedSpec } from './field-spec.ts'
import { plainPath } from './field-path.ts'
import { pickOptions } from './pick-options.ts'
import { filledDraft } from './filled-draft.ts'
import { prefillFor } from './prefill.ts'
import { previewAct } from './preview-act.ts'
import { picks, specOfAct } from './spec-of-schema.ts'

const today = day('2026-10-14')

/** Acts on a case that exists: those that open one have the screen of the intake. */
const kinds = (Object.keys(caseActFields) as CaseActKind[]).filter((kind) => {
  const lines = (['service', 'disclosure', 'consultation', 'complaint', 'bundle'] as const).flatMap((each) =>
    allTransitions(moduleOf(each).workflow).filter((line) => line.act === kind),
  )
  return !moduleOpens(kind) && lines.length > 0
})
function moduleOpens(kind: CaseActKind): boolean {
  return (['service', 'disclosure', 'consultation', 'complaint', 'bundle'] as const).some((each) =>
    moduleOf(each).workflow.states['none']?.some(({ act: name }) => name === kind),
  )
}
const shown = kinds.filter((kind) => !elsewhere.has(kind))

const each = (fields: readonly NamedSpec[], at: string, visit: (spec: FieldSpec, path: string) => void): void => {
  const look = (spec: FieldSpec, path: string): void => {
    visit(spec, path)
    if (spec.type === 'group') each(spec.fields, path, visit)
    if (spec.type === 'list') look(spec.item, path)
    if (spec.type === 'variant') for (const variant of spec.variants) each(variant.fields, path, visit)
  }
  for (const { name, spec } of fields) look(spec, `${at}.${name}`)
}

const known = { staffName: () => '王芳', materials: [aMaterial()] }

describe('the form of an act', () => {
  it.each(shown)('%s: comes of its schema, and filled in gives an act', (kind) => {
    const fields = specOfAct(kind, caseActFields[kind])
    expect(fields.map(({ name }) => name)).toEqual(Object.keys(caseActFields[kind].shape))
    const said = actOfDraft(kind, fields, filledDraft(fields, today), known)
    expect(CaseActSchema.safeParse(said).error?.issues ?? []).toEqual([])
  })

  it('has a word for every field and every value that can be chosen', () => {
    const wordless: string[] = []
    for (const kind of shown) {
      each(specOfAct(kind, caseActFields[kind]), kind, (spec, path) => {
        const name = path.slice(path.lastIndexOf('.') + 1)
        if (fieldLabel(path) === name) wordless.push(path)
        const values = spec.type === 'choice' || spec.type === 'choices' ? spec.values : []
        const names = spec.type === 'variant' ? spec.variants.map((variant) => variant.name) : []
        wordless.push(
          ...[...values, ...names]
            .filter((value) => valueText(path, value) === value)
            .map((value) => `${path}=${value}`),
        )
      })
    }
    expect(wordless).toEqual([])
    expect(Object.keys(fieldWords).length).toBeGreaterThan(200)
  })

  it('names things of the case only where the act has such a field', () => {
    const paths = new Set<string>()
    for (const kind of shown) each(specOfAct(kind, caseActFields[kind]), kind, (_spec, path) => paths.add(path))
    expect(Object.keys(picks).filter((path) => !paths.has(path))).toEqual([])
  })

  it('leaves out what is empty, as the field means it', () => {
    const fields = specOfAct('service.approve', caseActFields['service.approve'])
    expect(actOfDraft('service.approve', fields, { opinion: ' ', signedBy: '张志强', lateReason: '' }, known)).toEqual({
      kind: 'service.approve',
      opinion: null,
      signedBy: '张志强',
      lateReason: null,
    })
    const charge = specOfAct('disclosure.charge_fee', caseActFields['disclosure.charge_fee'])
    expect(
      actOfDraft('disclosure.charge_fee', charge, { requests: '11', fen: '100', pages: 'x', countReason: '' }, known),
    ).toEqual({
      kind: 'disclosure.charge_fee',
      requests: 11,
      fen: 10_000,
    })
  })

  it('reads yuan to the fen and nothing else', () => {
    expect(['12', '12.5', '12.05', '0'].map(fenOf)).toEqual([1200, 1250, 1205, 0])
    expect(['', '-1', '1.234', '1,000', '12 元'].map(fenOf)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ])
  })
})

describe('what is said of an act before it is done', () => {
  const context = { today, calendar, role: 'disclosure_officer' as Role, actor: 'S01' }
  const state = inProcess('2026-09-14')

  it('names what is missing, what the law has against it, or where it leads', () => {
    expect(
      previewAct(state, { kind: 'disclosure.consult_third_party', name: '', matter: '合同', sentOn: today }, context),
    ).toMatchObject({
      outcome: 'incomplete',
      problems: [{ field: 'name', code: 'required' }],
    })
    expect(
      previewAct(
        state,
        { kind: 'disclosure.notice_correction', items: ['文号'], correctBy: '2026-10-30', consequence: '不再处理' },
        context,
      ),
    ).toMatchObject({
      outcome: 'refused',
      refusal: { code: 'correction_notice_late', article: 'ogi2019:30' },
    })
    expect(
      previewAct(
        state,
        { kind: 'disclosure.consult_third_party', name: '清河建设有限公司', matter: '合同', sentOn: today },
        context,
      ),
    ).toMatchObject({
      outcome: 'possible',
      after: { status: 'third_party_wait' },
    })
    expect(previewAct(state, { kind: 'disclosure.withdraw' }, context)).toMatchObject({
      outcome: 'incomplete',
      problems: [{ field: 'reason', code: 'required' }],
    })
  })

  it('begins with what is known: the day, whoever acts, the only thing there is', () => {
    const waiting = act(state, '2026-09-18', ask('2026-09-18'))
    const prefill = prefillFor(waiting, today, '何敏')
    const fields = specOfAct('disclosure.third_party_opinion', caseActFields['disclosure.third_party_opinion'])
    expect(emptyDraft(fields, prefill)).toMatchObject({ party: '1', answeredOn: today, opinion: '', until: '' })
    expect(emptyDraft(specOfAct('service.claim', caseActFields['service.claim']), prefill)).toEqual({ handler: '何敏' })
    expect(pickOptions(waiting, 'thirdParty')).toEqual([{ value: '1', label: '清河建设有限公司' }])
    expect(plainPath('lines.0.reduction.fen')).toBe('lines.reduction.fen')
  })
})

describe('the acts that a page offers', () => {
  const offered = (state: Parameters<typeof openActs>[0], role: Role) =>
    openActs(state, { today, calendar, user: { role } })
  const names = (state: Parameters<typeof openActs>[0], role: Role) =>
    offered(state, role).steps.map(({ kind }) => kind)

  it('are those of the table for the role, ways forward first, and whose turn it is otherwise', () => {
    expect(names(accepted, 'reviewer')[0]).toBe('service.claim')
    expect(names(examining, 'reviewer')[0]).toBe('service.step_pass')
    const ways = names(examining, 'reviewer')
    expect(ways).not.toContain('service.claim')
    expect(ways.indexOf('service.withdraw')).toBeGreaterThan(ways.indexOf('service.deny'))
    expect(names(approved, 'clerk').length).toBeGreaterThan(0)
    const clerk = offered(examining, 'clerk')
    expect(clerk.steps.map(({ kind }) => kind)).not.toContain('service.step_pass')
    expect(clerk.others.map(({ kind }) => kind)).toContain('service.step_pass')
    expect(clerk.always.map(({ kind }) => kind)).toContain('case.note')
    // Nothing to archive yet, no letter to void, nothing asked of another office.
    expect(clerk.always.map(({ kind }) => kind)).not.toContain('case.archive')
    expect(ways).not.toContain('service.consult_answer')
    expect(names(wayDone, 'reviewer')[0]).toBe('service.approve')
    expect(names(wayDone, 'reviewer')).not.toContain('service.step_pass')
    // What somebody would look for says why it cannot be.
    expect(offered(inProcess('2026-09-01'), 'disclosure_officer').steps.at(-1)?.refusal?.article).toContain('ogi2019')
  })
})
