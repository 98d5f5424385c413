/** Key of the act at this place of the list: `F9` for the first, digits for those after it, none beyond. */
export const actKey = (at: number): string => (at === 0 ? 'F9' : at <= 9 ? String(at) : '')
