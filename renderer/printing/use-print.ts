import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { errorText } from '../i18n/error-text.ts'
import { useHost, useShell } from '../ipc/clients.ts'
import { usePrinter } from './use-printer.ts'
import { useTellPrint } from './use-tell-print.ts'
import { useToast } from '../ui/toast-store.ts'
import { printLetter, type PrintOrder } from './print-letter.ts'

export interface Printing {
  /** Prints one after the other and says what became of each. Never throws. */
  readonly print: (orders: readonly PrintOrder[]) => Promise<void>
  readonly busy: boolean
}

export const usePrint = (): Printing => {
  const { t } = useTranslation('terms')
  const host = useHost()
  const shell = useShell()
  const toast = useToast()
  const tell = useTellPrint()
  const printer = usePrinter()
  const [busy, setBusy] = useState(false)

  const print = async (orders: readonly PrintOrder[]) => {
    if (busy) return
    setBusy(true)
    try {
      // One after the other: the shell renders one letter at a time, and paper comes out in this order.
      for (const order of orders) {
        const outcome = await printLetter({ host, shell }, order, printer)
        tell({ name: t(`letter.${order.letter}`), copies: order.copies }, outcome)
      }
    } catch (error) {
      toast({ kind: 'problem', ...errorText(error) })
    } finally {
      setBusy(false)
    }
  }
  return { print, busy }
}
