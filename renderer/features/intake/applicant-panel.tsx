import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { applicantKinds, reportCategories } from '../../../domain/case/applicant.ts'
import { checkIdNumber } from '../../../domain/identity/check-id-number.ts'
import { maskIdNumber, maskPhone } from '../../../domain/identity/mask.ts'
import { pickups } from '../../../domain/service/service-intake.ts'
import { Mark } from '../../ui/mark.tsx'
import { Panel } from '../../ui/panel.tsx'
import { SegmentedRadio } from '../../ui/segmented-radio.tsx'
import { Select } from '../../ui/select.tsx'
import { FieldSlot } from '../../intake/field-slot.tsx'
import { nextStop } from '../../intake/focus.ts'
import { IdSlots } from '../../intake/id-slots.tsx'
import { useIntake } from '../../intake/intake-context.ts'
import { KnownOffer } from '../../intake/known-offer.tsx'
import { isContact } from '../../intake/model/form-model.ts'
import { applicantLimits, type ApplicantText } from '../../intake/model/field-limits.ts'
import { RepresentativeFields, RepresentedSlot } from './representative-fields.tsx'
import { TextSlot } from '../../intake/text-slot.tsx'
import { VillageSlot } from '../../intake/village-slot.tsx'

/** Who applies, and who acts for him. Enter goes on to the next field, as Tab does. */
export function ApplicantPanel() {
  const { t } = useTranslation(['intake', 'terms'])
  const { form } = useIntake()
  const { matter } = form
  const contact = isContact(matter)
  const nameless = contact && form.contact.anonymous
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.nativeEvent.isComposing) return
    if (!(event.target instanceof HTMLInputElement) || event.defaultPrevented) return
    const screen = event.currentTarget.closest('.intake-main')
    nextStop(screen ?? event.currentTarget, event.target)?.focus()
    event.preventDefault()
  }
  return (
    <Panel
      title={contact ? t(`applicant.who.${matter.kind}`) : t('applicant.title')}
      padded={false}
      actions={nameless ? undefined : <span className="small muted">{t('applicant.scanHint')}</span>}
    >
      <div onKeyDown={onKeyDown}>
        {nameless ? null : <KnownOffer />}
        <div className="intake-grid" data-section="applicant">
          {nameless ? (
            <PhoneField />
          ) : (
            <>
              {/* Outside of both, so that choosing a type does not take the focus away. */}
              <KindField />
              {form.applicant.kind === 'person' ? <PersonFields /> : <BodyFields />}
              {form.represented && !contact ? <RepresentativeFields /> : null}
            </>
          )}
        </div>
      </div>
    </Panel>
  )
}

function KindField() {
  const { t } = useTranslation(['intake', 'terms'])
  const { form, edit } = useIntake()
  return (
    <FieldSlot name="applicant.kind" span={4}>
      <SegmentedRadio
        label={t('applicant.kind')}
        value={form.applicant.kind}
        onChange={(kind) => edit({ type: 'applicantKind', kind })}
        options={applicantKinds.map((value) => ({ value, label: t(`terms:applicantKind.${value}`) }))}
      />
    </FieldSlot>
  )
}

function PersonFields() {
  const { t } = useTranslation(['intake', 'terms'])
  const { form } = useIntake()
  return (
    <>
      <ApplicantText field="name" span={4} label={t('applicant.name.person')} required />
      <IdSlots
        party="applicant"
        label={t('applicant.id.person')}
        span={4}
        usual="resident_id"
        required={!isContact(form.matter)}
      />
      <PhoneField />
      <AddressFields />
    </>
  )
}

function BodyFields() {
  const { t } = useTranslation(['intake', 'terms'])
  const { session, form, edit, problemOf } = useIntake()
  const { kind, contactIdNumber } = form.applicant
  const contact = checkIdNumber(contactIdNumber, { today: session.today })
  return (
    <>
      <ApplicantText field="name" span={5} label={t('applicant.name.body')} required />
      <IdSlots
        party="applicant"
        label={t('applicant.id.body')}
        span={3}
        usual="uscc"
        required={!isContact(form.matter)}
      />
      <ApplicantText
        field="contactName"
        span={2}
        label={t(`applicant.contact.${kind}`)}
        required={!isContact(form.matter)}
      />
      <TextSlot
        name="applicant.contactIdNumber"
        span={4}
        label={t('applicant.id.contact')}
        value={contactIdNumber}
        onChange={(text) => edit({ type: 'applicant', field: 'contactIdNumber', text })}
        maxLength={applicantLimits.contactIdNumber}
        {...(contactIdNumber === '' ? {} : { masked: maskIdNumber(contactIdNumber) })}
        tail={
          contact.valid && contact.birth !== null && contact.sex !== null ? (
            <>
              {t('applicant.birth', { birth: contact.birth, sex: t(`applicant.sex.${contact.sex}`) })}
              <Mark name="done" />
            </>
          ) : null
        }
        tailOk={contact.valid}
      />
      <PhoneField />
      {form.matter?.kind === 'disclosure' ? (
        <FieldSlot name="applicant.reportCategory" span={3}>
          <Select
            label={t('applicant.category')}
            required
            value={form.applicant.reportCategory}
            onChange={(category) => edit({ type: 'reportCategory', category })}
            problem={problemOf('applicant.reportCategory')}
            options={reportCategories
              .filter((value) => value !== 'natural')
              .map((value) => ({ value, label: t(`terms:reportCategory.${value}`) }))}
          />
        </FieldSlot>
      ) : null}
      <AddressFields />
    </>
  )
}

function PhoneField() {
  const { t } = useTranslation('intake')
  const { form } = useIntake()
  const { phone } = form.applicant
  return (
    <ApplicantText
      field="phone"
      span={3}
      label={t('applicant.phone')}
      required={!isContact(form.matter)}
      inputMode="tel"
      {...(phone === '' ? {} : { masked: maskPhone(phone) })}
    />
  )
}

function AddressFields() {
  const { t } = useTranslation(['intake', 'terms'])
  const { form, edit } = useIntake()
  const service = form.matter?.kind === 'service' || form.matter?.kind === 'bundle'
  return (
    <>
      <ApplicantText
        field="address"
        span={5}
        label={t('applicant.address')}
        required={form.pickup === 'post' && service}
      />
      <VillageSlot />
      {isContact(form.matter) ? null : service ? (
        <FieldSlot name="pickup" span={2}>
          <Select
            label={t('applicant.pickup')}
            value={form.pickup}
            onChange={(pickup) => edit({ type: 'pickup', pickup })}
            options={pickups.map((value) => ({ value, label: t(`terms:pickup.${value}`) }))}
          />
        </FieldSlot>
      ) : (
        <ApplicantText field="postcode" span={2} label={t('applicant.postcode')} inputMode="numeric" />
      )}
      {isContact(form.matter) ? null : <RepresentedSlot />}
    </>
  )
}

interface ApplicantTextProps {
  readonly field: ApplicantText
  readonly span: number
  readonly label: string
  readonly required?: boolean
  readonly inputMode?: 'numeric' | 'tel'
  readonly placeholder?: string
  readonly masked?: string
}

function ApplicantText({ field, ...props }: ApplicantTextProps) {
  const { form, edit } = useIntake()
  return (
    <TextSlot
      {...props}
      name={`applicant.${field}`}
      value={form.applicant[field]}
      onChange={(text) => edit({ type: 'applicant', field, text })}
      maxLength={applicantLimits[field]}
    />
  )
}
