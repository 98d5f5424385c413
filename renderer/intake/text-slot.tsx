import type { ReactNode } from 'react'
import { useState } from 'react'
import { TextField } from '../ui/text-field.tsx'
import { FieldSlot } from './field-slot.tsx'
import { useIntake } from './intake-context.ts'

export interface TextSlotProps {
  readonly name: string
  readonly span: number
  readonly label: string
  readonly value: string
  readonly onChange: (text: string) => void
  readonly maxLength: number
  readonly required?: boolean
  readonly hint?: ReactNode
  readonly tail?: ReactNode
  readonly tailOk?: boolean
  readonly rows?: number
  readonly inputMode?: 'text' | 'numeric' | 'tel' | 'email'
  readonly placeholder?: string
  /** Shown instead of the value while nobody is in the field: people stand in front of the screen. */
  readonly masked?: string
  readonly problem?: string | null
}

/** A text field of the form in its place. */
export function TextSlot(props: TextSlotProps) {
  const { name, masked, problem } = props
  const { problemOf } = useIntake()
  const [focused, setFocused] = useState(false)
  const shownProblem = problem === undefined ? problemOf(name) : problem
  // Whoever has to find what is wrong needs to see it.
  const hidden = masked !== undefined && !focused && shownProblem === null
  return (
    <FieldSlot name={name} span={props.span} onFocusChange={setFocused}>
      <TextField
        label={props.label}
        name={name}
        value={hidden ? masked : props.value}
        onChange={props.onChange}
        maxLength={props.maxLength}
        required={props.required ?? false}
        problem={shownProblem}
        hint={props.hint}
        tail={props.tail}
        tailOk={props.tailOk ?? false}
        rows={props.rows ?? 1}
        {...(props.inputMode === undefined ? {} : { inputMode: props.inputMode })}
        {...(props.placeholder === undefined ? {} : { placeholder: props.placeholder })}
      />
    </FieldSlot>
  )
}
