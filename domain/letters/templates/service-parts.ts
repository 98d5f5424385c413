import type { Piece, TemplateBlock, Text } from '../template.ts'
import { row } from './parts.ts'

/** `依据行政许可法…、《…》第…条，`: the licensing law for licences only, then the item's own bases. */
export const onBasis = (place: string): readonly Piece[] => [
  { when: ['licence', 'basis'], text: `依据${place}、{basis}，` },
  { when: ['licence', '!basis'], text: `依据${place}，` },
  { when: ['!licence', 'basis'], text: '依据{basis}，' },
]

export const feeText: Text = [
  { when: '!feeKnown', text: '办事指南未公布，以承办机关告知为准' },
  { when: ['feeKnown', '!charged'], text: '不收费' },
  { when: 'charged', text: '收费' },
  { when: 'feeStandard', text: '：{feeStandard}' },
  { when: 'feeBasis', text: '（{feeBasis}）' },
]

export const itemRow = row('申请事项', '{item}', '承办机关', '{organ}')
export const partyRow = row('申请人', '{applicant}', '代理人', '{representative}')

const n = { title: '序号', text: '{n}', width: 10, centered: true } as const

/** What came, and what is promised for later: a promised line of which nothing came has a count of 0. */
export const receivedTable = (of: string): TemplateBlock => ({
  kind: 'table',
  of,
  when: of,
  columns: [
    n,
    { title: '材料名称', text: '{name}' },
    { title: '形式', text: '{form}', width: 25 },
    { title: '已收份数', text: '{received}', width: 18, centered: true },
    {
      title: '备注',
      text: [
        { when: 'promisedOn', text: '容缺，承诺 {promisedOn}前补交 {rest} 份' },
        { when: ['promisedOn', 'note'], text: '；' },
        { when: 'note', text: '{note}' },
      ],
      width: 52,
    },
  ],
})

/** What is to be supplied. */
export const wantedTable = (of: string): TemplateBlock => ({
  kind: 'table',
  of,
  when: of,
  columns: [
    n,
    { title: '需要补正的材料', text: '{name}', width: 48 },
    {
      title: '要求',
      text: [
        { when: '!form=unspecified', text: '{form}。' },
        { when: 'partly', text: '应收 {expected} 份，已收 {received} 份，还差 {rest} 份' },
        { when: '!partly', text: '应收 {expected} 份' },
        { when: 'promisedOn', text: '。本项可容缺：已承诺 {promisedOn}前补交，不影响受理' },
      ],
    },
    { title: '份数', text: '{rest}', width: 13, centered: true },
    { title: '备注', text: [{ when: 'note', text: '{note}' }], width: 34 },
  ],
})
