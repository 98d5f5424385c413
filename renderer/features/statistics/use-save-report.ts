import { useTranslation } from 'react-i18next'
import type { ReportRequest, SaveResult } from '../../../contract/queries/statistics.ts'
import { useHost, useShell } from '../../ipc/clients.ts'
import { useRun } from '../../ipc/use-run.ts'
import { useToast } from '../../ui/toast-store.ts'

/** Writes a report as a workbook into the folder that letters are kept in, and says where it lies. */
export const useSaveReport = () => {
  const { t } = useTranslation('statistics')
  const host = useHost()
  const shell = useShell()
  const toast = useToast()
  const { start, busy, progress, cancel } = useRun<SaveResult>()
  const save = (report: ReportRequest) =>
    start(
      async (signal) => {
        const { printFolder } = await shell.app.info()
        return host.statistics.save({ report, folder: printFolder }, { signal })
      },
      (saved) => {
        if (!saved.ok)
          return toast({ kind: 'problem', text: t(`reports.saveProblem.${saved.error.code}`), code: saved.error.code })
        const open = () => void shell.app.openPrintFolder({ file: null }).catch(() => undefined)
        toast({
          kind: 'done',
          text: t('reports.saved', { file: saved.value.file }),
          action: { label: t('reports.openFolder'), run: open },
        })
      },
    )
  return { save, busy, progress, cancel }
}
