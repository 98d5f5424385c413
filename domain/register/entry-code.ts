import type { RegisterSchema, RegisterValues } from './schema.ts'

/** Longest code of an entry; it is a part of the key that storage keeps unique. */
export const codeMax = 120

/**
 * The code that an entry is known by: its own where it has one, else the words that tell it from all others. The same entry gives the same
 * code on every device, so that a file taken in twice finds what it made the first time.
 */
export const entryCode = (schema: RegisterSchema, values: RegisterValues): string => {
  const own = values[schema.code]
  if (typeof own === 'string' && own !== '') return comparable(own).slice(0, codeMax)
  return identityCode(schema, values)
}

/** The code made of the identifying words alone. */
export const identityCode = (schema: RegisterSchema, values: RegisterValues): string => {
  const words = schema.identity.map((key) => comparable(String(values[key] ?? ''))).join('|')
  // Cut texts keep a sum of the whole, so that two long names with the same beginning stay two.
  return words.length <= codeMax ? words : `${words.slice(0, codeMax - 18)}#${checkSum(words)}`
}

/** Codes are compared without case, width and blanks. */
const comparable = (text: string): string => text.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase()

/** FNV-1a, 64 bits: not against malice, only against chance. */
const checkSum = (text: string): string => {
  let hash = 0xcbf29ce484222325n
  for (let at = 0; at < text.length; at += 1)
    hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(at))) * 0x100000001b3n)
  return hash.toString(16).padStart(16, '0')
}
