import type { ProgressOutput, ProgressRow } from '../../../contract/sync-progress.ts'
import { addDays, plainDateInShanghai } from '../../../domain/plain-date.ts'
import type { Result } from '../../../domain/result.ts'
import { usualClosedDays } from '../../../domain/scope/scope.ts'
import { pullRows } from './pull-rows.ts'
import type { Session } from './session.ts'
import type { Trouble } from './trouble.ts'

/** SYN-90: keyed hashes, the public step and days of the matters that were touched, and the key that they are looked up by. */
export const pullProgress = (session: Session): Promise<Result<null, Trouble>> =>
  pullRows<ProgressRow, ProgressOutput>(session, {
    name: 'progress',
    kinds: ['kiosk'],
    ask: (input) => session.api.progress(session.token, input),
    rowsOf: (writer) => writer.progress,
    age: (writer) => writer.progress.dropEndedBefore(addDays(plainDateInShanghai(session.now()), -usualClosedDays)),
    keep: (writer, { key }) => writer.meta.set('progress_key', key),
    forget: (writer) => {
      for (const key of ['progress_key', 'progress_tries'] as const) writer.meta.remove(key)
    },
  })
