import type { MaterialLine } from '../../../../../domain/service/service-intake.ts'
import { type Draft, type GroupDraft, asGroup, asList, asText, thereKey } from './draft.ts'
import type { FieldSpec, NamedSpec } from './field-spec.ts'

/** Names and ids that a leaf stands for, which the draft alone does not hold. */
export interface Known {
  readonly staffName: (staffId: string) => string
  /** The checklist as it is marked off. */
  readonly materials: readonly MaterialLine[]
}

/** The act that a form says, as plain data; what is missing or no number is left out, and the schema of the act then says so. */
export const actOfDraft = (kind: string, fields: readonly NamedSpec[], draft: GroupDraft, known: Known): object => ({
  kind,
  ...groupOf(fields, draft, known),
})

const groupOf = (fields: readonly NamedSpec[], draft: GroupDraft, known: Known): object =>
  Object.fromEntries(
    fields.flatMap(({ name, spec }) => {
      const value = valueOf(spec, draft[name] ?? '', known)
      return value === undefined ? [] : [[name, value]]
    }),
  )

/** `undefined` = there is no value, and none may be made up. */
const valueOf = (spec: FieldSpec, draft: Draft, known: Known): unknown => {
  switch (spec.type) {
    case 'materials':
      return known.materials
    case 'choices':
      return asList(draft)
    case 'list':
      return asList(draft).map((entry) => valueOf(spec.item, entry, known))
    case 'group': {
      const group = asGroup(draft)
      return asText(group[thereKey]) === '' ? nothing(spec) : groupOf(spec.fields, group, known)
    }
    case 'variant': {
      const group = asGroup(draft)
      const name = asText(group[thereKey])
      const variant = spec.variants.find((each) => each.name === name)
      if (variant === undefined) return nothing(spec)
      return { [spec.key]: name, ...groupOf(variant.fields, asGroup(group[name]), known) }
    }
    default:
      return leafOf(spec, asText(draft).trim(), known)
  }
}

type Leaf = Exclude<FieldSpec, { readonly type: 'materials' | 'choices' | 'list' | 'group' | 'variant' }>

const leafOf = (spec: Leaf, text: string, known: Known): unknown => {
  if (text === '') {
    // Whether a text may be empty is for the rules of the act to say.
    if (spec.type === 'text' && spec.empty === 'required') return ''
    return 'empty' in spec ? nothing(spec) : undefined
  }
  switch (spec.type) {
    case 'yesNo':
      return text === 'yes'
    case 'number':
      return /^\d{1,9}$/.test(text) ? Number(text) : undefined
    case 'money':
      return fenOf(text)
    case 'pick':
      return spec.as === 'id' ? text : Number(text)
    case 'staff':
      return { staffId: text, name: known.staffName(text) }
    default:
      return text
  }
}

const nothing = ({ empty }: { readonly empty: 'required' | 'null' | 'absent' }): null | undefined =>
  empty === 'null' ? null : undefined

/** `12`, `12.5` and `12.50` yuan in 分; undefined = no such amount. */
export const fenOf = (text: string): number | undefined => {
  const parts = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(text)
  return parts === null ? undefined : Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0'))
}
