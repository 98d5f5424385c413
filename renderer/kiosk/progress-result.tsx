import { useTranslation } from 'react-i18next'
import type { PublicProgress } from '../../contract/queries/kiosk.ts'
import { publicSteps } from '../../domain/kiosk/public-step.ts'
import { asDate, longDate, weekday } from '../i18n/dates.ts'

export interface ProgressResultProps {
  readonly found: readonly PublicProgress[]
  readonly subject: string
  readonly today: string
  readonly onAgain: () => void
}

/** How far it is and by when; nobody's name, and not what it is about. */
export function ProgressResult({ found, subject, today, onAgain }: ProgressResultProps) {
  const { t } = useTranslation('kiosk')
  return (
    <div className="ksk-scroll" tabIndex={0} role="region" aria-label={t('progress.result')}>
      {found.map((matter) => (
        <Matter
          key={`${matter.kind} ${matter.receivedOn} ${matter.step}`}
          matter={matter}
          subject={subject}
          today={today}
        />
      ))}
      <p className="ksk-tip">{t('progress.ask')}</p>
      <button type="button" className="ksk-button" onClick={onAgain}>
        {t('progress.another')}
      </button>
    </div>
  )
}

function Matter({
  matter: { kind, step, receivedOn, dueOn, endedOn },
  subject,
  today,
}: {
  readonly matter: PublicProgress
  readonly subject: string
  readonly today: string
}) {
  const { t } = useTranslation(['kiosk', 'terms'])
  const date = (day: typeof receivedOn) => t('progress.day', { date: longDate(day), weekday: weekday(day) })
  const isOver = dueOn !== null && endedOn === null && dueOn < (asDate(today) ?? dueOn)
  return (
    <article className="ksk-matter">
      <header>
        <h1>{t(`terms:caseKind.${kind}`)}</h1>
        <p className="num">{subject}</p>
      </header>
      <dl className="ksk-facts">
        <div>
          <dt>{t('progress.receivedOn')}</dt>
          <dd className="num">{date(receivedOn)}</dd>
        </div>
        <div>
          <dt>{endedOn === null ? t('progress.dueOn') : t('progress.endedOn')}</dt>
          <dd className="num">
            {endedOn !== null ? date(endedOn) : dueOn === null ? t('progress.noLimit') : date(dueOn)}
          </dd>
        </div>
      </dl>
      {isOver ? <p className="ksk-problem">{t('progress.over')}</p> : null}
      <ol className="ksk-steps">
        {shownSteps(step).map((each) => (
          <li key={each} aria-current={each === step ? 'step' : undefined} className={standing(each, step)}>
            <b>{t(`progress.steps.${each}.name`)}</b>
            {each === step ? <small>{t(`progress.steps.${each}.note`)}</small> : null}
          </li>
        ))}
      </ol>
    </article>
  )
}

type Step = PublicProgress['step']

/** The way of every matter; a stop on it is shown where it stands, and only then. */
const shownSteps = (now: Step): readonly Step[] =>
  publicSteps.filter((step) => step === now || (step !== 'to_supplement' && step !== 'waiting'))

const standing = (step: Step, now: Step): string => {
  const [at, nowAt] = [publicSteps.indexOf(step), publicSteps.indexOf(now)]
  return at < nowAt ? 'past' : at === nowAt ? 'now' : 'to-come'
}
