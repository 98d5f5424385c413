import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { AttachmentContentSchema } from '../../contract/queries/attachments.ts'
import { errorText } from '../i18n/error-text.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Progress } from '../ui/progress.tsx'
import { PdfView } from './pdf/pdf-view.tsx'

export interface FileDialogProps {
  readonly name: string
  /** What stands under it: what it is, how large, since when. */
  readonly facts: string
  /** Where the bytes come from, and under which key they are known while the dialog is open. */
  readonly queryKey: readonly string[]
  readonly load: (signal: AbortSignal) => Promise<z.infer<typeof AttachmentContentSchema>>
  readonly onClose: () => void
}

/** A file of a case or of a form; one that another window attached is fetched while one waits. Nothing of it is kept when the dialog closes. */
export function FileDialog({ name, facts, queryKey, load, onClose }: FileDialogProps) {
  const { t } = useTranslation(['files', 'frame'])
  const content = useQuery({ queryKey, queryFn: ({ signal }) => load(signal), gcTime: 0, retry: false })
  const { data, error } = content
  const again = (
    <Button size="sm" onPress={() => void content.refetch()}>
      {t('frame:retry')}
    </Button>
  )
  return (
    <Dialog
      wide
      open
      onClose={onClose}
      title={name}
      footer={
        <>
          <span className="small muted">{facts}</span>
          <span className="grow" />
          <Button keys="Esc" onPress={onClose}>
            {t('close')}
          </Button>
        </>
      }
    >
      {error === null ? null : (
        <Banner tone="problem" title={t('openFailed')} code={errorText(error).code} actions={again}>
          {errorText(error).text}
        </Banner>
      )}
      {error === null && data === undefined ? <Progress label={t('opening')} /> : null}
      {data === undefined ? null : 'missing' in data ? (
        <Banner
          title={t(`missing.${data.missing}`)}
          {...(data.missing === 'broken' || data.missing === 'not_in' ? { actions: again } : {})}
        >
          {t(`missingText.${data.missing}`)}
        </Banner>
      ) : data.type === 'jpeg' || data.type === 'png' ? (
        <img className="file-picture" src={`data:image/${data.type};base64,${data.content}`} alt={name} />
      ) : data.type === 'pdf' ? (
        <PdfView name={name} content={data.content} />
      ) : (
        <p className="muted">{t('noPreview', { type: t(`types.${data.type}`) })}</p>
      )}
    </Dialog>
  )
}
