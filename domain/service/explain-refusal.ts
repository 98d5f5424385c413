import { extensionOf } from '../case/clock-log.ts'
import { type Refusal, refusal } from '../case/refusal.ts'
import { firstNotice } from './intake-law.ts'
import { limitArticle, modeOf } from './service-limits.ts'
import type { ServiceAct } from './service-act.ts'
import type { ServiceCase } from './service-state.ts'

/** A better word than "not in this state" for an act that the table does not know here: what is done once only, and was. */
export const explainService = (state: ServiceCase, { kind }: ServiceAct): Refusal | null => {
  switch (kind) {
    case 'service.notify':
    case 'service.prereview_correct':
      return firstNotice(state)
    case 'service.extend': {
      const given = extensionOf(state)
      const article = limitArticle(modeOf(state.intake))
      return given === null ? null : refusal('extension_given', { article, params: { days: given.days } })
    }
    case 'service.fee_notice':
      return state.fee === null ? null : refusal('fee_noticed', { params: { on: state.fee.noticeOn } })
    case 'service.fee_paid':
      return (state.fee?.paid ?? null) === null ? null : refusal('fee_paid_already')
    default:
      return null
  }
}
