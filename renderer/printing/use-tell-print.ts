import { useTranslation } from 'react-i18next'
import type { PrintRefusal } from '../../contract/shell.ts'
import { refusalText } from '../i18n/refusal-text.ts'
import { useShell } from '../ipc/clients.ts'
import { useToast } from '../ui/toast-store.ts'
import type { PrintOutcome } from './print-letter.ts'

export interface PrintedThing {
  readonly name: string
  readonly copies: number
  /** Words of its own for why there is no PDF, where those of letters do not suit. */
  readonly whyNot?: (refusal: PrintRefusal) => string | null
}

/** Says what became of a print. */
export const useTellPrint = (): ((thing: PrintedThing, outcome: PrintOutcome) => void) => {
  const { t } = useTranslation(['ui', 'problems'])
  const shell = useShell()
  const toast = useToast()
  return ({ name: letter, copies, whyNot }, outcome) => {
    switch (outcome.kind) {
      case 'printed':
        return toast({ kind: 'done', text: t('print.printed', { letter, n: copies }) })
      case 'saved': {
        const { file } = outcome.letter
        const open = () => void shell.app.openPrintFolder({ file }).catch(() => undefined)
        const text = t('print.saved', { letter, why: t(`problems:send.${outcome.refusal.code}`) })
        // A center without a printer at this window is a normal state; everything else somebody should see.
        const kind = outcome.refusal.code === 'no_printer' ? 'done' : 'problem'
        return toast({ kind, text, action: { label: t('print.openFolder'), run: open } })
      }
      case 'not_rendered': {
        const { refusal } = outcome
        const why = whyNot?.(refusal) ?? t(`problems:print.${refusal.code}`)
        return toast({ kind: 'problem', text: t('print.failed', { letter, why }), code: refusal.code })
      }
      case 'refused':
        return toast({
          kind: 'problem',
          text: t('print.failed', { letter, why: refusalText(outcome.refusal) }),
          code: outcome.refusal.code,
        })
    }
  }
}
