import { gapsOf } from '../service/materials.ts'
import type { PlainDate } from '../plain-date.ts'
import type { ServiceAct } from '../service/service-act.ts'
import type { ServiceIntake } from '../service/service-intake.ts'
import type { ItemSnapshot } from '../service/service-item.ts'
import type { BundleAct } from './bundle-act.ts'
import type { BundleIntake, PartItem } from './bundle-intake.ts'
import { checklistOfPart } from './shared-checklist.ts'

/** What the window has taken in for a bundle. */
export interface BundleRequest extends Omit<BundleIntake, 'parts'> {
  /** UUID of the bundle, made by the form. */
  readonly bundleId: string
  readonly items: readonly { readonly caseId: string; readonly item: ItemSnapshot }[]
  /** For the once-only notices of the parts with gaps. */
  readonly correctBy: PlainDate | null
}

export interface ActOnCase<Act> {
  readonly caseId: string
  readonly act: Act
}

/**
 * One intake as the acts it is made of, to be performed together or not at all: the bundle, and a request for each part. A part whose
 * papers are complete is accepted; a part with a gap gets its once-only notice (行政许可法 art. 32(1)(4)).
 */
export const openBundle = (
  request: BundleRequest,
): { readonly bundle: ActOnCase<BundleAct>; readonly children: readonly ActOnCase<ServiceAct>[] } => {
  const { bundleId, items, correctBy, ...common } = request
  const intake: BundleIntake = { ...common, parts: items.map(({ caseId, item }) => ({ caseId, item: partItem(item) })) }
  return {
    bundle: { caseId: bundleId, act: { kind: 'bundle.open', intake } },
    children: items.map(({ caseId, item }, index) => ({
      caseId,
      act: partAct(partIntake(request, item, index + 1), correctBy),
    })),
  }
}

const partAct = (intake: ServiceIntake, correctBy: PlainDate | null): ServiceAct =>
  gapsOf(intake.materials).length === 0
    ? { kind: 'service.accept', intake }
    : { kind: 'service.notice', intake, correctBy }

const partIntake = (request: BundleRequest, item: ItemSnapshot, part: number): ServiceIntake => ({
  item,
  applicant: request.applicant,
  representative: request.representative,
  materials: checklistOfPart(request.materials, part),
  pickup: request.pickup,
  remark: request.remark,
  bundle: { caseId: request.bundleId, joint: request.joint },
})

const partItem = (item: ItemSnapshot): PartItem => ({
  id: item.id,
  version: item.version,
  name: item.name,
  kind: item.kind,
  organ: item.organ,
  statutoryDays: item.statutoryDays,
  promisedDays: item.promisedDays,
  dayUnit: item.dayUnit,
  fee: item.fee,
  ...(item.joint === undefined ? {} : { joint: item.joint }),
})
