import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useKeys } from '../../keyboard/keyboard-context.ts'
import { clockTimeWithSeconds } from '../../i18n/dates.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Progress } from '../../ui/progress.tsx'
import { Select } from '../../ui/select.tsx'
import { type Turn, takePicture, turned } from './take-picture.ts'
import { useCamera } from './use-camera.ts'
import './camera.css'

interface CameraDialogProps {
  /** What the papers are, for their names. */
  readonly name: string
  readonly onShot: (file: File) => void
  readonly onClose: () => void
}

/** Photographs papers one after another with a document camera: one key takes the picture, one keeps it. */
export function CameraDialog(props: CameraDialogProps) {
  const { t } = useTranslation('files')
  return (
    <Dialog wide open onClose={props.onClose} title={t('camera.title')}>
      <Camera {...props} />
    </Dialog>
  )
}

interface Shot {
  readonly file: File
  readonly url: string
}

function Camera({ name, onShot, onClose }: CameraDialogProps) {
  const { t } = useTranslation(['files', 'frame'])
  const video = useRef<HTMLVideoElement>(null)
  const main = useRef<HTMLButtonElement>(null)
  const [chosen, setChosen] = useState<string | null>(null)
  const [attempt, setAttempt] = useState(0)
  const [turn, setTurn] = useState<Turn>(0)
  const [shot, setShot] = useState<Shot | null>(null)
  const [kept, setKept] = useState(0)
  const camera = useCamera(chosen, attempt)
  const isLive = camera.kind === 'live'
  const stream = isLive ? camera.stream : null
  useEffect(() => {
    if (video.current !== null) video.current.srcObject = stream
  }, [stream])

  // The picture is nowhere but in this address: it goes with it.
  useEffect(() => (shot === null ? undefined : () => URL.revokeObjectURL(shot.url)), [shot])
  const take = async () => {
    if (video.current === null) return
    const at = clockTimeWithSeconds(Date.now()).replaceAll(':', '')
    const file = await takePicture(video.current, turn, `${name} ${at}.jpg`)
    if (file !== null) setShot({ file, url: URL.createObjectURL(file) })
  }
  const again = () => {
    // The key of what goes takes the focus with it otherwise.
    main.current?.focus()
    setShot(null)
  }
  const keep = () => {
    if (shot === null) return
    onShot(shot.file)
    setKept((count) => count + 1)
    again()
  }
  const go = () => {
    if (shot !== null) keep()
    else if (isLive) void take()
  }
  useKeys([
    { keys: 'F9', label: t(shot === null ? 'camera.take' : 'camera.keep'), run: go, enabled: isLive },
    { keys: 'Delete', label: t('camera.again'), run: again, enabled: shot !== null },
    { keys: 'R', label: t('camera.turn'), run: () => setTurn(turned), enabled: isLive && shot === null },
  ])
  return (
    <>
      <div className="camera-stage">
        <video
          ref={video}
          className={`camera-view turn-${String(turn)}`}
          hidden={!isLive || shot !== null}
          autoPlay
          muted
          playsInline
          aria-label={t('camera.view')}
        />
        {shot === null ? null : <img className="camera-view" src={shot.url} alt={shot.file.name} />}
        {camera.kind === 'starting' ? <Progress label={t('camera.starting')} /> : null}
        {camera.kind === 'problem' ? (
          <Banner
            tone="problem"
            title={t(`camera.problem.${camera.problem}`)}
            actions={
              <Button size="sm" autoFocus onPress={() => setAttempt((count) => count + 1)}>
                {t('frame:retry')}
              </Button>
            }
          >
            {t(`camera.problemText.${camera.problem}`)}
          </Banner>
        ) : null}
      </div>
      <div className="dialog-foot">
        {isLive && camera.devices.length > 1 && shot === null ? (
          <Select
            label={t('camera.device')}
            value={camera.device}
            onChange={setChosen}
            options={camera.devices.map(({ id, label }, at) => ({
              value: id,
              label: label === '' ? t('camera.numbered', { n: at + 1 }) : label,
            }))}
          />
        ) : null}
        <span className="grow small muted" role="status">
          {kept === 0 ? t('camera.how') : t('camera.kept', { n: kept })}
        </span>
        <Button keys="Esc" onPress={onClose}>
          {t('close')}
        </Button>
        {!isLive ? null : shot === null ? (
          <Button keys="R" onPress={() => setTurn(turned)}>
            {t('camera.turn')}
          </Button>
        ) : (
          <Button keys="Del" onPress={again}>
            {t('camera.again')}
          </Button>
        )}
        {isLive ? (
          <Button ref={main} variant="primary" keys="F9" onPress={go} autoFocus>
            {t(shot === null ? 'camera.take' : 'camera.keep')}
          </Button>
        ) : null}
      </div>
    </>
  )
}
