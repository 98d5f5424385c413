import { voidAccepted } from '../case/voiding.ts'
import type { DisclosureActKind } from './disclosure-act.ts'
import type { DisclosureState } from './disclosure-state.ts'
import { type DisclosureLine, collect, extensions, help, line, officeRoles, withdraw } from './workflow-lines.ts'

// Asking third parties and organs. One kind may be asked while the other is waited for; the case waits for third parties first.

const guards = {
  last: 'the last opinion',
  more: 'others are still waited for',
  organs: 'organs are still waited for',
} as const
const over = '15 working days from the receipt of every letter are over'
const unheard = 'attempts, and its arrival is not recorded'

export const askThirdParty = (to: 'third_party_wait' | 'same'): DisclosureLine =>
  line('disclosure.consult_third_party', to, officeRoles, {
    clock: 'pause',
    letter: 'disclosure_third_party_letter',
    article: 'ogi2019:32',
    requires: ['name', 'matter', 'sentOn'],
  })
export const askAgency = (to: 'agency_wait' | 'same'): DisclosureLine =>
  line('disclosure.consult_agency', to, officeRoles, {
    clock: 'pause',
    letter: 'disclosure_co_producer_letter',
    article: 'ogi2019:34',
    requires: ['name', 'matter', 'sentOn'],
  })
export const coordinate = line('disclosure.coordinate', 'same', officeRoles, {
  letter: 'disclosure_coordination_letter',
  requires: ['organ', 'question', 'sentOn'],
})

const thirdPartyReceived = line('disclosure.third_party_received', 'same', officeRoles, {
  article: 'ogi2019:32',
  requires: ['receivedOn'],
})
const agencyReceived = line('disclosure.agency_received', 'same', officeRoles, {
  article: 'ogi2019:34',
  requires: ['receivedOn'],
})
/** The receipt of a letter may come back after the answer. */
export const receipts: readonly DisclosureLine[] = [thirdPartyReceived, agencyReceived]

const thirdParty = (act: DisclosureActKind, to: DisclosureState | 'same', guard: string, more: object = {}) =>
  line(act, to, officeRoles, { clock: to === 'same' ? 'none' : 'resume', article: 'ogi2019:32', guard, ...more })
const agency = (act: DisclosureActKind, to: DisclosureState | 'same', guard: string, more: object = {}) =>
  line(act, to, officeRoles, { clock: to === 'same' ? 'none' : 'resume', article: 'ogi2019:34', guard, ...more })

const timed = { requires: ['until'], timed: true }
const undelivered = { requires: ['attempts', 'until'], timed: true }

export const thirdPartyWait: readonly DisclosureLine[] = [
  askThirdParty('same'),
  askAgency('same'),
  line('disclosure.tell_consultation', 'same', officeRoles, {
    letter: 'disclosure_third_party_notice',
    article: 'ogi2019:32',
  }),
  ...receipts,
  thirdParty('disclosure.third_party_opinion', 'processing', guards.last),
  thirdParty('disclosure.third_party_opinion', 'agency_wait', guards.organs),
  thirdParty('disclosure.third_party_opinion', 'same', guards.more),
  thirdParty('disclosure.third_party_lapsed', 'processing', over, timed),
  thirdParty('disclosure.third_party_lapsed', 'agency_wait', guards.organs, timed),
  thirdParty('disclosure.third_party_undelivered', 'processing', unheard, undelivered),
  thirdParty('disclosure.third_party_undelivered', 'agency_wait', guards.organs, undelivered),
  thirdParty('disclosure.third_party_undelivered', 'same', guards.more, undelivered),
  agency('disclosure.agency_opinion', 'same', guards.more),
  agency('disclosure.agency_lapsed', 'same', over, timed),
  agency('disclosure.agency_undelivered', 'same', unheard, undelivered),
  coordinate,
  collect,
  ...extensions,
  help,
  withdraw,
  voidAccepted,
]

export const agencyWait: readonly DisclosureLine[] = [
  askAgency('same'),
  askThirdParty('third_party_wait'),
  ...receipts,
  agency('disclosure.agency_opinion', 'processing', guards.last),
  agency('disclosure.agency_opinion', 'same', guards.more),
  agency('disclosure.agency_lapsed', 'processing', over, timed),
  agency('disclosure.agency_undelivered', 'processing', unheard, undelivered),
  agency('disclosure.agency_undelivered', 'same', guards.more, undelivered),
  coordinate,
  collect,
  ...extensions,
  help,
  withdraw,
  voidAccepted,
]
