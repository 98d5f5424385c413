import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Attachment } from '../../../../domain/attachment/attachment.ts'
import { errorText } from '../../../i18n/error-text.ts'
import { useHost } from '../../../ipc/clients.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Progress } from '../../../ui/progress.tsx'
import { PdfView } from './pdf/pdf-view.tsx'
import { sizeText } from './read-file.ts'

export interface FileDialogProps {
  readonly caseId: string
  readonly file: Attachment
  readonly onClose: () => void
}

/** A file of the case; one that another window attached is fetched while one waits. Nothing of it is kept when the dialog closes. */
export function FileDialog({ caseId, file, onClose }: FileDialogProps) {
  const { t } = useTranslation(['files', 'frame'])
  const host = useHost()
  const content = useQuery({
    queryKey: ['cases', 'file', caseId, file.blob],
    queryFn: ({ signal }) => host.attachments.content({ caseId, blob: file.blob }, { signal }),
    gcTime: 0,
    retry: false,
  })
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
      title={file.name}
      footer={
        <>
          <span className="small muted">
            {t('facts', { role: t(`roles.${file.role}`), size: sizeText(file.size), on: file.on })}
          </span>
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
        <img className="file-picture" src={`data:image/${data.type};base64,${data.content}`} alt={file.name} />
      ) : data.type === 'pdf' ? (
        <PdfView name={file.name} content={data.content} />
      ) : (
        <p className="muted">{t('noPreview', { type: t(`types.${data.type}`) })}</p>
      )}
    </Dialog>
  )
}
