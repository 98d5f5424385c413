import type { ItemHit } from '../../contract/queries/items.ts'
import { articleText, lawText } from './article-text.ts'
import { i18n } from './setup.ts'

/** The limit of an item in a few words. */
export interface ItemLimitText {
  readonly text: string
  /** The article in full, where the law sets the limit and not the guide. */
  readonly basis: string | null
}

/** The promise where there is one, else the statutory limit. */
export const itemLimitText = (
  hit: Pick<ItemHit, 'statutoryDays' | 'promisedDays' | 'dayUnit' | 'statutoryArticle'>,
): ItemLimitText => {
  const { statutoryDays, promisedDays, dayUnit, statutoryArticle } = hit
  const days = (n: number) => i18n.t(`intake:item.days.${dayUnit}`, { n })
  if (promisedDays !== null) return { text: i18n.t('intake:item.promised', { days: days(promisedDays) }), basis: null }
  if (statutoryDays === null) return { text: i18n.t('intake:picker.limits.none'), basis: null }
  if (statutoryArticle === null)
    return { text: i18n.t('intake:item.statutory', { days: days(statutoryDays) }), basis: null }
  return {
    text: i18n.t('intake:picker.limits.byLaw', { days: days(statutoryDays), law: lawText(statutoryArticle) }),
    basis: articleText(statutoryArticle),
  }
}
