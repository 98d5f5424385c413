import { useTranslation } from 'react-i18next'
import { disclosureChannels, supplyForms, supplyWays } from '../../../domain/disclosure/disclosure-intake.ts'
import { needsConfirmation } from '../../../domain/disclosure/receipt-date.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Select } from '../../ui/select.tsx'
import { DateSlot } from './date-slot.tsx'
import { FieldSlot } from '../../intake/field-slot.tsx'
import { useIntake } from '../../intake/intake-context.ts'
import { takesSupplyAddress } from '../../intake/model/form-act.ts'
import { disclosureLimits } from '../../intake/model/field-limits.ts'
import { OrganSlot } from './organ-slot.tsx'
import { RemarkSlot } from './remark-slot.tsx'
import { TextSlot } from '../../intake/text-slot.tsx'

/** How the request came in: first of all, since the channel decides which day the clock starts from. */
export function ArrivalFields() {
  const { t } = useTranslation(['intake', 'terms'])
  const { form, edit } = useIntake()
  const { channel, arrivedOn, confirmedOn } = form.disclosure
  return (
    <div className="intake-grid intake-arrival">
      <FieldSlot name="channel" span={2}>
        <Select
          label={t('disclosure.channel')}
          value={channel}
          onChange={(value) => edit({ type: 'channel', channel: value })}
          options={disclosureChannels.map((value) => ({ value, label: t(`terms:channel.${value}`) }))}
        />
      </FieldSlot>
      <DateSlot
        name="arrivedOn"
        span={3}
        label={t('disclosure.arrivedOn')}
        required
        value={arrivedOn}
        onChange={(text) => edit({ type: 'disclosure', field: 'arrivedOn', text })}
        side="before"
      />
      {needsConfirmation(channel) ? (
        <DateSlot
          name="confirmedOn"
          span={3}
          label={t('disclosure.confirmedOn')}
          value={confirmedOn}
          onChange={(text) => edit({ type: 'disclosure', field: 'confirmedOn', text })}
          side="before"
        />
      ) : null}
      <p className={`intake-rule small muted span-${needsConfirmation(channel) ? 4 : 6}`}>
        {t(`disclosure.rule.${channel}`)}
      </p>
    </div>
  )
}

/** What is asked for, of whom, and how it shall be supplied (条例 art. 29(2)). */
export function RequestPanel() {
  const { t } = useTranslation(['intake', 'terms'])
  const { form, edit, problemOf } = useIntake()
  const { organ, subject, documentNo, supplyForm, supplyWay, supplyAddress, assistance } = form.disclosure
  return (
    <Panel title={t('disclosure.title')} padded={false} className="intake-request">
      <div className="intake-grid">
        <OrganSlot
          name="organ"
          span={8}
          label={t('disclosure.organ')}
          required
          value={organ}
          onChange={(text) => edit({ type: 'disclosure', field: 'organ', text })}
        />
        <TextSlot
          name="documentNo"
          span={4}
          label={t('disclosure.documentNo')}
          value={documentNo}
          onChange={(text) => edit({ type: 'disclosure', field: 'documentNo', text })}
          maxLength={disclosureLimits.documentNo}
        />
        <TextSlot
          name="subject"
          span={12}
          rows={3}
          label={t('disclosure.subject')}
          required
          placeholder={t('disclosure.subjectHint')}
          value={subject}
          onChange={(text) => edit({ type: 'disclosure', field: 'subject', text })}
          maxLength={disclosureLimits.subject}
        />
        <FieldSlot name="supplyForm" span={2}>
          <Select
            label={t('disclosure.supplyForm')}
            value={supplyForm}
            onChange={(value) => edit({ type: 'supplyForm', supplyForm: value })}
            options={supplyForms.map((value) => ({ value, label: t(`terms:supplyForm.${value}`) }))}
          />
        </FieldSlot>
        <FieldSlot name="supplyWay" span={2}>
          <Select
            label={t('disclosure.supplyWay')}
            value={supplyWay}
            onChange={(value) => edit({ type: 'supplyWay', supplyWay: value })}
            problem={problemOf('supplyWay')}
            options={supplyWays.map((value) => ({ value, label: t(`terms:supplyWay.${value}`) }))}
          />
        </FieldSlot>
        {takesSupplyAddress(supplyWay) ? (
          <TextSlot
            name="supplyAddress"
            span={8}
            label={t(`disclosure.supplyAddress.${supplyWay === 'fax' ? 'fax' : 'email'}`)}
            required
            inputMode={supplyWay === 'fax' ? 'tel' : 'email'}
            value={supplyAddress}
            onChange={(text) => edit({ type: 'disclosure', field: 'supplyAddress', text })}
            maxLength={disclosureLimits.supplyAddress}
          />
        ) : null}
        <FieldSlot name="assistance" span={4}>
          <Checkbox
            className="intake-check"
            label={t('disclosure.assistance')}
            checked={assistance}
            onChange={(on) => edit({ type: 'assistance', on })}
          />
        </FieldSlot>
        <RemarkSlot span={takesSupplyAddress(supplyWay) ? 8 : 4} />
      </div>
    </Panel>
  )
}
