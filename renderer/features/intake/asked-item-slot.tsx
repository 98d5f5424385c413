import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextField } from '../../ui/text-field.tsx'
import { FieldSlot } from '../../intake/field-slot.tsx'
import { useIntake } from '../../intake/intake-context.ts'
import { useItemHits } from '../../intake/picker-query.ts'

/** The item that is asked about, where there is one: typing looks for it, ↓ takes the first that fits, and its organ where none is named. */
export function AskedItemSlot() {
  const { t } = useTranslation('intake')
  const { form, edit } = useIntake()
  const { item, organ } = form.contact
  const [typed, setTyped] = useState('')
  const hits = useItemHits(typed)
  const first = item === null && typed.trim() !== '' && !hits.isPlaceholderData ? hits.data?.[0] : undefined
  return (
    <FieldSlot name="item" span={6}>
      <TextField
        label={t('contact.item')}
        name="item"
        value={item?.name ?? typed}
        onChange={(text) => {
          setTyped(text)
          if (item !== null) edit({ type: 'contactChoice', choices: { item: null } })
        }}
        maxLength={100}
        placeholder={t('contact.itemHint')}
        hint={item === null && typed.trim() !== '' ? t('contact.itemNotTaken') : undefined}
        tail={first === undefined ? null : t('disclosure.organOffer', { organ: first.name })}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' || first === undefined || event.nativeEvent.isComposing) return
          event.preventDefault()
          const { id, code, name } = first
          edit({ type: 'contactChoice', choices: { item: { id, code, name } } })
          if (organ.trim() === '') edit({ type: 'contact', field: 'organ', text: first.organ })
        }}
      />
    </FieldSlot>
  )
}
