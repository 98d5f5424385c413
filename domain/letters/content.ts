import type { LetterKind } from './letter-kind.ts'
import type { PlainDate } from '../plain-date.ts'

/** A stretch of text of one look. */
export interface Run {
  readonly text: string
  readonly strong: boolean
}
export type Runs = readonly Run[]

/** A column of a table in a letter; `width` in millimetres, null = what is left. */
export interface ContentColumn {
  readonly title: string
  readonly width: number | null
  readonly centered: boolean
}

export interface ContentField {
  readonly name: string
  readonly lines: number
  readonly offers: string
}

export type ContentPair = readonly [name: string, value: Runs]

/** A piece of a composed letter in reading order; nothing is left to fill in but by hand. */
export type ContentBlock =
  | { readonly kind: 'addressee'; readonly runs: Runs }
  | { readonly kind: 'paragraph'; readonly runs: Runs }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'pairs'; readonly rows: readonly (readonly ContentPair[])[] }
  | {
      readonly kind: 'table'
      readonly columns: readonly ContentColumn[]
      readonly rows: readonly (readonly Runs[])[]
    }
  | { readonly kind: 'written'; readonly fields: readonly ContentField[] }
  | { readonly kind: 'limits' }
  | { readonly kind: 'slip'; readonly title: string; readonly text: string; readonly fields: readonly ContentField[] }

/** What a template makes of the facts; paper, head, page numbers and codes are the same for every letter. */
export interface LetterContent {
  readonly letter: LetterKind
  readonly version: string
  readonly inForceFrom: PlainDate
  readonly title: string
  readonly number: string
  readonly blocks: readonly ContentBlock[]
  readonly closing: {
    readonly organ: string
    readonly on: string
    /** Null = no seal. */
    readonly seal: readonly [string, string] | null
    readonly sign: readonly string[]
  }
  readonly notes: readonly string[]
  readonly second: { readonly language: 'mn-Mong'; readonly title: string; readonly lines: readonly string[] } | null
}

export const runsText = (runs: Runs): string => runs.map(({ text }) => text).join('')
