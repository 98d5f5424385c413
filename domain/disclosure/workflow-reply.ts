import { voidAccepted } from '../case/voiding.ts'
import type { Article } from '../law/article.ts'
import { replyLetterGuards, replyLetters } from './reply-letter.ts'
import {
  type DisclosureLine,
  collect,
  extensions,
  headRoles,
  help,
  line,
  officeRoles,
  remedies,
  reviewerRoles,
  suggest,
  windowRoles,
  withdraw,
} from './workflow-lines.ts'

const returned = line('disclosure.return_draft', 'drafting', reviewerRoles, { requires: ['reason'] })

export const review: readonly DisclosureLine[] = [
  line('disclosure.record_review', 'same', reviewerRoles, {
    article: 'ogi2019:17',
    requires: ['review', 'reviewer', 'opinion'],
  }),
  line('disclosure.pass_review', 'sign_off', reviewerRoles, {
    article: 'ogi2019:17',
    guard: 'secrecy and legal review are recorded',
  }),
  returned,
  collect,
  ...extensions,
  help,
  withdraw,
  voidAccepted,
]

const sign = (reply: keyof typeof replyLetters, article: Article): DisclosureLine =>
  line('disclosure.sign', 'issued', headRoles, {
    letter: replyLetters[reply],
    article,
    guard: replyLetterGuards[reply],
    requires: ['signer'],
  })

export const signOff: readonly DisclosureLine[] = [
  sign('granted', 'ogi2019:36(1)(2)'),
  sign('partial', 'ogi2019:37'),
  sign('denied', 'ogi2019:36(1)(3)'),
  sign('unable', 'ogi2019:36(1)(4)'),
  sign('not_processed', 'ogi2019:39'),
  sign('lapsed', 'ogi2019:36'),
  sign('corrected', 'ogi2019:41'),
  sign('transferred', 'ogi2019:41'),
  returned,
  ...extensions,
  help,
  withdraw,
  voidAccepted,
]

const deliver = (to: 'delivered' | 'same') =>
  line('disclosure.deliver', to, windowRoles, {
    clock: to === 'same' ? 'none' : 'stop',
    article: 'ogi2019:40',
    guard: 'the signed reply is not void',
    requires: ['way', 'sentOn'],
  })

export const issued: readonly DisclosureLine[] = [
  deliver('delivered'),
  help,
  line('disclosure.recall', 'drafting', headRoles, { guard: 'the signed reply is void', requires: ['reason'] }),
]

export const delivered: readonly DisclosureLine[] = [
  deliver('same'),
  help,
  line('disclosure.prove_delivery', 'same', windowRoles, { requires: ['proof'] }),
  line('disclosure.close', 'closed', officeRoles, { guard: 'the delivery is proven', article: 'ogi2019:45' }),
  ...remedies,
  suggest,
]

export const closed: readonly DisclosureLine[] = [...remedies, suggest]

/** A case that opens finished or open, from a row of an old register. */
export const imported: readonly DisclosureLine[] = [
  line('disclosure.import', 'closed', officeRoles, {
    clock: 'start',
    article: 'ogi2019:45',
    guard: 'the row was answered',
    requires: ['request'],
  }),
  line('disclosure.import', 'received', officeRoles, {
    clock: 'start',
    article: 'ogi2019:45',
    guard: 'the row is still open',
    requires: ['request'],
  }),
]
