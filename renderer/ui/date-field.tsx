import type { KeyboardEvent, Ref } from 'react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlainDate } from '../../domain/plain-date.ts'
import { weekday } from '../i18n/dates.ts'
import type { FieldCommonProps } from './field.tsx'
import { TextField } from './text-field.tsx'
import { mayGoOn, moveDate, readTypedDate } from './typed-date.ts'

export interface DateFieldProps extends FieldCommonProps {
  readonly value: PlainDate | null
  /** Null while what is typed is not a date. */
  readonly onChange: (value: PlainDate | null) => void
  readonly onBlur?: () => void
  readonly autoFocus?: boolean
  readonly readOnly?: boolean
  readonly ref?: Ref<HTMLInputElement & HTMLTextAreaElement>
}

/** A date typed as eight digits or with separators; ↑ ↓ move by a day, PageUp and PageDown by a week. Shows the weekday. */
export function DateField({ ref, ...props }: DateFieldProps) {
  const { t } = useTranslation('ui')
  const { value } = props
  // What is being typed; null = the value speaks for itself.
  const [typed, setTyped] = useState<string | null>(null)
  const set = (text: string) => {
    const date = readTypedDate(text)
    setTyped((date === null && text !== '') || mayGoOn(text) ? text : null)
    props.onChange(date)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const moved = value === null || props.readOnly === true ? null : moveDate(event.key, value)
    if (moved === null) return
    event.preventDefault()
    setTyped(null)
    props.onChange(moved)
  }
  const [left, setLeft] = useState(false)
  const unreadable = left && typed !== null ? t('date.invalid') : null
  return (
    <TextField
      label={props.label}
      required={props.required ?? false}
      hint={props.hint}
      problem={props.problem || unreadable}
      className={props.className ?? ''}
      inputMode="numeric"
      placeholder={t('date.placeholder')}
      maxLength={14}
      value={typed ?? value ?? ''}
      onChange={(text) => {
        setLeft(false)
        set(text)
      }}
      onBlur={() => {
        setLeft(true)
        if (typed !== null && readTypedDate(typed) !== null) setTyped(null)
        props.onBlur?.()
      }}
      onKeyDown={onKeyDown}
      tail={value === null ? null : weekday(value)}
      {...(props.autoFocus === true ? { autoFocus: true } : {})}
      {...(props.readOnly === true ? { readOnly: true } : {})}
      {...(ref === undefined ? {} : { ref })}
    />
  )
}
