import { caseOperationData } from '../../../../contract/operation.ts'
import type { BundleActKind } from '../../../../domain/bundle/bundle-act.ts'
import { fenToYuan } from '../../../../domain/fees/money.ts'
import { dateWithWeekday } from '../../../i18n/dates.ts'
import { i18n } from '../../../i18n/setup.ts'
import { materialFacts } from './material-facts.ts'

type Data<K extends BundleActKind> = ReturnType<(typeof caseOperationData)[K]['parse']>
type Facts = { readonly [K in BundleActKind]: (data: Data<K>) => readonly string[] }

const onReason = ({ reason }: { readonly reason: string }): readonly string[] => [reason]
const onNote = ({ note }: { readonly note: string | null }): readonly string[] => (note === null ? [] : [note])

const facts: Facts = {
  'bundle.open': ({ intake }) => [
    intake.parts.map(({ item }) => item.name).join(i18n.t('cases:timeline.list')),
    ...materialFacts(intake.materials),
  ],
  'bundle.start': onNote,
  'bundle.child_done': ({ result }) => [i18n.t(`terms:partResult.${result}`)],
  'bundle.pause': ({ procedure, reason }) => [i18n.t(`terms:pause.${procedure}`), reason],
  'bundle.resume': onReason,
  'bundle.extend': ({ days, reason, approvedBy }) => [
    i18n.t('cases:timeline.workdays', { n: days }),
    reason,
    i18n.t('cases:timeline.approvedBy', { name: approvedBy }),
  ],
  'bundle.fee_notice': ({ charges }) =>
    charges.flatMap(({ lines }) =>
      lines.map(({ item, quantity, unitFen }) => `${item} ${fenToYuan(quantity * unitFen)}`),
    ),
  'bundle.fee_paid': ({ payment }) => [
    fenToYuan(payment.fen),
    i18n.t(`terms:paymentMethod.${payment.method}`),
    payment.receiptNo,
  ],
  'bundle.fee_cancel': onReason,
  'bundle.hand_over': ({ receivedOn, proof }) => [
    dateWithWeekday(receivedOn),
    i18n.t(`terms:deliveryProof.${proof.kind}`),
  ],
  'bundle.close': onNote,
  'bundle.withdraw': onReason,
}

export const isBundleKind = (kind: string): kind is BundleActKind => Object.hasOwn(facts, kind)

/** Facts of an operation on a bundle; none where its data do not read. */
export const bundleFacts = (kind: BundleActKind, data: unknown): readonly string[] => {
  const read = caseOperationData[kind].safeParse(data)
  // The schema under a kind reads the data of that kind.
  return read.success ? (facts[kind] as (data: unknown) => readonly string[])(read.data) : []
}
