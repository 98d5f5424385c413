import type { ItemSnapshot, ServiceItem } from './service-item.ts'
import type { MaterialLine } from './service-intake.ts'

/** What a case keeps of its item. */
export const snapshotOf = (item: ServiceItem): ItemSnapshot => ({
  id: item.id,
  version: item.version,
  code: item.code,
  name: item.name,
  kind: item.kind,
  organ: item.organ,
  legalBasis: item.legalBasis,
  statutoryDays: item.statutoryDays,
  promisedDays: item.promisedDays,
  dayUnit: item.dayUnit,
  handling: item.handling,
  fee: item.fee,
  resultName: item.resultName,
})

/** The empty checklist of an item: everything still missing. What the guide leaves open counts as one required piece. */
export const checklistOf = (item: ServiceItem): readonly MaterialLine[] =>
  item.materials.map((material, index) => ({
    n: index + 1,
    name: material.name,
    form: material.form,
    required: material.required ?? true,
    tolerable: material.tolerable,
    expected: material.copies ?? 1,
    received: 0,
    state: 'missing',
    promisedOn: null,
    note: null,
  }))
