import { fenToYuan } from '../../../../domain/fees/money.ts'
import type { FeeRefusal, FeeSlice, ProcessingFee } from '../../../../domain/fees/processing-fee.ts'
import type { ProcessingFeeTariff } from '../../../../domain/fees/tariff.ts'
import { articleWords } from './articles.ts'

export const noTariffWords = '本机日期在信息处理费管理办法施行（2021-01-01）之前，没有可用的收费标准：请检查系统日期'

/** Why there is no fee; `typed` is what stood after the flag. */
export const feeRefusalWords = (refusal: FeeRefusal, typed: string): string => {
  switch (refusal.code) {
    case 'both_tariffs':
      return `按件（--requests）和按量（--pages）只能选一种，不得同时按两种标准重复计算（${articleWords(refusal.article)}）`
    case 'no_measure':
      return '请写明 --requests <件数> 或 --pages <页数>'
    case 'count_invalid':
      return `${refusal.measure === 'requests' ? '件数' : '页数'}应为 0 至 ${String(refusal.max)} 的整数：“${typed}”`
  }
}

/** How the fee comes about. */
export const feeWords = (
  { fen, tariff, count, slices }: ProcessingFee,
  { id }: ProcessingFeeTariff,
): readonly string[] => {
  const unit = tariff === 'per_request' ? '件' : '页'
  return [
    `信息处理费 ${fenToYuan(fen)}（${String(count)} ${unit}，${tariff === 'per_request' ? '按件' : '按量'}，${id}）`,
    ...slices.slice(0, mostLines).map((slice) => `  ${sliceWords(slice, unit)}`),
    ...restWords(slices.slice(mostLines), unit),
  ]
}

/** Every ten requests are a tier of their own: of very many only the first are shown. */
const mostLines = 6

const restWords = (rest: readonly FeeSlice[], unit: string): readonly string[] => {
  const [first] = rest
  const last = rest.at(-1)
  if (first === undefined || last === undefined) return []
  if (rest.length === 1) return [`  ${sliceWords(first, unit)}`]
  const fen = rest.reduce((sum, slice) => sum + slice.fen, 0)
  return [
    `  第 ${String(first.from)} 至 ${String(last.to)} ${unit}：另 ${String(rest.length)} 档，每${unit} ${fenToYuan(first.unitFen)} 至 ${fenToYuan(last.unitFen)}，共 ${fenToYuan(fen)}`,
  ]
}

const sliceWords = ({ from, to, unitFen, fen }: FeeSlice, unit: string): string => {
  const stretch = from === to ? `第 ${String(from)} ${unit}` : `第 ${String(from)} 至 ${String(to)} ${unit}`
  return unitFen === 0 ? `${stretch}：不收费` : `${stretch}：每${unit} ${fenToYuan(unitFen)}，${fenToYuan(fen)}`
}
