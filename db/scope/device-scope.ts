import { ScopeSchema } from '../../contract/sync-scope.ts'
import { type Scope, centerScope } from '../../domain/scope/scope.ts'
import type { MetaReader } from '../meta/reader.ts'

/** What this device is given of its center, as the server said last (SYN-56). */
export const scopeOf = (meta: MetaReader): Scope => {
  const text = meta.find('scope')
  if (text === null) return centerScope
  const read = ScopeSchema.safeParse(JSON.parse(text))
  return read.success ? read.data : centerScope
}
