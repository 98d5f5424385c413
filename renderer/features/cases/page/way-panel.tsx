import { useTranslation } from 'react-i18next'
import type { PlainDate } from '../../../../domain/plain-date.ts'
import { stepsOfItem } from '../../../../domain/service/open-case.ts'
import type { StepRun } from '../../../../domain/service/examination.ts'
import type { ServiceCase } from '../../../../domain/service/service-state.ts'
import { dateWithWeekday } from '../../../i18n/dates.ts'
import { Badge } from '../../../ui/badge.tsx'
import { LegalTimeBadge } from '../../../ui/legal-time-badge.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { specialOf, stepTime } from './way-time.ts'

export interface WayPanelProps {
  readonly state: ServiceCase
  readonly today: PlainDate
}

/** The way of a request through its steps, each with its own limit, and what stopped the clock meanwhile. Nothing before it is accepted. */
export function WayPanel({ state, today }: WayPanelProps) {
  const { t } = useTranslation(['cases', 'terms'])
  const { steps } = state
  if (steps.length === 0) return null
  const all = stepsOfItem(state.intake.item)
  const reached = steps.at(-1)?.step ?? 0
  const ahead = state.closedOn === null && state.decision === null ? all.slice(reached) : []
  return (
    <Panel title={t('way.title')} note={t('way.note', { n: all.length })} padded={false}>
      <ol className="case-lines way">
        {steps.map((run, at) => (
          <Step key={at} run={run} state={state} today={today} />
        ))}
        {ahead.map((step, at) => (
          <li key={`ahead ${at}`} className="ahead">
            <span className="way-n num">{reached + at + 1}</span>
            <span className="grow">
              {step.name ?? t('way.examination')}
              <small>
                {[
                  step.organ ?? state.intake.item.organ,
                  step.limitDays === null ? '' : t('way.limit', { n: step.limitDays }),
                ]
                  .filter((part) => part !== '')
                  .join(' · ')}
              </small>
            </span>
            <span className="small muted">{t('way.ahead')}</span>
          </li>
        ))}
      </ol>
      <Stops state={state} today={today} />
      <Asked state={state} />
    </Panel>
  )
}

function Step({
  run,
  state,
  today,
}: {
  readonly run: StepRun
  readonly state: ServiceCase
  readonly today: PlainDate
}) {
  const { t } = useTranslation(['cases', 'terms'])
  const time = stepTime(state, run, today)
  return (
    <li className={run.doneOn === null ? 'open' : ''}>
      <span className="way-n num">{run.step}</span>
      <span className="grow">
        <b>{run.name ?? t('way.examination')}</b>
        <small>
          {run.organ} ·{' '}
          {run.handler === null
            ? t('way.unclaimed', { date: dateWithWeekday(run.from) })
            : t('way.claimed', { name: run.handler, date: dateWithWeekday(run.claimedOn ?? run.from) })}
        </small>
        {run.doneOn === null || run.result === null ? null : (
          <small>
            {t(`way.result.${run.result}`, { date: dateWithWeekday(run.doneOn) })}
            {run.opinion === null ? '' : t('way.said', { text: run.opinion })}
          </small>
        )}
      </span>
      {time === null ? null : (
        <span className="way-time">
          <LegalTimeBadge state={time.state} />
          <small className="num">
            {time.due === null
              ? t('way.usedOpen', { used: time.used, limit: time.limit })
              : t('way.used', { used: time.used, limit: time.limit, date: dateWithWeekday(time.due) })}
          </small>
        </span>
      )}
    </li>
  )
}

/** Special procedures and suspensions: running ones count no day. */
function Stops({ state, today }: WayPanelProps) {
  const { t } = useTranslation(['cases', 'terms'])
  const { specials, suspensions, hearing } = state
  if (specials.length + suspensions.length === 0 && hearing === null) return null
  return (
    <section className="way-more" aria-label={t('way.special')}>
      <h3>{t('way.special')}</h3>
      <ul className="case-lines">
        {specials.map((run, at) => {
          const { until, over } = specialOf(run, today)
          return (
            <li key={`s${at}`} className={run.to === null ? 'open' : ''}>
              <span className="grow">
                <b>{t(`terms:pause.${run.procedure}`)}</b>
                <small>
                  {t('way.told', { from: dateWithWeekday(run.from), n: run.days, until: dateWithWeekday(until) })}
                  {run.reason === '' ? '' : t('way.said', { text: run.reason })}
                </small>
                {run.to === null ? null : (
                  <small>
                    {t('way.ended', { date: dateWithWeekday(run.to) })}
                    {run.result === null ? '' : t('way.said', { text: run.result })}
                  </small>
                )}
              </span>
              {run.to === null ? (
                <Badge tone="pause" mark="bars">
                  {t(over ? 'way.runningOver' : 'way.running')}
                </Badge>
              ) : null}
            </li>
          )
        })}
        {suspensions.map((stop, at) => (
          <li key={`p${at}`} className={stop.to === null ? 'open' : ''}>
            <span className="grow">
              <b>{t('terms:pause.applicant_cause')}</b>
              <small>
                {t('way.suspended', {
                  from: dateWithWeekday(stop.from),
                  until: dateWithWeekday(stop.resumeBy),
                  by: stop.approvedBy,
                })}
                {t('way.said', { text: stop.reason })}
              </small>
              {stop.to === null ? null : <small>{t('way.ended', { date: dateWithWeekday(stop.to) })}</small>}
            </span>
            {stop.to === null ? (
              <Badge tone="pause" mark="bars">
                {t('way.running')}
              </Badge>
            ) : null}
          </li>
        ))}
        {hearing === null ? null : (
          <li>
            <span className="grow">
              <b>{t('terms:pause.hearing')}</b>
              {hearing.toldOn === null ? null : (
                <small>
                  {t('way.hearingTold', { date: dateWithWeekday(hearing.toldOn), subject: hearing.subject ?? '' })}
                </small>
              )}
              {hearing.request === null ? null : (
                <small>
                  {t('way.hearingAsked', {
                    date: dateWithWeekday(hearing.request.on),
                    by: hearing.request.requestedBy,
                  })}
                </small>
              )}
              {hearing.held === null ? null : (
                <small>
                  {t('way.hearingHeld', { date: dateWithWeekday(hearing.held.on), place: hearing.held.place })}
                </small>
              )}
            </span>
          </li>
        )}
      </ul>
    </section>
  )
}

/** What others were asked, and what was looked at on the spot. */
function Asked({ state }: { readonly state: ServiceCase }) {
  const { t } = useTranslation('cases')
  const { consultations, reviews, inspections } = state
  if (consultations.length + reviews.length + inspections.length === 0) return null
  return (
    <section className="way-more" aria-label={t('way.asked')}>
      <h3>{t('way.asked')}</h3>
      <ul className="case-lines">
        {consultations.map(({ n, organ, question, askedOn, answerBy, answer }) => (
          <li key={`c${n}`} className={answer === null ? 'open' : ''}>
            <span className="grow">
              <b>{t('way.consult', { organ })}</b>
              <small>{t('way.question', { date: dateWithWeekday(askedOn), text: question })}</small>
              <small>
                {answer === null
                  ? t('way.answerBy', { date: dateWithWeekday(answerBy) })
                  : t('way.answer', { date: dateWithWeekday(answer.on), text: answer.opinion })}
              </small>
            </span>
          </li>
        ))}
        {reviews.map(({ on, organs, opinion }, at) => (
          <li key={`r${at}`}>
            <span className="grow">
              <b>{t('way.review', { organs: organs.join(t('acts.list')) })}</b>
              <small>{t('way.answer', { date: dateWithWeekday(on), text: opinion })}</small>
            </span>
          </li>
        ))}
        {inspections.map(({ on, place, inspectors, findings }, at) => (
          <li key={`i${at}`}>
            <span className="grow">
              <b>{t('way.inspection', { place })}</b>
              <small>
                {t('way.inspected', {
                  date: dateWithWeekday(on),
                  names: inspectors.join(t('acts.list')),
                  text: findings,
                })}
              </small>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
