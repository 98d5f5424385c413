import { useIntake } from '../../intake/intake-context.ts'
import { contactLimits, isLongText, type ContactText } from '../../intake/model/contact-fields.ts'
import { TextSlot } from '../../intake/text-slot.tsx'

export interface ContactTextSlotProps {
  readonly field: ContactText
  /** Path of the field as problems name it, where it is not its own name. */
  readonly name?: string
  readonly span: number
  readonly label: string
  readonly required?: boolean
  readonly placeholder?: string
  readonly hint?: string
  readonly tail?: string | null
}

/** A text of a question or complaint in its place. */
export function ContactTextSlot({ field, name = field, ...props }: ContactTextSlotProps) {
  const { form, edit } = useIntake()
  return (
    <TextSlot
      {...props}
      name={name}
      rows={isLongText(field) ? 3 : 1}
      value={form.contact[field]}
      onChange={(text) => edit({ type: 'contact', field, text })}
      maxLength={contactLimits[field]}
    />
  )
}
