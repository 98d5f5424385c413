import { useTranslation } from 'react-i18next'
import { Button } from '../../../../ui/button.tsx'

export interface LetterButtonsProps {
  /** What screen readers say after the word on the button. */
  readonly name: string
  readonly times: number
  readonly busy: boolean
  /** F4 prints it. */
  readonly main: boolean
  readonly onPreview: () => void
  /** Null = a voided one. */
  readonly onPrint: (() => void) | null
}

/** Look at it, print it (again). */
export function LetterButtons({ name, times, busy, main, onPreview, onPrint }: LetterButtonsProps) {
  const { t } = useTranslation('cases')
  return (
    <>
      <Button size="sm" variant="quiet" label={name} onPress={onPreview}>
        {t('letters.preview')}
      </Button>
      {onPrint === null ? null : (
        <Button size="sm" icon="print" busy={busy} label={name} onPress={onPrint} {...(main ? { keys: 'F4' } : {})}>
          {t(times === 0 ? 'letters.print' : 'letters.reprint')}
        </Button>
      )}
    </>
  )
}
