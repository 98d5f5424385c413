import type { Applicant } from '../case/applicant.ts'
import type { PlainDate } from '../plain-date.ts'

/** How a question or a complaint reaches the center. `box` is the box for opinions in the hall (意见箱). */
export const contactChannels = ['window', 'phone', 'online', 'mail', 'box', 'other'] as const
export type ContactChannel = (typeof contactChannels)[number]

/** What consultations and complaints are taken in with. */
export interface ContactIntake {
  readonly channel: ContactChannel
  readonly arrivedOn: PlainDate
  /** Whoever came gives no name; then `applicant` is `anonymousApplicant` with at most a telephone. */
  readonly anonymous: boolean
  readonly applicant: Applicant
  /** One line, as the list shows it. */
  readonly title: string
  readonly text: string
  readonly remark: string | null
}

/** A member of the staff, by id and by the name of that day. */
export interface StaffRef {
  readonly staffId: string
  readonly name: string
}

/** 交办: who is to deal with it. */
export interface Assignment {
  readonly organ: string
  readonly handler: StaffRef | null
  readonly on: PlainDate
}

/**
 * 首问负责: whoever is asked first does not send the person away, but records the matter and a telephone and passes it on
 * (practice, regulations of several centers).
 */
export interface Forwarding {
  readonly organ: string
  /** Telephone of the organ that takes over, as told to the person. */
  readonly organPhone: string
  readonly matter: string
  readonly on: PlainDate
}
