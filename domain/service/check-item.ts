import type { Article } from '../law/article.ts'
import { limitsOf } from './limits.ts'
import type { ServiceItem } from './service-item.ts'

/** What a published guide should not look like. Nothing is refused for it: it is shown to whoever keeps the catalogue. */
export interface ItemWarning {
  readonly code:
    | 'steps_over_promise' // the limits of the steps add up to more than the promise
    | 'promise_over_statutory'
    | 'instant_with_days' // 即办件 with a promise of days
    | 'basis_missing'
    | 'materials_missing' // no list of papers (30)
    | 'charge_without_basis' // 58
    | 'charge_without_standard' // 59
    | 'licence_calendar_days' // 82: its limits are counted in working days
    | 'joint_without_organs'
  readonly article: Article | null
  readonly params: Readonly<Record<string, number>>
}

export const findItemWarnings = (item: ServiceItem): readonly ItemWarning[] => {
  const warnings: ItemWarning[] = []
  const warn = (code: ItemWarning['code'], article: Article | null = null, params: ItemWarning['params'] = {}): void =>
    void warnings.push({ code, article, params })
  const { statutoryDays } = limitsOf(item)
  const promised = item.promisedDays ?? statutoryDays
  const steps = (item.steps ?? []).reduce((sum, { limitDays }) => sum + (limitDays ?? 0), 0)
  if (promised !== null && steps > promised) warn('steps_over_promise', null, { steps, promised })
  if (item.promisedDays !== null && statutoryDays !== null && item.promisedDays > statutoryDays)
    warn('promise_over_statutory', 'licensing:42(1)', { promised: item.promisedDays, statutory: statutoryDays })
  if (item.handling === 'instant' && (item.promisedDays ?? 0) > 0) warn('instant_with_days', 'licensing:34(2)')
  const licence = item.kind === '行政许可'
  if (licence && item.dayUnit === 'day') warn('licence_calendar_days', 'licensing:82')
  if (item.legalBasis.length === 0) warn('basis_missing', licence ? 'licensing:30' : null)
  if (item.materials.length === 0) warn('materials_missing', licence ? 'licensing:30' : null)
  if (item.fee?.charged === true) {
    if ((item.fee.basis ?? '') === '') warn('charge_without_basis', licence ? 'licensing:58(1)' : null)
    if ((item.fee.standard ?? '') === '') warn('charge_without_standard', licence ? 'licensing:59' : null)
  }
  if (item.joint === true && (item.details?.body?.jointOrgans ?? []).length === 0)
    warn('joint_without_organs', 'licensing:26(2)')
  return warnings
}
