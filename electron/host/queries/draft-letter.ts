import type { PerformInput } from '../../../contract/acts/case-acts.ts'
import type { LetterData } from '../../../contract/queries/letters.ts'
import { decide } from '../../../domain/case/decide.ts'
import { fold } from '../../../domain/case/fold.ts'
import { lettersOf } from '../../../domain/case/letters.ts'
import { takenTransition } from '../../../domain/case/workflow.ts'
import { lookUpIn } from '../perform/look-up.ts'
import type { Actor } from '../perform/perform.ts'
import type { Services } from '../services.ts'
import { type LetterReader, letterOfMatter, numbersOfParts } from './letter-data.ts'
import { maskCaseForLetter } from './mask-case.ts'

/** Stands where the number will be; a number is given out with the act alone. */
export const numberToCome = '（办理时编号）'

/**
 * The letter that an act would owe if it were done now, to be read beside its form. Nothing is written and no number is taken. Null = the
 * act is refused as it stands, or owes no letter.
 */
export const draftLetter = (
  services: Services,
  reader: LetterReader,
  actor: Pick<Actor, 'staffId' | 'role'>,
  { caseId, base, act }: PerformInput,
): LetterData | null => {
  const { store, today } = services
  const found = store.read.cases.find(caseId)
  if (found === null || found.held || found.state.version !== base) return null
  const decided = decide(found.state, act, {
    today: today(),
    role: actor.role,
    actor: actor.staffId,
    calendar: store.calendar,
    settings: store.settings,
    lookUp: { ...lookUpIn(store.read.cases), hasBlob: () => true },
    nextCaseNo: () => numberToCome,
    nextLetterNo: () => numberToCome,
  })
  if (!decided.ok) return null
  const after = fold(found.state, caseId, decided.value)
  const document = after.documents[found.state.documents.length] ?? null
  const letter = document?.letter ?? takenTransition(found.state, after, act.kind)?.letter ?? null
  if (letter === null || (document === null && !lettersOf(after).includes(letter))) return null
  return letterOfMatter(services, reader, letter, {
    matter: { of: 'case', state: maskCaseForLetter(after) },
    document,
    documents: after.documents,
    key: after.caseNo,
    printNo: 1,
    ...numbersOfParts(store, after),
  })
}
