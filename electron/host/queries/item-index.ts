import type { ItemHit } from '../../../contract/queries/items.ts'
import type { Store } from '../../../db/store.ts'
import { fromDayNumber } from '../../../domain/plain-date.ts'
import { whyNotOffered } from '../../../domain/service/item-version.ts'
import { limitsOf } from '../../../domain/service/limits.ts'
import { foldForSearch } from '../../../domain/text/fold.ts'
import { type Mark, type SearchableItem, fitOf, searchableItem } from './searchable-item.ts'

/** The catalogue in memory: a few thousand items, searched on every key. */
export interface ItemIndex {
  /**
   * Best first: exact code, start of the name, of the code, of the initials, then anywhere; among equals what this device used most
   * in the last 90 days. Several words must all be found. No text = what was used most, then by name.
   */
  readonly search: (text: string, limit: number) => readonly ItemHit[]
  /** Departments with items, in code point order. */
  readonly organs: () => readonly string[]
}

export interface ItemIndexDeps {
  readonly store: Store
  /** Day number of today (domain/plain-date.ts). */
  readonly todayNumber: () => number
}

const usedWithinDays = 90

export const createItemIndex = ({ store, todayNumber }: ItemIndexDeps): ItemIndex => {
  let revision: number | null = null
  let items: readonly SearchableItem[] = []
  let uses: ReadonlyMap<string, number> = new Map()
  let usesOn: number | null = null
  store.subscribe((topics) => {
    if (topics.has('cases')) usesOn = null
  })

  const current = (): readonly SearchableItem[] => {
    const now = store.read.reference.revision()
    if (revision !== now) {
      items = store.read.reference.items().map(searchableItem).sort(byName)
      revision = now
    }
    return items
  }
  const usesNow = (): ReadonlyMap<string, number> => {
    const today = todayNumber()
    if (usesOn !== today) {
      uses = store.read.reference.itemUses(today - usedWithinDays)
      usesOn = today
    }
    return uses
  }

  return {
    search: (text, limit) => {
      const words = text
        .split(/\s+/)
        .map(foldForSearch)
        .filter((word) => word !== '')
      const used = usesNow()
      const today = fromDayNumber(todayNumber())
      return current()
        .filter(({ item }) => whyNotOffered(item, today) === null)
        .flatMap((searchable) => rank(searchable, words, used.get(searchable.item.id) ?? 0))
        .sort((a, b) => a.fit - b.fit || b.used - a.used || a.length - b.length)
        .slice(0, limit)
        .map(toHit)
    },
    organs: () => [...new Set(current().map(({ item }) => item.organ))].sort(),
  }
}

interface Ranked {
  readonly searchable: SearchableItem
  readonly fit: number
  readonly used: number
  /** Of the name: of two that fit equally the shorter is the closer one. Not compared when nothing was typed. */
  readonly length: number
  readonly marks: readonly Mark[]
}

const rank = (searchable: SearchableItem, words: readonly string[], used: number): readonly Ranked[] => {
  const marks: Mark[] = []
  let fit = 0
  for (const word of words) {
    const found = fitOf(searchable, word)
    if (found === null) return []
    fit += found.fit
    if (found.mark !== null) marks.push(found.mark)
  }
  const length = words.length === 0 ? 0 : searchable.name.length
  return [{ searchable, fit, used, length, marks: merged(marks) }]
}

/** Two words can match the same characters. */
const merged = (marks: readonly Mark[]): readonly Mark[] =>
  [...marks]
    .sort((a, b) => a[0] - b[0])
    .reduce<readonly Mark[]>((done, [from, length]) => {
      const last = done.at(-1)
      if (last === undefined || last[0] + last[1] < from) return [...done, [from, length]]
      return [...done.slice(0, -1), [last[0], Math.max(last[1], from + length - last[0])]]
    }, [])

const toHit = ({ searchable: { item }, used, marks }: Ranked): ItemHit => {
  const { statutoryDays, statutoryArticle, promisedDays, unit } = limitsOf(item)
  return {
    id: item.id,
    name: item.name,
    code: item.code,
    kind: item.kind,
    organ: item.organ,
    handling: item.handling,
    statutoryDays,
    promisedDays,
    dayUnit: unit,
    statutoryArticle: item.statutoryDays === null ? statutoryArticle : null,
    used,
    marks: [...marks],
  }
}

const byName = (a: SearchableItem, b: SearchableItem): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)
