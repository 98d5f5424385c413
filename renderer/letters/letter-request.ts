import { LetterRequestSchema, type LetterRequest } from '../../contract/queries/letters.ts'

/** What the print page is asked for: `print.html?case=<uuid>&letter=<kind>&document=2`, `record=` or `item=`. Null = not a request. */
export const findLetterRequest = (query: string): LetterRequest | null => {
  const given = Object.fromEntries(new URLSearchParams(query))
  const { case: caseId, record: recordId, item: itemId, letter, document, ...unknown } = given
  if (Object.keys(unknown).length > 0) return null
  const asked = LetterRequestSchema.safeParse({
    ...(caseId === undefined ? {} : { caseId }),
    ...(recordId === undefined ? {} : { recordId }),
    ...(itemId === undefined ? {} : { itemId }),
    letter,
    ...(document === undefined ? {} : { document: Number(document) }),
  })
  return asked.success ? asked.data : null
}
