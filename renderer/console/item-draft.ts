import type { Handling, ItemMaterial, MaterialForm, ServiceItem } from '../../domain/service/service-item.ts'

/** A service item as it stands in the form: lists a line each, numbers as they were typed. */
export interface ItemDraft {
  readonly name: string
  readonly organ: string
  readonly kind: string
  readonly code: string
  readonly handling: Handling
  readonly statutoryDays: string
  readonly promisedDays: string
  readonly dayUnit: 'workday' | 'day'
  readonly resultName: string
  readonly legalBasis: string
  readonly conditions: string
  readonly processSteps: string
  readonly note: string
  readonly materials: readonly MaterialDraft[]
}

export interface MaterialDraft {
  readonly key: string
  readonly name: string
  readonly form: MaterialForm
  readonly copies: string
  readonly required: boolean
  readonly tolerable: boolean
  /** As it was published; null = a new line. What the form does not show of it stays. */
  readonly from: ItemMaterial | null
}

export const draftOf = (item: ServiceItem): ItemDraft => ({
  name: item.name,
  organ: item.organ,
  kind: item.kind,
  code: item.code ?? '',
  handling: item.handling,
  statutoryDays: item.statutoryDays?.toString() ?? '',
  promisedDays: item.promisedDays?.toString() ?? '',
  dayUnit: item.dayUnit,
  resultName: item.resultName ?? '',
  legalBasis: item.legalBasis.join('\n'),
  conditions: item.conditions.join('\n'),
  processSteps: item.processSteps.join('\n'),
  note: item.note ?? '',
  materials: item.materials.map((from, index) => ({
    key: String(index),
    name: from.name,
    form: from.form,
    copies: from.copies?.toString() ?? '',
    required: from.required ?? true,
    tolerable: from.tolerable,
    from,
  })),
})

/**
 * The item that a draft makes of the one it began with, of the same version; fields that the form does not show, and those that nobody
 * touched, stay as they were published. Numbers that are none come out as NaN, which the contract refuses.
 */
export const itemOfDraft = (before: ServiceItem, draft: ItemDraft): ServiceItem => {
  const was = draftOf(before)
  const text = (key: 'code' | 'resultName' | 'note') => (draft[key] === was[key] ? before[key] : orNull(draft[key]))
  const lines = (key: 'legalBasis' | 'conditions' | 'processSteps') =>
    draft[key] === was[key] ? before[key] : linesOf(draft[key])
  const days = (key: 'statutoryDays' | 'promisedDays') => (draft[key] === was[key] ? before[key] : numberOf(draft[key]))
  return {
    ...before,
    name: draft.name.trim(),
    organ: draft.organ.trim(),
    kind: draft.kind.trim(),
    code: text('code'),
    handling: draft.handling,
    statutoryDays: days('statutoryDays'),
    promisedDays: days('promisedDays'),
    dayUnit: draft.dayUnit,
    resultName: text('resultName'),
    legalBasis: lines('legalBasis'),
    conditions: lines('conditions'),
    processSteps: lines('processSteps'),
    note: text('note'),
    materials: draft.materials.map(materialOf),
  }
}

const materialOf = ({ name, form, copies, required, tolerable, from }: MaterialDraft): ItemMaterial => {
  const typed = { name: name.trim(), form, copies: numberOf(copies), tolerable }
  if (from === null) return { ...typed, required, source: null }
  // What a guide leaves open counts as required; it is not said where nobody said it.
  return { ...from, ...typed, required: (from.required ?? true) === required ? from.required : required }
}

const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())

/** Null where nothing stands; NaN for what is no whole number. */
const numberOf = (text: string): number | null => {
  const typed = text.trim()
  if (typed === '') return null
  return /^\d{1,6}$/.test(typed) ? Number(typed) : Number.NaN
}

/** An item that nobody has published yet. */
export const emptyItem = (id: string): ServiceItem => ({
  id,
  version: 1,
  code: null,
  name: '',
  kind: '',
  organ: '',
  group: null,
  legalBasis: [],
  audience: null,
  conditions: [],
  materials: [],
  statutoryDays: null,
  promisedDays: null,
  dayUnit: 'workday',
  handling: 'committed',
  fee: null,
  resultName: null,
  processSteps: [],
  note: null,
})

/** Fields of the form that say something else than the published item does. */
export const changedFields = (before: ServiceItem, after: ServiceItem): readonly (keyof ItemDraft)[] =>
  (Object.keys(draftOf(before)) as (keyof ItemDraft)[]).filter(
    (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  )
