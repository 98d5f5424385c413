import { useTranslation } from 'react-i18next'
import { TextField } from '../../ui/text-field.tsx'
import { FieldSlot } from './field-slot.tsx'
import { useIntake } from './intake-context.ts'
import { disclosureLimits } from './model/field-limits.ts'

/** The organ that is asked: any text; ↓ takes the first organ of the catalogue that fits what is typed. */
export function OrganSlot({ organs, value }: { readonly organs: readonly string[]; readonly value: string }) {
  const { t } = useTranslation('intake')
  const { edit, problemOf } = useIntake()
  const set = (text: string) => edit({ type: 'disclosure', field: 'organ', text })
  const typed = value.trim()
  const fitting = typed === '' ? undefined : organs.find((organ) => organ.includes(typed) && organ !== typed)
  return (
    <FieldSlot name="organ" span={8}>
      <TextField
        label={t('disclosure.organ')}
        name="organ"
        required
        value={value}
        onChange={set}
        maxLength={disclosureLimits.organ}
        problem={problemOf('organ')}
        tail={fitting === undefined ? null : t('disclosure.organOffer', { organ: fitting })}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' || fitting === undefined || event.nativeEvent.isComposing) return
          event.preventDefault()
          set(fitting)
        }}
      />
    </FieldSlot>
  )
}
