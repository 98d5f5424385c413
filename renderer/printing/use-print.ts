import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { errorText } from '../i18n/error-text.ts'
import { refusalText } from '../i18n/refusal-text.ts'
import { useHost, useShell } from '../ipc/clients.ts'
import { usePrinter } from './use-printer.ts'
import { useToast } from '../ui/toast-store.ts'
import { printLetter, type PrintOrder, type PrintOutcome } from './print-letter.ts'

export interface Printing {
  /** Prints one after the other and says what became of each. Never throws. */
  readonly print: (orders: readonly PrintOrder[]) => Promise<void>
  readonly busy: boolean
}

export const usePrint = (): Printing => {
  const { t } = useTranslation(['ui', 'terms', 'problems'])
  const host = useHost()
  const shell = useShell()
  const toast = useToast()
  const printer = usePrinter()
  const [busy, setBusy] = useState(false)

  const tell = (order: PrintOrder, outcome: PrintOutcome) => {
    const letter = t(`terms:letter.${order.letter}`)
    switch (outcome.kind) {
      case 'printed':
        return toast({ kind: 'done', text: t('print.printed', { letter, n: order.copies }) })
      case 'saved': {
        const { file } = outcome.letter
        const open = () => void shell.app.openPrintFolder({ file }).catch(() => undefined)
        const text = t('print.saved', { letter, why: t(`problems:send.${outcome.refusal.code}`) })
        // A center without a printer at this window is a normal state; everything else somebody should see.
        const kind = outcome.refusal.code === 'no_printer' ? 'done' : 'problem'
        return toast({ kind, text, action: { label: t('print.openFolder'), run: open } })
      }
      case 'not_rendered':
        return toast({
          kind: 'problem',
          text: t('print.failed', { letter, why: t(`problems:print.${outcome.refusal.code}`) }),
          code: outcome.refusal.code,
        })
      case 'refused':
        return toast({
          kind: 'problem',
          text: t('print.failed', { letter, why: refusalText(outcome.refusal) }),
          code: outcome.refusal.code,
        })
    }
  }
  const print = async (orders: readonly PrintOrder[]) => {
    if (busy) return
    setBusy(true)
    try {
      // One after the other: the shell renders one letter at a time, and paper comes out in this order.
      for (const order of orders) tell(order, await printLetter({ host, shell }, order, printer))
    } catch (error) {
      toast({ kind: 'problem', ...errorText(error) })
    } finally {
      setBusy(false)
    }
  }
  return { print, busy }
}
