import type { CheckContext, Decided } from '../case/case-module.ts'
import type { FieldProblem, Refusal } from '../case/refusal.ts'
import type { PlainDate } from '../plain-date.ts'
import type { ServiceCase } from './service-state.ts'

/** What an operation carries: what the act said, its day, and what was decided with it. */
export type DataOf<Act> = Omit<Act, 'kind'> & { readonly on: PlainDate } & Decided

/** What one act asks for, what forbids it, and what it changes. */
export interface ActRule<Act> {
  readonly fields?: (act: Act, state: ServiceCase, context: CheckContext) => readonly FieldProblem[]
  readonly law?: (state: ServiceCase, act: Act, context: CheckContext) => Refusal | null
  readonly fold: (state: ServiceCase, data: DataOf<Act>) => ServiceCase
}

/** One rule for every act of a group. */
export type ActRules<Act extends { readonly kind: string }> = {
  readonly [K in Act['kind']]: ActRule<Extract<Act, { readonly kind: K }>>
}

/** An act that opens a request: there is no state before it. */
export interface OpeningRule<Act> {
  readonly fields: (act: Act, context: CheckContext) => readonly FieldProblem[]
  readonly law: (act: Act, context: CheckContext) => Refusal | null
  readonly fold: (entity: string, data: DataOf<Act>) => ServiceCase
}

export type OpeningRules<Act extends { readonly kind: string }> = {
  readonly [K in Act['kind']]: OpeningRule<Extract<Act, { readonly kind: K }>>
}
