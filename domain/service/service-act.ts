import type { DecideAct } from './decide-act.ts'
import type { DeliverAct } from './deliver-act.ts'
import type { ExamineAct } from './examine-act.ts'
import type { FeeAct } from './fee-act.ts'
import type { IntakeAct } from './intake-act.ts'

/** What a person can do to a service request. One act becomes one operation of the same kind; corrections are further acts. */
export type ServiceAct = IntakeAct | ExamineAct | DecideAct | DeliverAct | FeeAct

export type ServiceActKind = ServiceAct['kind']
