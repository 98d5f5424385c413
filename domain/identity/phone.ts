/** Kinds of number a person can be reached by. The patterns are practice, not law. */
export type PhoneKind = 'mobile' | 'landline' | 'service_400' | 'hotline'

/** Half width, without blanks, brackets and the country code; hyphens stay as typed: `(0416)2345678` → `04162345678`. */
export const normalizePhone = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/[\s()\p{Default_Ignorable_Code_Point}]/gu, '')
    .replaceAll(/[‐‑‒–—−]/g, '-')
    .replace(/^(?:\+|00)86-?/, '')

/** Null = no number of a kind we know. Landlines need their area code: a center's cases leave its city. */
export const findPhoneKind = (text: string): PhoneKind | null => {
  const phone = normalizePhone(text)
  for (const [kind, pattern] of patterns) if (pattern.test(phone)) return kind
  return null
}

export const isPhone = (text: string): boolean => findPhoneKind(text) !== null

/** Six digits (GB/T 39046: n6). */
export const isPostcode = (text: string): boolean => /^\d{6}$/.test(text.normalize('NFKC').trim())

const patterns: readonly (readonly [PhoneKind, RegExp])[] = [
  ['mobile', /^1[3-9]\d{9}$/],
  ['landline', /^0\d{2,3}-?\d{7,8}(?:-\d{1,6})?$/],
  ['service_400', /^400-?\d{3}-?\d{4}$/],
  ['hotline', /^(?:12\d{3}|9[56]\d{3,4})$/],
]
