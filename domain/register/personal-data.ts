import { checkCitizenId } from '../identity/citizen-id.ts'
import { maskIdNumber, maskPhone } from '../identity/mask.ts'

/** Personal data that a text shows openly. Names cannot be told from other words; they are masked where a field is known to hold one. */
export interface PersonalData {
  readonly kind: 'id_number' | 'phone'
  readonly text: string
}

/**
 * Citizen identity numbers whose check character holds, and mobile numbers, standing free in a text. A credit code or a document number
 * is no find: it does not check as a citizen's number.
 */
export const findPersonalData = (text: string): readonly PersonalData[] => {
  const finds: PersonalData[] = []
  // Full-width digits hide nothing from a reader.
  for (const [word] of text
    .normalize('NFKC')
    .matchAll(/(?<![0-9A-Za-z])(?:\d{17}[0-9Xx]|\d{15}|1[3-9]\d{9})(?![0-9A-Za-z])/g)) {
    if (word.length === 11) finds.push({ kind: 'phone', text: word })
    else if (isIdNumber(word)) finds.push({ kind: 'id_number', text: word })
  }
  return finds
}

/** The text with what `findPersonalData` finds masked; everything else stays as it is written. */
export const maskPersonalData = (text: string): string => {
  const finds = findPersonalData(text)
  if (finds.length === 0) return text
  return finds.reduce(
    (masked, find) =>
      masked.replaceAll(find.text, find.kind === 'phone' ? maskPhone(find.text) : maskIdNumber(find.text)),
    text.normalize('NFKC'),
  )
}

/** Fifteen digits have no check character; without a province at their head they are some other number. */
const isIdNumber = (word: string): boolean => {
  const { valid, problems } = checkCitizenId(word, null)
  return valid && (word.length === 18 || !problems.some(({ code }) => code === 'region_unknown'))
}
