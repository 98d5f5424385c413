import { holds } from './condition.ts'
import type { ContentBlock, ContentField, LetterContent, Runs } from './content.ts'
import type { FactRow, FactSchema, Facts } from './fact-types.ts'
import { fillRuns, fillText } from './fill-text.ts'
import type { LetterTemplate, TemplateBlock, WrittenField } from './template.ts'
import { remediesOn } from './remedies.ts'
import { chineseNumber } from './words.ts'

/** A letter from its wording and its facts. Pure; what can go wrong in a template is found by `findTemplateProblems` before. */
export const composeLetter = (template: LetterTemplate, schema: FactSchema, facts: Facts): LetterContent => {
  const fill = (text: Parameters<typeof fillText>[0]): string => fillText(text, schema, facts)
  const { closing, second } = template
  return {
    letter: template.letter,
    version: template.version,
    inForceFrom: template.inForceFrom,
    title: fill(template.title),
    number: fill(template.number),
    blocks: template.blocks
      .filter(({ when }) => holds(when, facts))
      .flatMap((block) => composeBlock(block, template, schema, facts)),
    closing: {
      organ: fill(closing.organ),
      on: fill(closing.on),
      seal: closing.seals.find(({ when }) => holds(when, facts))?.words ?? null,
      sign: closing.sign,
    },
    notes: template.notes.map(fill).filter((note) => note !== ''),
    second:
      second === null
        ? null
        : {
            language: second.language,
            title: second.title,
            lines: second.lines.map(fill).filter((line) => line !== ''),
          },
  }
}

const composeBlock = (
  block: TemplateBlock,
  template: LetterTemplate,
  schema: FactSchema,
  facts: Facts,
): readonly ContentBlock[] => {
  switch (block.kind) {
    case 'addressee':
      return [{ kind: 'addressee', runs: fillRuns(block.text, schema, facts) }]
    case 'paragraph':
      return paragraphs(fillRuns(block.text, schema, facts))
    case 'heading':
      return [{ kind: 'heading', text: fillText(block.text, schema, facts) }]
    case 'pairs':
      return pairBlocks(block, schema, facts)
    case 'table':
      return [tableBlock(block, schema, facts)]
    case 'list':
      return rowsOf(block.of, facts).flatMap((row, at) => {
        const n = at + 1
        return paragraphs([
          ...markOf(block.numbered, n),
          ...fillRuns(block.text, ...withRow(block.of, row, n, schema, facts)),
        ])
      })
    case 'written':
      return [{ kind: 'written', fields: fieldsOf(block.fields, schema, facts) }]
    case 'remedies':
      return paragraphs(fillRuns(remediesOn(block.of, template.inForceFrom), schema, facts))
    case 'limits':
      return [{ kind: 'limits' }]
    case 'slip':
      return [
        {
          kind: 'slip',
          title: block.title,
          text: fillText(block.text, schema, facts),
          fields: fieldsOf(block.fields, schema, facts),
        },
      ]
  }
}

const markOf = (numbered: 'chinese' | 'arabic' | 'none', n: number): Runs => {
  if (numbered === 'none') return []
  return [{ text: numbered === 'chinese' ? `${chineseNumber(n)}、` : `${n}．`, strong: false }]
}

/** Free text as a person typed it: each of his paragraphs is one of the letter. */
const paragraphs = (runs: Runs): readonly ContentBlock[] => {
  const blocks: { kind: 'paragraph'; runs: Runs[number][] }[] = []
  let open = true
  for (const run of runs) {
    for (const [at, part] of run.text.split(/\s*\n\s*/u).entries()) {
      if (at > 0) open = true
      if (part === '') continue
      if (open) blocks.push({ kind: 'paragraph', runs: [] })
      blocks.at(-1)?.runs.push({ ...run, text: part })
      open = false
    }
  }
  return blocks
}

const pairBlocks = (
  block: Extract<TemplateBlock, { kind: 'pairs' }>,
  schema: FactSchema,
  facts: Facts,
): readonly ContentBlock[] => {
  const rows = block.rows
    .filter(({ when }) => holds(when, facts))
    .map(({ pairs }) => pairs.map(([name, value]) => [name, fillRuns(value, schema, facts)] as const))
  return rows.length === 0 ? [] : [{ kind: 'pairs', rows }]
}

const tableBlock = (
  block: Extract<TemplateBlock, { kind: 'table' }>,
  schema: FactSchema,
  facts: Facts,
): ContentBlock => ({
  kind: 'table',
  columns: block.columns.map(({ title, width, centered }) => ({
    title,
    width: width ?? null,
    centered: centered === true,
  })),
  rows: rowsOf(block.of, facts).map((row, at) =>
    block.columns.map((column) => fillRuns(column.text, ...withRow(block.of, row, at + 1, schema, facts))),
  ),
})

const fieldsOf = (fields: readonly WrittenField[], schema: FactSchema, facts: Facts): readonly ContentField[] =>
  fields.map(({ name, lines, offers }) => ({
    name,
    lines,
    offers: offers === undefined ? '' : fillText(offers, schema, facts),
  }))

const rowsOf = (name: string, facts: Facts): readonly FactRow[] => {
  const value = facts[name]
  if (!Array.isArray(value)) throw new Error(`no list ${name}`)
  // A list is the only fact that is an array.
  return value as readonly FactRow[]
}

/** Schema and facts as a row sees them: its own facts before those of the letter, and its place. */
const withRow = (name: string, row: FactRow, n: number, schema: FactSchema, facts: Facts): [FactSchema, Facts] => {
  const spec = schema[name]
  if (spec?.type !== 'list') throw new Error(`no list ${name}`)
  return [
    { ...schema, ...spec.of, n: { type: 'count', label: '序号' } },
    { ...facts, ...row, n },
  ]
}
