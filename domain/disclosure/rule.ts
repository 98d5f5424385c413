import type { CheckContext, Decided } from '../case/case-module.ts'
import type { FieldProblem, FieldProblemCode, Refusal } from '../case/refusal.ts'
import type { PlainDate } from '../plain-date.ts'
import type { DisclosureAct, DisclosureStepKind } from './disclosure-act.ts'
import type { DisclosureCase } from './disclosure-state.ts'

export type ActOf<K extends DisclosureAct['kind']> = Extract<DisclosureAct, { readonly kind: K }>
export type DataOf<K extends DisclosureAct['kind']> = Omit<ActOf<K>, 'kind'> & { readonly on: PlainDate } & Decided

/** All there is to one act beside its lines in the table: fields, law, and what the case is afterwards. */
export interface ActRule<K extends DisclosureStepKind> {
  readonly fields: (act: ActOf<K>, state: DisclosureCase, context: CheckContext) => readonly FieldProblem[]
  readonly law: (state: DisclosureCase, act: ActOf<K>, context: CheckContext) => Refusal | null
  readonly fold: (state: DisclosureCase, data: DataOf<K>) => DisclosureCase
}

export type RulesOf<K extends DisclosureStepKind> = { readonly [A in K]: ActRule<A> }

/** Nothing to check. */
export const noProblems = (): readonly FieldProblem[] => []
export const lawful = (): null => null

export const problem = (field: string, code: FieldProblemCode): FieldProblem => ({ field, code })

export const filled = (field: string, text: string | null): readonly FieldProblem[] =>
  text === null || text.trim() === '' ? [problem(field, 'required')] : []

/** A day that has been, not before the request was received. */
export const happened = (
  field: string,
  date: PlainDate,
  state: DisclosureCase,
  { today }: CheckContext,
): readonly FieldProblem[] => {
  if (date > today) return [problem(field, 'date_in_future')]
  return date < (state.clockStart ?? state.arrivedOn) ? [problem(field, 'date_before_receipt')] : []
}

/** A day yet to come. */
export const stillAhead = (field: string, date: PlainDate, { today }: CheckContext): readonly FieldProblem[] =>
  date > today ? [] : [problem(field, 'date_not_ahead')]
