import { type Article, type LawCode, findArticleParts } from '../../law/article.ts'
import { citedLaws } from '../laws.ts'
import { chineseNumber } from '../words.ts'

/** Titles as letters cite them. */
const titles: Readonly<Record<LawCode, string>> = {
  ogi2008: '政府信息公开条例',
  ogi2019: '政府信息公开条例',
  ogiFee: '政府信息公开信息处理费管理办法',
  licensing: '行政许可法',
  civilCode: '民法典',
  civilProcedure: '民事诉讼法',
  holidays: '全国年节及纪念日放假办法',
  workingHours: '国务院关于职工工作时间的规定',
  secrecyRegulation: '保守国家秘密法实施条例',
  penaltyPublication: '市场监督管理行政处罚信息公示规定',
  reconsideration: '行政复议法',
  reconsideration1999: '行政复议法',
  litigation: '行政诉讼法',
  litigation1989: '行政诉讼法',
}

/** `ogi2019:16(2)` → 政府信息公开条例第十六条第二款. An article of one 款 names its 项 without it. */
export const articleWords = (article: Article): string => {
  const parts = findArticleParts(article)
  if (parts === null) return article
  const title = titles[parts.law]
  const single = citedLaws.some((law) => law.title === title && law.parts[parts.article]?.[0] === 1)
  return [
    title,
    `第${chineseNumber(parts.article)}条`,
    parts.paragraph === null || single ? '' : `第${chineseNumber(parts.paragraph)}款`,
    parts.item === null ? '' : `第${chineseNumber(parts.item)}项`,
  ].join('')
}
