import { useTranslation } from 'react-i18next'
import { consultationTopics } from '../../../domain/consultation/consultation-intake.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Select } from '../../ui/select.tsx'
import { AskedItemSlot } from './asked-item-slot.tsx'
import { ContactTextSlot } from './contact-text-slot.tsx'
import { FieldSlot } from '../../intake/field-slot.tsx'
import { useIntake } from '../../intake/intake-context.ts'
import { OrganSlot } from './organ-slot.tsx'
import { RemarkSlot } from './remark-slot.tsx'

/** What is asked, and the answer where it can be given at once; without one the question is registered and handed on. */
export function ConsultationPanels() {
  const { t } = useTranslation(['intake', 'terms'])
  const { form, edit, problemOf } = useIntake()
  const { question, organ, anonymous, written, answer } = form.contact
  return (
    <>
      <Panel title={t('contact.question')} padded={false}>
        <div className="intake-grid">
          <ContactTextSlot field="title" span={8} label={t('contact.title')} required hint={t('contact.titleHint')} />
          <FieldSlot name="question" span={4}>
            <Select
              label={t('contact.topic')}
              required
              value={question}
              onChange={(value) => edit({ type: 'contactChoice', choices: { question: value } })}
              problem={problemOf('question')}
              options={consultationTopics.map((value) => ({ value, label: t(`terms:consultationTopic.${value}`) }))}
            />
          </FieldSlot>
          <ContactTextSlot field="text" span={12} label={t('contact.questionText')} required />
          <AskedItemSlot />
          <OrganSlot
            name="organ"
            span={6}
            label={t('contact.organ')}
            value={organ}
            onChange={(text) => edit({ type: 'contact', field: 'organ', text })}
          />
        </div>
      </Panel>
      <Panel title={t('contact.answerTitle')} padded={false} className="intake-request">
        <div className="intake-grid">
          <ContactTextSlot field="answer" span={12} label={t('contact.answer')} placeholder={t('contact.answerHint')} />
          <ContactTextSlot field="basis" span={6} label={t('contact.basis')} />
          <RemarkSlot span={anonymous || answer.trim() === '' ? 6 : 3} />
          {anonymous || answer.trim() === '' ? null : (
            <FieldSlot name="written" span={3}>
              <Checkbox
                className="intake-check"
                label={t('contact.written')}
                checked={written}
                onChange={(on) => edit({ type: 'contactChoice', choices: { written: on } })}
              />
            </FieldSlot>
          )}
        </div>
      </Panel>
    </>
  )
}
