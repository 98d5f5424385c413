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
}

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
}

/** Why an application is not taken in (行政许可法 art. 32(1)(1)–(2)); each needs the explanation printed on the notice. */
export const refusalGrounds = ['no_licence_needed', 'not_this_organ', 'not_eligible'] as const
export type RefusalGround = (typeof refusalGrounds)[number]
