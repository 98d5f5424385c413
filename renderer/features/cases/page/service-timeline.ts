import { caseOperationData } from '../../../../contract/operation.ts'
import type { PlainDate } from '../../../../domain/plain-date.ts'
import type { DeliveryProof } from '../../../../domain/service/delivery.ts'
import type { ServiceActKind } from '../../../../domain/service/service-act.ts'
import { fenToYuan } from '../../../../domain/fees/money.ts'
import { dateWithWeekday } from '../../../i18n/dates.ts'
import { i18n } from '../../../i18n/setup.ts'
import { materialFacts } from './material-facts.ts'

type Data<K extends ServiceActKind> = ReturnType<(typeof caseOperationData)[K]['parse']>
type Facts = { readonly [K in ServiceActKind]: (data: Data<K>) => readonly string[] }

const day = (date: PlainDate): string => dateWithWeekday(date)
const by = (date: PlainDate | null): string =>
  date === null ? i18n.t('cases:timeline.noCorrectBy') : i18n.t('cases:timeline.correctBy', { date: day(date) })
const onNote = ({ note }: { readonly note: string | null }): readonly string[] => (note === null ? [] : [note])
const onReason = ({ reason }: { readonly reason: string }): readonly string[] => [reason]
const onMaterials = ({ materials }: Pick<Data<'service.supply'>, 'materials'>) => materialFacts(materials)
const onIntake = ({ intake }: Pick<Data<'service.accept'>, 'intake'>) => [
  ...(intake.arrivedOn === undefined ? [] : [i18n.t('cases:timeline.arrivedOn', { date: day(intake.arrivedOn) })]),
  ...materialFacts(intake.materials),
]
const days = (n: number): string => i18n.t('cases:timeline.workdays', { n })
const proofWord = (proof: DeliveryProof | null): string =>
  proof === null ? i18n.t('cases:timeline.proofMissing') : i18n.t(`terms:deliveryProof.${proof.kind}`)

/** What matters of every act on a service request, in the order it is read. Personal data is masked by whoever sends it. */
const facts: Facts = {
  'service.accept': onIntake,
  'service.accept_deemed': onIntake,
  'service.notice': ({ intake, correctBy }) => [...onIntake({ intake }), by(correctBy)],
  'service.refuse': ({ ground, explanation }) => [i18n.t(`terms:refusalGround.${ground}`), explanation],
  'service.instant': ({ intake, certificate, proof }) => [
    ...onIntake({ intake }),
    ...(certificate === null ? [] : [`${certificate.name} ${certificate.number}`]),
    proofWord(proof),
  ],
  'service.submit': onIntake,
  'service.prereview_pass': onNote,
  'service.prereview_correct': ({ missing, correctBy }) => [missing, by(correctBy)],
  'service.resubmit': onMaterials,
  'service.take_in': onMaterials,
  'service.notify': ({ materials, correctBy }) => [...materialFacts(materials), by(correctBy)],
  'service.turn_down': ({ ground, explanation }) => [i18n.t(`terms:refusalGround.${ground}`), explanation],
  'service.deem_accepted': onNote,
  'service.supply': onMaterials,
  'service.lapse': ({ outcome, reason }) => [i18n.t(`terms:status.${outcome}`), reason],
  'service.claim': ({ handler }) => [handler],
  'service.step_pass': ({ opinion }) => [opinion],
  'service.step_return': ({ step, reason }) => [i18n.t('cases:timeline.step', { n: step }), reason],
  'service.step_send': ({ organ, reason }) => [organ, reason],
  'service.consult': ({ organ, question, answerBy }) => [
    organ,
    question,
    i18n.t('cases:timeline.answerBy', { date: day(answerBy) }),
  ],
  'service.consult_answer': ({ opinion }) => [opinion],
  'service.joint_review': ({ organs, opinion }) => [organs.join(i18n.t('cases:timeline.list')), opinion],
  'service.inspect': ({ inspectedOn, place, inspectors, findings }) => [
    day(inspectedOn),
    place,
    inspectors.join(i18n.t('cases:timeline.list')),
    findings,
  ],
  'service.hearing_tell': ({ subject }) => [subject],
  'service.hearing_request': ({ requestedOn, requestedBy }) => [day(requestedOn), requestedBy],
  'service.hearing_arrange': ({ heldOn, place, days: n }) => [
    i18n.t('cases:timeline.heldOn', { date: day(heldOn) }),
    place,
    days(n),
  ],
  'service.special_start': ({ procedure, reason, days: n }) => [i18n.t(`terms:pause.${procedure}`), reason, days(n)],
  'service.special_renew': ({ reason, days: n }) => [reason, days(n)],
  'service.special_end': ({ result }) => [result],
  'service.special_lapse': onReason,
  'service.suspend': ({ reason, basis, resumeBy, approvedBy }) => [
    reason,
    basis,
    i18n.t('cases:timeline.resumeBy', { date: day(resumeBy) }),
    i18n.t('cases:timeline.approvedBy', { name: approvedBy }),
  ],
  'service.resume': onReason,
  'service.suspend_lapse': onReason,
  'service.extend': ({ days: n, reason, approvedBy }) => [
    days(n),
    reason,
    i18n.t('cases:timeline.approvedBy', { name: approvedBy }),
  ],
  'service.supply_tolerated': onMaterials,
  'service.approve': ({ opinion, lateReason }) => [opinion ?? '', lateReason ?? ''],
  'service.deny': ({ reasons, lateReason }) => [reasons, lateReason ?? ''],
  'service.certify': ({ certificate }) => [certificate.name, certificate.number],
  'service.withdraw': onReason,
  'service.terminate': ({ ground, explanation }) => [i18n.t(`terms:terminationGround.${ground}`), explanation],
  'service.revoke': ({ ground, reasons, organ }) => [organ, i18n.t(`terms:revocationGround.${ground}`), reasons],
  'service.dispatch': ({ dispatch }) => [i18n.t(`terms:deliveryWay.${dispatch.way}`), dispatch.trackingNo ?? ''],
  'service.announce': ({ publishedOn, place, reason }) => [day(publishedOn), place, reason],
  'service.deliver': ({ receivedOn, proof }) => [day(receivedOn), proofWord(proof)],
  'service.delivery_proof': ({ proof }) => [proofWord(proof)],
  'service.deemed_delivered': onNote,
  'service.close': onNote,
  'service.fee_notice': ({ lines }) =>
    lines.map(({ item, quantity, unitFen }) => `${item} ${fenToYuan(quantity * unitFen)}`),
  'service.fee_reduce': ({ fen, basis }) => [fenToYuan(fen), basis],
  'service.fee_paid': ({ payment }) => [
    fenToYuan(payment.fen),
    i18n.t(`terms:paymentMethod.${payment.method}`),
    payment.receiptNo,
  ],
  'service.fee_cancel': onReason,
}

export const isServiceKind = (kind: string): kind is ServiceActKind => Object.hasOwn(facts, kind)

/** Facts of an operation on a service request; none where its data do not read. */
export const serviceFacts = (kind: ServiceActKind, data: unknown): readonly string[] => {
  const read = caseOperationData[kind].safeParse(data)
  // The schema under a kind reads the data of that kind.
  return read.success ? (facts[kind] as (data: unknown) => readonly string[])(read.data) : []
}
