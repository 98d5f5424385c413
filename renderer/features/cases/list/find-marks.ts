/**
 * Stretches of `text` that a search text stands in literally, as [from, length]. What was found by initials, by number or by
 * another script is found all the same and shows no mark.
 */
export const findMarks = (text: string, search: string): readonly (readonly [number, number])[] => {
  const wanted = search.trim().toLowerCase()
  if (wanted === '') return []
  const lower = text.toLowerCase()
  // Lower case may be longer than the original (İ); then positions would not fit.
  if (lower.length !== text.length) return []
  const marks: [number, number][] = []
  for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + wanted.length)) {
    marks.push([at, wanted.length])
  }
  return marks
}
