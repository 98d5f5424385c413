import { describe, expect, it } from 'vitest'
import { publicationActFields } from '../../../contract/acts/publication-acts.ts'
import { i18n } from '../../i18n/setup.ts'
import { fieldName, optionText } from './entry-words.ts'
import { type EntryActKind, entryFields } from './model/entry-fields.ts'

// The keys of a constant record are its type's keys.
const kinds = Object.keys(publicationActFields) as EntryActKind[]
const everything = {
  category: '20-06-01',
  penaltyClass: 'minor',
  'found.third_party': 'found',
  mayRelease: 'no',
  result: 'keep',
  onPaper: 'yes',
}
const about = { draft: true, late: true, lists: [], owedLists: [] }

describe('the forms of an entry', () => {
  it.each(kinds)('%s has words for each of its fields and values', (kind) => {
    expect(i18n.isInitialized).toBe(true)
    for (const { name, options = [] } of entryFields(kind, everything, about)) {
      expect(fieldName(name), name).toMatch(/[一-龥]/u)
      if (name !== 'category' && name !== 'listNo')
        for (const value of options) expect(optionText(name, value), `${name} ${value}`).toMatch(/[一-龥]/u)
    }
  })
})
