import type { KeyboardEvent, Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from './icon.tsx'
import './number-stepper.css'

export interface NumberStepperProps {
  readonly label: string
  readonly value: number
  readonly onChange: (value: number) => void
  readonly min?: number
  readonly max?: number
  readonly invalid?: boolean
  /** 0 in a table where the row handles the keys; the buttons are never stops of their own. */
  readonly tabIndex?: number
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void
  readonly ref?: Ref<HTMLInputElement>
}

/** A small count: digits, + − or ↑ ↓. */
export function NumberStepper({ ref, ...props }: NumberStepperProps) {
  const { t } = useTranslation('ui')
  const { label, value, min = 0, max = 999, invalid = false } = props
  const set = (next: number) => props.onChange(Math.min(max, Math.max(min, next)))
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const step = { '+': 1, '=': 1, ArrowUp: 1, '-': -1, ArrowDown: -1 }[event.key]
    if (step === undefined) return props.onKeyDown?.(event)
    set(value + step)
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <span className={`stepper ${invalid ? 'bad' : ''}`}>
      <button type="button" tabIndex={-1} aria-label={`${label} ${t('decrease')}`} onClick={() => set(value - 1)}>
        <Icon name="minus" />
      </button>
      <input
        ref={ref}
        type="text"
        inputMode="numeric"
        role="spinbutton"
        aria-label={label}
        aria-valuenow={value}
        aria-valuemin={min}
        aria-valuemax={max}
        aria-invalid={invalid || undefined}
        autoComplete="off"
        tabIndex={props.tabIndex}
        value={String(value)}
        onFocus={(event) => event.target.select()}
        onChange={(event) => set(Number(event.target.value.replace(/\D/g, '').slice(-3)))}
        onKeyDown={onKeyDown}
      />
      <button type="button" tabIndex={-1} aria-label={`${label} ${t('increase')}`} onClick={() => set(value + 1)}>
        <Icon name="plus" />
      </button>
    </span>
  )
}
