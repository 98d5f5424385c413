import { type Article, type LawCode, findArticleParts } from '../../../../domain/law/article.ts'

/** `licensing:32(1)(4)` → 《行政许可法》第三十二条第一款第四项. */
export const articleWords = (article: Article): string => {
  const parts = findArticleParts(article)
  if (parts === null) return article
  const paragraph = parts.paragraph === null ? '' : `第${chineseNumber(parts.paragraph)}款`
  const item = parts.item === null ? '' : `第${chineseNumber(parts.item)}项`
  return `${titles[parts.law]}第${chineseNumber(parts.article)}条${paragraph}${item}`
}

const titles: Readonly<Record<LawCode, string>> = {
  ogi2008: '《政府信息公开条例》（2007年国务院令第492号）',
  ogi2019: '《政府信息公开条例》',
  ogiFee: '《政府信息公开信息处理费管理办法》',
  licensing: '《行政许可法》',
  civilCode: '《民法典》',
  civilProcedure: '《民事诉讼法》',
  holidays: '《全国年节及纪念日放假办法》',
  reconsideration: '《行政复议法》',
  reconsideration1999: '《行政复议法》（1999年）',
  litigation: '《行政诉讼法》',
  litigation1989: '《行政诉讼法》（1989年）',
  workingHours: '《国务院关于职工工作时间的规定》',
  secrecyRegulation: '《保守国家秘密法实施条例》',
  penaltyPublication: '《市场监督管理行政处罚信息公示规定》',
}

const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const
const units = [
  [1000, '千'],
  [100, '百'],
  [10, '十'],
] as const

/** 1 to 9999: 201 → 二百零一, 15 → 十五. */
export const chineseNumber = (n: number): string => {
  let rest = n
  let words = ''
  let gap = false
  for (const [size, unit] of units) {
    const digit = Math.floor(rest / size)
    rest %= size
    if (digit > 0) words += `${gap ? '零' : ''}${digits[digit] ?? ''}${unit}`
    gap = words !== '' && digit === 0 && rest > 0
  }
  if (rest > 0) words += `${gap ? '零' : ''}${digits[rest] ?? ''}`
  return n < 20 && words.startsWith('一十') ? words.slice(1) : words
}
