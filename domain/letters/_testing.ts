import type { ContentBlock, LetterContent } from './content.ts'
import { runsText } from './content.ts'
import type { FactSchema, FactSpec, FactValue, Facts, ScalarSpec, ScalarValue } from './fact-types.ts'

/** A letter as a person reads it, one block a line; columns and pairs are set apart by ` | `. */
export const letterText = (content: LetterContent): string =>
  [
    `《${content.title}》 ${content.letter} ${content.version} ${content.inForceFrom}`,
    content.number,
    ...(content.second === null
      ? []
      : [`${content.second.language}: ${content.second.title}`, ...content.second.lines]),
    '',
    ...content.blocks.flatMap(blockText),
    '',
    ...content.closing.sign,
    ...(content.closing.seal === null ? [] : [`（印）${content.closing.seal.join('')}`]),
    ...[content.closing.organ, content.closing.on].filter((line) => line !== ''),
    ...content.notes.map((note) => `注：${note}`),
    '',
  ].join('\n')

const blockText = (block: ContentBlock): readonly string[] => {
  switch (block.kind) {
    case 'addressee':
      return [runsText(block.runs)]
    case 'paragraph':
      return [`　　${runsText(block.runs)}`]
    case 'heading':
      return [`# ${block.text}`]
    case 'pairs':
      return block.rows.map((row) => row.map(([name, value]) => `${name}：${runsText(value)}`).join(' | '))
    case 'table':
      return [
        block.columns.map(({ title }) => title).join(' | '),
        ...block.rows.map((row) => row.map(runsText).join(' | ')),
      ]
    case 'written':
      return block.fields.map(({ name, lines, offers }) => `[${name}] ${offers === '' ? '＿'.repeat(lines) : offers}`)
    case 'limits':
      return ['[期限怎样计算]']
    case 'slip':
      return [
        `✂ ${block.title} ${block.text}`,
        ...block.fields.map(({ name, lines, offers }) => `[${name}] ${offers === '' ? '＿'.repeat(lines) : offers}`),
      ]
  }
}

/** The facts with every choice, every absence and every flag there can be, one at a time. */
export const variantsOf = (schema: FactSchema, facts: Facts): readonly Facts[] => [
  facts,
  ...Object.entries(schema).flatMap(([name, spec]) => valuesOf(spec).map((value) => ({ ...facts, [name]: value }))),
]

const valuesOf = (spec: FactSpec): readonly FactValue[] => {
  const absent: readonly FactValue[] = spec.optional === true ? [null] : []
  if (spec.type === 'list')
    return [...absent, [], ...rowsOf(spec.of).map((row) => [row]), [rowOf(spec.of), rowOf(spec.of)]]
  return [...absent, ...scalarsOf(spec)]
}

const rowsOf = (of: Readonly<Record<string, ScalarSpec>>): readonly Readonly<Record<string, ScalarValue>>[] =>
  Object.entries(of).flatMap(([name, spec]) =>
    [...(spec.optional === true ? [null] : []), ...scalarsOf(spec)].map((value) => ({ ...rowOf(of), [name]: value })),
  )

const rowOf = (of: Readonly<Record<string, ScalarSpec>>): Readonly<Record<string, ScalarValue>> =>
  Object.fromEntries(Object.entries(of).map(([name, spec]) => [name, scalarsOf(spec)[0] ?? null]))

const scalarsOf = (spec: ScalarSpec): readonly ScalarValue[] => {
  switch (spec.type) {
    case 'text':
      return ['甲']
    case 'date':
      return ['2026-11-20']
    case 'count':
      return [1]
    case 'money':
      return [38_050]
    case 'flag':
      return [true, false]
    case 'choice':
      return Object.keys(spec.values)
  }
}
