import { findArticleParts } from '../../domain/law/article.ts'
import { i18n } from './setup.ts'

/** `licensing:32(1)(4)` → `行政许可法第三十二条第一款第四项`. What is none of our laws is shown as it is. */
export const articleText = (citation: string): string => {
  const parts = findArticleParts(citation)
  if (parts === null) return citation
  const { law, article, paragraph, item } = parts
  const place = [
    i18n.t('terms:article.number', { n: chineseNumber(article) }),
    paragraph === null ? '' : i18n.t('terms:article.paragraph', { n: chineseNumber(paragraph) }),
    item === null ? '' : i18n.t('terms:article.item', { n: chineseNumber(item) }),
  ].join('')
  return i18n.t('terms:article.cite', { law: i18n.t(`terms:law.${law}`), place })
}

/** Only the law: `licensing:42(1)` → `行政许可法`. What is none of our laws is shown as it is. */
export const lawText = (citation: string): string => {
  const parts = findArticleParts(citation)
  return parts === null ? citation : i18n.t(`terms:law.${parts.law}`)
}

/** Several, the name of the law only once: `政府信息公开条例第三十二条、第三十三条第三款`. */
export const articlesText = (citations: readonly string[]): string => {
  let law = ''
  return citations
    .map((citation) => {
      const parts = findArticleParts(citation)
      const text = articleText(citation)
      if (parts === null) return text
      const name = i18n.t(`terms:law.${parts.law}`)
      const short = parts.law === law ? text.slice(name.length) : text
      law = parts.law
      return short
    })
    .join(i18n.t('terms:article.join'))
}

/** 1–9999 in the numerals of statutes: 10 → 十, 32 → 三十二, 201 → 二百零一. */
export const chineseNumber = (value: number): string => {
  const digits = i18n.t('terms:article.digits')
  const units = ['', i18n.t('terms:article.ten'), i18n.t('terms:article.hundred'), i18n.t('terms:article.thousand')]
  const zero = digits.charAt(0)
  let text = ''
  let skipped = false
  for (let power = Math.min(3, String(value).length - 1); power >= 0; power--) {
    const digit = Math.floor(value / 10 ** power) % 10
    if (digit === 0) {
      skipped = text !== ''
      continue
    }
    // 十二, not 一十二, at the beginning of a number.
    const bareTen = power === 1 && digit === 1 && text === ''
    text += `${skipped ? zero : ''}${bareTen ? '' : digits.charAt(digit)}${units[power] ?? ''}`
    skipped = false
  }
  return text === '' ? zero : text
}
