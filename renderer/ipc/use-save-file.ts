import { useTranslation } from 'react-i18next'
import type { RunProgress } from '../../contract/queries/run.ts'
import type { SaveResult } from '../../contract/queries/statistics.ts'
import { useToast } from '../ui/toast-store.ts'
import { useShell } from './clients.ts'
import { useRun } from './use-run.ts'

type SaveEvents = AsyncIterable<RunProgress | { readonly kind: 'done'; readonly value: SaveResult }>

/** Writes a workbook into the folder that letters are kept in, and says where it lies. */
export const useSaveFile = () => {
  const { t } = useTranslation('statistics')
  const shell = useShell()
  const toast = useToast()
  const { start, busy, progress, cancel, error } = useRun<SaveResult>()
  const save = (begin: (folder: string, signal: AbortSignal) => Promise<SaveEvents>) =>
    start(
      async (signal) => {
        const { printFolder } = await shell.app.info()
        return begin(printFolder, signal)
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
  return { save, busy, progress, cancel, error }
}
