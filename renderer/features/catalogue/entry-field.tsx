import { useTranslation } from 'react-i18next'
import { findCategory } from '../../../domain/record/publication/categories.ts'
import { isPlainDate } from '../../../domain/plain-date.ts'
import { DateField } from '../../ui/date-field.tsx'
import { SegmentedRadio } from '../../ui/segmented-radio.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { EntryField } from './model/entry-fields.ts'
import { fieldName, optionText } from './entry-words.ts'

export interface EntryFieldInputProps {
  readonly field: EntryField
  readonly value: string
  readonly problem: string | null
  readonly autoFocus: boolean
  readonly onChange: (value: string) => void
}

export function EntryFieldInput({ field, value, problem, autoFocus, onChange }: EntryFieldInputProps) {
  const { t } = useTranslation('catalogue')
  const { name, type, required, options = [], max = 200 } = field
  const label = fieldName(name)
  const shared = { label, required, problem } as const
  switch (type) {
    case 'select':
      return (
        <Select
          {...shared}
          value={options.includes(value) ? value : null}
          onChange={onChange}
          options={options.map((each) => ({ value: each, label: textOf(name, each) }))}
          {...(name === 'listNo' && options.length === 0 ? { hint: t('form.noLists') } : {})}
        />
      )
    case 'choice':
      return (
        <SegmentedRadio
          {...shared}
          className={name.startsWith('found.') ? '' : 'whole'}
          size="sm"
          value={options.includes(value) ? value : null}
          onChange={onChange}
          options={options.map((each) => ({ value: each, label: textOf(name, each) }))}
        />
      )
    case 'date':
      return (
        <DateField
          {...shared}
          value={isPlainDate(value) ? value : null}
          onChange={(date) => onChange(date ?? '')}
          autoFocus={autoFocus}
        />
      )
    case 'number':
    case 'line':
    case 'text':
      return (
        <TextField
          {...shared}
          className={type === 'text' ? 'whole' : ''}
          value={value}
          onChange={onChange}
          maxLength={type === 'number' ? 4 : max}
          rows={type === 'text' ? (max > 500 ? 3 : 2) : 1}
          autoFocus={autoFocus}
          {...(type === 'number' ? { inputMode: 'numeric' as const } : {})}
        />
      )
  }
}

const textOf = (name: string, value: string): string =>
  name === 'category'
    ? `${value} ${findCategory(value)?.title ?? ''}`
    : name === 'listNo'
      ? value
      : optionText(name, value)
