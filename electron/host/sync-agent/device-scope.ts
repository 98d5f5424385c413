import { scopeOf } from '../../../db/scope/device-scope.ts'
import type { Store } from '../../../db/store.ts'
import { type Scope, isSameScope } from '../../../domain/scope/scope.ts'

/**
 * Another scope: the history is read again from its start. What is known is recognised, what comes masked is masked here too, and what lies in
 * a stretch that is not given any more goes.
 */
export const keepScope = (store: Store, center: string, told: Scope): void => {
  if (isSameScope(told, scopeOf(store.read.meta))) return
  store.transact((writer) => {
    if (told.kind === 'center') writer.meta.remove('scope')
    else writer.meta.set('scope', JSON.stringify(told))
    writer.sync.resetCursor(center)
    if (store.read.meta.find('snapshot') !== null) writer.meta.remove('snapshot')
  })
}
