import { type CalendarRecord, calendarStates } from './calendar/calendar-record.ts'
import { type HandoverRecord, handoverStates } from './handover/handover-record.ts'
import { type MandateRecord, mandateStates } from './mandate/mandate-record.ts'
import { type TemplateRecord, templateStates } from './template/template-record.ts'
import { type TaskRecord, taskStates } from './task/task-record.ts'
import { type Publication, publicationStates } from './publication/publication-record.ts'
import { type ConflictRecord, conflictStates } from './conflict/conflict-record.ts'
import { type FigureRecord, figureStates } from './figure/figure-record.ts'
import { type SettingsRecord, settingsStates } from './settings/settings-record.ts'
import { type RegisterEntry, registerStates } from './register/register-record.ts'

export type RecordState =
  | CalendarRecord
  | TaskRecord
  | MandateRecord
  | HandoverRecord
  | TemplateRecord
  | Publication
  | RegisterEntry
  | SettingsRecord
  | FigureRecord
  | ConflictRecord
export type RecordKind = RecordState['kind']

/** Every kind of record with its states. The same word in two kinds is two states. */
export const recordStates = {
  calendar: calendarStates,
  task: taskStates,
  mandate: mandateStates,
  handover: handoverStates,
  template: templateStates,
  publication: publicationStates,
  register: registerStates,
  settings: settingsStates,
  figure: figureStates,
  conflict: conflictStates,
} as const satisfies { readonly [K in RecordKind]: readonly Extract<RecordState, { readonly kind: K }>['status'][] }

// The keys of a constant record are its type's keys.
export const recordKinds = Object.keys(recordStates) as readonly RecordKind[] as readonly [RecordKind, ...RecordKind[]]
