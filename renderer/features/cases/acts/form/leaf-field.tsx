import { useTranslation } from 'react-i18next'
import { plainDate, isPlainDate } from '../../../../../domain/plain-date.ts'
import { outcomeArticles } from '../../../../../domain/report/outcome.ts'
import { articleText } from '../../../../i18n/article-text.ts'
import { fieldLabel, valueText } from '../../../../i18n/act-form-text.ts'
import { DateField } from '../../../../ui/date-field.tsx'
import { SegmentedRadio } from '../../../../ui/segmented-radio.tsx'
import { Select, type SelectOption } from '../../../../ui/select.tsx'
import { TextField } from '../../../../ui/text-field.tsx'
import { plainPath } from './field-path.ts'
import type { FieldSpec } from './field-spec.ts'
import { useActForm } from './form-context.ts'
import { OtherCaseField } from './other-case-field.tsx'
import { PhraseField } from './phrase-field.tsx'
import { pickOptions } from './pick-options.ts'

export type LeafSpec = Exclude<FieldSpec, { readonly type: 'materials' | 'choices' | 'list' | 'group' | 'variant' }>

export interface LeafFieldProps {
  readonly spec: LeafSpec
  readonly path: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly autoFocus?: boolean
}

/** One field with one value. */
export function LeafField({ spec, path, value, onChange, autoFocus = false }: LeafFieldProps) {
  const { t } = useTranslation('cases')
  const { kind, state, colleagues, problemOf } = useActForm()
  const words = `${kind}.${plainPath(path)}`
  const required = !('empty' in spec) || spec.empty === 'required'
  const common = { label: fieldLabel(words), required, problem: problemOf(path) }
  const options = (values: readonly string[]): readonly SelectOption<string>[] =>
    values.map((each) => ({ value: each, label: valueText(words, each) }))
  switch (spec.type) {
    case 'text':
      return spec.max > 300 ? (
        <PhraseField
          {...common}
          value={value}
          onChange={onChange}
          maxLength={spec.max}
          rows={3}
          autoFocus={autoFocus}
        />
      ) : (
        <TextField {...common} value={value} onChange={onChange} maxLength={spec.max} autoFocus={autoFocus} />
      )
    case 'number':
      return (
        <TextField
          {...common}
          value={value}
          onChange={onChange}
          inputMode="numeric"
          maxLength={9}
          autoFocus={autoFocus}
        />
      )
    case 'money':
      return (
        <TextField
          {...common}
          value={value}
          onChange={onChange}
          inputMode="numeric"
          maxLength={13}
          tail={t('acts.form.yuan')}
          autoFocus={autoFocus}
        />
      )
    case 'date':
      return (
        <DateField
          {...common}
          value={isPlainDate(value) ? plainDate(value) : null}
          onChange={(date) => onChange(date ?? '')}
          autoFocus={autoFocus}
        />
      )
    case 'yesNo':
      return (
        <Choice {...common} value={value} onChange={onChange} options={yesNo(t('acts.form.yes'), t('acts.form.no'))} />
      )
    case 'choice':
      return <Choice {...common} value={value} onChange={onChange} options={options(spec.values)} />
    case 'article':
      return <Choice {...common} value={value} onChange={onChange} options={articleOptions(spec.offered ?? articles)} />
    case 'staff':
      return (
        <Choice
          {...common}
          value={value}
          onChange={onChange}
          options={colleagues.map(({ id, name, organ }) => ({
            value: id,
            label: organ === null ? name : `${name} · ${organ}`,
          }))}
        />
      )
    case 'pick':
      return <Choice {...common} value={value} onChange={onChange} options={pickOptions(state, spec.from)} />
    case 'otherCase':
      return <OtherCaseField {...common} onChange={onChange} />
  }
}

interface ChoiceProps {
  readonly label: string
  readonly required: boolean
  readonly problem: string | null
  readonly value: string
  readonly onChange: (value: string) => void
  readonly options: readonly SelectOption<string>[]
}

/** Few short ones side by side, more or longer ones in a list. What may stay open can be taken back. */
function Choice({ options, required, value, onChange, ...common }: ChoiceProps) {
  const { t } = useTranslation('cases')
  const offered = required ? options : [...options, { value: '', label: t('acts.form.none') }]
  const short = offered.length <= 4 && offered.reduce((sum, { label }) => sum + label.length, 0) <= 24
  if (options.length === 0)
    return (
      <TextField
        {...common}
        required={required}
        value=""
        readOnly
        placeholder={t('acts.form.nothingToPick')}
        onChange={onChange}
      />
    )
  const chosen = value === '' && required ? null : value
  return short ? (
    <SegmentedRadio {...common} required={required} value={chosen} onChange={onChange} options={offered} />
  ) : (
    <Select
      {...common}
      required={required}
      value={chosen}
      onChange={onChange}
      options={offered}
      className={offered.some(({ label }) => label.length > 18) ? 'wide' : ''}
    />
  )
}

const yesNo = (yes: string, no: string) => [
  { value: 'yes', label: yes },
  { value: 'no', label: no },
]

/** What a reply can rest on. */
const articles: readonly string[] = [...new Set(Object.values(outcomeArticles).flat())].sort()

const articleOptions = (offered: readonly string[]): readonly SelectOption<string>[] =>
  offered.map((article) => ({ value: article, label: articleText(article) }))
