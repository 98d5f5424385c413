import { useTranslation } from 'react-i18next'
import { agentRelations, authorityKinds } from '../../../domain/case/applicant.ts'
import { maskPhone } from '../../../domain/identity/mask.ts'
import { articleText } from '../../i18n/article-text.ts'
import { fieldProblemText } from '../../i18n/refusal-text.ts'
import { useKeys } from '../../keyboard/keyboard-context.ts'
import { Banner } from '../../ui/banner.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Select } from '../../ui/select.tsx'
import { DateSlot } from './date-slot.tsx'
import { FieldSlot } from '../../intake/field-slot.tsx'
import { IdSlots } from '../../intake/id-slots.tsx'
import { useIntake } from '../../intake/intake-context.ts'
import { KnownAgentOffer } from '../../intake/known-offer.tsx'
import { representativeLimits, type RepresentativeText } from '../../intake/model/field-limits.ts'
import type { RepresentativeChoices } from '../../intake/model/form-model.ts'
import { inPersonMatters } from '../../intake/model/in-person.ts'
import { typedTermProblem } from '../../intake/model/typed-term.ts'
import { TextSlot } from '../../intake/text-slot.tsx'

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
  const { t } = useTranslation(['intake', 'terms'])
  const { session, form, edit } = useIntake()
  const { agentRelation, authorityKind, originalSeen } = form.representative
  const choose = (choices: Partial<RepresentativeChoices>) => edit({ type: 'representativeChoice', choices })
  const term = typedTermProblem(form, session.today)
  return (
    <div
      className="intake-grid intake-representative"
      role="group"
      aria-label={t('representative.title')}
      data-section="representative"
    >
      <KnownAgentOffer />
      <RepresentativeText field="name" span={2} label={t('representative.name')} required />
      <IdSlots party="representative" label={t('representative.id')} span={4} usual="resident_id" />
      <RepresentativeText field="phone" span={2} label={t('representative.phone')} />
      <Choice
        field="agentRelation"
        label={t('representative.relation')}
        value={agentRelation}
        options={agentRelations.map((value) => ({ value, label: t(`terms:agentRelation.${value}`) }))}
        onChange={(chosen) => choose({ agentRelation: chosen })}
      />
      <Choice
        field="authorityKind"
        label={t('representative.authorityKind')}
        value={authorityKind}
        options={authorityKinds.map((value) => ({ value, label: t(`terms:authorityKind.${value}`) }))}
        onChange={(chosen) => choose({ authorityKind: chosen })}
      />
      <RepresentativeText
        field="authority"
        span={3}
        label={t('representative.authority')}
        required
        placeholder={t('representative.authorityHint')}
      />
      <RepresentativeText
        field="matters"
        span={3}
        label={t('representative.matters')}
        required={authorityKind === 'special'}
      />
      <TermSlot field="validFrom" label={t('representative.from')} side="before" term={term} />
      <TermSlot field="validUntil" label={t('representative.until')} side="after" term={term} />
      <FieldSlot name="representative.originalSeen" span={2}>
        <Checkbox
          className="intake-check"
          label={t('representative.original')}
          checked={originalSeen}
          onChange={(on) => choose({ originalSeen: on })}
        />
      </FieldSlot>
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

interface ChoiceProps<V extends string> {
  readonly field: 'agentRelation' | 'authorityKind'
  readonly label: string
  readonly value: V | null
  readonly options: readonly { readonly value: V; readonly label: string }[]
  readonly onChange: (value: V | null) => void
}

/** One of a few, or nothing said of it. */
function Choice<V extends string>({ field, label, value, options, onChange }: ChoiceProps<V>) {
  const { t } = useTranslation('intake')
  return (
    <FieldSlot name={`representative.${field}`} span={2}>
      <Select<V | 'unsaid'>
        label={label}
        value={value ?? 'unsaid'}
        onChange={(chosen) => onChange(chosen === 'unsaid' ? null : chosen)}
        options={[{ value: 'unsaid', label: t('representative.unsaid') }, ...options]}
      />
    </FieldSlot>
  )
}

interface TermSlotProps {
  readonly field: 'validFrom' | 'validUntil'
  readonly label: string
  readonly side: 'before' | 'after'
  /** What the term says against the mandate. */
  readonly term: ReturnType<typeof typedTermProblem>
}

function TermSlot({ field, term, ...props }: TermSlotProps) {
  const { form, edit } = useIntake()
  return (
    <DateSlot
      {...props}
      name={`representative.${field}`}
      span={2}
      value={form.representative[field]}
      onChange={(text) => edit({ type: 'representative', field, text })}
      problem={term?.field === field ? fieldProblemText(term.code) : null}
    />
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
