import type { Applicant, Representative } from '../case/applicant.ts'
import type { PlainDate } from '../plain-date.ts'

/** How the request came in (条例 arts. 29, 31); the channel decides which day is the receipt date. */
export const disclosureChannels = ['in_person', 'oral', 'registered_post', 'ordinary_mail', 'online', 'fax'] as const
export type DisclosureChannel = (typeof disclosureChannels)[number]

/** 获取信息的方式: form of supply (条例 arts. 29(2)(3), 40). */
export const supplyForms = ['paper', 'electronic', 'disc', 'read_on_site'] as const
export type SupplyForm = (typeof supplyForms)[number]

/** 获取信息的途径. */
export const supplyWays = ['pickup', 'post', 'email', 'fax', 'read_on_site'] as const
export type SupplyWay = (typeof supplyWays)[number]

export interface DisclosureIntake {
  readonly channel: DisclosureChannel
  /** Handed over, signed for, or arrived. */
  readonly arrivedOn: PlainDate
  /** Day the applicant confirmed (ordinary mail, online, fax); null = not confirmed yet, so no clock runs. */
  readonly confirmedOn: PlainDate | null
  readonly applicant: Applicant
  readonly representative: Representative | null
  /** Organ that is asked. */
  readonly organ: string
  /** 政府信息的名称或其他特征性描述. */
  readonly subject: string
  /** 文号. */
  readonly documentNo: string | null
  readonly supplyForm: SupplyForm
  readonly supplyWay: SupplyWay
  /** E-mail or fax number for the supply, when the way needs one. */
  readonly supplyAddress: string | null
  /** Reading, hearing or sight difficulty: help was asked for (条例 art. 43). */
  readonly assistance: boolean
  readonly remark: string | null
  /** Number of the application made online, where there was one: nobody else has it. */
  readonly preNo?: string
  /** Number of the receipt that was written by hand while no device worked. */
  readonly paperNo?: string
}
