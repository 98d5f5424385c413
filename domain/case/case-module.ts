import type { WorkCalendar } from '../calendar/work-calendar.ts'
import type { ClockRules } from '../clock/clock-rules.ts'
import type { LetterKind } from '../letters/letter-kind.ts'
import type { PlainDate } from '../plain-date.ts'
import type { Recorded } from '../workflow/recorded.ts'
import type { Workflow } from '../workflow/workflow.ts'
import type { SettingsHistory } from '../settings/center-settings.ts'
import type { FixedTerms } from '../settings/fixed-terms.ts'
import type { CaseCommon } from './case-common.ts'
import type { FieldProblem, Refusal } from './refusal.ts'

/** What only the store at hand can tell of other cases. */
export interface CaseLookUp {
  /**
   * Place of a request among its applicant's requests of the same calendar month, from 1, as far as they have arrived here: those of other
   * windows may be missing. Null where the applicant cannot be told from others.
   */
  readonly requestOfMonth: (caseId: string) => number | null
  /** Places of the same applicant and month that other requests were charged for by case; absent = nobody can say. */
  readonly chargedPlaces?: (caseId: string) => readonly number[]
  /** A request for information has this number. */
  readonly hasRequest: (caseNo: string) => boolean
  /** The file with this SHA-256 is on this disk; absent = nobody can say. */
  readonly hasBlob?: (blob: string) => boolean
}

/** What checks may look at beside state and act. */
export interface CheckContext {
  /** Legal date in Asia/Shanghai: of the desk when it decides, of the operation when the server judges it. */
  readonly today: PlainDate
  readonly calendar: WorkCalendar
  /** Id of the staff member who does it, for rules about who may not; absent where nobody is known. */
  readonly actor?: string
  /** What the center has set for itself; absent where nobody knows it: an operation is judged by what it says. */
  readonly settings?: SettingsHistory
  /** Absent where no store is at hand: an operation is judged by what it says. */
  readonly lookUp?: CaseLookUp
}

/** Decided with an act: the number of the case it opens, of the letter it owes, and the terms it fixes. */
export interface Decided {
  readonly caseNo?: string
  readonly letterNo?: string
  /** The center's own numbers of that day, where it has set any. */
  readonly terms?: FixedTerms
}

/** One kind of case: its procedure as a table, and what the table cannot say. Pure. */
export interface CaseModule<State extends CaseCommon, Act extends { readonly kind: string }> {
  readonly workflow: Workflow
  /** Conditions named by `guard` that tell lines with the same act and target apart, asked of the state after the act. */
  readonly conditions?: Readonly<Record<string, (after: State) => boolean>>
  /** Fields that cannot be as they are. Once recorded they are never asked again. */
  readonly validate: (state: State | null, act: Act, context: CheckContext) => readonly FieldProblem[]
  /** What the law says against it; the server asks again. `state` is null exactly for acts that open a case. */
  readonly guard: (state: State | null, act: Act, context: CheckContext) => Refusal | null
  /**
   * Why an act that the table does not know in this state is refused, where the law says more than that: that it was done already, or that
   * its time is over. Null = there is nothing more to say.
   */
  readonly explain?: (state: State, act: Act) => Refusal | null
  /** What the law says against a pause whose days were corrected, in the case as it would be then. */
  readonly pauseLaw?: (after: State, fact: number, context: CheckContext) => Refusal | null
  /** The case after one more operation. Throws on one that cannot follow: a bug. `version` and `documents` are kept by the caller. */
  readonly fold: (state: State | null, entity: string, operation: Recorded<Act, Decided>) => State
  /** Limits that hold for the case once its clock runs. */
  readonly limits: (state: State) => CaseLimits
  /** Letters that exist for the case as it stands beside its numbered documents, the one that matters most first. */
  readonly letters: (state: State) => readonly LetterKind[]
  /** What the case is about, in one line: name of the item, or what is asked for. */
  readonly title: (state: State) => string
  /** The organ that handles it. */
  readonly organ: (state: State) => string
}

/** Null = no such limit. */
export interface CaseLimits {
  readonly statutory: ClockRules | null
  readonly promised: ClockRules | null
}
