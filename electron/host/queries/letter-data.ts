import type { LetterData } from '../../../contract/queries/letters.ts'
import type { User } from '../../../contract/queries/desk.ts'
import type { LetterKind } from '../../../domain/letters/letter-kind.ts'
import { lettersOf, printsOf } from '../../../domain/case/letters.ts'
import type { Services } from '../services.ts'
import { maskCaseForLetter } from './mask-case.ts'

/**
 * What a letter shows, or null when the case has no such letter. The PDF is made before the print is recorded, so `printNo` is the
 * number that the record will get.
 */
export const letterData = (
  { store, now, today }: Services,
  user: User,
  { caseId, letter }: { readonly caseId: string; readonly letter: LetterKind },
): LetterData | null => {
  const found = store.read.cases.find(caseId)
  const device = store.read.meta.findDevice()
  const center = store.read.reference.findCenter()
  if (found === null || found.held || device === null || center === null) return null
  if (!lettersOf(found.state).includes(letter)) return null
  return {
    letter,
    state: maskCaseForLetter(found.state),
    center,
    window: store.read.reference.findWindow(device.deviceNo),
    clerkName: user.name,
    deviceNo: device.deviceNo,
    today: today(),
    printedAt: now(),
    printNo: printsOf(found.state, letter) + 1,
  }
}
