/**
 * An identity number as typed, pasted or read by a scanner → as stored: full-width characters to half width, letters to upper
 * case, blanks and invisible characters removed. Nothing else is repaired.
 */
export const normalizeIdNumber = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/[\s\p{Default_Ignorable_Code_Point}]/gu, '')
    .toUpperCase()
