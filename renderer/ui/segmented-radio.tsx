import type { ReactNode } from 'react'
import { useId } from 'react'
import { Label } from 'react-aria-components/Label'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { describedByProps, FieldNotes, RequiredMark, type FieldCommonProps } from './field.tsx'
import { Mark, type MarkName } from './mark.tsx'
import './segmented-radio.css'

export interface SegmentOption<T extends string> {
  readonly value: T
  readonly label: ReactNode
  readonly mark?: MarkName
  /** How it looks when chosen: `ink` for missing, `amber` only for a date that runs (容缺). */
  readonly tone?: 'accent' | 'ink' | 'amber'
  /** Shown, but cannot be chosen; the title says why. */
  readonly disabledReason?: string | null
}

export interface SegmentedRadioProps<T extends string> extends Omit<FieldCommonProps, 'label'> {
  readonly label: string
  readonly hideLabel?: boolean
  readonly value: T | null
  readonly onChange: (value: T) => void
  readonly options: readonly SegmentOption<T>[]
  readonly size?: 'sm' | 'md'
}

/** A few choices side by side; the arrow keys move and choose. */
export function SegmentedRadio<T extends string>(props: SegmentedRadioProps<T>) {
  const id = useId()
  const { label, hideLabel = false, required = false, hint, problem, options, size = 'md' } = props
  const bad = typeof problem === 'string' && problem !== ''
  const choose = (value: string) => {
    const option = options.find((each) => each.value === value)
    if (option !== undefined) props.onChange(option.value)
  }
  return (
    <RadioGroup
      className={`field ${props.className ?? ''}`}
      value={props.value}
      onChange={choose}
      isRequired={required}
      isInvalid={bad}
      orientation="horizontal"
      {...describedByProps({ id, hint, problem })}
      {...(hideLabel ? { 'aria-label': label } : {})}
    >
      {hideLabel ? null : (
        <Label className="field-label">
          {label}
          <RequiredMark required={required} />
        </Label>
      )}
      <div className={`seg ${size} ${bad ? 'bad' : ''}`}>
        {options.map((option) => (
          <Radio
            key={option.value}
            value={option.value}
            className={option.tone ?? 'accent'}
            isDisabled={(option.disabledReason ?? null) !== null}
            {...(option.disabledReason ? { 'aria-description': option.disabledReason } : {})}
          >
            {option.mark === undefined || props.value !== option.value ? null : <Mark name={option.mark} />}
            {option.label}
          </Radio>
        ))}
      </div>
      <FieldNotes id={id} hint={hint} problem={problem} />
    </RadioGroup>
  )
}
