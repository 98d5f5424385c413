import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useShell } from '../ipc/clients.ts'
import { Icon } from '../ui/icon.tsx'

/** On paper, by the printer that the system has: a terminal asks nobody which. */
export function PrintGuide({ id }: { readonly id: string }) {
  const { t } = useTranslation('kiosk')
  const shell = useShell()
  const print = useMutation({
    mutationFn: async (): Promise<'printed' | 'noPrinter' | 'notPrinted'> => {
      const made = await shell.letters.print({ itemId: id, letter: 'guide_booklet' })
      if (!made.ok) return 'notPrinted'
      const sent = await shell.letters.sendToPrinter({ file: made.value.file, printer: null, copies: 1 })
      return sent.ok ? 'printed' : sent.error.code === 'no_printer' ? 'noPrinter' : 'notPrinted'
    },
  })
  const outcome = print.isError ? 'notPrinted' : print.data
  return (
    <>
      <button
        type="button"
        className="ksk-button"
        aria-disabled={print.isPending || undefined}
        onClick={() => (print.isPending ? undefined : print.mutate())}
      >
        <Icon name="print" />
        {print.isPending ? t('takeAway.printing') : t('takeAway.print')}
      </button>
      <p role="status">{outcome === undefined ? null : t(`takeAway.${outcome}`)}</p>
    </>
  )
}
