import { blank } from '../../../../../domain/letters/blank.ts'
import { type Draft, type GroupDraft, asGroup, asList, asText, thereKey } from './draft.ts'
import type { FieldSpec, NamedSpec } from './field-spec.ts'

/** The form with a blank in every text that must be written and is not yet: what a letter can be shown from while it is. */
export const withBlanks = (fields: readonly NamedSpec[], draft: GroupDraft): GroupDraft => ({
  ...draft,
  ...Object.fromEntries(fields.map(({ name, spec }) => [name, filled(spec, draft[name] ?? '')])),
})

const filled = (spec: FieldSpec, draft: Draft): Draft => {
  switch (spec.type) {
    case 'text':
      return spec.empty === 'required' && asText(draft).trim() === '' ? blank : draft
    case 'group': {
      const group = asGroup(draft)
      return asText(group[thereKey]) === '' ? draft : withBlanks(spec.fields, group)
    }
    case 'list':
      return asList(draft).map((entry) => filled(spec.item, entry))
    case 'variant': {
      const group = asGroup(draft)
      const chosen = asText(group[thereKey])
      const variant = spec.variants.find(({ name }) => name === chosen)
      return variant === undefined ? draft : { ...group, [chosen]: withBlanks(variant.fields, asGroup(group[chosen])) }
    }
    default:
      return draft
  }
}
