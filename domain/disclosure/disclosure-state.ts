import type { CaseCommon } from '../case/case-common.ts'
import type { DisclosureIntake } from './disclosure-intake.ts'

/** peers.md 5.1, the part of it that registration reaches today. */
export const disclosureStates = ['awaiting_confirm', 'received'] as const
export type DisclosureState = (typeof disclosureStates)[number]

export interface DisclosureCase extends CaseCommon {
  readonly kind: 'disclosure'
  readonly status: DisclosureState
  readonly intake: DisclosureIntake
}
