import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import { KeyHint, keyShortcutsOf } from './key-hint.tsx'
import './checkbox.css'

export interface CheckboxProps {
  readonly label: ReactNode
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  /** The key that does the same; binding it is the caller's. */
  readonly keys?: string
  readonly className?: string
}

export function Checkbox({ label, checked, onChange, keys, className = '' }: CheckboxProps) {
  return (
    <label className={`check ${className}`}>
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
        aria-keyshortcuts={keys === undefined ? undefined : keyShortcutsOf(keys)}
      />
      <span className="check-box" aria-hidden="true">
        <Icon name="check" />
      </span>
      <span>{label}</span>
      {keys === undefined ? null : <KeyHint keys={keys} />}
    </label>
  )
}
