import { caseOperationData } from '../../../../contract/operation.ts'
import type { ComplaintActKind } from '../../../../domain/complaint/complaint-act.ts'
import type { ConsultationActKind } from '../../../../domain/consultation/consultation-act.ts'
import type { ContactIntake } from '../../../../domain/contact/contact-intake.ts'
import { dateWithWeekday } from '../../../i18n/dates.ts'
import { i18n } from '../../../i18n/setup.ts'

type Kind = ConsultationActKind | ComplaintActKind
type Data<K extends Kind> = ReturnType<(typeof caseOperationData)[K]['parse']>
type Facts = { readonly [K in Kind]: (data: Data<K>) => readonly string[] }

const arrived = ({ channel, arrivedOn }: ContactIntake): string =>
  i18n.t('cases:timeline.arrived', {
    channel: i18n.t(`terms:contactChannel.${channel}`),
    date: dateWithWeekday(arrivedOn),
  })
const days = (n: number): string => i18n.t('cases:timeline.extendedBy', { n })
const onReason = ({ reason }: { readonly reason: string }) => [reason]
const onNote = ({ note }: { readonly note: string | null }) => (note === null ? [] : [note])
const onAnswer = ({ answer }: { readonly answer: string }) => [answer]
const onRoute = ({ organ, organPhone, matter }: Data<'complaint.route'>) => [organ, organPhone, matter]
const onHandler = ({ organ, handler }: Data<'consultation.assign'>) => [organ, handler?.name ?? '']
const onExtension = ({ days: n, reason }: Data<'complaint.extend'>) => [days(n), reason]
const onAnswering = ({ by, answer, basis }: Data<'consultation.answer'>) => [by.name, answer, basis ?? '']

/** What matters of every act on a consultation or a complaint. Personal data is masked by whoever sends it. */
const facts: Facts = {
  'consultation.register': ({ intake }) => [arrived(intake), i18n.t(`terms:consultationTopic.${intake.topic}`)],
  'consultation.answer_at_once': (data) => [arrived(data.intake), ...onAnswering(data)],
  'consultation.assign': onHandler,
  'consultation.send_back': onReason,
  'consultation.answer': onAnswering,
  'consultation.extend': onExtension,
  'consultation.route': onRoute,
  'consultation.routed_answer': onAnswer,
  'consultation.route_back': onReason,
  'consultation.close_routed': onNote,
  'consultation.convert': ({ into }) => [i18n.t(`terms:caseKind.${into}`)],
  'consultation.withdraw': onReason,
  'consultation.close': ({ handover }) => [i18n.t(`terms:replyHandover.${handover}`)],
  'complaint.register': ({ intake }) => [
    i18n.t(`terms:complaintType.${intake.type}`),
    arrived(intake),
    i18n.t(`terms:complaintTopic.${intake.topic}`),
  ],
  'complaint.accept': () => [],
  'complaint.refuse': ({ ground, explanation }) => [i18n.t(`terms:complaintGround.${ground}`), explanation],
  'complaint.route': onRoute,
  'complaint.routed_reply': onAnswer,
  'complaint.route_back': onReason,
  'complaint.close_routed': onNote,
  'complaint.assign': onHandler,
  'complaint.send_back': onReason,
  'complaint.extend': onExtension,
  'complaint.urge': onReason,
  'complaint.answer': ({ by, finding, answer, measures }) => [
    by.name,
    i18n.t(`terms:finding.${finding}`),
    answer,
    measures ?? '',
  ],
  'complaint.verify': onNote,
  'complaint.reject': onReason,
  'complaint.follow_up': ({ satisfaction, note }) => [i18n.t(`terms:satisfaction.${satisfaction}`), note ?? ''],
  'complaint.close_unreached': onNote,
  'complaint.withdraw': onReason,
  'complaint.set_confidential': ({ confidential, reason }) => [
    i18n.t(confidential ? 'cases:contact.confidentialYes' : 'cases:contact.confidentialNo'),
    reason,
  ],
}

export const isContactKind = (kind: string): kind is Kind => Object.hasOwn(facts, kind)

/** Facts of an operation on a consultation or a complaint; none where its data do not read. */
export const contactFacts = (kind: Kind, data: unknown): readonly string[] => {
  const read = caseOperationData[kind].safeParse(data)
  // The schema under a kind reads the data of that kind.
  return read.success ? (facts[kind] as (data: unknown) => readonly string[])(read.data) : []
}
