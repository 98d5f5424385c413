import type { ItemMaterial, ItemSnapshot, ServiceItem } from './service-item.ts'
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
  ...(item.steps === undefined ? {} : { steps: item.steps }),
  ...(item.joint === undefined ? {} : { joint: item.joint }),
})

/** The empty checklist of an item: everything still missing. What the guide leaves open counts as one required piece. */
export const checklistOf = (item: ServiceItem): readonly MaterialLine[] =>
  item.materials.map((material, index) => ({
    n: index + 1,
    name: material.name,
    form: material.form,
    required: material.required ?? true,
    tolerable: material.tolerable,
    ...expectedOf(material),
    received: 0,
    state: 'missing',
    promisedOn: null,
    note: null,
  }))

/** Originals and copies that a guide tells apart are both expected; else the number it gives, or one. */
const expectedOf = ({ originals, copies }: ItemMaterial): Pick<MaterialLine, 'expected' | 'copiesExpected'> =>
  originals === undefined
    ? { expected: copies ?? 1 }
    : { expected: originals + (copies ?? 0), copiesExpected: copies ?? 0 }
