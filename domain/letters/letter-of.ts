import { isPlainDate } from '../plain-date.ts'
import { findTemplateInUse } from '../record/template/in-use.ts'
import type { TemplateRecord } from '../record/template/template-record.ts'
import { type Result, err, ok } from '../result.ts'
import type { LetterSource } from './adapt/letter-source.ts'
import { composeLetter } from './compose.ts'
import type { LetterContent } from './content.ts'
import type { Facts } from './fact-types.ts'
import { letterFactSchemas } from './letter-facts.ts'
import { type LetterMatter, letterFactsOf } from './letter-matter.ts'
import { letterTemplates } from './letter-templates.ts'

/** `no_letter` = the matter has no such letter; `no_template` = there is no wording for the law of its day. */
export type NoLetter = 'no_letter' | 'no_template'

/**
 * A letter of a matter, in the wording in force on its legal date: the center's own before the program's, the bilingual one where the
 * center has put one in force.
 *
 * @param own the center's wordings of any letters
 */
export const letterOf = (
  matter: LetterMatter,
  source: LetterSource,
  own: readonly TemplateRecord[] = [],
): Result<LetterContent, NoLetter> => {
  const facts = letterFactsOf(matter, source)
  return facts === null ? err('no_letter') : letterFrom(facts, source, own)
}

/** As `letterOf`, from facts that are already known. */
export const letterFrom = (
  facts: Facts,
  { letter }: Pick<LetterSource, 'letter'>,
  own: readonly TemplateRecord[] = [],
): Result<LetterContent, NoLetter> => {
  const { lawOn } = facts
  if (typeof lawOn !== 'string' || !isPlainDate(lawOn)) throw new Error(`no legal date for ${letter}`)
  const template = findTemplateInUse(own, letterTemplates, { letter, on: lawOn, bilingual: true })
  return template === null ? err('no_template') : ok(composeLetter(template, letterFactSchemas[letter], facts))
}
