import { useCallback, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MadeReport, ReportRequest } from '../../../contract/queries/statistics.ts'
import type { PlainDate } from '../../../domain/plain-date.ts'
import { errorText } from '../../i18n/error-text.ts'
import { useHost } from '../../ipc/clients.ts'
import { useRun } from '../../ipc/use-run.ts'
import { useKeys } from '../../keyboard/keyboard-context.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { AfterAMoment, Progress } from '../../ui/progress.tsx'
import { AnnualTextsDialog } from './annual-texts-dialog.tsx'
import { InvariantsPanel } from './invariants-panel.tsx'
import { type StatisticsView, requestOf } from './model/statistics-view.ts'
import { ReportForm } from './report-form.tsx'
import { ReportPreview } from './report-preview.tsx'
import { ReportSheetsDialog } from './report-sheets-dialog.tsx'
import { useSaveReport } from './use-save-report.ts'

export interface ReportsTabProps {
  readonly view: StatisticsView
  readonly onView: (view: StatisticsView) => void
  readonly today: PlainDate
  /** Whether this person writes what only a person can. */
  readonly mayWrite: boolean
}

/** The form with six sections (国办公开办函〔2019〕60号). */
const firstAnnualForm = 2019

/** The official reports: looked at, held to their own arithmetic, written as a workbook, printed sheet by sheet. */
export function ReportsTab({ view, onView, today, mayWrite }: ReportsTabProps) {
  const { t } = useTranslation(['statistics', 'frame'])
  const host = useHost()
  const { start, value: made, busy, progress, error, cancel, cancelled } = useRun<MadeReport>()
  const saving = useSaveReport()
  const wanted = requestOf(view, today)
  const asked = wanted === null ? '' : JSON.stringify(wanted)
  // The same words ask for the same report: it is not made again because the page was drawn again.
  const request = useMemo((): ReportRequest | null => (asked === '' ? null : JSON.parse(asked)), [asked])
  const [madeFor, setMadeFor] = useState<ReportRequest | null>(null)
  const make = useCallback(() => {
    if (request === null) return
    start(
      (signal) => host.statistics.report(request, { signal }),
      () => setMadeFor(request),
    )
  }, [request, host, start])
  useEffect(make, [make])
  const doesNotAddUp = made?.addsUp === false
  const save = () => (request === null || saving.busy || doesNotAddUp ? undefined : saving.save(request))
  // What is shown while another one is made, or after that was called off, is not what is asked for.
  const isOfRequest = made !== null && !busy && madeFor === request
  const [onPaper, setOnPaper] = useState<MadeReport | null>(null)
  const print = () => (isOfRequest && !doesNotAddUp ? setOnPaper(made) : undefined)
  const [writing, setWriting] = useState(false)
  // The statistics form of before 2019 has no such sections.
  const writable = mayWrite && request?.kind === 'annual' && request.year >= firstAnnualForm ? request.year : null
  useKeys([
    { keys: 'Alt T', label: t('texts.write'), enabled: writable !== null, run: () => setWriting(true) },
    { keys: 'Ctrl E', label: t('reports.save'), run: save },
    { keys: 'F4', label: t('reports.print'), run: print },
  ])
  const reason = doesNotAddUp ? t('reports.doesNotAddUp') : made === null ? t('reports.notYet') : null
  const failure = error === null ? null : errorText(error)
  return (
    <div className="st-reports">
      <div className="st-report-bar">
        <ReportForm view={view} onView={onView} today={today} />
        <span className="grow" />
        {writable === null ? null : (
          <Button keys="Alt T" onPress={() => setWriting(true)}>
            {t('texts.write')}
          </Button>
        )}
        <Button icon="save" keys="Ctrl E" busy={saving.busy} disabledReason={reason} onPress={save}>
          {t('reports.save')}
        </Button>
        <Button
          variant="primary"
          keys="F4"
          disabledReason={reason ?? (isOfRequest ? null : t('reports.notYet'))}
          onPress={print}
        >
          {t('reports.print')}
        </Button>
      </div>
      {saving.busy ? (
        <div className="st-message">
          <AfterAMoment ms={300}>
            <Progress label={t('reports.saving')} onCancel={saving.cancel} {...countOf(saving.progress)} />
          </AfterAMoment>
        </div>
      ) : null}
      {failure === null ? null : (
        <div className="st-message">
          <Banner
            tone="problem"
            title={t('reports.failed')}
            code={failure.code}
            actions={
              <Button size="sm" onPress={make}>
                {t('frame:retry')}
              </Button>
            }
          >
            {failure.text}
          </Banner>
        </div>
      )}
      {request === null ? <p className="st-message">{t('reports.badDates')}</p> : null}
      {busy ? (
        <div className="st-message">
          <AfterAMoment ms={300}>
            <Progress label={t('reports.making')} onCancel={cancel} {...countOf(progress)} />
          </AfterAMoment>
        </div>
      ) : cancelled && made === null ? (
        <div className="st-message">
          <Banner title={t('stopped')} actions={<Button onPress={make}>{t('reports.again')}</Button>} />
        </div>
      ) : null}
      {writing && writable !== null ? (
        <AnnualTextsDialog
          year={writable}
          onClose={() => setWriting(false)}
          onSaved={() => {
            setWriting(false)
            make()
          }}
        />
      ) : null}
      {onPaper === null || onPaper !== made || !isOfRequest || request === null ? null : (
        <ReportSheetsDialog request={request} made={made} onClose={() => setOnPaper(null)} />
      )}
      {made === null ? null : (
        <div className={`st-report-cols ${made.invariants === null ? 'alone' : ''}`} aria-busy={busy}>
          <ReportPreview made={made} />
          {made.invariants === null ? null : <InvariantsPanel made={made} />}
        </div>
      )}
    </div>
  )
}

const countOf = (progress: { readonly done: number; readonly total: number } | null) =>
  progress === null || progress.total === 0 ? {} : { value: progress.done, max: progress.total }
