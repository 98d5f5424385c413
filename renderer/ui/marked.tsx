/** Text with stretches marked; `marks` are [from, length] in UTF-16 units, in any order, overlaps allowed. */
export function Marked({
  text,
  marks,
}: {
  readonly text: string
  readonly marks: readonly (readonly [number, number])[]
}) {
  return splitMarks(text, marks).map(({ from, part, marked }) =>
    marked ? <mark key={from}>{part}</mark> : <span key={from}>{part}</span>,
  )
}

export const splitMarks = (text: string, marks: readonly (readonly [number, number])[]) => {
  const parts: { from: number; part: string; marked: boolean }[] = []
  let at = 0
  for (const [from, length] of [...marks].sort(([a], [b]) => a - b)) {
    const start = Math.max(from, at)
    const end = Math.min(from + length, text.length)
    if (end <= start) continue
    if (start > at) parts.push({ from: at, part: text.slice(at, start), marked: false })
    parts.push({ from: start, part: text.slice(start, end), marked: true })
    at = end
  }
  if (at < text.length) parts.push({ from: at, part: text.slice(at), marked: false })
  return parts
}
