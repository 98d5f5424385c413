import type { LetterKind } from '../../domain/letters/letter-kind.ts'
import type { CaseState } from '../../domain/case/case-state.ts'
import { type PlainDate, plainDate } from '../../domain/plain-date.ts'
import type { ComposeLetter } from './letter-content.ts'
import { disclosureReceipt } from './templates/disclosure-receipt.tsx'
import { serviceAcceptance } from './templates/service-acceptance.tsx'
import { serviceOnceOnlyNotice } from './templates/service-once-only-notice.tsx'
import { serviceReceipt } from './templates/service-receipt.tsx'
import { serviceRefusal } from './templates/service-refusal.tsx'

/** One version of a letter. A change of wording or law adds a version with its own date; what was printed stays as it was. */
export interface LetterTemplate {
  readonly letter: LetterKind
  /** Printed at the foot and kept with every print. */
  readonly version: string
  /** First day of a case's own date (receipt, acceptance, refusal) for which this version is used. */
  readonly inForceFrom: PlainDate
  readonly compose: ComposeLetter
}

export const letterTemplates: readonly LetterTemplate[] = [
  // 行政许可法 as amended on 2019-04-23; the articles these letters cite did not change then.
  { letter: 'service_receipt', version: 'v1', inForceFrom: plainDate('2019-04-23'), compose: serviceReceipt },
  { letter: 'service_acceptance', version: 'v1', inForceFrom: plainDate('2019-04-23'), compose: serviceAcceptance },
  {
    letter: 'service_once_only_notice',
    version: 'v1',
    inForceFrom: plainDate('2019-04-23'),
    compose: serviceOnceOnlyNotice,
  },
  // Its remedies are those of 行政复议法 of 2023 (art. 20), in force since 2024-01-01.
  { letter: 'service_refusal', version: 'v1', inForceFrom: plainDate('2024-01-01'), compose: serviceRefusal },
  // 政府信息公开条例 of 2019 (国务院令第711号).
  { letter: 'disclosure_receipt', version: 'v1', inForceFrom: plainDate('2019-05-15'), compose: disclosureReceipt },
]

/** The version in force on a date; null = this program has no wording for the law of that day. */
export const findTemplate = (letter: LetterKind, on: PlainDate): LetterTemplate | null =>
  letterTemplates
    .filter((template) => template.letter === letter && template.inForceFrom <= on)
    .reduce<LetterTemplate | null>(
      (best, next) => (best === null || next.inForceFrom > best.inForceFrom ? next : best),
      null,
    )

/** The version for a letter of a case, chosen by the legal date that the letter states. */
export const findTemplateFor = (letter: LetterKind, state: CaseState): LetterTemplate | null =>
  findTemplate(letter, legalDateOf(letter, state))

const legalDateOf = (letter: LetterKind, state: CaseState): PlainDate => {
  switch (letter) {
    case 'service_acceptance':
    case 'disclosure_receipt':
      return state.clockStart ?? state.arrivedOn
    case 'service_refusal':
      return state.closedOn ?? state.arrivedOn
    case 'service_once_only_notice':
    case 'service_receipt':
      return state.arrivedOn
    default:
      return state.closedOn ?? state.clockStart ?? state.arrivedOn
  }
}
