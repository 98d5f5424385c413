import type { ReactNode } from 'react'
import type { LetterData } from '../../contract/queries/letters.ts'

/** A column of a table in a letter; `width` in millimetres, null = what is left. */
export interface LetterColumn {
  readonly title: string
  readonly width: number | null
  readonly centered?: boolean
}

/** A piece of the letter's text in reading order. `text` is one paragraph and
 * breaks between lines, `rows` between rows. */
export type LetterBlock =
  | { readonly kind: 'solid'; readonly node: ReactNode }
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'rows'
      readonly columns: readonly LetterColumn[]
      readonly rows: readonly (readonly ReactNode[])[]
    }

/** What a template makes of a case; paper, head, page numbers and codes are the same for every letter. */
export interface LetterContent {
  readonly title: string
  readonly blocks: readonly LetterBlock[]
  readonly closing: {
    /** Whose seal; the date beside it is that of the act, not of the print. */
    readonly organ: string
    readonly on: string
    readonly seal: readonly [string, string]
    /** False for a letter that nobody signs for. */
    readonly signed: boolean
  }
  /** Sentences at the foot of the first page. */
  readonly notes: readonly string[]
}

/** Free text as a person typed it: each of his paragraphs is one of the letter. */
export const paragraphBlocks = (text: string): readonly LetterBlock[] =>
  text
    .split(/\s*\n\s*/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => ({ kind: 'text', text: paragraph.trim() }))

export type ComposeLetter = (data: LetterData) => LetterContent
