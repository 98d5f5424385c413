import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import './checkbox.css'

export interface CheckboxProps {
  readonly label: ReactNode
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly className?: string
}

export function Checkbox({ label, checked, onChange, className = '' }: CheckboxProps) {
  return (
    <label className={`check ${className}`}>
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      <span className="check-box" aria-hidden="true">
        <Icon name="check" />
      </span>
      <span>{label}</span>
    </label>
  )
}
