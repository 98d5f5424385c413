/**
 * Canonical JSON: object keys sorted by code unit, no white space, integers only. Hashes and signatures are over these
 * bytes, so device and server must produce the same text (SYN-1). Throws on what cannot be canonical: fractions,
 * non-finite or unsafe numbers, `undefined`, functions, nesting deeper than 12.
 */
export const canonicalJson = (value: unknown): string => write(value, 0)

const maxDepth = 12

const write = (value: unknown, depth: number): string => {
  if (depth > maxDepth) throw new TypeError('canonical JSON: nested too deep')
  if (typeof value === 'string') return quote(value)
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new TypeError('canonical JSON: not a safe integer')
    return Object.is(value, -0) ? '0' : String(value)
  }
  if (typeof value !== 'object') throw new TypeError(`canonical JSON: ${typeof value}`)
  return Array.isArray(value) ? writeArray(value, depth) : writeObject(value, depth)
}

// Loops, because every intake and every pulled operation passes here and `map` and `sort` with a function take twice as long.
const writeArray = (items: readonly unknown[], depth: number): string => {
  let text = ''
  for (let at = 0; at < items.length; at++) text += `${at === 0 ? '' : ','}${write(items[at], depth + 1)}`
  return `[${text}]`
}

const writeObject = (value: object, depth: number): string => {
  let text = ''
  // Without a function `sort` compares by code unit.
  for (const key of Object.keys(value).sort())
    text += `${text === '' ? '' : ','}${nameOf(key)}${write(Reflect.get(value, key), depth + 1)}`
  return `{${text}}`
}

/** Names are few and come again in every operation; ones that somebody makes up are not remembered without end. */
const nameOf = (key: string): string => {
  const known = names.get(key)
  if (known !== undefined) return known
  const name = `${quote(key)}:`
  if (names.size < maxNames) names.set(key, name)
  return name
}
const names = new Map<string, string>()
const maxNames = 1000

/** Most texts need no escape; those that might (half surrogates too) are left to JSON itself. */
const quote = (text: string): string => (plain.test(text) ? `"${text}"` : JSON.stringify(text))

const plain = /^[^"\\\p{Cc}\p{Cs}]*$/u
