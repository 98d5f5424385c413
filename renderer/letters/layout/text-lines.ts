/**
 * Where each line of a laid-out text begins, as offsets into the text: found by asking the browser for the place of every
 * character, since only it knows where it broke a line.
 *
 * @param element holds the text and nothing else
 */
export const lineStartsOf = (element: HTMLElement): readonly number[] => {
  const node = element.firstChild
  if (!(node instanceof Text)) return [0]
  const starts: number[] = []
  const range = document.createRange()
  let lineTop = Number.NEGATIVE_INFINITY
  for (let at = 0; at < node.length; at++) {
    range.setStart(node, at)
    range.setEnd(node, at + 1)
    const [rect] = range.getClientRects()
    // Half a pixel is no new line: digits and characters of another font sit a little apart.
    if (rect === undefined || rect.top < lineTop + rect.height / 2) continue
    lineTop = rect.top
    starts.push(at)
  }
  return starts.length === 0 ? [0] : starts
}

export interface TextPiece {
  readonly text: string
  /** Begins in the middle of the paragraph: no indent. */
  readonly continued: boolean
  /** Goes on on the next page: its last line runs to the margin. */
  readonly continues: boolean
}

/** Lines [from, to) of a paragraph. */
export const textPiece = (text: string, starts: readonly number[], from: number, to: number): TextPiece => {
  const begin = starts[from] ?? text.length
  const end = starts[to] ?? text.length
  return { text: text.slice(begin, end), continued: begin > 0, continues: end < text.length }
}
