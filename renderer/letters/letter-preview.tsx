import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LetterKind } from '../../domain/letters/letter-kind.ts'
import { errorText } from '../i18n/error-text.ts'
import { useHost } from '../ipc/clients.ts'
import { useKeys } from '../keyboard/keyboard-context.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { AfterAMoment, Progress } from '../ui/progress.tsx'
import { LetterSheets } from './letter-sheets.tsx'
import './letter-preview.css'

export interface LetterPreviewProps {
  readonly caseId: string
  /** Null = closed. */
  readonly letter: LetterKind | null
  /** `n` of a numbered letter. */
  readonly document?: number
  readonly onClose: () => void
  readonly onPrint: (letter: LetterKind) => void
}

/** The letter as it would be printed now, on the screen; F9 prints it. */
export function LetterPreview({ letter, ...props }: LetterPreviewProps) {
  const { t } = useTranslation(['letters', 'terms', 'ui'])
  const title = letter === null ? '' : t('preview.title', { letter: t(`terms:letter.${letter}`) })
  return (
    <Dialog title={title} open={letter !== null} onClose={props.onClose} wide>
      {letter === null ? null : <Preview {...props} letter={letter} />}
    </Dialog>
  )
}

function Preview(props: LetterPreviewProps & { readonly letter: LetterKind }) {
  const { caseId, letter, document, onClose, onPrint } = props
  const { t } = useTranslation(['letters', 'terms', 'ui'])
  const host = useHost()
  const [pages, setPages] = useState(0)
  const query = useQuery({
    queryKey: ['cases', 'letter', caseId, letter, document],
    queryFn: ({ signal }) =>
      host.letters.data({ caseId, letter, ...(document === undefined ? {} : { document }) }, { signal }),
    // It carries personal data and the time of printing: never kept, always fresh.
    gcTime: 0,
    staleTime: 0,
  })
  const data = query.data ?? null
  const printable = data !== null && !data.voided
  const print = () => {
    if (printable) onPrint(letter)
  }
  useKeys([
    { keys: 'F9', label: t('preview.print'), run: print, enabled: printable },
    { keys: 'F4', run: print, enabled: printable },
  ])
  return (
    <>
      <div className="letter-desk" tabIndex={0} role="region" aria-label={t(`terms:letter.${letter}`)}>
        {query.error !== null ? (
          <Banner tone="problem" title={errorText(query.error).text} code={errorText(query.error).code} />
        ) : query.isPending ? (
          <AfterAMoment>
            <Progress label={t('preview.loading')} />
          </AfterAMoment>
        ) : data === null ? (
          <Banner tone="problem" title={t('preview.unavailable')} />
        ) : (
          <LetterSheets data={data} onLaidOut={setPages} />
        )}
      </div>
      <div className="letter-desk-foot">
        <span className="muted">{pages === 0 ? '' : t('preview.pages', { n: pages })}</span>
        <span className="grow" />
        <Button onPress={onClose} keys="Esc">
          {t('ui:close')}
        </Button>
        <Button
          variant="primary"
          keys="F9"
          icon="print"
          onPress={print}
          disabledReason={printable ? null : t(data?.voided === true ? 'preview.voided' : 'preview.unavailable')}
        >
          {t('preview.print')}
        </Button>
      </div>
    </>
  )
}
