/**
 * Text as a field takes it: no control characters but tabs and line breaks, no half of a surrogate pair (it would not survive
 * UTF-8), at most `max` UTF-16 units and never half a character at the end.
 */
export const typedText = (text: string, max: number): string =>
  text
    .replaceAll(/\p{Cs}|(?![\t\n\r])\p{Cc}/gu, '')
    .slice(0, max)
    .replace(/\p{Cs}$/u, '')

/** The same for fields of one line: a pasted line break is a blank. */
export const typedLine = (text: string, max: number): string => typedText(text.replaceAll(/[\t\n\r]+/g, ' '), max)

/** Null for nothing but blanks. */
export const givenText = (text: string): string | null => (text.trim() === '' ? null : text.trim())
