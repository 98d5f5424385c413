import type { PlainDate } from '../plain-date.ts'
import type { RatingLevel } from '../rating/rating.ts'

/** A case a center handled. Days are working days as its clock counted them: pauses left out, the day of the start not counted. */
export interface CenterCase {
  readonly kind: 'service' | 'disclosure'
  readonly organ: string
  /** How it came in: a key of the channels of its kind. */
  readonly channel: string
  readonly receivedOn: PlainDate
  /** Taken in (受理); null = not, or not yet. */
  readonly acceptedOn: PlainDate | null
  readonly closedOn: PlainDate | null
  /** 即办件. */
  readonly instant: boolean
  readonly statutoryDays: number | null
  readonly promisedDays: number | null
  /** Used until it was closed; null while it is open. */
  readonly actualDays: number | null
  readonly promisedDue: PlainDate | null
  readonly statutoryDue: PlainDate | null
  /** 代办: brought by an agent of the center or of a village. */
  readonly byAgent: boolean
}

/** A question or a complaint. */
export interface CenterContact {
  readonly kind: 'consultation' | 'complaint'
  readonly receivedOn: PlainDate
  readonly answeredOn: PlainDate | null
  /** Working days that the answer came too late; null while there is none. */
  readonly overdueDays: number | null
}

export interface CenterRating {
  readonly on: PlainDate
  readonly level: RatingLevel
}

/** An item that the center offers, with the limits of its guide in working days. */
export interface CenterItem {
  readonly organ: string
  readonly statutoryDays: number | null
  readonly promisedDays: number | null
}

export interface CenterFacts {
  readonly cases: readonly CenterCase[]
  readonly contacts: readonly CenterContact[]
  readonly ratings: readonly CenterRating[]
  /** As published on the last day of the period. */
  readonly items: readonly CenterItem[]
}
