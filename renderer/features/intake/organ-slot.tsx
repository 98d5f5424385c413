import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useHost } from '../../ipc/clients.ts'
import { TextField } from '../../ui/text-field.tsx'
import { FieldSlot } from '../../intake/field-slot.tsx'
import { useIntake } from '../../intake/intake-context.ts'
import { disclosureLimits } from '../../intake/model/field-limits.ts'

export interface OrganSlotProps {
  readonly name: string
  readonly span: number
  readonly label: string
  readonly required?: boolean
  readonly value: string
  readonly onChange: (text: string) => void
}

/** An organ: any text; ↓ takes the first organ of the catalogue that fits what is typed. */
export function OrganSlot({ name, span, label, required = false, value, onChange }: OrganSlotProps) {
  const { t } = useTranslation('intake')
  const { problemOf } = useIntake()
  const host = useHost()
  const organs = useQuery({
    queryKey: ['reference', 'organs'],
    queryFn: ({ signal }) => host.items.organs(undefined, { signal }),
  }).data
  const typed = value.trim()
  const fitting = typed === '' ? undefined : organs?.find((organ) => organ.includes(typed) && organ !== typed)
  return (
    <FieldSlot name={name} span={span}>
      <TextField
        label={label}
        name={name}
        required={required}
        value={value}
        onChange={onChange}
        maxLength={disclosureLimits.organ}
        problem={problemOf(name)}
        tail={fitting === undefined ? null : t('disclosure.organOffer', { organ: fitting })}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' || fitting === undefined || event.nativeEvent.isComposing) return
          event.preventDefault()
          onChange(fitting)
        }}
      />
    </FieldSlot>
  )
}
