import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type AttachmentRole, attachmentLimit, attachmentRoles } from '../../domain/attachment/attachment.ts'
import { useKeys } from '../keyboard/keyboard-context.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Progress } from '../ui/progress.tsx'
import { Select } from '../ui/select.tsx'
import { CameraDialog } from './camera/camera-dialog.tsx'
import { acceptedFiles } from './read-file.ts'
import type { AddFiles } from './use-add-files.ts'

interface AddBarProps extends AddFiles {
  readonly as: AttachmentRole
  readonly onAs: (role: AttachmentRole) => void
}

/** Files are chosen, dropped or photographed; the keys work wherever the focus is on the page. */
export function AddBar({ add, adding, notTaken, stop, as, onAs }: AddBarProps) {
  const { t } = useTranslation('files')
  const picker = useRef<HTMLInputElement>(null)
  const [camera, setCamera] = useState(false)
  const choose = () => picker.current?.click()
  const idle = adding === null
  useKeys([
    { keys: 'Alt F', label: t('add'), enabled: idle, run: choose },
    { keys: 'Alt P', label: t('camera.open'), enabled: idle, run: () => setCamera(true) },
  ])
  return (
    <>
      <div className="files-add">
        {adding !== null ? (
          <Progress label={t('adding')} value={adding.done} max={adding.total} onCancel={stop} />
        ) : (
          <>
            <Select
              label={t('as')}
              value={as}
              onChange={onAs}
              options={attachmentRoles.map((value) => ({ value, label: t(`roles.${value}`) }))}
            />
            <Button keys="Alt F" onPress={choose}>
              {t('add')}
            </Button>
            <Button keys="Alt P" onPress={() => setCamera(true)}>
              {t('camera.open')}
            </Button>
            <span className="small muted">{t('hint', { max: attachmentLimit / 2 ** 20 })}</span>
          </>
        )}
        <input
          ref={picker}
          type="file"
          multiple
          hidden
          tabIndex={-1}
          aria-label={t('add')}
          accept={acceptedFiles}
          onChange={(event) => {
            void add([...(event.target.files ?? [])], as)
            event.target.value = ''
          }}
        />
      </div>
      {notTaken.length === 0 ? null : (
        <div className="files-add">
          <Banner tone="problem" title={t('notTaken', { n: notTaken.length })}>
            <ul className="files-refused">
              {notTaken.map(({ name, text }, at) => (
                <li key={`${at} ${name}`}>{t('notTakenLine', { name, text })}</li>
              ))}
            </ul>
          </Banner>
        </div>
      )}
      {camera ? (
        <CameraDialog
          name={t(`roles.${as}`)}
          onShot={(file) => void add([file], as)}
          onClose={() => setCamera(false)}
        />
      ) : null}
    </>
  )
}
