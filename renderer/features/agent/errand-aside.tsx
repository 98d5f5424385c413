import { useTranslation } from 'react-i18next'
import { workdayAfter } from '../../../domain/calendar/work-calendar.ts'
import { defaultHandoverLimits } from '../../../domain/record/handover/handover-record.ts'
import { dateWithWeekday } from '../../i18n/dates.ts'
import { clockPreview } from '../../intake/model/preview.ts'
import { workCalendar } from '../../work-calendar.ts'
import { useErrandContext } from './errand-context.ts'

/** What the resident asks: how long it takes, what it costs, and what he has signed. */
export function ErrandAside() {
  const { t } = useTranslation('agent')
  const { form, context } = useErrandContext().intake
  const { matter, representative } = form
  if (matter?.kind !== 'service') return <p className="muted">{t('aside.noItem')}</p>
  const forward = workdayAfter(workCalendar(), context.today, defaultHandoverLimits.forward)
  const { promised, statutory } = clockPreview(matter, form.disclosure, form, { ...context, today: forward }).clocks
  const due = (promised ?? statutory)?.due ?? null
  return (
    <>
      <section>
        <h2>{t('aside.time')}</h2>
        <dl>
          <dt>{t('aside.forward')}</dt>
          <dd className="num">{t('aside.before', { date: dateWithWeekday(forward) })}</dd>
          <dt>{t('aside.limit')}</dt>
          <dd className="num">{due === null ? t('aside.noLimit') : t('aside.due', { date: dateWithWeekday(due) })}</dd>
          <dt>{t('aside.fee')}</dt>
          <dd>{t(matter.item.fee?.charged === true ? 'aside.charged' : 'aside.free')}</dd>
        </dl>
        <p className="muted">{t('aside.forwardRule', { n: defaultHandoverLimits.forward })}</p>
      </section>
      <section>
        <h2>{t('aside.mandate')}</h2>
        <p>{t('aside.authority', { authority: representative.authority })}</p>
        <p className="num">{t('aside.until', { date: representative.validUntil })}</p>
      </section>
    </>
  )
}
