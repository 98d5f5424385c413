import { calendarModule } from './calendar/module.ts'
import { handoverModule } from './handover/module.ts'
import { mandateModule } from './mandate/module.ts'
import { templateModule } from './template/module.ts'
import { taskModule } from './task/module.ts'
import { conflictModule } from './conflict/module.ts'
import { figureModule } from './figure/module.ts'
import { settingsModule } from './settings/module.ts'
import { publicationModule } from './publication/module.ts'
import { registerModule } from './register/module.ts'
import type { RecordAct } from './record-act.ts'
import type { RecordModule } from './record-module.ts'
import type { RecordKind, RecordState } from './record-state.ts'

/** A module as the dispatch sees it: it is only ever given states and acts of its own kind. */
export type AnyRecordModule = RecordModule<RecordState, RecordAct>

const modules: Readonly<Record<RecordKind, AnyRecordModule>> = {
  register: registerModule as unknown as AnyRecordModule,
  publication: publicationModule as unknown as AnyRecordModule,
  calendar: calendarModule as unknown as AnyRecordModule,
  task: taskModule as unknown as AnyRecordModule,
  mandate: mandateModule as unknown as AnyRecordModule,
  handover: handoverModule as unknown as AnyRecordModule,
  conflict: conflictModule as unknown as AnyRecordModule,
  figure: figureModule as unknown as AnyRecordModule,
  settings: settingsModule as unknown as AnyRecordModule,
  template: templateModule as unknown as AnyRecordModule,
}

export const recordModuleOf = (kind: RecordKind): AnyRecordModule => modules[kind]

/** The kind of record that an act is about, by the word before the dot; null for acts of cases. */
export const recordKindOfAct = (act: string): RecordKind | null => {
  const [prefix = ''] = act.split('.')
  return Object.hasOwn(modules, prefix) ? (prefix as RecordKind) : null
}

export const allRecordModules: readonly AnyRecordModule[] = Object.values(modules)
