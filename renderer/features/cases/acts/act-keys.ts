/** Key of the act at this place of the list: `F9` for the main one, digits for the others, none beyond nine. */
export const actKey = (at: number, hasMain: boolean): string => {
  if (hasMain && at === 0) return 'F9'
  const digit = hasMain ? at : at + 1
  return digit <= 9 ? String(digit) : ''
}
