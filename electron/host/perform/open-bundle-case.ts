import type { PerformInput } from '../../../contract/acts/case-acts.ts'
import type { BundleIntake, SharedMaterial } from '../../../domain/bundle/bundle-intake.ts'
import { type HandedIn, filledChecklist } from '../../../domain/bundle/fill-checklist.ts'
import { openBundle } from '../../../domain/bundle/open-bundle.ts'
import { sharedChecklist } from '../../../domain/bundle/shared-checklist.ts'
import type { PlainDate } from '../../../domain/plain-date.ts'
import { type Result, err, ok } from '../../../domain/result.ts'
import { whyNotOffered } from '../../../domain/service/item-version.ts'
import type { ServiceItem } from '../../../domain/service/service-item.ts'
import { checklistOf, snapshotOf } from '../../../domain/service/snapshot.ts'
import { toMutable } from '../mutable.ts'
import type { Services } from '../services.ts'

/** A bundle as the window asks for it: by the matters of the catalogue, and what was handed in for all of them together. */
export interface BundleWish extends Omit<BundleIntake, 'parts' | 'materials'> {
  /** Ids in the catalogue of the desk. */
  readonly items: readonly string[]
  readonly materials: readonly HandedIn[]
  /** For the once-only notices of the parts with gaps. */
  readonly correctBy: PlainDate | null
}

export type BundleWishProblem =
  /** Not in the catalogue, or not offered on this day. */
  | { readonly code: 'item_unknown' | 'item_not_offered'; readonly id: string }
  /** No line of the common checklist has this name, or more than one has. */
  | { readonly code: 'material_unclear'; readonly name: string }

/** What the parts ask for together (BND-3), as it was handed in; every problem of the wish at once. */
export const readBundleWish = (
  { store, today }: Pick<Services, 'store' | 'today'>,
  { items: ids, materials: handed }: Pick<BundleWish, 'items' | 'materials'>,
): Result<
  { readonly items: readonly ServiceItem[]; readonly materials: readonly SharedMaterial[] },
  readonly BundleWishProblem[]
> => {
  const problems: BundleWishProblem[] = []
  const items = ids.flatMap((id) => {
    const item = store.read.reference.findItem(id)
    if (item === null) problems.push({ code: 'item_unknown', id })
    else if (whyNotOffered(item, today()) !== null) problems.push({ code: 'item_not_offered', id })
    return item ?? []
  })
  if (problems.length > 0) return err(problems)
  const filled = filledChecklist(sharedChecklist(items.map(checklistOf)), handed)
  return filled.ok
    ? ok({ items, materials: filled.value })
    : err(filled.error.map((name) => ({ code: 'material_unclear', name })))
}

/** The acts of one intake, the bundle first: to be performed together. */
export const bundleInputs = (
  wish: BundleWish,
  { items, materials }: { readonly items: readonly ServiceItem[]; readonly materials: readonly SharedMaterial[] },
  newId: () => string,
): readonly PerformInput[] => {
  const { items: _ids, materials: _handed, ...common } = wish
  const { bundle, children } = openBundle({
    ...common,
    bundleId: newId(),
    items: items.map((item) => ({ caseId: newId(), item: snapshotOf(item) })),
    materials,
  })
  return [bundle, ...children].map(({ caseId, act }) => toMutable({ caseId, base: 0, act }))
}
