import type { IssuedLetter } from '../letters/document.ts'
import type { PlainDate } from '../plain-date.ts'

/**
 * A record is anything beside cases that lives by a procedure of its own: a supervision task, a mandate, an entry of the proactive
 * catalogue or of a register, a version of the calendar, of a letter's template or of the center's own settings.
 */
export interface RecordCommon {
  /** UUIDv7. */
  readonly id: string
  /** Number of operations folded: the base that the next operation names. */
  readonly version: number
  /** Numbered letters, voided ones included. */
  readonly documents: readonly IssuedLetter[]
}

/** What lists show and sort by, and what search finds. */
export interface RecordHead {
  readonly title: string
  /** The organ it belongs to, if any. */
  readonly organ: string | null
  /** The case it is about, if any. */
  readonly caseId: string | null
  /** Its own key beside the id (index number, register and code), unique within the kind in one center; null = none. */
  readonly key: string | null
  /** Its own date: opened, signed, made, in force. */
  readonly date: PlainDate
  /** When something is owed next; null = nothing. */
  readonly due: PlainDate | null
  readonly closed: boolean
  /** Further words that search finds, without personal data of third persons. */
  readonly words: readonly string[]
}
