/**
 * One measured piece of a letter, in the order it is read. Heights are CSS pixels.
 * `solid` never breaks; one `withNext` stays on the page of what follows. `rows` is a table: it breaks between rows and repeats its head. `text` breaks between lines.
 */
export type MeasuredBlock =
  | { readonly kind: 'solid'; readonly height: number; readonly withNext?: boolean }
  | { readonly kind: 'rows'; readonly head: number; readonly rows: readonly number[]; readonly around: number }
  | { readonly kind: 'text'; readonly lines: number; readonly lineHeight: number; readonly around: number }

/** What of a block stands on a page: all of it, or rows or lines [from, to). */
export interface Fragment {
  readonly block: number
  readonly from: number
  readonly to: number
}

export interface PageRoom {
  /** Room for blocks on the first page, on later ones, and what the closing (signatures, seal) needs on the last. */
  readonly first: number
  readonly next: number
  readonly closing: number
}

/**
 * Lays blocks out on pages. A table or text that has no room for at least two rows or lines starts on a fresh page, the last
 * page keeps room for the closing, and nothing is ever lost: a piece taller than a page stands alone on one.
 */
export const paginate = (blocks: readonly MeasuredBlock[], room: PageRoom): readonly (readonly Fragment[])[] => {
  const pages: Fragment[][] = [[]]
  let left = room.first
  const turn = (): void => {
    pages.push([])
    left = room.next
  }
  const put = (fragment: Fragment, height: number): void => {
    pages.at(-1)?.push(fragment)
    left -= height
  }
  blocks.forEach((block, index) => {
    const isEmpty = (): boolean => pages.at(-1)?.length === 0
    switch (block.kind) {
      case 'solid':
        if (block.height + roomAfter(blocks, index) > left && !isEmpty()) turn()
        put({ block: index, from: 0, to: 1 }, block.height)
        return
      case 'rows':
      case 'text': {
        const pieces = piecesOf(block)
        let from = 0
        while (from < pieces.length) {
          const fixed = block.around + (block.kind === 'rows' ? block.head : 0)
          const fits = countThatFits(pieces, from, left - fixed)
          const remaining = pieces.length - from
          const enough = fits >= Math.min(keepTogether, remaining)
          if (!enough && !isEmpty()) {
            turn()
            continue
          }
          const take = Math.max(1, leaveNoWidow(fits, remaining))
          put({ block: index, from, to: from + take }, fixed + sum(pieces.slice(from, from + take)))
          from += take
          if (from < pieces.length) turn()
        }
      }
    }
  })
  return room.closing > left ? withLastPage(blocks, pages) : pages
}

/** What must follow a heading on its page: all that does not break, or the first two rows or lines. */
const roomAfter = (blocks: readonly MeasuredBlock[], index: number): number => {
  const block = blocks[index]
  const next = blocks[index + 1]
  if (block?.kind !== 'solid' || block.withNext !== true || next === undefined) return 0
  if (next.kind === 'solid') return next.height + roomAfter(blocks, index + 1)
  return next.around + (next.kind === 'rows' ? next.head : 0) + sum(piecesOf(next).slice(0, keepTogether))
}

/** Signatures never stand on a page of their own, where they could belong to any letter: the end of the text goes with them. */
const withLastPage = (
  blocks: readonly MeasuredBlock[],
  pages: readonly (readonly Fragment[])[],
): readonly (readonly Fragment[])[] => {
  const before = pages.slice(0, -1)
  const page = pages.at(-1) ?? []
  const last = page.at(-1)
  if (last === undefined) return pages
  const cut = blocks[last.block]?.kind === 'solid' ? last.from : Math.max(last.from, last.to - keepTogether)
  const alone = cut === last.from && page.length === 1
  if (alone) return [...pages, []]
  const kept = cut === last.from ? page.slice(0, -1) : [...page.slice(0, -1), { ...last, to: cut }]
  return [...before, kept, [{ ...last, from: cut }]]
}

/** Two rows or lines stay together at a page's foot or head, as in any official letter. */
const keepTogether = 2

const piecesOf = (block: Exclude<MeasuredBlock, { kind: 'solid' }>): readonly number[] =>
  block.kind === 'rows' ? block.rows : Array.from({ length: block.lines }, () => block.lineHeight)

const countThatFits = (pieces: readonly number[], from: number, height: number): number => {
  let used = 0
  let count = 0
  for (const piece of pieces.slice(from)) {
    used += piece
    if (used > height) return count
    count++
  }
  return count
}

const leaveNoWidow = (fits: number, remaining: number): number =>
  remaining - fits > 0 && remaining - fits < keepTogether && fits > keepTogether ? fits - 1 : fits

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
