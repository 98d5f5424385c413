import { useTranslation } from 'react-i18next'
import { contactChannels } from '../../../domain/contact/contact-intake.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Select } from '../../ui/select.tsx'
import { DateSlot } from './date-slot.tsx'
import { FieldSlot } from '../../intake/field-slot.tsx'
import { useIntake } from '../../intake/intake-context.ts'
import type { ContactKind } from '../../intake/model/form-model.ts'

/** How a question or complaint came in, and whether a name is given with it. */
export function ContactArrival({ kind }: { readonly kind: ContactKind }) {
  const { t } = useTranslation(['intake', 'terms'])
  const { form, edit } = useIntake()
  const { channel, arrivedOn, anonymous } = form.contact
  return (
    <div className="intake-grid intake-arrival">
      <FieldSlot name="channel" span={2}>
        <Select
          label={t('contact.channel')}
          value={channel}
          onChange={(value) => edit({ type: 'contactChoice', choices: { channel: value } })}
          options={contactChannels.map((value) => ({ value, label: t(`terms:contactChannel.${value}`) }))}
        />
      </FieldSlot>
      <DateSlot
        name="arrivedOn"
        span={3}
        label={t('contact.arrivedOn')}
        required
        value={arrivedOn}
        onChange={(text) => edit({ type: 'contact', field: 'arrivedOn', text })}
        side="before"
      />
      <FieldSlot name="anonymous" span={2}>
        <Checkbox
          className="intake-check"
          label={t('contact.anonymous')}
          checked={anonymous}
          onChange={(on) => edit({ type: 'contactChoice', choices: { anonymous: on } })}
        />
      </FieldSlot>
      <p className="intake-rule small muted span-5">
        {t(anonymous ? `contact.nameless.${kind}` : `contact.named.${kind}`)}
      </p>
    </div>
  )
}
