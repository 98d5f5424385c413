import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MadeReport, ReportRequest } from '../../../contract/queries/statistics.ts'
import { useHost } from '../../ipc/clients.ts'
import { useKeys } from '../../keyboard/keyboard-context.ts'
import '../../letters/letter-preview.css'
import { ReportSheets } from '../../printing/report/report-sheets.tsx'
import { usePrintReport } from '../../printing/use-print-report.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { AfterAMoment, Progress } from '../../ui/progress.tsx'

export interface ReportSheetsDialogProps {
  readonly request: ReportRequest
  readonly made: MadeReport
  readonly onClose: () => void
}

/** The report sheet by sheet as it would be printed now; F9 prints it. */
export function ReportSheetsDialog(props: ReportSheetsDialogProps) {
  const { t } = useTranslation('statistics')
  return (
    <Dialog title={t('paper.title', { report: props.made.document.title })} open onClose={props.onClose} wide>
      <Sheets {...props} />
    </Dialog>
  )
}

function Sheets({ request, made, onClose }: ReportSheetsDialogProps) {
  const { t } = useTranslation(['statistics', 'ui', 'letters'])
  const host = useHost()
  const desk = useQuery({ queryKey: ['desk'], queryFn: () => host.desk.get() })
  const printing = usePrintReport()
  /** Null until all sheets stand. */
  const [pages, setPages] = useState<number | null>(null)
  const [openedAt] = useState(() => Date.now())
  const { document: report } = made
  const deviceNo = desk.data?.deviceNo ?? ''
  const ready = pages !== null && pages > 0 && !printing.busy
  const print = async () => {
    if (ready && (await printing.print(request, report.title))) onClose()
  }
  const run = () => void print()
  useKeys([
    { keys: 'F9', label: t('reports.print'), run, enabled: ready },
    { keys: 'F4', run, enabled: ready },
  ])
  const reason = pages === null ? t('reports.notYet') : pages === 0 ? t('paper.noRoom') : null
  return (
    <>
      <div className="letter-desk" tabIndex={0} role="region" aria-label={report.title}>
        {desk.isPending ? null : (
          <ReportSheets report={report} print={{ printedAt: openedAt, deviceNo }} onLaidOut={setPages} />
        )}
      </div>
      {printing.busy ? (
        <AfterAMoment ms={300}>
          <Progress label={t('paper.printing')} />
        </AfterAMoment>
      ) : null}
      <div className="letter-desk-foot">
        <span className="muted">{pages === null || pages === 0 ? '' : t('letters:preview.pages', { n: pages })}</span>
        <span className="grow" />
        <Button onPress={onClose} keys="Esc">
          {t('ui:close')}
        </Button>
        <Button variant="primary" keys="F9" icon="print" busy={printing.busy} onPress={run} disabledReason={reason}>
          {t('reports.print')}
        </Button>
      </div>
    </>
  )
}
