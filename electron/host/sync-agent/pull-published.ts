import type { PublishedOutput, PublishedRow } from '../../../contract/sync-published.ts'
import { plainDateInShanghai } from '../../../domain/plain-date.ts'
import type { Result } from '../../../domain/result.ts'
import { pullRows } from './pull-rows.ts'
import type { Session } from './session.ts'
import type { Trouble } from './trouble.ts'

/** SYN-100: what everybody may read of the catalogue and the public registers. */
export const pullPublished = (session: Session): Promise<Result<null, Trouble>> =>
  pullRows<PublishedRow, PublishedOutput>(session, {
    name: 'published',
    kinds: ['kiosk'],
    ask: (input) => session.api.published(session.token, input),
    rowsOf: (writer) => writer.published,
    age: (writer) => writer.published.dropEndedBefore(plainDateInShanghai(session.now())),
  })
