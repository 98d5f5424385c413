import type { Fen } from '../fees/money.ts'
import type { PlainDate } from '../plain-date.ts'

/**
 * What a letter may be told, and how. Facts are flat and have Chinese labels, so that whoever writes a template sees a list of names to
 * choose from. `optional` = may be absent (`null`), never left out.
 */
interface Spec<T extends string> {
  readonly type: T
  /** What the fact is, in the words of the office. */
  readonly label: string
  readonly optional?: true
}

/** One value, printed by its type: text as it is, a date as 2026年11月22日, money as 380元, a flag not at all. */
export type ScalarSpec = Spec<'text'> | Spec<'date'> | Spec<'count'> | Spec<'money'> | Spec<'flag'> | ChoiceSpec
/** One of a few words; `values` gives the word that is printed for each. */
export type ChoiceSpec = Spec<'choice'> & { readonly values: Readonly<Record<string, string>> }
/** Rows of a table or of a list. */
export type ListSpec = Spec<'list'> & { readonly of: Readonly<Record<string, ScalarSpec>> }
export type FactSpec = ScalarSpec | ListSpec
export type FactSchema = Readonly<Record<string, FactSpec>>

export type ScalarValue = string | number | boolean | null
export type FactRow = Readonly<Record<string, ScalarValue>>
export type FactValue = ScalarValue | readonly FactRow[]
/** Facts as the composer sees them; `FactsOf` is what a caller has to give. */
export type Facts = Readonly<Record<string, FactValue>>

type ScalarOf<S extends ScalarSpec> = S extends ChoiceSpec
  ? keyof S['values'] & string
  : S extends Spec<'date'>
    ? PlainDate
    : S extends Spec<'count'>
      ? number
      : S extends Spec<'money'>
        ? Fen
        : S extends Spec<'flag'>
          ? boolean
          : string
type BaseOf<S extends FactSpec> = S extends ListSpec
  ? readonly { readonly [K in keyof S['of']]: ValueOf<S['of'][K]> }[]
  : S extends ScalarSpec
    ? ScalarOf<S>
    : never
type ValueOf<S extends FactSpec> = S extends { readonly optional: true } ? BaseOf<S> | null : BaseOf<S>

/** The facts that a letter with this schema needs. */
export type FactsOf<Schema extends FactSchema> = { readonly [K in keyof Schema]: ValueOf<Schema[K]> }

export const text = (label: string) => ({ type: 'text', label }) as const
export const date = (label: string) => ({ type: 'date', label }) as const
/** A whole number from 0. */
export const count = (label: string) => ({ type: 'count', label }) as const
/** 分. */
export const money = (label: string) => ({ type: 'money', label }) as const
export const flag = (label: string) => ({ type: 'flag', label }) as const
export const choice = <const V extends Readonly<Record<string, string>>>(label: string, values: V) =>
  ({ type: 'choice', label, values }) as const
export const list = <const O extends Readonly<Record<string, ScalarSpec>>>(label: string, of: O) =>
  ({ type: 'list', label, of }) as const
export const maybe = <const S extends FactSpec>(spec: S) => ({ ...spec, optional: true }) as const
