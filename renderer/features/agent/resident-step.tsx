import { useTranslation } from 'react-i18next'
import type { KeyboardEvent } from 'react'
import { maskPhone } from '../../../domain/identity/mask.ts'
import { IdSlots } from '../../intake/id-slots.tsx'
import { KnownOffer } from '../../intake/known-offer.tsx'
import { nextStop } from '../../intake/focus.ts'
import { applicantLimits, type ApplicantText } from '../../intake/model/field-limits.ts'
import { TextSlot } from '../../intake/text-slot.tsx'
import { VillageSlot } from '../../intake/village-slot.tsx'
import { useErrandContext } from './errand-context.ts'

/** Whom the errand is for. Enter goes on to the next field, as Tab does. */
export function ResidentStep() {
  const { t } = useTranslation(['agent', 'intake'])
  const { form } = useErrandContext().intake
  const { phone } = form.applicant
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.nativeEvent.isComposing || event.defaultPrevented) return
    if (!(event.target instanceof HTMLInputElement)) return
    const next = nextStop(event.currentTarget, event.target)
    if (next === null) return
    next.focus()
    event.preventDefault()
  }
  return (
    <>
      <h1>{t('resident.title')}</h1>
      <p className="errand-say">{t('resident.say')}</p>
      <div className="errand-form" data-section="applicant" onKeyDown={onKeyDown}>
        <KnownOffer />
        <ResidentText field="name" label={t('intake:applicant.name.person')} required />
        <IdSlots party="applicant" label={t('intake:applicant.id.person')} span={6} usual="resident_id" />
        <ResidentText
          field="phone"
          label={t('intake:applicant.phone')}
          required
          inputMode="tel"
          {...(phone === '' ? {} : { masked: maskPhone(phone) })}
        />
        <VillageSlot />
        <ResidentText field="address" label={t('intake:applicant.address')} />
      </div>
    </>
  )
}

interface ResidentTextProps {
  readonly field: ApplicantText
  readonly label: string
  readonly required?: boolean
  readonly inputMode?: 'tel'
  readonly masked?: string
}

function ResidentText({ field, ...props }: ResidentTextProps) {
  const { form, edit } = useErrandContext().intake
  return (
    <TextSlot
      {...props}
      span={6}
      name={`applicant.${field}`}
      value={form.applicant[field]}
      onChange={(text) => edit({ type: 'applicant', field, text })}
      maxLength={applicantLimits[field]}
    />
  )
}
