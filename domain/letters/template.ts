import type { PlainDate } from '../plain-date.ts'
import type { LetterKind } from './letter-kind.ts'

/**
 * The wording of a letter as data. A template is a list of blocks in reading order. Its text may hold
 * - `{name}`: a fact by its name, printed by its type; `{on:weekday}`, `{fee:capitals}`, `{n:chinese}` and `{list:count}` print it otherwise;
 * - `**words**`: words that stand out, as dates and decisions do.
 *
 * A text may be given in pieces: `when` keeps a piece only if the named facts are so, `by` takes one of several by a choice.
 * In a `when`, `name` = there is such a fact (a flag that is set, a list that is not empty), `!name` = there is not,
 * `name=a|b` = a choice is one of these; a list of conditions must hold as a whole.
 */
export type When = string | readonly string[]

export type Piece =
  | string
  | { readonly when: When; readonly text: string }
  | { readonly by: string; readonly texts: Readonly<Record<string, string>> }
export type Text = string | readonly Piece[]

/** One pair across the whole width, or two side by side. */
export interface PairRow {
  readonly when?: When
  readonly pairs: readonly [Pair] | readonly [Pair, Pair]
}
/** Name and value of a line of a table of facts. */
export type Pair = readonly [name: string, value: Text]

export interface TemplateColumn {
  readonly title: string
  /** May name facts of the row; `{n}` is its place from 1. */
  readonly text: Text
  /** Millimetres; absent = what is left. */
  readonly width?: number
  readonly centered?: true
}

/** A field that is filled in by hand: its name, how many lines are left free, and what is offered to tick. */
export interface WrittenField {
  readonly name: string
  readonly lines: number
  readonly offers?: Text
}

export type TemplateBlock = { readonly when?: When } & (
  | { readonly kind: 'addressee'; readonly text: Text }
  | { readonly kind: 'paragraph'; readonly text: Text }
  | { readonly kind: 'heading'; readonly text: Text }
  /** Names and values. */
  | { readonly kind: 'pairs'; readonly rows: readonly PairRow[] }
  /** Rows of a list of facts as a table. */
  | { readonly kind: 'table'; readonly of: string; readonly columns: readonly TemplateColumn[] }
  /** Rows of a list of facts as paragraphs, numbered 一、二、 or 1． 2． or not. */
  | {
      readonly kind: 'list'
      readonly of: string
      readonly text: Text
      readonly numbered: 'chinese' | 'arabic' | 'none'
    }
  | { readonly kind: 'written'; readonly fields: readonly WrittenField[] }
  /** 救济途径, from remedies.ts by name. */
  | { readonly kind: 'remedies'; readonly of: string }
  /** Both limits, why they end where they end, and the days themselves. */
  | { readonly kind: 'limits' }
  /** A part to be cut off and handed back: its title, and fields written by hand. */
  | { readonly kind: 'slip'; readonly title: string; readonly text: Text; readonly fields: readonly WrittenField[] }
)

/** Whose seal: the first line that holds is taken; none = no seal is set. */
export interface SealLine {
  readonly when?: When
  readonly words: readonly [string, string]
}

export interface TemplateClosing {
  /** Whose letter; '' = nobody's, as a form that others fill in. */
  readonly organ: Text
  readonly on: Text
  readonly seals: readonly SealLine[]
  /** Lines to sign on, left of the seal. */
  readonly sign: readonly string[]
}

/** The same in a second language (蒙汉文并用), beside the Chinese. */
export interface SecondLanguage {
  readonly language: 'mn-Mong'
  readonly title: string
  readonly lines: readonly Text[]
}

/** One version of a letter. A change of wording or law is a further version; what was printed stays as it was. */
export interface LetterTemplate {
  readonly letter: LetterKind
  /** `v3` of the program, `c3` of a center; printed at the foot and kept with every print. */
  readonly version: string
  /** First and last legal date for which it is used; null = in use. */
  readonly inForceFrom: PlainDate
  readonly withdrawnFrom: PlainDate | null
  /** The articles that the letter is made under, as it would cite them. */
  readonly legalBasis: readonly string[]
  readonly title: Text
  /** 文号, or the number of the case where the letter has no number of its own. */
  readonly number: Text
  readonly blocks: readonly TemplateBlock[]
  readonly closing: TemplateClosing
  /** Sentences at the foot of the first page. */
  readonly notes: readonly Text[]
  readonly second: SecondLanguage | null
}
