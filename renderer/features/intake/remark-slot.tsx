import { useTranslation } from 'react-i18next'
import { useIntake } from '../../intake/intake-context.ts'
import { TextSlot } from '../../intake/text-slot.tsx'

/** What else is to be said, of any matter. */
export function RemarkSlot({ span }: { readonly span: number }) {
  const { t } = useTranslation('intake')
  const { form, edit } = useIntake()
  return (
    <TextSlot
      name="remark"
      span={span}
      label={t('remark')}
      value={form.remark}
      onChange={(text) => edit({ type: 'remark', text })}
      maxLength={2000}
    />
  )
}
