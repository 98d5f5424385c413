import { useTranslation } from 'react-i18next'
import { registerWords } from '../../../contract/words/register-words.ts'
import type { PlainDate } from '../../../domain/plain-date.ts'
import { registerNames, schemaOf } from '../../../domain/register/registers.ts'
import { DateField } from '../../ui/date-field.tsx'
import { Select } from '../../ui/select.tsx'
import { type StatisticsView, firstYear, reportKinds, requestOf, yearOfDay } from './model/statistics-view.ts'

export interface ReportFormProps {
  readonly view: StatisticsView
  readonly onView: (view: StatisticsView) => void
  readonly today: PlainDate
}

const noField = '*'

/** Which report, of when. */
export function ReportForm({ view, onView, today }: ReportFormProps) {
  const { t } = useTranslation('statistics')
  const { report } = view
  const request = requestOf(view, today)
  const set = (over: Partial<StatisticsView['report']>) => onView({ ...view, report: { ...report, ...over } })
  const thisYear = yearOfDay(today)
  const years = Array.from({ length: thisYear - firstYear + 1 }, (_, at) => String(thisYear - at))
  const shown = request !== null && 'year' in request ? String(request.year) : String(thisYear)
  const parted = schemaOf(report.register).fields.filter(({ type }) => type === 'choice')
  const dates = request !== null && 'from' in request ? request : null
  return (
    <>
      <Select
        label={t('reports.kind')}
        value={report.kind}
        onChange={(kind) => set({ kind, year: null, by: null })}
        options={reportKinds.map((value) => ({ value, label: t(`reports.kinds.${value}`) }))}
      />
      {report.kind === 'annual' || report.kind === 'quarter' ? (
        <Select
          label={t('year')}
          value={shown}
          onChange={(year) => set({ year: Number(year) })}
          options={years.map((value) => ({ value, label: t('yearOption', { year: value }) }))}
        />
      ) : null}
      {report.kind === 'quarter' ? (
        <Select
          label={t('reports.quarter')}
          value={request?.kind === 'quarter' ? String(request.quarter) : null}
          onChange={(chosen) => set({ quarter: ([1, 2, 3, 4] as const).find((n) => String(n) === chosen) ?? null })}
          options={(['1', '2', '3', '4'] as const).map((value) => ({ value, label: t(`periods.q${value}`) }))}
        />
      ) : null}
      {report.kind === 'register' ? (
        <>
          <Select
            label={t('reports.register')}
            value={report.register}
            onChange={(register) => set({ register, by: null })}
            options={registerNames.map((value) => ({ value, label: registerWords[value] }))}
          />
          <Select
            label={t('reports.by')}
            value={report.by ?? noField}
            onChange={(by) => set({ by: by === noField ? null : by })}
            options={[
              { value: noField, label: t('reports.byNone') },
              ...parted.map(({ key, headers }) => ({ value: key, label: headers[0] ?? key })),
            ]}
          />
        </>
      ) : null}
      {report.kind === 'register' || report.kind === 'center' ? (
        <>
          <DateField
            label={t('reports.from')}
            value={report.from ?? dates?.from ?? null}
            onChange={(from) => set({ from })}
          />
          <DateField label={t('reports.to')} value={report.to ?? dates?.to ?? null} onChange={(to) => set({ to })} />
        </>
      ) : null}
    </>
  )
}
