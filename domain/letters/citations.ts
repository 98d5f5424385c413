import type { PlainDate } from '../plain-date.ts'
import { type CitedLaw, citedLaws } from './laws.ts'
import { parseChineseNumber } from './words.ts'

/** One article as a letter cites it; 款 and 项 null = not named. */
export interface Citation {
  /** As written. */
  readonly text: string
  readonly title: string
  readonly article: number
  readonly paragraph: number | null
  readonly item: number | null
}

/** Every article that a text cites: 《中华人民共和国行政许可法》第三十二条第一款第四项、第四十五条. Titles that are not ours are left alone. */
export const citationsIn = (text: string): readonly Citation[] =>
  [...text.matchAll(named)].flatMap((match) => {
    const [, title = '', places = ''] = match
    return [...places.matchAll(place)].map(([written, article, paragraph, item]) => ({
      text: `${title}${written}`,
      title,
      article: numberOf(article) ?? 0,
      paragraph: numberOf(paragraph),
      item: numberOf(item),
    }))
  })

/** The law of that title on a day. */
export const findLaw = (title: string, on: PlainDate): CitedLaw | undefined =>
  citedLaws.find(
    (law) => law.title === title && law.inForceFrom <= on && (law.withdrawnFrom === null || on < law.withdrawnFrom),
  )

/** Whether the article, and the 款 or 项 of it that is named, is there. A part nobody counted is taken as not there. */
export const isCited = ({ articles, parts }: CitedLaw, { article, paragraph, item }: Citation): boolean => {
  if (article < 1 || article > articles) return false
  if (paragraph === null && item === null) return true
  const [paragraphs = 0, ...items] = parts[article] ?? []
  // An article of one 款 names its 项 without it.
  if (paragraph === null && paragraphs > 1) return false
  const at = paragraph ?? 1
  return at >= 1 && at <= paragraphs && (item === null || (item >= 1 && item <= (items[at - 1] ?? 0)))
}

const numberOf = (numeral: string | undefined): number | null =>
  numeral === undefined ? null : (parseChineseNumber(numeral) ?? 0)

const numeral = '[一二三四五六七八九十百千零]+'
const placeText = `第(?:${numeral})条(?:第(?:${numeral})款)?(?:第(?:${numeral})项)?`
const place = new RegExp(`第(${numeral})条(?:第(${numeral})款)?(?:第(${numeral})项)?`, 'gu')
const titles = [...new Set(citedLaws.map(({ title }) => title))].join('|')
const named = new RegExp(`(?:中华人民共和国)?(${titles})》?的?(${placeText}(?:[、和]${placeText})*)`, 'gu')
