import type { IssuedLetter } from '../letters/document.ts'
import type { LetterKind } from '../letters/letter-kind.ts'
import type { PlainDate } from '../plain-date.ts'
import { groupOf } from '../report/outcome.ts'
import type { DisclosureCase } from './disclosure-state.ts'

/** Which letter a signed reply is: by the group of its outcome, or by the finding on one's own record (条例 art. 41). */
export const replyLetterGuards = {
  granted: 'reply grants',
  partial: 'reply grants in part',
  denied: 'reply denies',
  unable: 'reply: unable to provide',
  not_processed: 'reply: not processed',
  lapsed: 'reply: not processed further',
  corrected: 'own record corrected, or found right',
  transferred: 'own record is for another organ',
} as const

type ReplyLetter = keyof typeof replyLetterGuards

export const replyLetters = {
  granted: 'disclosure_reply_granted',
  partial: 'disclosure_reply_partial',
  denied: 'disclosure_reply_denied',
  unable: 'disclosure_reply_unable',
  not_processed: 'disclosure_reply_not_processed',
  lapsed: 'disclosure_reply_lapsed',
  corrected: 'disclosure_correction_reply',
  transferred: 'disclosure_transfer_notice',
} as const satisfies Record<ReplyLetter, LetterKind>

const replyKinds: ReadonlySet<LetterKind> = new Set(Object.values(replyLetters))

/** The signed reply in force: the newest that was not voided. */
const validReply = ({ documents }: DisclosureCase): IssuedLetter | null =>
  documents.filter(({ letter, voided }) => voided === null && replyKinds.has(letter)).at(-1) ?? null

export const hasValidReply = (state: DisclosureCase): boolean => validReply(state) !== null

/** Day on which the reply in force was issued in place of a voided one; null = it is the first, or there is none. */
export const reissuedReplyDate = (state: DisclosureCase): PlainDate | null => {
  const reply = validReply(state)
  return reply === null || reply.replaces === null ? null : reply.on
}

/** A reply was signed, and none is in force any more. */
export const hasVoidReply = (state: DisclosureCase): boolean =>
  !hasValidReply(state) && state.documents.some(({ letter }) => replyKinds.has(letter))

const replyLetterOf = ({ draft }: DisclosureCase): ReplyLetter | null => {
  if (draft === null) return null
  if (draft.ownRecord !== null) {
    const { result } = draft.ownRecord
    return result === 'corrected' || result === 'not_verified' ? 'corrected' : 'transferred'
  }
  const group = groupOf(draft.outcome)
  return group === 'other' ? 'lapsed' : group
}

/** A delay of an excessive request was fixed (art. 35). */
export const delayGuards = { fixed: 'delay fixed', inTime: 'answerable in time' } as const

/** The conditions by which lines of one act to one state are told apart. */
export const replyLetterConditions: Readonly<Record<string, (after: DisclosureCase) => boolean>> = {
  ...Object.fromEntries(
    Object.entries(replyLetterGuards).map(([letter, guard]) => [
      guard,
      (after: DisclosureCase) => replyLetterOf(after) === letter,
    ]),
  ),
  [delayGuards.fixed]: ({ delay }) => delay !== null,
  [delayGuards.inTime]: ({ delay }) => delay === null,
}
