import type { DisclosureChannel } from '../../../domain/disclosure/disclosure-intake.ts'
import { fenToYuan } from '../../../domain/fees/money.ts'
import type { AnnualNarrative } from '../../../domain/report/annual.ts'
import type { FigureCell } from '../../../domain/record/figure/figure-record.ts'
import type { StatedFigure } from '../../../domain/record/figure/stated-figures.ts'
import type { OutcomeGroup } from '../../../domain/report/outcome.ts'
import { outcomeGroups } from '../../../domain/report/outcome.ts'
import { type RemedyColumn, remedyResults } from '../../../domain/report/table.ts'
import { remedyColumnNames } from './report-names.ts'

/** Section 一, the part on requests. */
export const requestWords = (year: number, text: AnnualNarrative): string => {
  const channels = channelOrder
    .map(([name, keys]) => [name, keys.reduce((sum, key) => sum + text.channels[key], 0)] as const)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${name}${pieces(count)}`)
    .concat(text.channelUnknown === 0 ? [] : [`申请渠道未载明${pieces(text.channelUnknown)}`])
  const groups = outcomeGroups.map((group) => `${groupWords[group]}${pieces(text.groups[group])}`)
  return [
    `${String(year)}年，新收政府信息公开申请${pieces(text.received)}，上年结转${pieces(text.carriedIn)}；`,
    `办结${pieces(text.replied)}，结转下年度继续办理${pieces(text.carriedOut)}。`,
    text.received === 0
      ? ''
      : `新收申请中，自然人${pieces(text.natural)}，法人或其他组织${pieces(text.legal)}；${channels.join('，')}。`,
    text.replied === 0 ? '' : `办理结果：${groups.join('，')}。`,
    text.extended === 0 ? '' : `其中延期答复${pieces(text.extended)}。`,
  ].join('')
}

/** Section 一, the part on remedies. */
export const remedyWords = ({ review, litigation }: AnnualNarrative): string =>
  `因政府信息公开工作被申请行政复议${withResults(review)}，被提起行政诉讼${withResults(litigation)}。`

/** Section 六: what was charged (国办函〔2020〕109号). */
export const chargeWords = (year: number, { processingFee: { cases, fen } }: AnnualNarrative): string =>
  cases === 0
    ? `${String(year)}年，没有收取信息处理费。`
    : `依据《政府信息公开信息处理费管理办法》，${String(year)}年${pieces(cases)}申请收取信息处理费，共计${fenToYuan(fen)}。`

/** Which figures of section 二 are stated by whom and taken from where: one sentence a cell and organ. */
export const statedWords = (stated: readonly StatedFigure[]): readonly string[] =>
  stated.map(({ cell, organ, basis }) => `注：${cellWords[cell]}的数字由${organ}申报，依据：${basis}。`)

const cellWords: Readonly<Record<FigureCell, string>> = {
  rules: '规章',
  normative: '行政规范性文件',
  licences: '行政许可',
  penalties: '行政处罚',
  compulsion: '行政强制',
  charges: '行政事业性收费',
}

const withResults = (row: Readonly<Record<RemedyColumn, number>>): string =>
  row.total === 0
    ? '0件'
    : `${pieces(row.total)}（${remedyResults.map((result) => `${remedyColumnNames[result]}${pieces(row[result])}`).join('，')}）`

const pieces = (count: number): string => `${String(count)}件`

const channelOrder: readonly (readonly [string, readonly DisclosureChannel[]])[] = [
  ['当面申请', ['in_person', 'oral']],
  ['网络申请', ['online']],
  ['信函申请', ['registered_post', 'ordinary_mail']],
  ['传真申请', ['fax']],
]

const groupWords: Readonly<Record<OutcomeGroup, string>> = {
  granted: '予以公开',
  partial: '部分公开',
  denied: '不予公开',
  unable: '无法提供',
  not_processed: '不予处理',
  other: '其他处理',
}
