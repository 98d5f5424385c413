import { useTranslation } from 'react-i18next'
import { maskPhone } from '../../../domain/identity/mask.ts'
import { articleText } from '../../i18n/article-text.ts'
import { fieldProblemText } from '../../i18n/refusal-text.ts'
import { useKeys } from '../../keyboard/keyboard-context.ts'
import { Banner } from '../../ui/banner.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { DateSlot } from './date-slot.tsx'
import { FieldSlot } from './field-slot.tsx'
import { IdSlots } from './id-slots.tsx'
import { useIntake } from './intake-context.ts'
import { representativeLimits, type RepresentativeText } from './model/field-limits.ts'
import { inPersonMatters } from './model/in-person.ts'
import { typedTermProblem } from './model/typed-term.ts'
import { TextSlot } from './text-slot.tsx'

/** Whether somebody acts for the applicant. Its key opens his part and closes it, from whatever field has the focus. */
export function RepresentedSlot() {
  const { t } = useTranslation('intake')
  const { form, edit, focusField } = useIntake()
  const toggle = () => {
    edit({ type: 'represented', on: !form.represented })
    focusField(form.represented ? 'represented' : 'representative.name')
  }
  useKeys([{ keys: representedKey, run: toggle }])
  return (
    <FieldSlot name="represented" span={2}>
      <Checkbox
        className="intake-check"
        label={t('applicant.represented')}
        keys={representedKey}
        checked={form.represented}
        onChange={(on) => edit({ type: 'represented', on })}
      />
    </FieldSlot>
  )
}

const representedKey = 'Alt B'

/** Who acts for the applicant, and by what mandate (民法典 art. 165). */
export function RepresentativeFields() {
  const { t } = useTranslation('intake')
  const { session, form, edit } = useIntake()
  const term = typedTermProblem(form, session.today)
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
        value={form.representative.validUntil}
        onChange={(text) => edit({ type: 'representative', field: 'validUntil', text })}
        side="after"
        problem={term?.field === 'validUntil' ? fieldProblemText(term.code) : null}
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

interface RepresentativeTextProps {
  readonly field: RepresentativeText
  readonly span: number
  readonly label: string
  readonly required?: boolean
  readonly placeholder?: string
}

function RepresentativeText({ field, ...props }: RepresentativeTextProps) {
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
