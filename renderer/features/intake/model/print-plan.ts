import type { LetterKind } from '../../../../domain/letters/letter-kind.ts'
import type { IntakeActKind } from './intake-act.ts'

/** One letter to print, with its copies. */
export interface PlannedLetter {
  readonly letter: LetterKind
  readonly copies: number
}

/**
 * What an opening act prints. A letter that both sides keep is printed twice; whoever hands papers in without their being accepted takes a
 * receipt for them home, once (an acceptance notice lists them itself).
 */
export const printPlanOf = (
  act: IntakeActKind,
  materials: readonly { readonly received: number }[],
): readonly PlannedLetter[] => {
  switch (act) {
    case 'service.accept':
      return [{ letter: 'service_acceptance', copies: 2 }]
    case 'service.notice': {
      const notice = { letter: 'service_once_only_notice', copies: 2 } as const
      return materials.some((line) => line.received > 0) ? [notice, { letter: 'service_receipt', copies: 1 }] : [notice]
    }
    case 'service.refuse':
      return [{ letter: 'service_refusal', copies: 2 }]
    case 'disclosure.register':
      return [{ letter: 'disclosure_receipt', copies: 2 }]
  }
}
