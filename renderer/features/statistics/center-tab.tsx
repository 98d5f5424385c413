import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CenterYear, PeriodFigures } from '../../../contract/queries/statistics.ts'
import { organRates } from '../../../domain/report/organ-rates.ts'
import { grouped } from '../../i18n/counts.ts'
import { Panel } from '../../ui/panel.tsx'
import { Chart } from './chart.tsx'
import { FigureTable } from './figure-table.tsx'

export interface CenterTabProps {
  readonly year: CenterYear
  readonly period: PeriodFigures
}

/** How the center ran: what came in and was done, in what time, by which way, and what people thought of it. */
export function CenterTab({ year, period }: CenterTabProps) {
  const { t } = useTranslation(['statistics', 'terms'])
  const { report, shares } = period
  const { onTime, limits, items, consultations, complaints, ratings } = report
  const months = useMemo(() => year.periods.filter(({ key }) => key.startsWith('m')), [year])
  const flow = useMemo(
    () => ({
      kind: 'bars' as const,
      categories: months.map(({ key }) => t('month', { n: Number(key.slice(1)) })),
      series: [
        { name: t('center.received'), values: months.map((each) => each.report.received) },
        { name: t('center.closed'), values: months.map((each) => each.report.closed) },
      ],
    }),
    [months, t],
  )
  const channels = useMemo(
    () => ({
      kind: 'lying_bars' as const,
      categories: shares.channels.map(({ key }) => channelText(key, t)),
      series: [{ name: t('center.received'), values: shares.channels.map(({ count }) => count) }],
    }),
    [shares, t],
  )
  const levels = useMemo(
    () => ({
      kind: 'lying_bars' as const,
      categories: shares.ratings.map(({ key }) => levelText(key, t)),
      series: [{ name: t('center.ratings'), values: shares.ratings.map(({ count }) => count) }],
    }),
    [shares, t],
  )
  const rates = useMemo(() => organRates(period.items), [period.items])
  const percent = (rate: string | null) => (rate === null ? t('none') : `${rate}%`)
  const none = t('nothing')
  return (
    <div className="st-center">
      <dl className="st-figures">
        <Figure name={t('center.received')} value={grouped(report.received)} />
        <Figure name={t('center.closed')} value={grouped(report.closed)} />
        <Figure name={t('center.open')} value={grouped(report.open)} />
        <Figure
          name={t('center.onTimeRate')}
          value={percent(onTime.rate)}
          note={t('center.onTimeNote', { late: onTime.overPromised, law: onTime.overStatutory })}
        />
        <Figure
          name={t('center.actualCompression')}
          value={percent(limits.actualCompression)}
          note={t('center.promisedNote', { rate: percent(items.promisedCompression) })}
        />
        <Figure
          name={t('center.satisfied')}
          value={percent(ratings.satisfied)}
          note={t('center.ratingsNote', { n: ratings.total })}
        />
        <Figure name={t('center.byAgent')} value={grouped(report.byAgent)} />
        <Figure name={t('center.instant')} value={grouped(report.instant)} />
      </dl>
      <Panel title={t('center.flow', { year: year.year })} className="st-wide">
        <div className="st-pair">
          <Chart label={t('center.flowLabel', { year: year.year })} data={flow} height={220} />
          <div className="st-scroll" tabIndex={0} role="group" aria-label={t('center.month')}>
            <FigureTable
              label={t('center.flow', { year: year.year })}
              columns={[
                t('center.month'),
                t('center.received'),
                t('center.closed'),
                t('center.onTimeRate'),
                t('center.actualCompression'),
              ]}
              lines={months.map(({ key, report: of }) => [
                t('month', { n: Number(key.slice(1)) }),
                grouped(of.received),
                grouped(of.closed),
                percent(of.onTime.rate),
                percent(of.limits.actualCompression),
              ])}
              empty={none}
            />
          </div>
        </div>
      </Panel>
      <Panel title={t('center.channels')}>
        {shares.channels.length === 0 ? null : (
          <Chart label={t('center.channelsLabel')} data={channels} height={24 + 26 * shares.channels.length} />
        )}
        <FigureTable
          label={t('center.channels')}
          columns={[t('center.channel'), t('center.received'), t('center.share')]}
          lines={shares.channels.map(({ key, count, share }) => [channelText(key, t), grouped(count), percent(share)])}
          empty={none}
        />
      </Panel>
      <Panel title={t('center.ratings')}>
        {ratings.total === 0 ? null : (
          <Chart label={t('center.ratingsLabel')} data={levels} height={24 + 26 * shares.ratings.length} />
        )}
        <FigureTable
          label={t('center.ratings')}
          columns={[t('center.level'), t('center.times'), t('center.share')]}
          lines={shares.ratings.map(({ key, count, share }) => [levelText(key, t), grouped(count), percent(share)])}
          empty={none}
        />
      </Panel>
      <Panel title={t('center.organs')}>
        <FigureTable
          label={t('center.organs')}
          columns={[
            t('center.organ'),
            t('center.received'),
            t('center.closed'),
            t('center.overdue'),
            t('center.onTimeRate'),
          ]}
          lines={report.organs.map(({ organ, received, closed, overdue }) => [
            organ,
            grouped(received),
            grouped(closed),
            grouped(overdue),
            percent(rates.get(organ) ?? null),
          ])}
          empty={none}
        />
      </Panel>
      <Panel title={t('center.days')} note={t('center.daysNote', { n: limits.count })}>
        <FigureTable
          label={t('center.days')}
          columns={[t('center.limit'), t('center.workdays'), t('center.compression')]}
          lines={[
            [t('center.statutory'), grouped(limits.statutoryDays), t('none')],
            [t('center.promised'), grouped(limits.promisedDays), percent(limits.promisedCompression)],
            [t('center.actual'), grouped(limits.actualDays), percent(limits.actualCompression)],
          ]}
          empty={none}
        />
        <FigureTable
          label={t('center.contacts')}
          columns={[t('center.contacts'), t('center.received'), t('center.answered'), t('center.overdue')]}
          lines={[
            [
              t('terms:caseKind.consultation'),
              grouped(consultations.received),
              grouped(consultations.answered),
              grouped(consultations.overdue),
            ],
            [
              t('terms:caseKind.complaint'),
              grouped(complaints.received),
              grouped(complaints.answered),
              grouped(complaints.overdue),
            ],
          ]}
          empty={none}
        />
      </Panel>
    </div>
  )
}

function Figure({ name, value, note }: { readonly name: string; readonly value: string; readonly note?: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="num">
        {value}
        {note === undefined ? null : <small>{note}</small>}
      </dd>
    </div>
  )
}

type Words = ReturnType<typeof useTranslation<['statistics', 'terms']>>['t']

const channels = [
  'unknown',
  'window',
  'agent',
  'post',
  'in_person',
  'oral',
  'registered_post',
  'ordinary_mail',
  'online',
  'fax',
] as const
const channelText = (key: string, t: Words): string => {
  const known = channels.find((each) => each === key)
  return known === undefined ? key : t(`channels.${known}`)
}

const levels = ['1', '2', '3', '4', '5'] as const
const levelText = (key: string, t: Words): string => {
  const known = levels.find((each) => each === key)
  return known === undefined ? key : t(`levels.l${known}`)
}
