import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { attachmentLimit } from '../../domain/attachment/attachment.ts'
import { useKeys } from '../keyboard/keyboard-context.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Progress } from '../ui/progress.tsx'
import { Select } from '../ui/select.tsx'
import { CameraDialog } from './camera/camera-dialog.tsx'
import { type PaperKind, kindKey, kindOf, kindsOf } from './paper-kind.ts'
import { acceptedFiles } from './read-file.ts'
import type { AddFiles } from './use-add-files.ts'

interface AddBarProps extends AddFiles {
  readonly as: PaperKind
  readonly onAs: (kind: PaperKind) => void
  /** Of the checklist. */
  readonly materials: readonly { readonly name: string }[]
  /** What the focus points at when a key is pressed: that is what the next file is of. */
  readonly pointed?: () => PaperKind | null
}

/** Files are chosen, dropped or photographed; the keys work wherever the focus is on the page. */
export function AddBar({ add, adding, notTaken, stop, as, onAs, materials, pointed }: AddBarProps) {
  const { t } = useTranslation('files')
  const picker = useRef<HTMLInputElement>(null)
  const [camera, setCamera] = useState(false)
  /** By key: of the line that the focus is on, this once; what the next drop is taken as stays. */
  const [now, setNow] = useState<PaperKind>(as)
  const choose = (kind: PaperKind) => {
    setNow(kind)
    picker.current?.click()
  }
  const photograph = (kind: PaperKind) => {
    setNow(kind)
    setCamera(true)
  }
  const atFocus = () => pointed?.() ?? as
  const idle = adding === null
  useKeys([
    { keys: 'Alt F', label: t('add'), enabled: idle, run: () => choose(atFocus()) },
    { keys: 'Alt P', label: t('camera.open'), enabled: idle, run: () => photograph(atFocus()) },
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
              value={kindKey(as)}
              onChange={(key) => onAs(kindOf(key) ?? as)}
              options={kindsOf(materials).map((kind) => ({
                value: kindKey(kind),
                label: kind.material ?? t(`roles.${kind.role}`),
              }))}
            />
            <Button keys="Alt F" onPress={() => choose(as)}>
              {t('add')}
            </Button>
            <Button keys="Alt P" onPress={() => photograph(as)}>
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
            void add([...(event.target.files ?? [])], now)
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
          name={now.material ?? t(`roles.${now.role}`)}
          onShot={(file) => void add([file], now)}
          onClose={() => setCamera(false)}
        />
      ) : null}
    </>
  )
}
