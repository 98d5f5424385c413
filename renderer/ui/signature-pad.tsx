import { useEffect, useRef, useState, type PointerEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'
import './signature-pad.css'

export interface SignaturePadProps {
  /** Said to screen readers: whose signature. */
  readonly label: string
  /** Name of the file, ending in `.png`. */
  readonly name: string
  readonly onSigned: (file: File) => void
  readonly busy?: boolean
}

/** Pixels of the picture for each of the screen, so that thin strokes stay legible on paper. */
const scale = 2
/** A tap by mistake is no signature. */
const leastPoints = 8

/**
 * A field to sign in with a finger, a pen or a mouse. What is drawn leaves it as a PNG with the signature in black on white, and only when the
 * button says so; leaving the page leaves nothing of it. Whoever cannot draw signs on paper: the caller offers that beside it.
 */
export function SignaturePad({ label, name, onSigned, busy = false }: SignaturePadProps) {
  const { t } = useTranslation('ui')
  const canvas = useRef<HTMLCanvasElement>(null)
  const [points, setPoints] = useState(0)

  useEffect(() => {
    const field = canvas.current
    if (field === null) return
    field.width = field.clientWidth * scale
    field.height = field.clientHeight * scale
    wipe(field)
  }, [])

  const at = (event: PointerEvent<HTMLCanvasElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    return { x: (event.clientX - box.left) * scale, y: (event.clientY - box.top) * scale }
  }
  const begin = (event: PointerEvent<HTMLCanvasElement>) => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    const pen = event.currentTarget.getContext('2d')
    const { x, y } = at(event)
    pen?.beginPath()
    pen?.moveTo(x, y)
    setPoints((count) => count + 1)
  }
  const draw = (event: PointerEvent<HTMLCanvasElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const pen = event.currentTarget.getContext('2d')
    if (pen === null) return
    const { x, y } = at(event)
    pen.lineWidth = 3 * scale
    pen.lineCap = 'round'
    pen.lineJoin = 'round'
    pen.strokeStyle = '#000'
    pen.lineTo(x, y)
    pen.stroke()
    setPoints((count) => count + 1)
  }
  const clear = () => {
    if (canvas.current !== null) wipe(canvas.current)
    setPoints(0)
  }
  const take = () =>
    canvas.current?.toBlob((blob) => {
      if (blob !== null) onSigned(new File([blob], name, { type: 'image/png' }))
    }, 'image/png')

  return (
    <div className="signature">
      <canvas
        ref={canvas}
        role="img"
        aria-label={label}
        className="signature-field"
        onPointerDown={begin}
        onPointerMove={draw}
      />
      <div className="signature-acts">
        <span className="muted grow">{t('signature.how')}</span>
        <Button onPress={clear} disabledReason={points === 0 ? t('signature.empty') : null}>
          {t('signature.clear')}
        </Button>
        <Button
          variant="primary"
          busy={busy}
          onPress={take}
          disabledReason={points < leastPoints ? t('signature.empty') : null}
        >
          {t('signature.take')}
        </Button>
      </div>
    </div>
  )
}

/** White, not transparent: the picture is printed. */
const wipe = (field: HTMLCanvasElement): void => {
  const pen = field.getContext('2d')
  if (pen === null) return
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, field.width, field.height)
}
