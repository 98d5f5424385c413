import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReportRequest } from '../../contract/queries/statistics.ts'
import { errorText } from '../i18n/error-text.ts'
import { useShell } from '../ipc/clients.ts'
import { useToast } from '../ui/toast-store.ts'
import { printReport } from './print-report.ts'
import { usePrinter } from './use-printer.ts'
import { useTellPrint } from './use-tell-print.ts'

export interface ReportPrinting {
  /** Prints a report of that title and says what became of it; answers whether there is a PDF. Never throws. */
  readonly print: (report: ReportRequest, title: string) => Promise<boolean>
  readonly busy: boolean
}

export const usePrintReport = (): ReportPrinting => {
  const { t } = useTranslation('statistics')
  const shell = useShell()
  const toast = useToast()
  const tell = useTellPrint()
  const printer = usePrinter()
  const [busy, setBusy] = useState(false)
  const print = async (report: ReportRequest, title: string): Promise<boolean> => {
    if (busy) return false
    setBusy(true)
    try {
      const outcome = await printReport({ shell }, report, printer)
      const whyNot = ({ code }: { readonly code: string }) =>
        code === 'letter_unavailable' || code === 'timeout' ? t('paper.notMade') : null
      tell({ name: title, copies: 1, whyNot }, outcome)
      return outcome.kind === 'printed' || outcome.kind === 'saved'
    } catch (error) {
      toast({ kind: 'problem', ...errorText(error) })
      return false
    } finally {
      setBusy(false)
    }
  }
  return { print, busy }
}
