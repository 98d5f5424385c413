import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { applicantKinds, reportCategories } from '../../../domain/case/applicant.ts'
import { checkIdNumber } from '../../../domain/identity/check-id-number.ts'
import { maskIdNumber, maskPhone } from '../../../domain/identity/mask.ts'
import { pickups } from '../../../domain/service/service-intake.ts'
import { articleText } from '../../i18n/article-text.ts'
import { Banner } from '../../ui/banner.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Mark } from '../../ui/mark.tsx'
import { Panel } from '../../ui/panel.tsx'
import { SegmentedRadio } from '../../ui/segmented-radio.tsx'
import { Select } from '../../ui/select.tsx'
import { DateSlot } from './date-slot.tsx'
import { FieldSlot } from './field-slot.tsx'
import { nextStop } from './focus.ts'
import { IdSlots } from './id-slots.tsx'
import { useIntake } from './intake-context.ts'
import { KnownOffer } from './known-offer.tsx'
import { isContact } from './model/form-model.ts'
import { inPersonMatters } from './model/in-person.ts'
import {
  applicantLimits,
  representativeLimits,
  type ApplicantText,
  type RepresentativeText,
} from './model/field-limits.ts'
import { TextSlot } from './text-slot.tsx'
import { VillageSlot } from './village-slot.tsx'

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
      {isContact(form.matter) ? null : (
        <FieldSlot name="represented" span={2}>
          <Checkbox
            className="intake-check"
            label={t('applicant.represented')}
            checked={form.represented}
            onChange={(on) => edit({ type: 'represented', on })}
          />
        </FieldSlot>
      )}
    </>
  )
}

function RepresentativeFields() {
  const { t } = useTranslation('intake')
  const { form, edit } = useIntake()
  const { validUntil } = form.representative
  return (
    <div
      className="intake-grid intake-representative"
      role="group"
      aria-label={t('representative.title')}
      data-section="representative"
    >
      <RepresentativeText field="name" span={2} label={t('representative.name')} required />
      <IdSlots party="representative" label={t('representative.id')} span={4} usual="resident_id" />
      <RepresentativeText field="phone" span={2} label={t('representative.phone')} />
      <RepresentativeText
        field="authority"
        span={2}
        label={t('representative.authority')}
        required
        placeholder={t('representative.authorityHint')}
      />
      <DateSlot
        name="representative.validUntil"
        span={2}
        label={t('representative.until')}
        value={validUntil}
        onChange={(text) => edit({ type: 'representative', field: 'validUntil', text })}
        side="after"
      />
      {inPersonMatters(form).map(({ name, article }) => (
        <div key={name} className="span-12">
          <Banner title={t('representative.inPerson', { name })}>
            {t('representative.inPersonWhy', { article: articleText(article) })}
          </Banner>
        </div>
      ))}
    </div>
  )
}

interface PartyTextProps<F> {
  readonly field: F
  readonly span: number
  readonly label: string
  readonly required?: boolean
  readonly inputMode?: 'numeric' | 'tel'
  readonly placeholder?: string
  readonly masked?: string
}

function ApplicantText({ field, ...props }: PartyTextProps<ApplicantText>) {
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

function RepresentativeText({ field, ...props }: PartyTextProps<RepresentativeText>) {
  const { form, edit } = useIntake()
  const value = form.representative[field]
  return (
    <TextSlot
      {...props}
      name={`representative.${field}`}
      value={value}
      onChange={(text) => edit({ type: 'representative', field, text })}
      maxLength={representativeLimits[field]}
      {...(field === 'phone' && value !== '' ? { masked: maskPhone(value) } : {})}
    />
  )
}
