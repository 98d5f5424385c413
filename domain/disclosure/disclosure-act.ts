import type { PlainDate } from '../plain-date.ts'
import type { DisclosureIntake } from './disclosure-intake.ts'

/** What a person can do to a disclosure request. One act becomes one operation of the same kind; corrections are further acts. */
export type DisclosureAct =
  | { readonly kind: 'disclosure.register'; readonly intake: DisclosureIntake }
  | { readonly kind: 'disclosure.confirm'; readonly confirmedOn: PlainDate }

export type DisclosureActKind = DisclosureAct['kind']
