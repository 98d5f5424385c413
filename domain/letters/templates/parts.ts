import { plainDate } from '../../plain-date.ts'
import type { PairRow, SealLine, TemplateBlock, TemplateClosing, Text, When, WrittenField } from '../template.ts'

// Short names for the blocks of a template, so that its file reads as the letter does.

const under = (when: When | undefined): { readonly when?: When } => (when === undefined ? {} : { when })

export const to = (text: Text = '{addressee}：'): TemplateBlock => ({ kind: 'addressee', text })
export const p = (text: Text, when?: When): TemplateBlock => ({ kind: 'paragraph', text, ...under(when) })
export const h = (text: Text, when?: When): TemplateBlock => ({ kind: 'heading', text, ...under(when) })
export const remediesOf = (of: string, when?: When): TemplateBlock => ({ kind: 'remedies', of, ...under(when) })
export const written = (fields: readonly WrittenField[]): TemplateBlock => ({ kind: 'written', fields })
export const pairs = (rows: readonly PairRow[], when?: When): TemplateBlock => ({ kind: 'pairs', rows, ...under(when) })
export const row = (name: string, value: Text, second?: string, secondValue?: Text): PairRow =>
  second === undefined || secondValue === undefined
    ? { pairs: [[name, value]] }
    : {
        pairs: [
          [name, value],
          [second, secondValue],
        ],
      }
export const rowIf = (when: When, name: string, value: Text): PairRow => ({ when, pairs: [[name, value]] })

/** By what mandate the agent acts; no line while nobody acts for the applicant. */
export const mandateRow: PairRow = {
  when: 'authority',
  pairs: [
    ['委托权限', '{authority}'],
    [
      '委托期限',
      [
        { when: 'mandateFrom', text: '自 {mandateFrom}起' },
        { when: 'mandateUntil', text: '至 {mandateUntil}止' },
        { when: '!mandateUntil', text: '至事项办结止' },
        { when: 'mandateSeen', text: '；委托书原件已核' },
      ],
    ],
  ],
}

/** A letter that replaces a voided one names it before anything else. */
export const reissued: TemplateBlock = {
  kind: 'paragraph',
  when: 'replacedNo',
  text: '（本文书重新制发，原{replacedNo}文书已经作废，以本文书为准。）',
}

export const seals = {
  disclosure: [{ words: ['信息公开', '专用章'] }],
  service: [{ when: 'licence', words: ['行政许可', '专用章'] }, { words: ['业务办理', '专用章'] }],
  business: [{ words: ['业务办理', '专用章'] }],
  supervision: [{ words: ['效能督查', '专用章'] }],
  organ: [{ words: ['单位', '公章'] }],
  none: [],
} as const satisfies Record<string, readonly SealLine[]>

export const received = ['申请人（代理人）签收：', '签收日期：'] as const

export const closedBy = (
  seal: readonly SealLine[],
  sign: readonly string[] = received,
  organ: Text = '{organ}',
): TemplateClosing => ({
  organ,
  // A form that nobody issues is dated by whoever signs it.
  on: organ === '' ? '' : '{issuedOn}',
  seals: seal,
  sign,
})

export const twoCopies = '一式两份，申请人、窗口各执一份。'
export const caseNumber = '编号 {caseNo}'
export const letterNumber = '{letterNo}'

/** Days on which the law that letters rest on changed. */
export const law = {
  ogi2008: plainDate('2008-05-01'),
  litigation2015: plainDate('2015-05-01'),
  ogi2019: plainDate('2019-05-15'),
  ogiFee: plainDate('2021-01-01'),
  civilCode: plainDate('2021-01-01'),
  reconsideration2024: plainDate('2024-01-01'),
  licensing2019: plainDate('2019-04-23'),
} as const
