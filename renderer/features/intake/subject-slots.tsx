import { useTranslation } from 'react-i18next'
import { Select } from '../../ui/select.tsx'
import { ContactTextSlot } from './contact-text-slot.tsx'
import { FieldSlot } from '../../intake/field-slot.tsx'
import { useIntake } from '../../intake/intake-context.ts'
import { subjectKinds } from '../../intake/model/contact-fields.ts'
import { windowNo } from '../../intake/model/contact-act.ts'
import { OrganSlot } from './organ-slot.tsx'
import { useSubjectCase } from './use-subject-case.ts'

/** Whom or what a complaint is about. */
export function SubjectSlots() {
  const { t } = useTranslation('intake')
  const { form, edit } = useIntake()
  const { subjectKind, subjectOrgan, subjectWindow, subjectCase } = form.contact
  const search = useSubjectCase()
  const organ = (required: boolean) => (
    <OrganSlot
      name="subject.organ"
      span={required ? 9 : 5}
      label={t('contact.subjectOrgan')}
      required={required}
      value={subjectOrgan}
      onChange={(text) => edit({ type: 'contact', field: 'subjectOrgan', text })}
    />
  )
  return (
    <>
      <FieldSlot name="subjectKind" span={3}>
        <Select
          label={t('contact.about')}
          value={subjectKind}
          onChange={(value) => edit({ type: 'contactChoice', choices: { subjectKind: value } })}
          options={subjectKinds.map((value) => ({ value, label: t(`contact.subject.${value}`) }))}
        />
      </FieldSlot>
      {subjectKind === 'organ' ? organ(true) : null}
      {subjectKind === 'person' ? (
        <>
          <ContactTextSlot
            field="subjectName"
            name="subject.name"
            span={4}
            label={t('contact.subjectPerson')}
            required
            placeholder={t('contact.subjectPersonHint')}
          />
          {organ(false)}
        </>
      ) : null}
      {subjectKind === 'window' ? (
        <>
          <ContactTextSlot
            field="subjectWindow"
            name="subject.deviceNo"
            span={3}
            label={t('contact.subjectWindow')}
            required
            tail={windowNo(subjectWindow)}
          />
          <ContactTextSlot field="subjectName" name="subject.name" span={6} label={t('contact.subjectWindowName')} />
        </>
      ) : null}
      {subjectKind === 'case' ? (
        <ContactTextSlot
          field="subjectCaseNo"
          name="subject.caseId"
          span={9}
          label={t('contact.subjectCase')}
          required
          placeholder={t('contact.subjectCaseHint')}
          tail={subjectCase === null ? null : t('contact.subjectCaseFound')}
          {...(search === 'none' ? { hint: t('contact.subjectCaseNone') } : {})}
        />
      ) : null}
    </>
  )
}
