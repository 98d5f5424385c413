import type { FactSchema } from './fact-types.ts'
import type { LetterTemplate, TemplateBlock, Text, When, WrittenField } from './template.ts'

/** A text of a template with the facts that it may name. */
export interface TemplatePart {
  readonly text: Text
  readonly schema: FactSchema
}

/** Every text of a template, in no particular order. */
export const textsOf = (template: LetterTemplate, schema: FactSchema): readonly TemplatePart[] => {
  const { title, number, closing, notes, second, blocks } = template
  const own: readonly Text[] = [title, number, ...notes, ...(second?.lines ?? [])]
  return [
    ...own.map((text) => ({ text, schema })),
    // A form that nobody issues has neither organ nor date.
    ...(closing.organ === '' && closing.on === '' ? [] : [closing.organ, closing.on].map((text) => ({ text, schema }))),
    ...blocks.flatMap((block) => blockTexts(block).map((text) => ({ text, schema: schemaIn(block, schema) }))),
  ]
}

/** Every condition of a template. */
export const whensOf = ({ blocks, closing }: LetterTemplate): readonly When[] =>
  [
    ...blocks.flatMap((block) => [block.when, ...(block.kind === 'pairs' ? block.rows.map(({ when }) => when) : [])]),
    ...closing.seals.map(({ when }) => when),
  ].filter((when) => when !== undefined)

/** The facts that the texts of a block may name: within a table or a list also those of its rows. */
const schemaIn = (block: TemplateBlock, schema: FactSchema): FactSchema => {
  if (block.kind !== 'table' && block.kind !== 'list') return schema
  const spec = schema[block.of]
  return spec?.type === 'list' ? { ...schema, ...spec.of, n: { type: 'count', label: '序号' } } : schema
}

const blockTexts = (block: TemplateBlock): readonly Text[] => {
  switch (block.kind) {
    case 'addressee':
    case 'paragraph':
    case 'heading':
    case 'list':
      return [block.text]
    case 'pairs':
      return block.rows.flatMap(({ pairs }) => pairs.flatMap(([name, value]) => [name, value]))
    case 'table':
      return block.columns.flatMap(({ title, text }) => [title, text])
    case 'written':
      return fieldTexts(block.fields)
    case 'slip':
      return [block.title, block.text, ...fieldTexts(block.fields)]
    case 'limits':
    case 'remedies':
      return []
  }
}

const fieldTexts = (fields: readonly WrittenField[]): readonly Text[] =>
  fields.flatMap(({ name, offers }) => (offers === undefined ? [name] : [name, offers]))
