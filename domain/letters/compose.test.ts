import { describe, expect, it } from 'vitest'
import { plainDate } from '../plain-date.ts'
import { composeLetter } from './compose.ts'
import { runsText } from './content.ts'
import { date, list, maybe, money, text } from './fact-types.ts'
import type { LetterTemplate, TemplateBlock } from './template.ts'

const schema = {
  name: text('名称'),
  on: date('日期'),
  fee: money('金额'),
  note: maybe(text('备注')),
  lines: list('行', { what: text('内容') }),
} as const
const facts = {
  name: '周文静　990***********0027',
  on: plainDate('2026-11-22'),
  fee: 38_050,
  note: null,
  lines: [{ what: '甲' }, { what: '乙' }],
}

const composed = (blocks: readonly TemplateBlock[], over: object = {}, template: Partial<LetterTemplate> = {}) =>
  composeLetter(
    {
      letter: 'urge_slip',
      version: 'v1',
      inForceFrom: plainDate('2024-01-01'),
      withdrawnFrom: null,
      legalBasis: [],
      title: '通知',
      number: '{name}',
      blocks,
      closing: { organ: '', on: '', seals: [], sign: [] },
      notes: [],
      second: null,
      ...template,
    },
    schema,
    { ...facts, ...over },
  )

const wordsOf = (blocks: readonly TemplateBlock[], over: object = {}): readonly string[] =>
  composed(blocks, over).blocks.map((block) => (block.kind === 'paragraph' ? runsText(block.runs) : block.kind))

describe('composing a letter', () => {
  it('[LTR-10] prints dates in figures and money also in capitals', () => {
    const [block] = composed([{ kind: 'paragraph', text: '{on}，**{fee}**（{fee:capitals}）' }]).blocks
    expect(block).toEqual({
      kind: 'paragraph',
      runs: [
        { text: '2026年11月22日，', strong: false },
        { text: '380.50元', strong: true },
        { text: '（叁佰捌拾元伍角）', strong: false },
      ],
    })
  })

  it('[LTR-3] never reads a fact as wording: stars and braces in it stay what they are', () => {
    expect(wordsOf([{ kind: 'paragraph', text: '{name}' }])).toEqual(['周文静　990***********0027'])
    expect(wordsOf([{ kind: 'paragraph', text: '{name}' }], { name: '{on}**甲**' })).toEqual(['{on}**甲**'])
  })

  it('[LTR-3] leaves out what has no fact', () => {
    const blocks: readonly TemplateBlock[] = [
      { kind: 'paragraph', text: ['甲', { when: 'note', text: '（{note}）' }, '。'] },
      { kind: 'paragraph', when: 'note', text: '备注：{note}' },
      { kind: 'list', of: 'lines', text: '{what}', numbered: 'chinese' },
    ]
    expect(wordsOf(blocks)).toEqual(['甲。', '一、甲', '二、乙'])
    expect(wordsOf(blocks, { note: '急', lines: [] })).toEqual(['甲（急）。', '备注：急'])
  })

  it('[LTR-3] keeps the paragraphs of free text and makes none of an empty line', () => {
    expect(wordsOf([{ kind: 'paragraph', text: '说明：{name}' }], { name: '一\n\n  二\n' })).toEqual(['说明：一', '二'])
  })

  it('[LTR-13] carries a second language beside the Chinese, with its facts', () => {
    const second = {
      language: 'mn-Mong',
      title: 'ᠮᠣᠩᠭᠣᠯ',
      lines: ['{on}', [{ when: 'note', text: '{note}' }]],
    } as const
    expect(composed([], {}, { second }).second).toEqual({
      language: 'mn-Mong',
      title: 'ᠮᠣᠩᠭᠣᠯ',
      lines: ['2026年11月22日'],
    })
    expect(composed([]).second).toBeNull()
  })
})
