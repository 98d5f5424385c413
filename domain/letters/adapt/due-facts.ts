import { caseClocks } from '../../case/clocks.ts'
import type { CaseState } from '../../case/case-state.ts'
import type { PlainDate } from '../../plain-date.ts'
import type { LetterSource } from './letter-source.ts'

interface StatutoryDue {
  readonly due: PlainDate | null
  /** It reaches into a year whose arrangement is not published. */
  readonly provisional: boolean
}

/** Last day of the statutory limit as the letters tell it; null = it is not known. */
export const statutoryDueOf = (state: CaseState, { calendar }: LetterSource): StatutoryDue => {
  const { statutory } = caseClocks(state, calendar)
  const due = statutory?.due ?? null
  return { due, provisional: due !== null && (statutory?.provisional ?? false) }
}

/** Both limits of a letter that moves one: before it, and with it. */
export const movedDue = (before: CaseState, after: CaseState, source: LetterSource) => {
  const [old, moved] = [statutoryDueOf(before, source), statutoryDueOf(after, source)]
  return {
    oldDue: old.due,
    oldDueProvisional: old.provisional,
    newDue: moved.due,
    newDueProvisional: moved.provisional,
  }
}
