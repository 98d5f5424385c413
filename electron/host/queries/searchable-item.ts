import { foldCodePoint, foldForSearch } from '../../../domain/text/fold.ts'
import { initialsOf, lettersOf } from '../../../domain/text/initials.ts'
import { isAlphanumeric } from '../../../domain/text/word-character.ts'
import type { ServiceItem } from '../../../domain/service/service-item.ts'

/** A stretch of a name in UTF-16 units: from, length. */
export type Mark = [number, number]

/** An item prepared for the picker. */
export interface SearchableItem {
  readonly item: ServiceItem
  readonly name: string
  readonly code: string
  readonly organ: string
  readonly initials: string
  readonly organInitials: string
  /** Place in the original name of each unit of `name`, and of each letter of `initials`. */
  readonly nameAt: readonly Mark[]
  readonly initialsAt: readonly Mark[]
}

export const searchableItem = (item: ServiceItem): SearchableItem => {
  const nameAt: Mark[] = []
  const initialsAt: Mark[] = []
  let name = ''
  let from = 0
  for (const character of item.name) {
    const place: Mark = [from, character.length]
    for (const folded of foldCodePoint(character)) {
      name += folded
      for (let unit = 0; unit < folded.length; unit += 1) nameAt.push(place)
      if (isAlphanumeric(folded) || lettersOf(folded).length > 0) initialsAt.push(place)
    }
    from += character.length
  }
  return {
    item,
    name,
    code: foldForSearch(item.code ?? ''),
    organ: foldForSearch(item.organ),
    initials: initialsOf(item.name),
    organInitials: initialsOf(item.organ),
    nameAt,
    initialsAt,
  }
}

/** How well one word fits; lower is better. */
export const fits = {
  exactCode: 0,
  nameStart: 1,
  codeStart: 2,
  initialsStart: 3,
  name: 4,
  initials: 5,
  code: 6,
  organ: 7,
} as const

export interface Fit {
  readonly fit: number
  readonly mark: Mark | null
}

/** The best way a folded word is found in an item, or null. */
export const fitOf = (searchable: SearchableItem, word: string): Fit | null => {
  if (searchable.code === word) return { fit: fits.exactCode, mark: null }
  const inName = searchable.name.indexOf(word)
  if (inName === 0) return { fit: fits.nameStart, mark: markOf(searchable.nameAt, 0, word.length) }
  const latin = /^[a-z0-9-]+$/.test(word)
  if (latin && searchable.code.startsWith(word)) return { fit: fits.codeStart, mark: null }
  const inInitials = latin ? searchable.initials.indexOf(word) : -1
  if (inInitials === 0) return { fit: fits.initialsStart, mark: markOf(searchable.initialsAt, 0, word.length) }
  if (inName > 0) return { fit: fits.name, mark: markOf(searchable.nameAt, inName, word.length) }
  if (inInitials > 0) return { fit: fits.initials, mark: markOf(searchable.initialsAt, inInitials, word.length) }
  // Two letters or digits stand somewhere in every code.
  if (latin && word.length >= 4 && searchable.code.includes(word)) return { fit: fits.code, mark: null }
  const inOrgan = searchable.organ.includes(word) || (latin && searchable.organInitials.startsWith(word))
  return inOrgan ? { fit: fits.organ, mark: null } : null
}

const markOf = (places: readonly Mark[], from: number, length: number): Mark | null => {
  const first = places[from]
  const last = places[from + length - 1]
  return first === undefined || last === undefined ? null : [first[0], last[0] + last[1] - first[0]]
}
