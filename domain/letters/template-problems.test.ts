import { describe, expect, it } from 'vitest'
import { plainDate } from '../plain-date.ts'
import { choice, count, date, flag, list, money, text } from './fact-types.ts'
import { findTemplateProblems, templateProblemCodes } from './template-problems.ts'
import type { LetterTemplate, TemplateBlock, Text } from './template.ts'

const schema = {
  name: text('名称'),
  on: date('日期'),
  fee: money('金额'),
  n: count('数'),
  licence: flag('许可'),
  way: choice('方式', { post: '邮寄', window: '窗口' }),
  lines: list('行', { what: text('内容') }),
} as const

const template = (blocks: readonly TemplateBlock[], over: Partial<LetterTemplate> = {}): LetterTemplate => ({
  letter: 'urge_slip',
  version: 'v1',
  inForceFrom: plainDate('2024-01-01'),
  withdrawnFrom: null,
  legalBasis: [],
  title: '通知',
  number: '{name}',
  blocks,
  closing: { organ: '{name}', on: '{on}', seals: [], sign: [] },
  notes: [],
  second: null,
  ...over,
})

const p = (words: Text): TemplateBlock => ({ kind: 'paragraph', text: words })
const codesOf = (...given: Parameters<typeof template>): readonly string[] =>
  findTemplateProblems(template(...given), schema).map(({ code }) => code)

describe('problems of a template', () => {
  it('[LTR-3] a sound template has none', () => {
    const blocks: readonly TemplateBlock[] = [
      p(['**{on:weekday}**{fee:capitals}{n:chinese}{lines:count}', { when: '!licence', text: '{way}' }]),
      p([{ by: 'way', texts: { post: '甲', window: '乙' } }]),
      { kind: 'table', of: 'lines', when: 'way=post|window', columns: [{ title: '序号', text: '{n}{what}' }] },
      { kind: 'remedies', of: 'reply' },
    ]
    expect(codesOf(blocks.slice(0, 3))).toEqual([])
  })

  const cases: readonly (readonly [(typeof templateProblemCodes)[number], Parameters<typeof template>])[] = [
    ['unknown_fact', [[p('{who}')]]],
    ['unknown_fact', [[{ kind: 'table', of: 'rows', columns: [{ title: '一', text: '二' }] }]]],
    ['unknown_fact', [[p([{ when: 'who', text: '甲' }])]]],
    ['unknown_format', [[p('{name:weekday}')]]],
    ['unknown_format', [[p('{licence}')]]],
    ['raw_brace', [[p('{名称}')]]],
    ['odd_strong', [[p('**甲')]]],
    ['condition_invalid', [[{ ...p('甲'), when: 'licence = yes' }]]],
    ['condition_invalid', [[p([{ when: 'licence=yes', text: '甲' }])]]],
    ['unknown_choice', [[p([{ when: 'way=mail', text: '甲' }])]]],
    ['choice_missing', [[p([{ by: 'way', texts: { post: '甲' } }])]]],
    ['empty_text', [[p('')]]],
    ['unknown_remedies', [[{ kind: 'remedies', of: 'none' }]]],
    ['remedies_change', [[{ kind: 'remedies', of: 'reply' }], { inForceFrom: plainDate('2023-06-01') }]],
    ['law_not_in_force', [[p('《中华人民共和国行政诉讼法》第四十六条')], { inForceFrom: plainDate('2014-01-01') }]],
    ['article_unknown', [[p('《中华人民共和国行政许可法》第八十四条')]]],
    ['article_unknown', [[p('《中华人民共和国行政许可法》第三十二条第三款')]]],
    ['article_unknown', [[], { legalBasis: ['行政许可法'] }]],
    ['dates_invalid', [[], { withdrawnFrom: plainDate('2024-01-01') }]],
    ['version_invalid', [[], { version: '1' }]],
  ]

  it.each(cases)('[LTR-3] %s is found', (code, given) => {
    expect(codesOf(...given)).toContain(code)
  })

  it('[LTR-3] every kind of problem is shown above', () => {
    expect(templateProblemCodes.filter((code) => !cases.some(([shown]) => shown === code))).toEqual([])
  })
})
