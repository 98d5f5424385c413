import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CenterYear } from '../../../contract/queries/statistics.ts'
import { complaintTopics } from '../../../domain/complaint/complaint-intake.ts'
import { consultationTopics } from '../../../domain/consultation/consultation-intake.ts'
import { grouped } from '../../i18n/counts.ts'
import { Panel } from '../../ui/panel.tsx'
import { SegmentedRadio } from '../../ui/segmented-radio.tsx'
import { Chart } from './chart.tsx'
import { FigureTable } from './figure-table.tsx'
import { trendLines } from './model/trend-table.ts'

export interface ContactsTabProps {
  readonly year: CenterYear
  readonly contact: 'consultation' | 'complaint'
  readonly onContact: (contact: 'consultation' | 'complaint') => void
}

/** As many lines as can be told apart. */
const charted = 5

/** What people ask about and complain of, month by month. */
export function ContactsTab({ year, contact, onContact }: ContactsTabProps) {
  const { t } = useTranslation(['statistics', 'terms'])
  const lines = useMemo(() => trendLines(year.trends[contact]), [year, contact])
  // Months that have not begun are no zeros.
  const months = useMemo(
    () => year.periods.flatMap(({ key }) => (key.startsWith('m') ? [Number(key.slice(1))] : [])),
    [year],
  )
  const data = useMemo(
    () => ({
      kind: 'lines' as const,
      categories: months.map((n) => t('month', { n })),
      series: lines
        .slice(0, charted)
        .map((line) => ({ name: topicText(line.topic, t), values: line.months.slice(0, months.length) })),
    }),
    [lines, months, t],
  )
  const title = t('contacts.title', { kind: t(`terms:caseKind.${contact}`), year: year.year })
  return (
    <Panel
      title={title}
      className="st-contacts"
      actions={
        <SegmentedRadio
          label={t('contacts.which')}
          hideLabel
          size="sm"
          value={contact}
          onChange={onContact}
          options={(['consultation', 'complaint'] as const).map((value) => ({
            value,
            label: t(`terms:caseKind.${value}`),
          }))}
        />
      }
    >
      {lines.length === 0 ? null : <Chart label={t('contacts.label', { title })} data={data} height={260} />}
      <div className="st-scroll" tabIndex={0} role="group" aria-label={t('contacts.topic')}>
        <FigureTable
          label={title}
          columns={[
            t('contacts.topic'),
            ...months.map((n) => t('month', { n })),
            t('contacts.sum'),
            t('contacts.answered'),
          ]}
          lines={lines.map(({ topic, months: counts, received, answered }) => [
            topicText(topic, t),
            ...counts.slice(0, months.length).map(grouped),
            <b key="sum">{grouped(received)}</b>,
            grouped(answered),
          ])}
          empty={t('contacts.none', { kind: t(`terms:caseKind.${contact}`) })}
        />
      </div>
    </Panel>
  )
}

type Words = ReturnType<typeof useTranslation<['statistics', 'terms']>>['t']
const topics = [...new Set([...consultationTopics, ...complaintTopics])]
const topicText = (key: string, t: Words): string => {
  const known = topics.find((each) => each === key)
  return known === undefined ? key : t(`topics.${known}`)
}
