import type { MeasuredBlock, PageRoom } from './paginate.ts'
import { lineStartsOf } from './text-lines.ts'

/** What tells how a block is measured. */
export type Measurable =
  { readonly kind: 'solid'; readonly withNext?: true } | { readonly kind: 'text' } | { readonly kind: 'rows' }

/** A letter as the browser laid it out on an endless sheet. */
export interface MeasuredLetter {
  readonly blocks: readonly MeasuredBlock[]
  readonly room: PageRoom
  /** Of `text` blocks: where each line begins; empty for others. */
  readonly lineStarts: readonly (readonly number[])[]
}

/**
 * @param root holds a first and a next page without content (`data-room`), the closing (`data-closing`) and every block
 *   (`data-block`), at the size they are printed in
 */
export const measureLetter = (root: HTMLElement, blocks: readonly Measurable[]): MeasuredLetter => {
  const height = (selector: string): number => root.querySelector(selector)?.getBoundingClientRect().height ?? 0
  const elements = [...root.querySelectorAll<HTMLElement>('[data-block]')]
  const measured = blocks.map((block, at) => measureBlock(block, elements[at]))
  return {
    blocks: measured.map(({ block }) => block),
    lineStarts: measured.map(({ starts }) => starts),
    room: {
      first: height('[data-room="first"]'),
      next: height('[data-room="next"]'),
      closing: height('[data-closing]'),
    },
  }
}

const measureBlock = (
  block: Measurable,
  element: HTMLElement | undefined,
): { readonly block: MeasuredBlock; readonly starts: readonly number[] } => {
  if (element === undefined) throw new Error('a block of the letter was not laid out')
  const whole = element.getBoundingClientRect().height
  switch (block.kind) {
    case 'solid':
      return { block: { kind: 'solid', height: whole, withNext: block.withNext === true }, starts: [] }
    case 'rows': {
      const heightOf = (row: Element): number => row.getBoundingClientRect().height
      const head = [...element.querySelectorAll('thead tr')].reduce((sum, row) => sum + heightOf(row), 0)
      const rows = [...element.querySelectorAll('tbody tr')].map(heightOf)
      const around = whole - head - rows.reduce((sum, row) => sum + row, 0)
      return { block: { kind: 'rows', head, rows, around }, starts: [] }
    }
    case 'text': {
      const paragraph = element.querySelector<HTMLElement>('p')
      if (paragraph === null) throw new Error('a text of the letter was not laid out')
      const starts = lineStartsOf(paragraph)
      const text = paragraph.getBoundingClientRect().height
      const lineHeight = text / starts.length
      return { block: { kind: 'text', lines: starts.length, lineHeight, around: whole - text }, starts }
    }
  }
}
