import { useTranslation } from 'react-i18next'
import { Button } from 'react-aria-components/Button'
import { DialogTrigger } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import type { PlainDate } from '../../domain/plain-date.ts'
import { DateField } from './date-field.tsx'
import { Icon } from './icon.tsx'
import './filter-chip.css'
import './popover.css'

export interface DateRangeChipProps {
  readonly label: string
  /** Null = from the first, to the last. */
  readonly from: PlainDate | null
  readonly to: PlainDate | null
  readonly onChange: (range: { readonly from: PlainDate | null; readonly to: PlainDate | null }) => void
}

/** A filter by days, both included; shows what is chosen. */
export function DateRangeChip({ label, from, to, onChange }: DateRangeChipProps) {
  const { t } = useTranslation('ui')
  const on = from !== null || to !== null
  const range =
    from === null
      ? t('range.to', { to: to ?? '' })
      : to === null
        ? t('range.from', { from })
        : t('range.both', { from, to })
  return (
    <DialogTrigger>
      <Button className={`chip ${on ? 'on' : ''}`}>
        {on ? t('chip.selected', { label, value: range }) : label}
        <Icon name="down" />
      </Button>
      <Popover className="pop" offset={4} placement="bottom start" aria-label={label}>
        <div className="chip-range">
          <DateField label={t('range.first')} value={from} onChange={(day) => onChange({ from: day, to })} autoFocus />
          <DateField label={t('range.last')} value={to} onChange={(day) => onChange({ from, to: day })} />
        </div>
      </Popover>
    </DialogTrigger>
  )
}
