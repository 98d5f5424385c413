import { UuidSchema } from '../../contract/primitives.ts'
import { letterKinds, type LetterKind } from '../../domain/letters/letter-kind.ts'

/** What the print page is asked for: `print.html?case=<uuid>&letter=<kind>`. Null = not a request. */
export const findLetterRequest = (query: string): { readonly caseId: string; readonly letter: LetterKind } | null => {
  const parameters = new URLSearchParams(query)
  const caseId = UuidSchema.safeParse(parameters.get('case'))
  const letter = letterKinds.find((kind) => kind === parameters.get('letter'))
  return caseId.success && letter !== undefined ? { caseId: caseId.data, letter } : null
}
