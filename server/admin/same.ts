import { canonicalJson } from '../../contract/canonical-json.ts'

/** Equal as data: jsonb gives the keys back in another order. */
export const isSame = (a: unknown, b: unknown): boolean => canonicalJson(a) === canonicalJson(b)
