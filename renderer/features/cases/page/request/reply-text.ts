import type { Delivery, DeliveryProof } from '../../../../../domain/disclosure/delivery.ts'
import type { DisclosureCase } from '../../../../../domain/disclosure/disclosure-state.ts'
import type { LitigationRecord, ReconsiderationRecord } from '../../../../../domain/disclosure/remedy-record.ts'
import { remedyTimeOf } from '../../../../../domain/disclosure/remedy-time.ts'
import { valueText } from '../../../../i18n/act-form-text.ts'
import { dateWithWeekday } from '../../../../i18n/dates.ts'
import { i18n } from '../../../../i18n/setup.ts'
import { workCalendar } from '../../../../work-calendar.ts'

/** One attempt, with what shows that it arrived. */
export const deliveryText = ({ way, sentOn, proof }: Delivery): string => {
  const words = { date: dateWithWeekday(sentOn), way: valueText('disclosure.deliver.way', way) }
  return proof === null
    ? i18n.t('cases:reply.delivery', words)
    : i18n.t('cases:reply.deliveryProven', { ...words, proof: proofText(proof) })
}

const proofText = (proof: DeliveryProof): string => {
  switch (proof.kind) {
    case 'signature':
      return i18n.t('cases:reply.proof.signature', { date: dateWithWeekday(proof.signedOn), by: proof.signedBy })
    case 'postal':
      return proof.receivedOn === null
        ? i18n.t('cases:reply.proof.postalOpen', { no: proof.trackingNo })
        : i18n.t('cases:reply.proof.postal', { no: proof.trackingNo, date: dateWithWeekday(proof.receivedOn) })
    case 'system_receipt':
      return i18n.t('cases:reply.proof.system_receipt', {
        date: dateWithWeekday(proof.receivedOn),
        no: proof.receiptNo,
      })
    case 'left':
      return i18n.t('cases:reply.proof.left', {
        date: dateWithWeekday(proof.leftOn),
        place: proof.place,
        witnesses: proof.witnesses.join(i18n.t('cases:reply.list')),
      })
  }
}

/** Until when the reply can be taken on (条例 art. 51); null while there is nothing to take on. */
export const remedyPeriodText = (state: DisclosureCase): string | null => {
  const time = remedyTimeOf(state, workCalendar())
  if (time === null) return null
  const { knownOn, reconsiderationBy, litigationBy } = time
  if (knownOn === null || reconsiderationBy === null) return i18n.t('cases:reply.remediesUnknown')
  const words = { known: dateWithWeekday(knownOn), reconsideration: dateWithWeekday(reconsiderationBy) }
  return litigationBy === null
    ? i18n.t('cases:reply.remediesFirst', words)
    : i18n.t('cases:reply.remediesText', { ...words, litigation: dateWithWeekday(litigationBy) })
}

export const remedyText = (record: ReconsiderationRecord | LitigationRecord): string =>
  [
    i18n.t('cases:reply.remedy', {
      year: record.year,
      result: valueText('disclosure.reconsideration.record.result', record.result),
    }),
    'route' in record ? valueText('disclosure.litigation.record.route', record.route) : null,
    record.body,
    record.decisionNo,
  ]
    .filter((part) => part !== null && part !== '')
    .join(i18n.t('cases:reply.join'))
