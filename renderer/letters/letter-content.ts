import type { ReactNode } from 'react'
import type { ContentColumn, Runs } from '../../domain/letters/content.ts'

/**
 * A piece of a letter as it is laid out, in reading order. `text` is one paragraph of one face and breaks between lines, `rows` between
 * rows; `solid` stands whole.
 */
export type LetterBlock =
  /** `withNext` = a heading: it never stands at the foot of a page. */
  | { readonly kind: 'solid'; readonly node: ReactNode; readonly withNext?: true }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'rows'; readonly columns: readonly ContentColumn[]; readonly rows: readonly (readonly Runs[])[] }
