import type { Clock } from '../../../domain/clock/run-clock.ts'
import { longDate } from '../../i18n/dates.ts'
import { i18n } from '../../i18n/setup.ts'

const daysText = (days: number, unit: 'workday' | 'day'): string =>
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
