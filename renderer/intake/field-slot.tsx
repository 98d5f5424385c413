import type { ReactNode } from 'react'
import { useIntake } from './intake-context.ts'
import './form-parts.css'

export interface FieldSlotProps {
  /** Path of the field as problems name it, without `intake.`. */
  readonly name: string
  /** Columns of twelve. */
  readonly span: number
  readonly onFocusChange?: (focused: boolean) => void
  readonly children: ReactNode
}

/** A field's place on the screen: where the focus goes for a problem, and where leaving it is noticed. */
export function FieldSlot({ name, span, onFocusChange, children }: FieldSlotProps) {
  const { dispatch } = useIntake()
  return (
    <div
      className={`intake-slot span-${span}`}
      data-field={name}
      onFocus={() => onFocusChange?.(true)}
      onBlur={(event) => {
        if (event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)) return
        onFocusChange?.(false)
        dispatch({ type: 'leave', field: name })
      }}
    >
      {children}
    </div>
  )
}
