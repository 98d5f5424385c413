import { i18n } from '../../i18n/setup.ts'

/** What a field of a form is called; a ground of the review by its own words. */
export const fieldName = (name: string): string =>
  name.startsWith('found.')
    ? groundText(name.slice('found.'.length))
    : // Every field of entry-fields.ts has its words; entry-words.test.ts holds it.
      i18n.t(`catalogue:fields.${name as 'title'}`)

/** A value of a list, as the form shows it. */
export const optionText = (name: string, value: string): string =>
  name === 'ground'
    ? groundText(value)
    : // As for fields.
      i18n.t(`catalogue:options.${(name.startsWith('found.') ? 'found' : name) as 'found'}.${value as 'none'}`)

// As for fields.
const groundText = (ground: string): string => i18n.t(`catalogue:grounds.${ground as 'process'}`)
