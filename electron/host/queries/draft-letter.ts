import type { PerformInput } from '../../../contract/acts/case-acts.ts'
import type { LetterData } from '../../../contract/queries/letters.ts'
import type { CaseState } from '../../../domain/case/case-state.ts'
import { type DecideContext, decide } from '../../../domain/case/decide.ts'
import { fold } from '../../../domain/case/fold.ts'
import { lettersOf } from '../../../domain/case/letters.ts'
import { leadsToSignature } from '../../../domain/disclosure/leads-to-signature.ts'
import { blank } from '../../../domain/letters/blank.ts'
import { takenTransition } from '../../../domain/case/workflow.ts'
import { lookUpIn } from '../perform/look-up.ts'
import type { Actor } from '../perform/perform.ts'
import type { Services } from '../services.ts'
import { type LetterReader, letterOfMatter, numbersOfParts } from './letter-data.ts'
import { maskCaseForLetter } from './mask-case.ts'

/** Stands where the number will be; a number is given out with the act alone. */
export const numberToCome = '（办理时编号）'

/** The case as if its reply were signed now by somebody still to be named; as it is where nothing can be signed. */
const signedNow = (state: CaseState, context: DecideContext): CaseState => {
  if (state.kind !== 'disclosure') return state
  const signer = { name: blank, title: blank }
  const decided = decide(
    { ...state, status: 'sign_off' },
    { kind: 'disclosure.sign', signer },
    { ...context, role: 'head' },
  )
  return decided.ok ? fold({ ...state, status: 'sign_off' }, state.id, decided.value) : state
}

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
  const context = {
    today: today(),
    role: actor.role,
    actor: actor.staffId,
    calendar: store.calendar,
    settings: store.settings,
    lookUp: { ...lookUpIn(store.read.cases), hasBlob: () => true },
    nextCaseNo: () => numberToCome,
    nextLetterNo: () => numberToCome,
  }
  const decided = decide(found.state, act, context)
  if (!decided.ok) return null
  const done = fold(found.state, caseId, decided.value)
  const after = leadsToSignature.has(act.kind) ? signedNow(done, context) : done
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
