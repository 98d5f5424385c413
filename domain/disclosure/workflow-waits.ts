import { voidAccepted } from '../case/voiding.ts'
import { delayGuards } from './reply-letter.ts'
import { type DisclosureLine, extensions, help, line, officeRoles, windowRoles, withdraw } from './workflow-lines.ts'

const correctionGuards = { clear: 'clear now', unclear: 'still unclear' } as const

export const correctionWait: readonly DisclosureLine[] = [
  line('disclosure.correct', 'processing', windowRoles, {
    clock: 'fresh',
    article: 'ogi2019:30',
    guard: correctionGuards.clear,
    requires: ['receivedOn', 'content'],
  }),
  line('disclosure.correct', 'drafting', windowRoles, {
    clock: 'fresh',
    article: 'ogi2019:30',
    guard: correctionGuards.unclear,
    requires: ['receivedOn', 'content'],
  }),
  line('disclosure.lapse', 'closed', officeRoles, {
    clock: 'stop',
    letter: 'disclosure_reply_lapsed',
    article: 'ogi2019:30',
    guard: 'the period is over, and no good reason is known',
    requires: ['finding'],
    timed: true,
  }),
  help,
  withdraw,
  voidAccepted,
]

/** Asking for reasons stops nothing: the law leaves out other people's opinions only (条例 art. 33(3)). */
export const reasonWait: readonly DisclosureLine[] = [
  line('disclosure.accept_reason', 'processing', officeRoles, {
    letter: 'disclosure_delay_notice',
    clock: 'extend',
    article: 'ogi2019:35',
    guard: delayGuards.fixed,
    requires: ['receivedOn', 'reason', 'finding'],
  }),
  line('disclosure.accept_reason', 'processing', officeRoles, {
    article: 'ogi2019:35',
    guard: delayGuards.inTime,
    requires: ['receivedOn', 'reason', 'finding'],
  }),
  line('disclosure.reject_reason', 'drafting', officeRoles, {
    article: 'ogi2019:35',
    requires: ['receivedOn', 'reason', 'finding'],
  }),
  line('disclosure.reason_lapsed', 'drafting', officeRoles, {
    article: 'ogi2019:35',
    guard: 'the period is over',
    requires: ['finding'],
    timed: true,
  }),
  ...extensions,
  help,
  withdraw,
  voidAccepted,
]

export const feeWait: readonly DisclosureLine[] = [
  line('disclosure.fee_notice_received', 'same', officeRoles, { article: 'ogi2019:42', requires: ['receivedOn'] }),
  line('disclosure.fee_undelivered', 'processing', officeRoles, {
    clock: 'resume',
    article: 'ogi2019:42',
    guard: 'attempts, and its arrival is not recorded',
    requires: ['attempts', 'until'],
    timed: true,
  }),
  line('disclosure.fee_paid', 'processing', windowRoles, {
    clock: 'fresh',
    article: 'ogi2019:42',
    requires: ['paidOn', 'receiptNo'],
  }),
  line('disclosure.lapse', 'closed', officeRoles, {
    clock: 'stop',
    letter: 'disclosure_reply_lapsed',
    article: 'ogi2019:42',
    guard: 'the days to pay are over, and no good reason is known',
    requires: ['finding'],
    timed: true,
  }),
  help,
  withdraw,
  voidAccepted,
]
