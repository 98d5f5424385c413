import type { ReactNode } from 'react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'
import './progress.css'

export interface ProgressProps {
  readonly label: string
  readonly value?: number
  readonly max?: number
  readonly onCancel?: () => void
}

/** Something that takes a while, with its count where there is one. */
export function Progress({ label, value, max, onCancel }: ProgressProps) {
  const { t } = useTranslation('ui')
  const known = value !== undefined && max !== undefined && max > 0
  return (
    <div className="progress">
      <span>{label}</span>
      {known ? (
        <span className="num">
          {value} / {max}
        </span>
      ) : null}
      <div
        className={`progress-track ${known ? '' : 'unknown'}`}
        role="progressbar"
        aria-label={label}
        aria-valuenow={known ? value : undefined}
        aria-valuemax={known ? max : undefined}
      >
        <i style={known ? { width: `${(100 * value) / max}%` } : {}} />
      </div>
      {onCancel === undefined ? null : (
        <Button size="sm" onPress={onCancel}>
          {t('cancel')}
        </Button>
      )}
    </div>
  )
}

/** Shows its content only after a moment: what is quicker needs no sign of waiting. */
export function AfterAMoment({ children, ms = 150 }: { readonly children: ReactNode; readonly ms?: number }) {
  const [shown, setShown] = useState(false)
  useEffect(() => {
    const timer = window.setTimeout(() => setShown(true), ms)
    return () => window.clearTimeout(timer)
  }, [ms])
  return shown ? children : null
}
