import type { CheckContext, Decided } from '../../case/case-module.ts'
import { type FieldProblem, type Refusal, refusal } from '../../case/refusal.ts'
import type { PlainDate } from '../../plain-date.ts'
import type { SettingsHistory, SettingsSet } from '../../settings/center-settings.ts'
import { findSettingsProblems } from '../../settings/settings-problems.ts'
import type { Recorded } from '../../workflow/recorded.ts'
import { openedRecord, type RecordModule } from '../record-module.ts'
import type { SettingsAct, SettingsRecord } from './settings-record.ts'
import { settingsWorkflow } from './workflow.ts'

/** 本中心参数: what no law of the whole country fixes, by topic, version and day. */
export const settingsModule: RecordModule<SettingsRecord, SettingsAct> = {
  workflow: settingsWorkflow,
  validate: (_state, act, context) => validate(act, context),
  guard: (state, act, context) => guard(state, act, context),
  fold: (state, entity, operation) => (state === null ? drafted(entity, operation) : next(state, operation)),
  head: (state) => ({
    title: `settings ${state.set.topic}`,
    organ: null,
    caseId: null,
    key: keyOf(state),
    date: state.inForceFrom ?? state.draftedOn,
    due: null,
    closed: state.status === 'withdrawn',
    words: [],
  }),
}

/** Two sets of a topic cannot begin on one day; drafts are as many as one likes. */
const keyOf = ({ set, status, inForceFrom }: SettingsRecord): string | null =>
  status === 'in_force' && inForceFrom !== null ? `settings:${set.topic}:${inForceFrom}` : null

const validate = (act: SettingsAct, { today }: CheckContext): readonly FieldProblem[] => {
  switch (act.kind) {
    case 'settings.draft':
    case 'settings.edit':
      return required('basis', act.basis)
    case 'settings.put_in_force':
      return notPast(act.from, today)
    case 'settings.withdraw':
      return [...notPast(act.from, today), ...required('reason', act.reason)]
    case 'settings.discard':
      return required('reason', act.reason)
  }
}

const required = (field: string, text: string): readonly FieldProblem[] =>
  text.trim() === '' ? [{ field, code: 'required' }] : []

/** What was counted and told yesterday stays what it was. */
const notPast = (from: PlainDate, today: PlainDate): readonly FieldProblem[] =>
  from < today ? [{ field: 'from', code: 'date_too_old' }] : []

const guard = (
  state: SettingsRecord | null,
  act: SettingsAct,
  { today, settings = [] }: CheckContext,
): Refusal | null => {
  switch (act.kind) {
    case 'settings.draft':
      return sound(act.set, today, settings)
    case 'settings.edit':
      return state !== null && act.set.topic !== state.set.topic
        ? refusal('settings_other_topic', { params: { topic: state.set.topic } })
        : sound(act.set, today, settings)
    case 'settings.put_in_force':
      return state === null ? null : sound(state.set, act.from, settings)
    case 'settings.withdraw':
    case 'settings.discard':
      return null
  }
}

const sound = (set: SettingsSet, from: PlainDate, before: SettingsHistory): Refusal | null => {
  const [first] = findSettingsProblems(set, from, before)
  return first === undefined
    ? null
    : refusal('settings_unsound', { params: { problem: first.code, detail: first.detail } })
}

type Operation = Recorded<SettingsAct, Decided>

const drafted = (entity: string, { kind, data }: Operation): SettingsRecord => {
  if (kind !== 'settings.draft') throw new Error(`${kind} without settings`)
  const { set, basis, on } = data
  return {
    ...openedRecord(entity),
    kind: 'settings',
    status: 'draft',
    set,
    draftedOn: on,
    basis,
    inForceFrom: null,
    withdrawnFrom: null,
    reason: null,
  }
}

const next = (state: SettingsRecord, { kind, data }: Operation): SettingsRecord => {
  switch (kind) {
    case 'settings.draft':
      throw new Error(`settings ${state.id} are drafted already`)
    case 'settings.edit':
      return { ...state, set: data.set, basis: data.basis }
    case 'settings.put_in_force':
      return { ...state, status: 'in_force', inForceFrom: data.from }
    case 'settings.withdraw':
      return { ...state, status: 'withdrawn', withdrawnFrom: data.from, reason: data.reason }
    case 'settings.discard':
      return { ...state, status: 'withdrawn', reason: data.reason }
  }
}
