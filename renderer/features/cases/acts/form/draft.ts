import type { FieldSpec, NamedSpec } from './field-spec.ts'

/**
 * What stands in a form while it is filled in, field by field as its spec says: a leaf is the text typed or the value chosen ('' = nothing),
 * a group is its fields by name, a list its entries. Plain data, so that the page can keep it when the dialog closes.
 */
export type Draft = string | readonly Draft[] | { readonly [name: string]: Draft }
export type GroupDraft = { readonly [name: string]: Draft }

/** Beside its fields a group that may be left out says whether it is there, and a variant which one it is. */
export const thereKey = '?'

/** An empty form; `prefill` may know better for a leaf, by its path without places in lists. */
export const emptyDraft = (
  fields: readonly NamedSpec[],
  prefill: (path: string, spec: FieldSpec) => string | null,
  at = '',
): GroupDraft =>
  Object.fromEntries(
    fields.map(({ name, spec }) => [name, emptyField(spec, prefill, at === '' ? name : `${at}.${name}`)]),
  )

export const emptyField = (
  spec: FieldSpec,
  prefill: (path: string, spec: FieldSpec) => string | null,
  path: string,
): Draft => {
  switch (spec.type) {
    case 'group':
      return { ...emptyDraft(spec.fields, prefill, path), [thereKey]: spec.empty === 'required' ? 'yes' : '' }
    case 'variant': {
      const [only, ...more] = spec.variants
      const chosen = more.length === 0 && only !== undefined ? only.name : ''
      const fields = spec.variants.map((variant) => [variant.name, emptyDraft(variant.fields, prefill, path)] as const)
      return { ...Object.fromEntries(fields), [thereKey]: chosen }
    }
    case 'list':
    case 'choices':
      return []
    case 'materials':
      return ''
    default:
      return prefill(path, spec) ?? ''
  }
}

export const isGroup = (draft: Draft | undefined): draft is GroupDraft =>
  typeof draft === 'object' && !Array.isArray(draft)
export const asGroup = (draft: Draft | undefined): GroupDraft => (isGroup(draft) ? draft : {})
export const asList = (draft: Draft | undefined): readonly Draft[] => (Array.isArray(draft) ? draft : [])
export const asText = (draft: Draft | undefined): string => (typeof draft === 'string' ? draft : '')
