import { useTranslation } from 'react-i18next'
import { complaintTopics, complaintTypes } from '../../../domain/complaint/complaint-intake.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Select } from '../../ui/select.tsx'
import { ContactTextSlot } from './contact-text-slot.tsx'
import { FieldSlot } from '../../intake/field-slot.tsx'
import { useIntake } from '../../intake/intake-context.ts'
import { RemarkSlot } from './remark-slot.tsx'
import { SubjectSlots } from './subject-slots.tsx'

/** What is complained of, about whom, and what is wanted. */
export function ComplaintPanel() {
  const { t } = useTranslation(['intake', 'terms'])
  const { form, edit, problemOf } = useIntake()
  const { type, grievance, confidential, anonymous } = form.contact
  return (
    <Panel title={t('contact.complaint')} padded={false} className="intake-request">
      <div className="intake-grid">
        <FieldSlot name="type" span={3}>
          <Select
            label={t('contact.type')}
            value={type}
            onChange={(value) => edit({ type: 'contactChoice', choices: { type: value } })}
            options={complaintTypes.map((value) => ({ value, label: t(`terms:complaintType.${value}`) }))}
          />
        </FieldSlot>
        <FieldSlot name="grievance" span={3}>
          <Select
            label={t('contact.grievance')}
            required
            value={grievance}
            onChange={(value) => edit({ type: 'contactChoice', choices: { grievance: value } })}
            problem={problemOf('grievance')}
            options={complaintTopics.map((value) => ({ value, label: t(`terms:complaintTopic.${value}`) }))}
          />
        </FieldSlot>
        <ContactTextSlot field="title" span={6} label={t('contact.title')} required hint={t('contact.noNames')} />
        <SubjectSlots />
        <ContactTextSlot field="text" span={12} label={t('contact.complaintText')} required />
        <ContactTextSlot field="wanted" span={12} label={t('contact.wanted')} />
        <RemarkSlot span={anonymous ? 12 : 9} />
        {anonymous ? null : (
          <FieldSlot name="confidential" span={3}>
            <Checkbox
              className="intake-check"
              label={t('contact.confidential')}
              checked={confidential}
              onChange={(on) => edit({ type: 'contactChoice', choices: { confidential: on } })}
            />
          </FieldSlot>
        )}
        {type === 'petition_hint' ? <p className="intake-rule small span-12">{t('contact.petition')}</p> : null}
      </div>
    </Panel>
  )
}
