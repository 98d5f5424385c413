import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Desk } from '../../../contract/queries/desk.ts'
import { servesAtCounter } from '../../../domain/rating/rating.ts'
import { plainDate } from '../../../domain/plain-date.ts'
import { errorText } from '../../i18n/error-text.ts'
import { useKeys } from '../../keyboard/keyboard-context.ts'
import { useStatusFact } from '../../navigation/navigation-context.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { AfterAMoment, Progress } from '../../ui/progress.tsx'
import { SegmentedRadio } from '../../ui/segmented-radio.tsx'
import { Select } from '../../ui/select.tsx'
import { CenterTab } from './center-tab.tsx'
import { ContactsTab } from './contacts-tab.tsx'
import { ItemsTab } from './items-tab.tsx'
import { type StatisticsView, firstYear, periodInView, statisticsTabs, yearOfDay } from './model/statistics-view.ts'
import { ReportsTab } from './reports-tab.tsx'
import { useCenterYear } from './use-center-year.ts'
import './statistics.css'

export interface StatisticsPageProps {
  readonly desk: Desk
  /** Kept outside, as the place in a list is. */
  readonly view: StatisticsView
  readonly onView: (view: StatisticsView) => void
}

/** 统计: the figures of the center, item by item and subject by subject, and the official reports. */
export function StatisticsPage({ desk, view, onView }: StatisticsPageProps) {
  const { t } = useTranslation(['statistics', 'frame'])
  const today = plainDate(desk.today)
  const year = view.year ?? yearOfDay(today)
  const { shown, busy, progress, error, cancel, cancelled, read } = useCenterYear(year, view.tab !== 'reports')
  const content = useRef<HTMLDivElement>(null)
  const key = periodInView(view, today)
  const period = shown?.periods.find((each) => each.key === key) ?? null

  const turn = (by: 1 | -1) => {
    const next = statisticsTabs[(statisticsTabs.indexOf(view.tab) + by + statisticsTabs.length) % statisticsTabs.length]
    if (next !== undefined) onView({ ...view, tab: next })
  }
  const turnYear = (by: 1 | -1) => {
    const next = year + by
    if (next >= firstYear && next <= yearOfDay(today)) onView({ ...view, year: next })
  }
  useKeys([
    { keys: '[', run: () => turn(-1) },
    { keys: ']', shown: '[ ]', label: t('keys.tab'), run: () => turn(1) },
    { keys: ',', run: () => turnYear(-1) },
    { keys: '.', shown: ', .', label: t('keys.year'), run: () => turnYear(1) },
    { keys: '↓', label: t('keys.content'), run: () => content.current?.focus() },
  ])
  useStatusFact(
    period === null || view.tab === 'reports' || view.tab === 'contacts'
      ? ''
      : t('fact', { from: period.report.from, to: period.report.to }),
  )

  const years = Array.from({ length: yearOfDay(today) - firstYear + 1 }, (_, at) => String(yearOfDay(today) - at))
  const periods = shown?.periods.map((each) => each.key) ?? [key]
  const failure = error === null ? null : errorText(error)
  return (
    <div className="st">
      <header className="st-head">
        <h1>{t('title')}</h1>
        <SegmentedRadio
          label={t('tabsLabel')}
          hideLabel
          size="sm"
          value={view.tab}
          onChange={(tab) => onView({ ...view, tab })}
          options={statisticsTabs.map((value) => ({ value, label: t(`tabs.${value}`) }))}
        />
        <span className="grow" />
        {view.tab === 'reports' ? null : (
          <>
            <Select
              className="st-select"
              label={t('year')}
              value={String(year)}
              onChange={(chosen) => onView({ ...view, year: Number(chosen) })}
              options={years.map((value) => ({ value, label: t('yearOption', { year: value }) }))}
            />
            {view.tab === 'contacts' ? null : (
              <Select
                className="st-select"
                label={t('period')}
                value={key}
                onChange={(chosen) => onView({ ...view, period: chosen })}
                options={periods.map((value) => ({ value: value as typeof key, label: periodText(value, t) }))}
              />
            )}
          </>
        )}
      </header>
      {view.tab === 'reports' ? (
        <ReportsTab
          view={view}
          onView={onView}
          today={today}
          mayWrite={desk.user !== null && !servesAtCounter(desk.user.role)}
        />
      ) : (
        <div ref={content} className="st-content" tabIndex={-1} aria-busy={busy}>
          {failure === null ? null : (
            <Banner
              tone="problem"
              title={t('failed')}
              code={failure.code}
              actions={
                <Button size="sm" onPress={read}>
                  {t('frame:retry')}
                </Button>
              }
            >
              {failure.text}
            </Banner>
          )}
          {busy && shown === null ? (
            <AfterAMoment ms={300}>
              <Progress
                label={t('loading')}
                onCancel={cancel}
                {...(progress === null || progress.total === 0 ? {} : { value: progress.done, max: progress.total })}
              />
            </AfterAMoment>
          ) : null}
          {cancelled && !busy && shown === null ? (
            <Banner title={t('stopped')} actions={<Button onPress={read}>{t('reports.again')}</Button>} />
          ) : null}
          {shown === null ? null : period === null && view.tab !== 'contacts' ? (
            <EmptyState
              title={t('notBegun')}
              actions={<Button onPress={() => onView({ ...view, period: 'y' })}>{t('periods.y')}</Button>}
            />
          ) : (
            <>
              {shown.incomplete === 0 ? null : (
                <p className="small muted">{t('incomplete', { n: shown.incomplete })}</p>
              )}
              {view.tab === 'center' && period !== null ? <CenterTab year={shown} period={period} /> : null}
              {view.tab === 'items' && period !== null ? <ItemsTab period={period} /> : null}
              {view.tab === 'contacts' ? (
                <ContactsTab
                  year={shown}
                  contact={view.contact}
                  onContact={(contact) => onView({ ...view, contact })}
                />
              ) : null}
            </>
          )}
        </div>
      )}
    </div>
  )
}

type Words = ReturnType<typeof useTranslation<['statistics', 'frame']>>['t']
const periodText = (key: string, t: Words): string => {
  if (key === 'y') return t('periods.y')
  const quarter = (['q1', 'q2', 'q3', 'q4'] as const).find((each) => each === key)
  return quarter === undefined ? t('month', { n: Number(key.slice(1)) }) : t(`periods.${quarter}`)
}
