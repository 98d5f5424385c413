import type { Applicant, Representative } from '../case/applicant.ts'
import type { MaterialLine, Pickup } from '../service/service-intake.ts'
import type { ItemSnapshot } from '../service/service-item.ts'

/** A line of the common checklist: handed in once, for every part that asks for it. */
export interface SharedMaterial extends MaterialLine {
  /** Places of these parts in the bundle, from 1. */
  readonly parts: readonly number[]
}

/** One matter of the bundle; its own request has the rest. */
export interface BundlePart {
  /** UUID of the request. */
  readonly caseId: string
  readonly item: PartItem
}

/** What the bundle counts and charges by. */
export type PartItem = Pick<
  ItemSnapshot,
  'id' | 'version' | 'name' | 'kind' | 'organ' | 'statutoryDays' | 'promisedDays' | 'dayUnit' | 'fee' | 'joint'
>

/** 并联审批, 一件事一次办 (行政许可法 art. 26(2)): several matters, one intake. */
export interface BundleIntake {
  readonly name: string
  /** 牵头部门. */
  readonly organ: string
  readonly applicant: Applicant
  readonly representative: Representative | null
  /** 统一办理、联合办理、集中办理: the limits of 42(2) hold. False = matters side by side, each with its own. */
  readonly joint: boolean
  readonly parts: readonly BundlePart[]
  readonly materials: readonly SharedMaterial[]
  readonly pickup: Pickup
  readonly remark: string | null
}

/** How a part ended. */
export const partResults = ['approved', 'denied', 'refused', 'withdrawn', 'terminated'] as const
export type PartResult = (typeof partResults)[number]
