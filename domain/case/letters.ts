import type { LetterKind } from './case-act.ts'
import type { CaseState } from './case-state.ts'

/** Letters that exist for a case as it stands, the one that matters most first. */
export const lettersOf = (state: CaseState): readonly LetterKind[] => {
  if (state.kind === 'disclosure') return ['disclosure_receipt']
  const notice: readonly LetterKind[] = state.noticeOn === null ? [] : ['service_once_only_notice']
  switch (state.status) {
    case 'accepted':
      return ['service_acceptance', 'service_receipt', ...notice]
    case 'correction_wait':
      return ['service_once_only_notice', 'service_receipt']
    case 'refused':
      return ['service_refusal']
  }
}

/** How often a letter was printed so far. */
export const printsOf = (state: CaseState, letter: LetterKind): number =>
  state.prints.find((print) => print.letter === letter)?.times ?? 0
