/**
 * Laws that rules and ledgers cite. The titles in Chinese are wording and live with the user interfaces; the texts and
 * versions are named in RULES.md.
 */
export const lawCodes = [
  'ogi2008', // 政府信息公开条例 (国务院令第492号), in force 2008-05-01 to 2019-05-14
  'ogi2019', // 政府信息公开条例 (国务院令第711号), in force since 2019-05-15
  'ogiFee', // 政府信息公开信息处理费管理办法 (国办函〔2020〕109号), in force since 2021-01-01
  'licensing', // 行政许可法 (2019)
  'civilCode', // 民法典
  'civilProcedure', // 民事诉讼法 (2023)
  'holidays', // 全国年节及纪念日放假办法 (2024)
  'workingHours', // 国务院关于职工工作时间的规定 (1995)
  'secrecyRegulation', // 保守国家秘密法实施条例 (国务院令第786号), in force since 2024-09-01
  'penaltyPublication', // 市场监督管理行政处罚信息公示规定 (2021 令第45号), in force since 2021-09-01
  'reconsideration', // 行政复议法 (2023), in force since 2024-01-01
  'reconsideration1999', // 行政复议法 (1999), in force until 2023-12-31
  'litigation', // 行政诉讼法 (2014, 2017), in force since 2015-05-01
  'litigation1989', // 行政诉讼法 (1989), in force until 2015-04-30
] as const
export type LawCode = (typeof lawCodes)[number]

/** `ogi2019:33(2)` = 政府信息公开条例 第三十三条第二款; `licensing:32(1)(4)` = 行政许可法 第三十二条第一款第四项. */
export type Article = `${LawCode}:${string}`

export interface ArticleParts {
  readonly law: LawCode
  readonly article: number
  /** 款; null = the whole article. */
  readonly paragraph: number | null
  /** 项. */
  readonly item: number | null
}

/** Null for a text that cites none of our laws. */
export const findArticleParts = (text: string): ArticleParts | null => {
  const match = /^([A-Za-z0-9]+):(\d+)(?:\((\d+)\))?(?:\((\d+)\))?$/.exec(text)
  const law = lawCodes.find((code) => code === match?.[1])
  if (match === null || law === undefined) return null
  return {
    law,
    article: Number(match[2]),
    paragraph: match[3] === undefined ? null : Number(match[3]),
    item: match[4] === undefined ? null : Number(match[4]),
  }
}
