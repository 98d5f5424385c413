import type { PlainDate } from '../plain-date.ts'

/**
 * The operation that an act becomes: what the act said, the day it was done, and what was decided with it (a number). Folding needs
 * nothing else.
 */
export type Recorded<Act extends { readonly kind: string }, Decided extends object = object> = Act extends {
  readonly kind: infer Kind
}
  ? { readonly kind: Kind; readonly data: Omit<Act, 'kind'> & { readonly on: PlainDate } & Decided }
  : never
