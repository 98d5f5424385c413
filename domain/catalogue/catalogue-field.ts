/** What a column of a catalogue can mean. */
export const catalogueFields = [
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
] as const
export type CatalogueField = (typeof catalogueFields)[number]

/** One row as a file gave it. A field that is absent says nothing; `null` or an empty text says "not published". */
export type CatalogueRow = Readonly<Partial<Record<CatalogueField, unknown>>>
