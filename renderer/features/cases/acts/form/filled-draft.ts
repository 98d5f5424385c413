import type { PlainDate } from '../../../../../domain/plain-date.ts'
import type { Draft, GroupDraft } from './draft.ts'
import { thereKey } from './draft.ts'
import type { FieldSpec, NamedSpec } from './field-spec.ts'

/** A form with something in every field, to ask what the law has against an act whatever is filled in. */
export const filledDraft = (fields: readonly NamedSpec[], today: PlainDate): GroupDraft =>
  Object.fromEntries(fields.map(({ name, spec }) => [name, filled(spec, today)]))

const someId = '0199f000-0000-7000-8000-0000000000aa'

const filled = (spec: FieldSpec, today: PlainDate): Draft => {
  switch (spec.type) {
    case 'date':
      return today
    case 'choice':
      return spec.values[0] ?? ''
    case 'choices':
      return spec.values.slice(0, 1)
    case 'yesNo':
      return 'yes'
    case 'number':
      return String(Math.max(spec.min, 1))
    case 'money':
      return '1'
    case 'article':
      return 'ogi2019:14'
    case 'staff':
    case 'otherCase':
      return someId
    case 'pick':
      return spec.as === 'id' ? someId : '1'
    case 'group':
      return { ...filledDraft(spec.fields, today), [thereKey]: 'yes' }
    case 'list':
      return [filled(spec.item, today)]
    case 'variant': {
      const [first] = spec.variants
      return first === undefined ? '' : { [first.name]: filledDraft(first.fields, today), [thereKey]: first.name }
    }
    default:
      return '—'
  }
}
