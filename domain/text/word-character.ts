/** Letters, digits and the marks that belong to letters, of any script: what search indexes. Everything else parts words. */
export const isWordCharacter = (character: string): boolean => {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x80) return isAlphanumeric(character)
  if (code >= 0x3400 && code <= 0x9fff) return true
  // Planes 2 and 3 are Han only. Named by range because an older engine does not know the newest blocks as letters.
  if (code >= 0x20000 && code <= 0x3ffff) return true
  return /[\p{L}\p{N}\p{M}]/u.test(character)
}

/** What parts the words of a query. */
export const isBlank = (character: string): boolean => character === ' ' || /^\s$/.test(character)

/** a–z and 0–9 of folded text. */
export const isAlphanumeric = (character: string): boolean => {
  const code = character.charCodeAt(0)
  return character.length === 1 && ((code >= 97 && code <= 122) || (code >= 48 && code <= 57))
}
