import { useTranslation } from 'react-i18next'
import { dateWithWeekday, weekday } from '../../i18n/dates.ts'
import { FieldSlot } from '../../intake/field-slot.tsx'
import { useIntake } from '../../intake/intake-context.ts'
import { parseDateEntry } from '../../intake/model/date-entry.ts'
import { TextField } from '../../ui/text-field.tsx'
import { moveDate } from '../../ui/typed-date.ts'

export interface DateSlotProps {
  readonly name: string
  readonly span: number
  readonly label: string
  readonly value: string
  readonly onChange: (text: string) => void
  /** Where a date without a year lies. */
  readonly side: 'before' | 'after'
  readonly required?: boolean
  readonly hint?: string
  /** Said at once, not only when the field has been left; absent or null = nothing of that kind. */
  readonly problem?: string | null
}

/**
 * A date of the form. It keeps the text as typed, so that a draft loses nothing, reads short forms (`1122`, `-3`) against today, and writes the
 * whole date once the field is left.
 */
export function DateSlot({ name, span, label, value, onChange, side, required = false, hint, problem }: DateSlotProps) {
  const { t } = useTranslation('intake')
  const { session, problemOf } = useIntake()
  const date = parseDateEntry(value, session.today, side)
  return (
    <FieldSlot
      name={name}
      span={span}
      onFocusChange={(focused) => {
        if (!focused && date !== null && date !== value) onChange(date)
      }}
    >
      <TextField
        label={label}
        name={name}
        value={value}
        onChange={onChange}
        onKeyDown={(event) => {
          const moved = date === null ? null : moveDate(event.key, date)
          if (moved === null) return
          event.preventDefault()
          onChange(moved)
        }}
        maxLength={20}
        required={required}
        inputMode="numeric"
        placeholder={t('date.hint')}
        problem={problem ?? problemOf(name)}
        hint={hint}
        tail={date === null ? null : date === value ? weekday(date) : dateWithWeekday(date)}
      />
    </FieldSlot>
  )
}
