import type { PlainDate } from '../plain-date.ts'
import { citationsIn, findLaw, isCited } from './citations.ts'
import { conditionsOf, parseCondition } from './condition.ts'
import type { FactSchema } from './fact-types.ts'
import { formats, placeholder } from './fill-text.ts'
import { findRemedies } from './remedies.ts'
import type { LetterTemplate, TemplateBlock, Text, When } from './template.ts'
import { type TemplatePart, textsOf, whensOf } from './template-parts.ts'

export const templateProblemCodes = [
  /** A placeholder, a table or a condition names a fact that the letter does not have. */
  'unknown_fact',
  /** A fact is to be printed in a way that its type does not know, or cannot be printed at all. */
  'unknown_format',
  /** What stands in braces is no placeholder. */
  'raw_brace',
  /** `**` that is not closed. */
  'odd_strong',
  'condition_invalid',
  /** A choice that the fact does not have. */
  'unknown_choice',
  /** A text taken by a choice misses one of its values. */
  'choice_missing',
  'empty_text',
  'unknown_remedies',
  /** The remedies change while the template is in force. */
  'remedies_change',
  /** The law of that title is not in force all the time that the template is. */
  'law_not_in_force',
  'article_unknown',
  'dates_invalid',
  'version_invalid',
] as const
export type TemplateProblemCode = (typeof templateProblemCodes)[number]

export interface TemplateProblem {
  readonly code: TemplateProblemCode
  /** What is meant: the name, the condition, the citation. */
  readonly detail: string
}

/** Everything that is wrong with a template; none = it can be printed from any facts of the schema. */
export const findTemplateProblems = (template: LetterTemplate, schema: FactSchema): readonly TemplateProblem[] => {
  const remedyTexts = template.blocks
    .filter((block) => block.kind === 'remedies')
    .flatMap(({ of }) => findRemedies(of, template.inForceFrom)?.text ?? [])
  const parts = [...textsOf(template, schema), ...remedyTexts.map((text) => ({ text, schema }))]
  return [
    ...versionProblems(template),
    ...parts.flatMap(textProblems),
    ...whensOf(template).flatMap((when) => whenProblems(when, schema)),
    ...template.blocks.flatMap((block) => listProblems(block, schema)),
    ...template.blocks.flatMap((block) => remedyProblems(block, template)),
    ...citationProblems(template, parts),
  ]
}

const problem = (code: TemplateProblemCode, detail: string): TemplateProblem => ({ code, detail })

const versionProblems = ({ version, inForceFrom, withdrawnFrom }: LetterTemplate): readonly TemplateProblem[] => [
  ...(/^[vc][1-9]\d{0,2}$/u.test(version) ? [] : [problem('version_invalid', version)]),
  ...(withdrawnFrom !== null && withdrawnFrom <= inForceFrom ? [problem('dates_invalid', withdrawnFrom)] : []),
]

const wordsOf = (text: Text): readonly string[] =>
  typeof text === 'string'
    ? [text]
    : text.flatMap((piece) => {
        if (typeof piece === 'string') return [piece]
        return 'when' in piece ? [piece.text] : Object.values(piece.texts)
      })

const textProblems = ({ text, schema }: TemplatePart): readonly TemplateProblem[] => {
  const words = wordsOf(text)
  return [
    ...(words.join('') === '' ? [problem('empty_text', JSON.stringify(text))] : []),
    ...words.flatMap((each) => placeholderProblems(each, schema)),
    ...(typeof text === 'string'
      ? []
      : text.flatMap((piece) => {
          if (typeof piece === 'string') return []
          return 'when' in piece ? whenProblems(piece.when, schema) : choiceProblems(piece.by, piece.texts, schema)
        })),
  ]
}

const placeholderProblems = (text: string, schema: FactSchema): readonly TemplateProblem[] => [
  ...[...text.matchAll(placeholder)].flatMap(([whole, name = '', format = '']) => {
    const spec = schema[name]
    if (spec === undefined) return [problem('unknown_fact', whole)]
    return formats[spec.type].includes(format) ? [] : [problem('unknown_format', whole)]
  }),
  ...(/[{}]/u.test(text.replaceAll(placeholder, '')) ? [problem('raw_brace', text)] : []),
  ...((text.split('**').length - 1) % 2 === 0 ? [] : [problem('odd_strong', text)]),
]

const choiceProblems = (
  name: string,
  texts: Readonly<Record<string, string>>,
  schema: FactSchema,
): readonly TemplateProblem[] => {
  const spec = schema[name]
  if (spec?.type !== 'choice') return [problem('unknown_fact', name)]
  const values = Object.keys(spec.values)
  return [
    ...values
      .filter((value) => texts[value] === undefined)
      .map((value) => problem('choice_missing', `${name}=${value}`)),
    ...Object.keys(texts)
      .filter((value) => !values.includes(value))
      .map((value) => problem('unknown_choice', `${name}=${value}`)),
  ]
}

const whenProblems = (when: When, schema: FactSchema): readonly TemplateProblem[] =>
  conditionsOf(when).flatMap((text) => {
    const condition = parseCondition(text)
    if (condition === null) return [problem('condition_invalid', text)]
    const spec = schema[condition.fact]
    if (spec === undefined) return [problem('unknown_fact', text)]
    if (condition.choices === null) return []
    if (spec.type !== 'choice') return [problem('condition_invalid', text)]
    return condition.choices
      .filter((value) => spec.values[value] === undefined)
      .map((value) => problem('unknown_choice', `${condition.fact}=${value}`))
  })

const listProblems = (block: TemplateBlock, schema: FactSchema): readonly TemplateProblem[] =>
  (block.kind === 'table' || block.kind === 'list') && schema[block.of]?.type !== 'list'
    ? [problem('unknown_fact', block.of)]
    : []

const remedyProblems = (block: TemplateBlock, template: LetterTemplate): readonly TemplateProblem[] => {
  if (block.kind !== 'remedies') return []
  const wording = findRemedies(block.of, template.inForceFrom)
  if (wording === undefined) return [problem('unknown_remedies', block.of)]
  return lasts(wording.withdrawnFrom, template.withdrawnFrom) ? [] : [problem('remedies_change', block.of)]
}

/** What ends on `end` (null = never) holds to the end of the template. */
const lasts = (end: PlainDate | null, templateEnd: PlainDate | null): boolean =>
  end === null || (templateEnd !== null && templateEnd <= end)

const citationProblems = (
  { legalBasis, inForceFrom, withdrawnFrom }: LetterTemplate,
  parts: readonly TemplatePart[],
): readonly TemplateProblem[] => {
  const bare = legalBasis
    .filter((basis) => citationsIn(basis).length !== 1)
    .map((basis) => problem('article_unknown', basis))
  const cited = [...legalBasis, ...parts.flatMap(({ text }) => wordsOf(text))].flatMap(citationsIn)
  return [
    ...bare,
    ...cited.flatMap((citation) => {
      const law = findLaw(citation.title, inForceFrom)
      if (law === undefined || !lasts(law.withdrawnFrom, withdrawnFrom))
        return [problem('law_not_in_force', citation.text)]
      return isCited(law, citation) ? [] : [problem('article_unknown', citation.text)]
    }),
  ]
}
