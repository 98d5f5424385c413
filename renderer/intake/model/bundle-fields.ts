import { z } from 'zod'
import { ItemSnapshotSchema, MaterialLineSchema } from '../../../contract/case-data.ts'
import { UuidSchema } from '../../../contract/primitives.ts'
import { sharedChecklist } from '../../../domain/bundle/shared-checklist.ts'
import type { MaterialLine } from '../../../domain/service/service-intake.ts'
import type { ItemSnapshot, ServiceItem } from '../../../domain/service/service-item.ts'
import { checklistOf, snapshotOf } from '../../../domain/service/snapshot.ts'

/** A bundle begins with the matters that are picked together; the id of each is the id its case will have. */
export const BundleFieldsSchema = z.strictObject({
  name: z.string(),
  organ: z.string(),
  joint: z.boolean(),
  parts: z
    .array(
      z.strictObject({ caseId: UuidSchema, item: ItemSnapshotSchema, lines: z.array(MaterialLineSchema).max(200) }),
    )
    .max(30),
})

export interface BundlePartFields {
  readonly caseId: string
  readonly item: ItemSnapshot
  /** The empty checklist of the item. */
  readonly lines: readonly MaterialLine[]
}

export interface BundleFields {
  readonly name: string
  readonly organ: string
  readonly joint: boolean
  readonly parts: readonly BundlePartFields[]
}

export const bundleLimitsOf = { name: 300, organ: 200 } as const
export type BundleText = keyof typeof bundleLimitsOf

export const emptyBundle: BundleFields = { name: '', organ: '', joint: false, parts: [] }

const mostParts = 30

/** With one matter more; one that is in already is not taken twice. The first one leads until somebody says otherwise. */
export const withPart = (bundle: BundleFields, caseId: string, item: ServiceItem): BundleFields =>
  bundle.parts.length >= mostParts || bundle.parts.some((part) => part.item.id === item.id)
    ? bundle
    : {
        ...bundle,
        organ: bundle.organ === '' ? item.organ : bundle.organ,
        parts: [...bundle.parts, { caseId, item: snapshotOf(item), lines: checklistOf(item) }],
      }

export const withoutPart = (bundle: BundleFields, at: number): BundleFields => ({
  ...bundle,
  parts: bundle.parts.filter((_part, index) => index !== at),
})

/** A line of the form's checklist as far as this file knows it. */
interface CheckedLine extends Omit<MaterialLine, 'note'> {
  readonly note: string
  readonly added: boolean
  /** Places of the matters that ask for it, from 1; none = all of them. */
  readonly parts: readonly number[]
}

/**
 * The common checklist of these matters: what several ask for is asked once. What was found of a line stays found when a matter comes or goes;
 * a line that the clerk wrote in stays too.
 */
export const sharedLines = <L extends CheckedLine>(
  parts: readonly BundlePartFields[],
  before: readonly L[],
): readonly CheckedLine[] => {
  const asked = sharedChecklist(parts.map(({ lines }) => lines)).map((line): CheckedLine => {
    const found = before.find(({ added, name, form }) => !added && name === line.name && form === line.form)
    const fresh = { ...line, note: line.note ?? '', added: false }
    if (found === undefined) return fresh
    const { state, received, promisedOn, note } = found
    // More pieces may be wanted now than were counted.
    const stillMissing = state === 'collected' && received < line.expected
    return { ...fresh, state: stillMissing ? 'missing' : state, received, promisedOn, note }
  })
  return [...asked, ...before.filter(({ added }) => added)].map((line, index) => ({ ...line, n: index + 1 }))
}
