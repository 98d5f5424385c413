import { useTranslation } from 'react-i18next'
import type { Consulted, Coordination, ThirdPartyOverride } from '../../../../../domain/disclosure/consultation.ts'
import type { DisclosureCase } from '../../../../../domain/disclosure/disclosure-state.ts'
import { dateWithWeekday } from '../../../../i18n/dates.ts'
import { Badge } from '../../../../ui/badge.tsx'
import { Panel } from '../../../../ui/panel.tsx'

/** Whom the office has asked (条例 arts. 32, 34), and what each has said. Nothing while nobody was asked. */
export function AskedPanel({ state }: { readonly state: DisclosureCase }) {
  const { t } = useTranslation('cases')
  const { thirdParties, coProducers, coordination, overrides } = state
  if (thirdParties.length + coProducers.length + coordination.length === 0) return null
  return (
    <Panel title={t('asked.title')} padded={false}>
      <ul className="case-lines">
        {thirdParties.map((one) => (
          <Asked
            key={`t${one.n}`}
            who={t('asked.thirdParty')}
            asked={one}
            override={overrides.find(({ party }) => party === one.n) ?? null}
          />
        ))}
        {coProducers.map((one) => (
          <Asked key={`c${one.n}`} who={t('asked.coProducer')} asked={one} override={null} />
        ))}
        {coordination.map((one) => (
          <Coordinated key={`k${one.n}`} letter={one} />
        ))}
      </ul>
    </Panel>
  )
}

interface AskedProps {
  readonly who: string
  readonly asked: Consulted
  readonly override: ThirdPartyOverride | null
}

function Asked({ who, asked, override }: AskedProps) {
  const { t } = useTranslation('cases')
  const { name, matter, sentOn, receivedOn, opinion, note, undelivered } = asked
  const standing =
    undelivered !== null ? 'undelivered' : opinion === null ? 'waiting' : (opinion.opinion satisfies string)
  return (
    <li>
      <span className="grow">
        <b>{name}</b> <span className="small muted">{who}</span>
        <small>{matter}</small>
        <small>
          {[
            t('asked.sent', { date: dateWithWeekday(sentOn) }),
            undelivered !== null
              ? t('asked.undelivered', { attempts: undelivered.attempts.join(t('reply.list')) })
              : receivedOn === null
                ? t('asked.notReceived')
                : t('asked.received', { date: dateWithWeekday(receivedOn) }),
            opinion === null || opinion.opinion === 'none' || undelivered !== null
              ? ''
              : t('asked.answered', { date: dateWithWeekday(opinion.answeredOn) }),
          ]
            .filter((part) => part !== '')
            .join(t('asked.join'))}
          {opinion === null || opinion.reason === null ? '' : t('asked.said', { text: opinion.reason })}
        </small>
        {opinion === null || opinion.reasonable === null ? null : (
          <small>{t(opinion.reasonable ? 'asked.reasonable' : 'asked.unreasonable')}</small>
        )}
        {note === null ? null : (
          <small>
            {t('asked.late', { date: dateWithWeekday(note.on), opinion: t(`asked.opinion.${note.opinion}`) })}
            {note.reason === null ? '' : t('asked.said', { text: note.reason })}
          </small>
        )}
        {override === null ? null : (
          <small>{t('asked.override', { date: dateWithWeekday(override.decidedOn), reason: override.reason })}</small>
        )}
      </span>
      <Badge {...(standing === 'waiting' ? { tone: 'pause', mark: 'bars' } : { tone: 'plain' })}>
        {t(`asked.opinion.${standing}`)}
      </Badge>
    </li>
  )
}

/** 协办函: another organ contributes to the one reply. */
function Coordinated({ letter }: { readonly letter: Coordination }) {
  const { t } = useTranslation('cases')
  const { organ, question, sentOn, answeredOn, answer } = letter
  return (
    <li>
      <span className="grow">
        <b>{organ}</b> <span className="small muted">{t('asked.coordination')}</span>
        <small>{question}</small>
        <small>
          {t('asked.sent', { date: dateWithWeekday(sentOn) })}
          {answeredOn === null ? '' : t('asked.join') + t('asked.answered', { date: dateWithWeekday(answeredOn) })}
          {answer === null ? '' : t('asked.said', { text: answer })}
        </small>
      </span>
      {answeredOn === null ? (
        <Badge tone="pause" mark="bars">
          {t('asked.opinion.waiting')}
        </Badge>
      ) : null}
    </li>
  )
}
