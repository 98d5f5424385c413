import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CameraDialog } from '../../files/camera/camera-dialog.tsx'
import { acceptedFiles } from '../../files/read-file.ts'
import { Button } from '../../ui/button.tsx'

export interface PaperButtonsProps {
  /** What is photographed: the name of the files, and what the camera says. */
  readonly name: string
  readonly onFile: (file: File) => void
  /** Bound by the caller, where one of several is meant. */
  readonly photoKeys?: string
  readonly again: boolean
  readonly primary?: boolean
}

/** Photographs a paper, or takes a file of it. */
export function PaperButtons({ name, onFile, photoKeys, again, primary = false }: PaperButtonsProps) {
  const { t } = useTranslation(['agent', 'files'])
  const picker = useRef<HTMLInputElement>(null)
  const [camera, setCamera] = useState(false)
  return (
    <span className="errand-paper-buttons">
      <Button
        variant={primary ? 'primary' : 'plain'}
        icon="camera"
        label={name}
        onPress={() => setCamera(true)}
        {...(photoKeys === undefined ? {} : { keys: photoKeys })}
      >
        {t(again ? 'papers.photoAgain' : 'papers.photo')}
      </Button>
      <Button label={name} onPress={() => picker.current?.click()}>
        {t('papers.file')}
      </Button>
      <input
        ref={picker}
        type="file"
        hidden
        tabIndex={-1}
        aria-label={t('papers.fileOf', { name })}
        accept={acceptedFiles}
        onChange={(event) => {
          for (const file of event.target.files ?? []) onFile(file)
          event.target.value = ''
        }}
      />
      {camera ? <CameraDialog name={name} onShot={onFile} onClose={() => setCamera(false)} /> : null}
    </span>
  )
}
