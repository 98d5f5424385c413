import type { CheckContext } from '../../case/case-module.ts'
import { type FieldProblem, type Refusal, refusal } from '../../case/refusal.ts'
import type { Decided } from '../../case/case-module.ts'
import { letterFactSchemas } from '../../letters/letter-facts.ts'
import { findTemplateProblems } from '../../letters/template-problems.ts'
import type { PlainDate } from '../../plain-date.ts'
import type { Recorded } from '../../workflow/recorded.ts'
import { openedRecord, type RecordModule } from '../record-module.ts'
import { variantOf } from './in-use.ts'
import type { TemplateAct, TemplateRecord, TemplateWording } from './template-record.ts'
import { templateWorkflow } from './workflow.ts'

/** 文书模板: a center's own wording of its letters, by version and day. */
export const templateModule: RecordModule<TemplateRecord, TemplateAct> = {
  workflow: templateWorkflow,
  validate: (_state, act, context) => validate(act, context),
  guard: (state, act, { today }) => guard(state, act, today),
  fold: (state, entity, operation) => (state === null ? drafted(entity, operation) : next(state, operation)),
  head: (state) => ({
    title: `${state.wording.letter} ${state.templateVersion}`,
    organ: null,
    caseId: null,
    key: keyOf(state),
    date: state.inForceFrom ?? state.draftedOn,
    due: null,
    closed: state.status === 'withdrawn',
    words: [],
  }),
}

/** Of a letter and variant one wording is in force; the others are told apart by their version. */
const keyOf = ({ wording, status, templateVersion }: TemplateRecord): string | null =>
  status === 'withdrawn'
    ? null
    : `template:${wording.letter}:${variantOf(wording)}:${status === 'in_force' ? 'in_force' : templateVersion}`

const versionPattern = /^c[1-9]\d{0,2}$/

const validate = (act: TemplateAct, { today }: CheckContext): readonly FieldProblem[] => {
  switch (act.kind) {
    case 'template.draft':
      return versionPattern.test(act.version) ? [] : [{ field: 'version', code: 'value_unknown' }]
    case 'template.edit':
      return []
    case 'template.test':
      return [...required('textHash', act.textHash), ...required('layoutHash', act.layoutHash)]
    case 'template.put_in_force':
      return notPast(act.from, today)
    case 'template.withdraw':
      return [...notPast(act.from, today), ...required('reason', act.reason)]
    case 'template.discard':
      return required('reason', act.reason)
  }
}

const required = (field: string, text: string): readonly FieldProblem[] =>
  text.trim() === '' ? [{ field, code: 'required' }] : []

/** What was printed yesterday stays what it was. */
const notPast = (from: PlainDate, today: PlainDate): readonly FieldProblem[] =>
  from < today ? [{ field: 'from', code: 'date_too_old' }] : []

const guard = (state: TemplateRecord | null, act: TemplateAct, today: PlainDate): Refusal | null => {
  switch (act.kind) {
    case 'template.draft':
      return sound(act.wording, act.version, today)
    case 'template.edit': {
      if (state === null) return null
      return act.wording.letter === state.wording.letter
        ? sound(act.wording, state.templateVersion, today)
        : refusal('template_other_letter', { params: { letter: state.wording.letter } })
    }
    case 'template.put_in_force':
      return state === null ? null : sound(state.wording, state.templateVersion, act.from)
    case 'template.test':
    case 'template.withdraw':
    case 'template.discard':
      return null
  }
}

/** The wording can be printed from any facts, and cites what is in force from that day on. */
const sound = (wording: TemplateWording, version: string, from: PlainDate): Refusal | null => {
  const template = { ...wording, version, inForceFrom: from, withdrawnFrom: null }
  const [first] = findTemplateProblems(template, letterFactSchemas[wording.letter])
  return first === undefined
    ? null
    : refusal('template_unsound', { params: { problem: first.code, detail: first.detail } })
}

type Operation = Recorded<TemplateAct, Decided>

const drafted = (entity: string, { kind, data }: Operation): TemplateRecord => {
  if (kind !== 'template.draft') throw new Error(`${kind} without a template`)
  return {
    ...openedRecord(entity),
    kind: 'template',
    status: 'draft',
    templateVersion: data.version,
    wording: data.wording,
    draftedOn: data.on,
    golden: null,
    inForceFrom: null,
    withdrawnFrom: null,
    reason: null,
  }
}

const next = (state: TemplateRecord, { kind, data }: Operation): TemplateRecord => {
  switch (kind) {
    case 'template.draft':
      throw new Error(`template ${state.id} is drafted already`)
    case 'template.edit':
      return { ...state, status: 'draft', wording: data.wording, golden: null }
    case 'template.test': {
      const { textHash, layoutHash, on } = data
      return { ...state, status: 'tested', golden: { textHash, layoutHash, on } }
    }
    case 'template.put_in_force':
      return { ...state, status: 'in_force', inForceFrom: data.from }
    case 'template.withdraw':
      return { ...state, status: 'withdrawn', withdrawnFrom: data.from, reason: data.reason }
    case 'template.discard':
      return { ...state, status: 'withdrawn', reason: data.reason }
  }
}
