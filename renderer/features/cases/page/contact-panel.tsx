import { useTranslation } from 'react-i18next'
import type { CaseState } from '../../../../domain/case/case-state.ts'
import type { ComplaintCase } from '../../../../domain/complaint/complaint-state.ts'
import type { ComplaintSubject } from '../../../../domain/complaint/complaint-intake.ts'
import { dateWithWeekday } from '../../../i18n/dates.ts'
import { i18n } from '../../../i18n/setup.ts'
import { Panel } from '../../../ui/panel.tsx'
import { type Fact, Facts } from './facts.tsx'

/** What was asked or complained of, and what was answered. */
export function ContactPanel({
  state,
}: {
  readonly state: Extract<CaseState, { kind: 'consultation' | 'complaint' }>
}) {
  const { t } = useTranslation(['cases', 'terms'])
  const { intake, answer, forwarded, assignment } = state
  return (
    <Panel title={t(state.kind === 'consultation' ? 'contact.question' : 'contact.complaint')}>
      <Facts
        facts={[
          [t('contact.text'), intake.text],
          [t('contact.channel'), t(`terms:contactChannel.${intake.channel}`)],
          ...ownFacts(state),
          [t('contact.handler'), assignment === null ? null : (assignment.handler?.name ?? assignment.organ)],
          [t('contact.forwarded'), forwarded === null ? null : `${forwarded.organ} ${forwarded.organPhone}`],
          [t('contact.answer'), answer === null ? null : answer.text],
          [
            t('contact.answered'),
            answer === null
              ? null
              : t('contact.answeredBy', {
                  date: dateWithWeekday(answer.on),
                  name: answer.by?.name ?? forwarded?.organ ?? '',
                }),
          ],
          [t('contact.remark'), intake.remark],
        ]}
      />
    </Panel>
  )
}

const ownFacts = (state: Extract<CaseState, { kind: 'consultation' | 'complaint' }>): readonly Fact[] =>
  state.kind === 'complaint'
    ? complaintFacts(state)
    : [
        [i18n.t('cases:contact.topic'), i18n.t(`terms:consultationTopic.${state.intake.topic}`)],
        [i18n.t('cases:contact.item'), state.intake.item?.name ?? null],
        [i18n.t('cases:contact.basis'), state.answer?.basis ?? null],
        [
          i18n.t('cases:contact.handover'),
          state.handover === null ? null : i18n.t(`terms:replyHandover.${state.handover}`),
        ],
      ]

const complaintFacts = ({ intake, refusal, answer, followUp, rejections }: ComplaintCase): readonly Fact[] => [
  [i18n.t('cases:contact.type'), i18n.t(`terms:complaintType.${intake.type}`)],
  [i18n.t('cases:contact.topic'), i18n.t(`terms:complaintTopic.${intake.topic}`)],
  [i18n.t('cases:contact.about'), aboutText(intake.subject)],
  [i18n.t('cases:contact.wanted'), intake.wanted],
  [i18n.t('cases:contact.confidential'), intake.confidential ? i18n.t('cases:contact.confidentialYes') : null],
  [
    i18n.t('cases:contact.refusal'),
    refusal === null ? null : `${i18n.t(`terms:complaintGround.${refusal.ground}`)}\n${refusal.explanation}`,
  ],
  [
    i18n.t('cases:contact.finding'),
    answer === null || answer.finding === null ? null : i18n.t(`terms:finding.${answer.finding}`),
  ],
  [i18n.t('cases:contact.measures'), answer?.measures ?? null],
  [i18n.t('cases:contact.rejections'), rejections === 0 ? null : i18n.t('cases:contact.times', { n: rejections })],
  [
    i18n.t('cases:contact.satisfaction'),
    followUp === null ? null : i18n.t(`terms:satisfaction.${followUp.satisfaction}`),
  ],
]

const aboutText = (subject: ComplaintSubject): string | null => {
  switch (subject.kind) {
    case 'case':
      return subject.caseNo
    case 'organ':
      return subject.organ
    case 'window':
      return subject.name === '' ? subject.deviceNo : subject.name
    case 'person':
      return subject.organ === null ? subject.name : `${subject.name} ${subject.organ}`
    case 'none':
      return null
  }
}
