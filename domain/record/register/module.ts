import { type FieldProblem, type Refusal, refusal } from '../../case/refusal.ts'
import { addDays } from '../../plain-date.ts'
import { findValueProblems } from '../../register/check-values.ts'
import { codeMax } from '../../register/entry-code.ts'
import { findOpenPersonalData } from '../../register/mask-party.ts'
import { type RegisterName, schemaOf } from '../../register/registers.ts'
import type { RegisterValues } from '../../register/schema.ts'
import { openedRecord, type RecordModule } from '../record-module.ts'
import { enforcementOwed } from './enforcement-owed.ts'
import { type RegisterAct, type RegisterEntry, latestFrom, latestVersion } from './register-record.ts'
import { registerWorkflow } from './workflow.ts'

/** An entry of a typed public register; its fields are data (domain/register). */
export const registerModule: RecordModule<RegisterEntry, RegisterAct> = {
  workflow: registerWorkflow,
  validate: (state, act) => {
    switch (act.kind) {
      case 'register.add':
        return [
          ...(act.code.trim() === '' ? [{ field: 'code', code: 'required' } as const] : []),
          ...(act.code.length > codeMax ? [{ field: 'code', code: 'too_long' } as const] : []),
          ...valueProblems(act.register, act.values),
        ]
      case 'register.change':
      case 'register.restore':
        return valueProblems(entryOf(state, act).register, act.values)
      case 'register.withdraw':
        return act.reason.trim() === '' ? [{ field: 'reason', code: 'required' }] : []
    }
  },
  guard: (state, act) => {
    switch (act.kind) {
      case 'register.add':
        return refuseOpenData(act.register, act.values)
      case 'register.change':
      case 'register.restore': {
        const entry = entryOf(state, act)
        return refuseEarlier(entry, act) ?? refuseOpenData(entry.register, act.values)
      }
      case 'register.withdraw':
        return refuseEarlier(entryOf(state, act), act)
    }
  },
  fold: (state, entity, { kind, data }) => {
    if (kind === 'register.add') {
      const { register, code, values, from, change, reason, on } = data
      const versions = [{ n: 1, values, from, change, reason, recordedOn: on }]
      return { ...openedRecord(entity), kind: 'register', status: 'active', register, code, versions, endings: [] }
    }
    if (state === null) throw new Error(`${kind} without an entry`)
    const n = state.versions.length + 1
    switch (kind) {
      case 'register.change': {
        const { values, from, change, reason, on } = data
        return { ...state, versions: [...state.versions, { n, values, from, change, reason, recordedOn: on }] }
      }
      case 'register.restore': {
        const { values, from, reason, on } = data
        const version = { n, values, from, change: 'added', reason, recordedOn: on } as const
        return { ...state, status: 'active', versions: [...state.versions, version] }
      }
      case 'register.withdraw': {
        const { from, change, reason, into } = data
        const endings = [...state.endings, { change, from, reason, into, after: state.versions.length }]
        return { ...state, status: 'withdrawn', endings }
      }
    }
  },
  head: (entry, calendar) => {
    const schema = schemaOf(entry.register)
    const { values, from } = latestVersion(entry)
    const text = (key: string) => {
      const value = values[key]
      return typeof value === 'string' ? value : null
    }
    const owed = enforcementOwed(entry, calendar)
    return {
      title: text(schema.title) ?? entry.code,
      organ: text(schema.organ),
      caseId: null,
      key: `${entry.register}:${entry.code}`,
      date: from,
      due: owed === null ? null : owed.kind === 'stop' ? addDays(owed.last, 1) : owed.last,
      closed: entry.status === 'withdrawn',
      words: schema.fields.flatMap((field) =>
        field.type === 'text' && field.search === true ? [text(field.key) ?? ''].filter((words) => words !== '') : [],
      ),
    }
  },
}

const entryOf = (state: RegisterEntry | null, { kind }: RegisterAct): RegisterEntry => {
  if (state === null) throw new Error(`${kind} without an entry`)
  return state
}

const valueProblems = (register: RegisterName, values: RegisterValues): readonly FieldProblem[] => {
  const { decidedOn, publishedOn, penaltyClass } = values
  const late = typeof decidedOn === 'string' && typeof publishedOn === 'string' && publishedOn < decidedOn
  return [
    ...findValueProblems(schemaOf(register), values),
    ...(late ? [{ field: 'values.publishedOn', code: 'date_order' } as const] : []),
    // A warning alone is not published (公示规定 art. 2(2)).
    ...(penaltyClass === 'warning_only' ? [{ field: 'values.penaltyClass', code: 'not_applicable' } as const] : []),
  ]
}

const refuseOpenData = (register: RegisterName, values: RegisterValues): Refusal | null => {
  const [open] = findOpenPersonalData(schemaOf(register), values)
  return open === undefined
    ? null
    : refusal('personal_data_unmasked', {
        article: register === 'enforcement_results' ? 'penaltyPublication:6' : 'ogi2019:15',
        params: { field: open.key, kind: open.kind },
      })
}

const refuseEarlier = (
  entry: RegisterEntry,
  { from }: Pick<RegisterEntry['versions'][number], 'from'>,
): Refusal | null => {
  const previous = latestFrom(entry)
  return from < previous ? refusal('effective_before_previous', { params: { from, previous } }) : null
}
