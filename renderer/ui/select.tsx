import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from 'react-aria-components/Button'
import { Label } from 'react-aria-components/Label'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select'
import { describedByProps, FieldNotes, RequiredMark, type FieldCommonProps } from './field.tsx'
import { Icon } from './icon.tsx'
import './popover.css'
import './select.css'

export interface SelectOption<T extends string> {
  readonly value: T
  readonly label: string
}

export interface SelectProps<T extends string> extends FieldCommonProps {
  readonly value: T | null
  readonly onChange: (value: T) => void
  readonly options: readonly SelectOption<T>[]
  readonly placeholder?: string
}

/** One of many; typing jumps to an option, as in any list. */
export function Select<T extends string>(props: SelectProps<T>) {
  const { t } = useTranslation('ui')
  const id = useId()
  const { required = false, hint, problem, options } = props
  const bad = typeof problem === 'string' && problem !== ''
  const choose = (key: unknown) => {
    const option = options.find((each) => each.value === key)
    if (option !== undefined) props.onChange(option.value)
  }
  return (
    <AriaSelect
      className={`field ${props.className ?? ''}`}
      value={props.value}
      onChange={choose}
      isRequired={required}
      isInvalid={bad}
      placeholder={props.placeholder ?? t('choose')}
      {...describedByProps({ id, hint, problem })}
    >
      <Label className="field-label">
        {props.label}
        <RequiredMark required={required} />
      </Label>
      <Button className={`select-button ${bad ? 'bad' : ''}`}>
        <SelectValue className="select-value" />
        <Icon name="down" />
      </Button>
      <FieldNotes id={id} hint={hint} problem={problem} />
      <Popover className="pop" offset={2}>
        <ListBox className="pop-list" items={options.map((option) => ({ id: option.value, ...option }))}>
          {(option) => (
            <ListBoxItem className="opt" id={option.id} textValue={option.label}>
              {option.label}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
