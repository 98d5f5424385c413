import type { PublicEntry } from './public-entry.ts'

/** The texts of a public entry, by which it is searched. */
export const publicWordsOf = (entry: PublicEntry): readonly string[] => {
  if (entry.type === 'register')
    return Object.values(entry.values).filter((value): value is string => typeof value === 'string')
  const { indexNo, title, summary, documentNo, organ, keywords } = entry
  return [indexNo, title, summary, documentNo ?? '', organ, ...keywords]
}
