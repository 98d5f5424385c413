import { useTranslation } from 'react-i18next'
import { Button } from 'react-aria-components/Button'
import { DialogTrigger } from 'react-aria-components/Dialog'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Icon } from './icon.tsx'
import type { SelectOption } from './select.tsx'
import './filter-chip.css'
import './popover.css'

export interface FilterChipProps<T extends string> {
  readonly label: string
  /** Nothing chosen filters nothing. */
  readonly values: readonly T[]
  readonly onChange: (values: readonly T[]) => void
  readonly options: readonly SelectOption<T>[]
}

/** A filter of several values; shows what is chosen. */
export function FilterChip<T extends string>({ label, values, onChange, options }: FilterChipProps<T>) {
  const { t } = useTranslation('ui')
  const chosen = options.filter((option) => values.includes(option.value))
  const text =
    chosen.length === 0
      ? label
      : t('chip.selected', { label, value: chosen.map((option) => option.label).join(t('chip.join')) })
  return (
    <DialogTrigger>
      <Button className={`chip ${chosen.length > 0 ? 'on' : ''}`}>
        {text}
        <Icon name="down" />
      </Button>
      <Popover className="pop" offset={4} placement="bottom start" aria-label={label}>
        <ListBox
          className="pop-list"
          aria-label={label}
          autoFocus="first"
          selectionMode="multiple"
          // Escape closes; it would take back what was chosen first.
          escapeKeyBehavior="none"
          selectedKeys={values}
          onSelectionChange={(keys) =>
            onChange(options.map((option) => option.value).filter((value) => keys === 'all' || keys.has(value)))
          }
          items={options.map((option) => ({ id: option.value, ...option }))}
        >
          {(option) => (
            <ListBoxItem className="opt" id={option.id} textValue={option.label}>
              {({ isSelected }) => (
                <>
                  <span className="opt-check">{isSelected ? <Icon name="check" /> : null}</span>
                  {option.label}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </DialogTrigger>
  )
}

/** A filter that is on or off. */
export function ToggleChip(props: {
  readonly label: string
  readonly on: boolean
  readonly onChange: (on: boolean) => void
}) {
  return (
    <button
      type="button"
      className={`chip ${props.on ? 'on' : ''}`}
      aria-pressed={props.on}
      onClick={() => props.onChange(!props.on)}
    >
      {props.on ? <Icon name="check" /> : null}
      {props.label}
    </button>
  )
}
