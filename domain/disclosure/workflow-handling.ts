import { becomeAlias, voidAccepted, voidUnaccepted } from '../case/voiding.ts'
import { askAgency, askThirdParty, coordinate, receipts } from './workflow-consultation.ts'
import {
  type DisclosureLine,
  collect,
  extensions,
  handlerRoles,
  help,
  line,
  officeRoles,
  override,
  suggest,
  windowRoles,
  withdraw,
} from './workflow-lines.ts'

const correction = line('disclosure.notice_correction', 'correction_wait', officeRoles, {
  clock: 'pause',
  letter: 'disclosure_correction_notice',
  article: 'ogi2019:30',
  guard: 'once, within 7 working days of receipt',
  requires: ['items', 'correctBy', 'consequence'],
})
const askReason = line('disclosure.ask_reason', 'reason_wait', officeRoles, {
  letter: 'disclosure_reason_notice',
  article: 'ogi2019:35',
  guard: 'once',
  requires: ['reasonBy', 'finding'],
})
const assign = (to: 'processing' | 'same') =>
  line('disclosure.assign', to, officeRoles, { article: 'ogi2019:45', requires: ['unit'] })
const draft = (to: 'drafting' | 'same') =>
  line('disclosure.draft', to, handlerRoles, {
    article: 'ogi2019:36',
    guard: 'the outcome is open and has what it needs',
    requires: ['reply'],
  })
export const received: readonly DisclosureLine[] = [
  assign('processing'),
  line('disclosure.spot_reply', 'closed', officeRoles, {
    clock: 'stop',
    letter: 'disclosure_reply_granted',
    article: 'ogi2019:33(1)',
    guard: 'granted, and handed over against a signature',
    requires: ['reply', 'proof'],
  }),
  correction,
  askReason,
  draft('drafting'),
  ...extensions,
  help,
  withdraw,
  voidAccepted,
  becomeAlias,
]

export const processing: readonly DisclosureLine[] = [
  assign('same'),
  line('disclosure.claim', 'same', handlerRoles, { guard: 'nobody has it', requires: ['handler'] }),
  line('disclosure.return', 'received', handlerRoles, { requires: ['reason'] }),
  correction,
  askThirdParty('third_party_wait'),
  askAgency('agency_wait'),
  askReason,
  line('disclosure.charge_fee', 'fee_wait', officeRoles, {
    clock: 'pause',
    letter: 'disclosure_fee_notice',
    article: 'ogi2019:42',
    guard: 'by case or by page, once, more than the free part',
    requires: ['fen'],
  }),
  coordinate,
  collect,
  override,
  ...receipts,
  draft('drafting'),
  suggest,
  ...extensions,
  help,
  withdraw,
  voidAccepted,
]

export const drafting: readonly DisclosureLine[] = [
  draft('same'),
  line('disclosure.submit', 'review', handlerRoles, {
    article: 'ogi2019:17',
    guard: 'a complete draft, and every answer of other organs',
  }),
  line('disclosure.reopen_handling', 'processing', handlerRoles, { requires: ['reason'] }),
  collect,
  override,
  ...receipts,
  ...extensions,
  help,
  withdraw,
  voidAccepted,
]

export const awaitingConfirm: readonly DisclosureLine[] = [
  line('disclosure.confirm', 'received', windowRoles, {
    clock: 'start',
    letter: 'disclosure_receipt',
    article: 'ogi2019:31',
  }),
  line('disclosure.mis_sent', 'closed', windowRoles, { requires: ['reason'] }),
  line('disclosure.unreachable', 'closed', officeRoles, {
    guard: 'tried for as long as the center tries',
    requires: ['attempts'],
    timed: true,
  }),
  help,
  withdraw,
  voidUnaccepted,
  becomeAlias,
]
