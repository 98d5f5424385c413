import type { FixedTerms } from '../settings/fixed-terms.ts'
import type { ConflictAct } from './conflict/conflict-record.ts'
import type { FigureAct } from './figure/figure-record.ts'
import type { SettingsAct } from './settings/settings-record.ts'
import type { Recorded } from '../workflow/recorded.ts'
import type { CalendarAct } from './calendar/calendar-record.ts'
import type { HandoverAct } from './handover/handover-act.ts'
import type { MandateAct } from './mandate/mandate-act.ts'
import type { TemplateAct } from './template/template-record.ts'
import type { TaskAct } from './task/task-act.ts'
import type { PublicationAct } from './publication/publication-act.ts'
import type { RegisterAct } from './register/register-record.ts'

/** What a person can do to a record. One act becomes one operation of the same kind; corrections are further acts. */
export type RecordAct =
  | CalendarAct
  | TaskAct
  | MandateAct
  | HandoverAct
  | TemplateAct
  | PublicationAct
  | RegisterAct
  | SettingsAct
  | FigureAct
  | ConflictAct
export type RecordActKind = RecordAct['kind']

/** What happened to a record, as it is stored for ever and sent to the server. */
export type RecordOperation = Recorded<RecordAct, { readonly letterNo?: string; readonly terms?: FixedTerms }>
