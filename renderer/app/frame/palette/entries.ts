import type { CaseRow } from '../../../../contract/queries/cases.ts'
import type { PersonFound } from '../../../../contract/queries/people.ts'
import type { ItemHit } from '../../../../contract/queries/items.ts'
import { findMarks, matchable, type Mark } from '../../../../domain/text/match-text.ts'
import type { KeyBinding } from '../../../keyboard/key-registry.ts'
import type { Section } from '../sections.ts'

/** One line of the palette. */
export type PaletteEntry =
  | { readonly kind: 'search'; readonly text: string }
  | { readonly kind: 'case'; readonly row: CaseRow }
  /** Leads on to the list of his cases, in the palette itself. */
  | { readonly kind: 'person'; readonly person: PersonFound }
  | { readonly kind: 'item'; readonly item: ItemHit }
  | { readonly kind: 'page'; readonly section: Section; readonly label: string; readonly marks: readonly Mark[] }
  | { readonly kind: 'act'; readonly binding: KeyBinding; readonly label: string; readonly marks: readonly Mark[] }

export interface PaletteSources {
  readonly text: string
  readonly sections: readonly { readonly section: Section; readonly label: string }[]
  /** What can be done on the page below. */
  readonly acts: readonly KeyBinding[]
  readonly cases: readonly CaseRow[]
  readonly people: readonly PersonFound[]
  readonly items: readonly ItemHit[]
}

/**
 * Nothing typed: the pages, and what can be done here. Else the search itself first, so that Enter does what it always did, then what was
 * found. Words match as written or by pinyin initials.
 */
export const paletteEntries = ({
  text,
  sections,
  acts,
  cases,
  people,
  items,
}: PaletteSources): readonly PaletteEntry[] => {
  const typed = text.trim()
  const pages = sections.flatMap(({ section, label }): readonly PaletteEntry[] => {
    const marks = findMarks(matchable(label), typed)
    return marks === null ? [] : [{ kind: 'page', section, label, marks }]
  })
  const doable = acts.flatMap((binding): readonly PaletteEntry[] => {
    const label = binding.label ?? ''
    const marks = passing.has(binding.keys) || label === '' ? null : findMarks(matchable(label), typed)
    return marks === null ? [] : [{ kind: 'act', binding, label, marks }]
  })
  if (typed === '') return [...pages, ...doable]
  return [
    { kind: 'search', text: typed },
    ...cases.map((row): PaletteEntry => ({ kind: 'case', row })),
    ...people.map((person): PaletteEntry => ({ kind: 'person', person })),
    ...items.map((item): PaletteEntry => ({ kind: 'item', item })),
    ...pages,
    ...doable,
  ]
}

/** Keys that only move about: no act to be named. */
const passing: ReadonlySet<string> = new Set(['↑', '↓', 'Enter', 'Esc', '/', 'F3', 'Ctrl K', 'Alt 8'])

export const entryKey = (entry: PaletteEntry): string => {
  switch (entry.kind) {
    case 'search':
      return 'search'
    case 'case':
      return `case ${entry.row.id}`
    case 'person':
      return `person ${entry.person.caseId}`
    case 'item':
      return `item ${entry.item.id}`
    case 'page':
      return `page ${entry.section.page}`
    case 'act':
      return `act ${entry.binding.keys}`
  }
}
