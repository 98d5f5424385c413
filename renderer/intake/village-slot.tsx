import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useHost } from '../ipc/clients.ts'
import { TextField } from '../ui/text-field.tsx'
import { FieldSlot } from './field-slot.tsx'
import { useIntake } from './intake-context.ts'
import { applicantLimits } from './model/field-limits.ts'
import { findVillages } from './model/find-villages.ts'

/**
 * The village of the applicant, where the window works with villages: by it the village's agent has the matter too (SYN-56). Typing looks for
 * it by any part of its name or by its code; ↓ takes the first that fits. What is none of the list would be in nobody's hands.
 */
export function VillageSlot() {
  const { t } = useTranslation('intake')
  const host = useHost()
  const { form, edit } = useIntake()
  const desk = useQuery({ queryKey: ['desk'], queryFn: () => host.desk.get() }).data
  const villages = desk?.window?.villages ?? []
  if (villages.length === 0) return null
  const { village } = form.applicant
  const set = (text: string) => edit({ type: 'applicant', field: 'village', text })
  const found = findVillages(villages, village)
  const [first] = found
  const isChosen = villages.includes(village.trim())
  return (
    <FieldSlot name="applicant.village" span={4}>
      <TextField
        label={t('applicant.village')}
        name="applicant.village"
        value={village}
        onChange={set}
        maxLength={applicantLimits.village}
        placeholder={t('applicant.villageHint')}
        problem={village.trim() !== '' && first === undefined ? t('applicant.villageUnknown') : null}
        tail={first === undefined || isChosen ? null : t('applicant.villageOffer', { village: first, n: found.length })}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' || first === undefined || event.nativeEvent.isComposing) return
          event.preventDefault()
          set(first)
        }}
      />
    </FieldSlot>
  )
}
