import { type ContentBlock, type LetterContent, runsText } from './content.ts'

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
