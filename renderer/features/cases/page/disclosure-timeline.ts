import { caseOperationData } from '../../../../contract/operation.ts'
import type { DisclosureAct } from '../../../../domain/disclosure/disclosure-act.ts'
import type { DisclosureIntake } from '../../../../domain/disclosure/disclosure-intake.ts'
import { fenToYuan } from '../../../../domain/fees/money.ts'
import type { PlainDate } from '../../../../domain/plain-date.ts'
import { valueText } from '../../../i18n/act-form-text.ts'
import { dateWithWeekday } from '../../../i18n/dates.ts'
import { i18n } from '../../../i18n/setup.ts'

type Kind = DisclosureAct['kind']
type Data<K extends Kind> = ReturnType<(typeof caseOperationData)[K]['parse']>
type Facts = { readonly [K in Kind]: (data: Data<K>) => readonly string[] }

const day = (date: PlainDate): string => dateWithWeekday(date)
const list = (texts: readonly string[]): string => texts.join(i18n.t('cases:timeline.list'))
const sentOn = (date: PlainDate): string => i18n.t('cases:timeline.sentOn', { date: day(date) })
const receivedOn = (date: PlainDate): string => i18n.t('cases:timeline.arrivedOn', { date: day(date) })
const answeredOn = (date: PlainDate): string => i18n.t('cases:timeline.answeredOn', { date: day(date) })
const pausedUntil = (date: PlainDate): string => i18n.t('cases:timeline.pausedUntil', { date: day(date) })
const extendedBy = (n: number): string => i18n.t('cases:timeline.extendedBy', { n })
const official = ({ name, title }: { readonly name: string; readonly title: string }): string =>
  `${title} ${name}`.trim()

const onReason = ({ reason }: { readonly reason: string }): readonly string[] => [reason]
const onFinding = ({ finding }: { readonly finding: string }): readonly string[] => [finding]
const onAttempts = ({ attempts }: { readonly attempts: readonly string[] }): readonly string[] => [list(attempts)]
const onArrival = ({ channel, arrivedOn, confirmedOn }: DisclosureIntake): readonly string[] => [
  i18n.t('cases:timeline.arrived', { channel: i18n.t(`terms:channel.${channel}`), date: day(arrivedOn) }),
  confirmedOn === null ? '' : i18n.t('cases:timeline.confirmed', { date: day(confirmedOn) }),
]
/** Whom they asked is a person as often as not: the timeline says what about. */
const onAsked = ({ matter, sentOn: on }: Pick<Data<'disclosure.consult_agency'>, 'matter' | 'sentOn'>) => [
  matter,
  sentOn(on),
]
const onOpinion = ({ opinion, answeredOn: on, reason }: Data<'disclosure.agency_opinion'>): readonly string[] => [
  answeredOn(on),
  valueText('opinion', opinion),
  reason ?? '',
]
const onUndelivered = ({ attempts, until }: Pick<Data<'disclosure.fee_undelivered'>, 'attempts' | 'until'>) => [
  list(attempts),
  pausedUntil(until),
]
const onReply = ({ outcome }: Data<'disclosure.draft'>['reply']): string => valueText('outcome', outcome)
const onProof = (proof: Data<'disclosure.deliver'>['proof']): string =>
  proof === null ? i18n.t('cases:timeline.proofMissing') : valueText('proof', proof.kind)
const onRemedy = ({ result, body, decisionNo }: Data<'disclosure.reconsideration'>['record'], kind: Kind) => [
  valueText(`${kind}.record.result`, result),
  body ?? '',
  decisionNo ?? '',
]

/** What matters of every act on a disclosure request. Personal data is masked by whoever sends it. */
const facts: Facts = {
  'disclosure.register': ({ intake }) => onArrival(intake),
  'disclosure.redo': ({ intake }) => onArrival(intake),
  'disclosure.import': ({ request }) => [receivedOn(request.receivedOn)],
  'disclosure.confirm': ({ confirmedOn }) => [i18n.t('cases:timeline.confirmed', { date: day(confirmedOn) })],
  'disclosure.mis_sent': onReason,
  'disclosure.unreachable': onAttempts,
  'disclosure.assign': ({ unit, handler }) => [unit, handler ?? ''],
  'disclosure.claim': ({ handler }) => [handler],
  'disclosure.return': onReason,
  'disclosure.help': ({ what }) => [what],
  'disclosure.withdraw': onReason,
  'disclosure.request_extension': ({ days, reason }) => [extendedBy(days), reason],
  'disclosure.refuse_extension': onReason,
  'disclosure.extend': ({ days, reason, approver, approvedOn }) => [
    extendedBy(days),
    reason,
    i18n.t('cases:timeline.approvedBy', { name: official(approver) }),
    day(approvedOn),
  ],
  'disclosure.notice_correction': ({ items, correctBy }) => [
    list(items),
    i18n.t('cases:timeline.correctBy', { date: day(correctBy) }),
  ],
  'disclosure.correct': ({ receivedOn: on, content, clear }) => [
    receivedOn(on),
    content,
    i18n.t(clear ? 'cases:timeline.clear' : 'cases:timeline.notClear'),
  ],
  'disclosure.ask_reason': ({ reasonBy, finding }) => [
    finding,
    i18n.t('cases:timeline.answerBy', { date: day(reasonBy) }),
  ],
  'disclosure.accept_reason': ({ receivedOn: on, reason, finding, delayDays }) => [
    receivedOn(on),
    reason,
    finding,
    delayDays === null ? '' : extendedBy(delayDays),
  ],
  'disclosure.reject_reason': ({ receivedOn: on, reason, finding }) => [receivedOn(on), reason, finding],
  'disclosure.reason_lapsed': onFinding,
  'disclosure.charge_fee': ({ fen, countReason }) => [fenToYuan(fen), countReason ?? ''],
  'disclosure.fee_undelivered': onUndelivered,
  'disclosure.fee_notice_received': ({ receivedOn: on }) => [receivedOn(on)],
  'disclosure.fee_paid': ({ paidOn, receiptNo }) => [day(paidOn), receiptNo],
  'disclosure.lapse': onFinding,
  'disclosure.consult_third_party': onAsked,
  'disclosure.third_party_received': ({ receivedOn: on }) => [receivedOn(on)],
  'disclosure.third_party_opinion': ({ reasonable, ...opinion }) => [
    ...onOpinion(opinion),
    reasonable === null ? '' : i18n.t(reasonable ? 'cases:timeline.reasonable' : 'cases:timeline.notReasonable'),
  ],
  'disclosure.third_party_lapsed': ({ until }) => [pausedUntil(until)],
  'disclosure.third_party_undelivered': onUndelivered,
  'disclosure.tell_consultation': () => [],
  'disclosure.override_third_party': ({ what, reason }) => [what, reason],
  'disclosure.consult_agency': ({ name, ...asked }) => [name, ...onAsked(asked)],
  'disclosure.agency_received': ({ receivedOn: on }) => [receivedOn(on)],
  'disclosure.agency_opinion': onOpinion,
  'disclosure.agency_undelivered': onUndelivered,
  'disclosure.agency_lapsed': ({ until }) => [pausedUntil(until)],
  'disclosure.coordinate': ({ organ, question, sentOn: on }) => [organ, question, sentOn(on)],
  'disclosure.coordination_answer': ({ answeredOn: on, answer }) => [answeredOn(on), answer],
  'disclosure.spot_reply': ({ reply, proof }) => [onReply(reply), onProof(proof)],
  'disclosure.draft': ({ reply }) => [onReply(reply)],
  'disclosure.reopen_handling': onReason,
  'disclosure.submit': () => [],
  'disclosure.record_review': ({ review, reviewer, opinion }) => [
    valueText('review', review),
    official(reviewer),
    opinion,
  ],
  'disclosure.pass_review': () => [],
  'disclosure.return_draft': onReason,
  'disclosure.sign': ({ signer }) => [official(signer)],
  'disclosure.recall': onReason,
  'disclosure.deliver': ({ way, sentOn: on, proof }) => [
    valueText('disclosure.deliver.way', way),
    sentOn(on),
    onProof(proof),
  ],
  'disclosure.prove_delivery': ({ proof }) => [onProof(proof)],
  'disclosure.close': () => [],
  'disclosure.reconsideration': ({ record }) => onRemedy(record, 'disclosure.reconsideration'),
  'disclosure.litigation': ({ record }) => [
    valueText('route', record.route),
    ...onRemedy(record, 'disclosure.litigation'),
  ],
  'disclosure.suggest_publication': ({ by, reason }) => [valueText('disclosure.suggest_publication.by', by), reason],
}

export const isDisclosureKind = (kind: string): kind is Kind => Object.hasOwn(facts, kind)

/** Facts of an operation on a disclosure request; none where its data do not read. */
export const disclosureFacts = (kind: Kind, data: unknown): readonly string[] => {
  const read = caseOperationData[kind].safeParse(data)
  // The schema under a kind reads the data of that kind.
  return read.success ? (facts[kind] as (data: unknown) => readonly string[])(read.data) : []
}
