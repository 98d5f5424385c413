import type { LetterKind } from '../../../domain/letters/letter-kind.ts'
import { gapsOf } from '../../../domain/service/materials.ts'
import type { BundleFields } from './bundle-fields.ts'
import type { MaterialFields } from './form-model.ts'
import type { IntakeActKind } from './intake-act.ts'

/** One letter to print, with its copies. */
export interface PlannedLetter {
  readonly letter: LetterKind
  readonly copies: number
  /** Offered, and printed when it is asked for: the organ may sit at the next desk. */
  readonly onDemand?: true
  /** The matter of a bundle that it is of; absent = the case that was opened. */
  readonly of?: { readonly caseId: string; readonly name: string }
}

/** What the letters depend on. */
interface PrintedForm {
  readonly materials: readonly MaterialFields[]
  readonly contact: { readonly written: boolean; readonly anonymous: boolean }
  readonly bundle: BundleFields
}

/**
 * What an opening act prints. A letter that both sides keep is printed twice; whoever hands papers in without their being accepted takes a
 * receipt for them home, once (an acceptance notice lists them itself). Papers of an accepted matter go on to its organ with a hand-over slip.
 */
export const printPlanOf = (act: IntakeActKind, form: PrintedForm): readonly PlannedLetter[] => {
  const { materials, contact } = form
  switch (act) {
    case 'service.accept':
      return [{ letter: 'service_acceptance', copies: 2 }, ...handoverSlip(materials)]
    case 'service.instant':
      return [{ letter: 'service_approval', copies: 2 }]
    case 'service.notice': {
      const notice = { letter: 'service_once_only_notice', copies: 2 } as const
      return materials.some((line) => line.received > 0) ? [notice, { letter: 'service_receipt', copies: 1 }] : [notice]
    }
    case 'service.submit':
      return [{ letter: 'service_receipt', copies: 1 }]
    case 'service.refuse':
      return [{ letter: 'service_refusal', copies: 2 }]
    case 'consultation.answer_at_once':
      // Nobody without a name is written to.
      return contact.written && !contact.anonymous ? [{ letter: 'consultation_reply', copies: 1 }] : []
    case 'consultation.register':
    case 'complaint.register':
      // The receipt of a complaint says that it is taken up, which is decided later.
      return []
    case 'bundle.open':
      return bundleLetters(form)
    case 'disclosure.register':
      return [{ letter: 'disclosure_receipt', copies: 2 }]
  }
}

/** Signed by who hands the papers over and by who takes them; nothing handed in, nothing to hand over. */
const handoverSlip = (materials: readonly MaterialFields[]): readonly PlannedLetter[] =>
  materials.some(({ received }) => received > 0) ? [{ letter: 'material_handover', copies: 2, onDemand: true }] : []

/** One receipt for all that was handed in, and for each matter that it is accepted or what it lacks. */
const bundleLetters = ({ materials, bundle }: PrintedForm): readonly PlannedLetter[] => [
  { letter: 'bundle_receipt', copies: 2 },
  ...bundle.parts.flatMap(({ caseId, item }, index): readonly PlannedLetter[] => {
    const own = materials.filter(({ parts }) => parts.length === 0 || parts.includes(index + 1))
    const letters: readonly PlannedLetter[] =
      gapsOf(own).length === 0
        ? [{ letter: 'service_acceptance', copies: 2 }, ...handoverSlip(own)]
        : [{ letter: 'service_once_only_notice', copies: 2 }]
    return letters.map((planned) => ({ ...planned, of: { caseId, name: item.name } }))
  }),
]
