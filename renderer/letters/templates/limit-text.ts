import type { Clock } from '../../../domain/clock/run-clock.ts'
import type { PlainDate } from '../../../domain/plain-date.ts'
import { limitsOf } from '../../../domain/service/limits.ts'
import type { ItemFee, ItemSnapshot } from '../../../domain/service/service-item.ts'
import { longDate, weekdayLong } from '../../i18n/dates.ts'
import { i18n } from '../../i18n/setup.ts'

/** `2026年10月20日（星期二）`. */
export const datedText = (date: PlainDate): string =>
  i18n.t('letters:value.date', { date: longDate(date), weekday: weekdayLong(date) })

/** The last day of a limit, with 暂定 where the holidays of that year are not published. */
export const dueText = (clock: Clock | null, none: string): string => {
  if (clock === null || clock.due === null) return none
  const text = datedText(clock.due)
  return clock.provisional ? i18n.t('letters:value.provisional', { text }) : text
}

export const daysText = (days: number, unit: 'workday' | 'day'): string =>
  days === 0 ? i18n.t('letters:value.onSpot') : i18n.t(`letters:value.days.${unit}`, { n: days })

/** `承诺 10 个工作日，至 …；法定 20 个工作日，至 …`, with the limits that there are. */
export const limitsText = (clocks: { readonly promised: Clock | null; readonly statutory: Clock | null }): string =>
  (['promised', 'statutory'] as const)
    .flatMap((kind) => {
      const clock = clocks[kind]
      if (clock === null || clock.due === null) return []
      return [
        i18n.t(`letters:why.${kind}`, { days: daysText(clock.limit, clock.rules.unit), due: longDate(clock.due) }),
      ]
    })
    .join(i18n.t('letters:join'))

/** `承诺 10 个工作日、法定 20 个工作日` of an item whose clock does not run yet; '' = the guide gives none. */
export const itemLimitsText = (item: ItemSnapshot): string => {
  const { promisedDays, statutoryDays, unit } = limitsOf(item)
  return [
    promisedDays === null ? '' : i18n.t('letters:notice.limitPromised', { days: daysText(promisedDays, unit) }),
    statutoryDays === null ? '' : i18n.t('letters:notice.limitStatutory', { days: daysText(statutoryDays, unit) }),
  ]
    .filter((part) => part !== '')
    .join(i18n.t('letters:and'))
}

export const feeText = (fee: ItemFee | null): string => {
  if (fee === null) return i18n.t('letters:value.feeUnknown')
  if (!fee.charged) return i18n.t('letters:value.free')
  const charged =
    fee.standard === null
      ? i18n.t('letters:value.charged')
      : i18n.t('letters:value.chargedBy', { standard: fee.standard })
  return fee.basis === null ? charged : charged + i18n.t('letters:brackets', { text: fee.basis })
}
