import type { KeyboardEvent, ReactNode, Ref } from 'react'
import { useId } from 'react'
import { describedBy, Field, type FieldCommonProps } from './field.tsx'

export interface TextFieldProps extends FieldCommonProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onBlur?: () => void
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) => void
  readonly name?: string
  readonly type?: 'text' | 'password' | 'tel' | 'email' | 'url'
  readonly inputMode?: 'text' | 'numeric' | 'tel' | 'email' | 'url'
  /** Two lines or more make it a text area. */
  readonly rows?: number
  readonly placeholder?: string
  readonly maxLength?: number
  readonly readOnly?: boolean
  readonly autoFocus?: boolean
  /** The browser must not remember what one client typed for the next one, so this is off unless said otherwise. */
  readonly autoComplete?: 'off' | 'username' | 'current-password'
  /** Shown inside at the right: what was derived, a unit, a link button. */
  readonly tail?: ReactNode
  readonly tailOk?: boolean
  readonly ref?: Ref<HTMLInputElement & HTMLTextAreaElement>
}

export function TextField({ ref, ...props }: TextFieldProps) {
  const id = useId()
  const { rows = 1, problem, tail } = props
  const bad = typeof problem === 'string' && problem !== ''
  const shared = {
    id,
    name: props.name,
    value: props.value,
    placeholder: props.placeholder,
    maxLength: props.maxLength,
    readOnly: props.readOnly,
    autoFocus: props.autoFocus,
    autoComplete: props.autoComplete ?? 'off',
    spellCheck: false,
    'aria-invalid': bad || undefined,
    'aria-required': props.required === true || undefined,
    'aria-describedby': describedBy({ id, hint: props.hint, problem }),
    onBlur: props.onBlur,
    onKeyDown: props.onKeyDown,
  } as const
  const box = ['input', bad ? 'bad' : '', props.readOnly === true ? 'ro' : '', rows > 1 ? 'multi' : ''].join(' ')
  return (
    <Field
      id={id}
      label={props.label}
      required={props.required ?? false}
      hint={props.hint}
      problem={problem}
      className={props.className ?? ''}
    >
      <div className={box}>
        {rows > 1 ? (
          <textarea {...shared} ref={ref} rows={rows} onChange={(event) => props.onChange(event.target.value)} />
        ) : (
          <input
            {...shared}
            ref={ref}
            type={props.type ?? 'text'}
            inputMode={props.inputMode}
            onChange={(event) => props.onChange(event.target.value)}
          />
        )}
        {tail === undefined || tail === null ? null : (
          <span className={`input-tail ${props.tailOk === true ? 'ok' : ''}`}>{tail}</span>
        )}
      </div>
    </Field>
  )
}
