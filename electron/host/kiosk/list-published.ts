import type { PublishedReader } from '../../../db/published/reader.ts'
import type { PublicEntry } from '../../../domain/kiosk/public-entry.ts'
import type { PlainDate } from '../../../domain/plain-date.ts'
import { publicWordsOf } from '../../../domain/kiosk/public-words.ts'
import { foldForSearch } from '../../../domain/text/fold.ts'

const shownAtOnce = 20

/** Entries of a place that hold all words of `text`, newest first; `skip` counts those that do. */
export const listPublished = (
  reader: PublishedReader,
  { place, text, skip }: { readonly place: string; readonly text: string; readonly skip: number },
  today: PlainDate,
): { readonly entries: readonly PublicEntry[]; readonly more: boolean } => {
  const words = text.split(/\s+/u).map(foldForSearch).filter(Boolean)
  const wanted = skip + shownAtOnce
  const found: PublicEntry[] = []
  for (let at = 0; found.length <= wanted;) {
    const { entries, more } = reader.list(place, today, at)
    found.push(...entries.filter((entry) => holds(entry, words)))
    at += entries.length
    if (!more) break
  }
  return { entries: found.slice(skip, wanted), more: found.length > wanted }
}

const holds = (entry: PublicEntry, words: readonly string[]): boolean => {
  if (words.length === 0) return true
  const text = foldForSearch(publicWordsOf(entry).join('\n'))
  return words.every((word) => text.includes(word))
}
