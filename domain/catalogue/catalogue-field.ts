import { type DetailField, detailFields } from './detail-columns.ts'

/** What a column of a catalogue can mean. */
const baseFields = [
  'id',
  'code',
  'name',
  'kind',
  'organ',
  'group',
  'legalBasis',
  'audience',
  'conditions',
  'materials',
  'statutoryDays',
  'promisedDays',
  'dayUnit',
  'handling',
  'fee',
  'feeCharged',
  'feeBasis',
  'feeStandard',
  'resultName',
  'processSteps',
  'note',
  'steps',
  'joint',
  'phrases',
] as const
export type BaseField = (typeof baseFields)[number]
export type CatalogueField = BaseField | DetailField

export const catalogueFields: readonly CatalogueField[] = [...baseFields, ...detailFields]

/** One row as a file gave it. A field that is absent says nothing; `null` or an empty text says "not published". */
export type CatalogueRow = Readonly<Partial<Record<CatalogueField, unknown>>>
