import type { Applicant, Representative } from '../case/applicant.ts'
import type { PlainDate } from '../plain-date.ts'
import type { ItemSnapshot, MaterialForm } from './service-item.ts'

export const materialStates = ['collected', 'missing', 'tolerated'] as const
export type MaterialState = (typeof materialStates)[number]

/** One line of the checklist as the window found it. */
export interface MaterialLine {
  readonly n: number
  readonly name: string
  readonly form: MaterialForm
  readonly required: boolean
  readonly tolerable: boolean
  readonly expected: number
  readonly received: number
  readonly state: MaterialState
  /** When a tolerated material is promised. */
  readonly promisedOn: PlainDate | null
  readonly note: string | null
  /** Copies among the `expected` pieces, where the guide asks for originals and copies; the rest are originals. */
  readonly copiesExpected?: number
  /** Copies among the `received` pieces; absent = as many as asked for. */
  readonly copiesReceived?: number
}

/** How the request came to the center. */
export const serviceChannels = ['window', 'online', 'agent', 'post'] as const
export type ServiceChannel = (typeof serviceChannels)[number]

/** 结果领取方式. */
export const pickups = ['window', 'post', 'electronic', 'representative'] as const
export type Pickup = (typeof pickups)[number]

export interface ServiceIntake {
  readonly item: ItemSnapshot
  readonly applicant: Applicant
  readonly representative: Representative | null
  readonly materials: readonly MaterialLine[]
  readonly pickup: Pickup
  readonly remark: string | null
  /** Absent = at the window. */
  readonly channel?: ServiceChannel
  /** Day the papers arrived, when it was before the day they are entered. */
  readonly arrivedOn?: PlainDate
  /** The bundle (并联, 一件事) that this request is a part of. */
  readonly bundle?: BundleMembership
  /** Number of the pre-application (预受理、网上申报), where there was one: nobody else has it. */
  readonly preNo?: string
  /** Number of the receipt that was written by hand while no device worked. */
  readonly paperNo?: string
}

export interface BundleMembership {
  /** UUID of the bundle. */
  readonly caseId: string
  /** 联合办理: the limits of 行政许可法 art. 42(2) hold for the part. */
  readonly joint: boolean
}

/** Why an application is not taken in (行政许可法 art. 32(1)(1)–(2)); each needs the explanation printed on the notice. */
export const refusalGrounds = ['no_licence_needed', 'not_this_organ', 'not_eligible'] as const
export type RefusalGround = (typeof refusalGrounds)[number]
