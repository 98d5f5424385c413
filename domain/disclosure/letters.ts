import type { LetterKind } from '../letters/letter-kind.ts'
import type { DisclosureCase } from './disclosure-state.ts'

/**
 * Slips without a number that exist for a case as it stands, the receipt first; numbered letters stand in `documents`. A row of an old register
 * has its papers elsewhere: only what was done with it here has slips.
 */
export const disclosureSlips = (state: DisclosureCase): readonly LetterKind[] => [
  ...(state.history === null ? intakeSlips(state) : []),
  ...(state.thirdParties.length === 0 ? [] : (['disclosure_third_party_form'] as const)),
  ...(state.draft === null ? [] : (['disclosure_review_form'] as const)),
]

/** What was said is written down for the applicant (代为填写, 条例 art. 29(1)). */
const intakeSlips = ({ intake }: DisclosureCase): readonly LetterKind[] => [
  'disclosure_receipt',
  ...(intake.channel === 'oral' ? (['disclosure_request_form'] as const) : []),
  'disclosure_registration',
]
