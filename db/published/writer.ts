import { canonicalJson } from '../../contract/canonical-json.ts'
import type { PublishedRow } from '../../contract/sync-published.ts'
import type { PublicEntry } from '../../domain/kiosk/public-entry.ts'
import type { Connection } from '../connection.ts'
import { query } from '../query.ts'
import { type NoParams, named, statement } from '../statement.ts'
import { hexToBytes } from '../uuid.ts'
import type { WriteScope } from '../write-scope.ts'

export interface PublishedWriter {
  /** What everybody may read of an entry now, in the place of what it was before. */
  readonly put: (row: PublishedRow) => void
  readonly remove: (id: string) => void
  /** What was to be read until a day before this one. */
  readonly dropEndedBefore: (day: string) => void
  readonly clear: () => void
}

export const publishedWriter = (connection: Connection, scope: WriteScope): PublishedWriter => ({
  put: ({ id: hex, spans }) => {
    scope.touch('sync')
    const id = hexToBytes(hex)
    connection.run(drop, { id })
    for (const [n, { from, until, entry }] of spans.entries())
      connection.run(insert, { id, n, place: placeOf(entry), from, until, entry: canonicalJson(entry) })
  },
  remove: (id) => {
    scope.touch('sync')
    connection.run(drop, { id: hexToBytes(id) })
  },
  dropEndedBefore: (day) => {
    scope.touch('sync')
    connection.run(dropEnded, { day })
  },
  clear: () => {
    scope.touch('sync')
    connection.run(clearAll, {})
  },
})

const placeOf = (entry: PublicEntry): string => (entry.type === 'information' ? entry.category : entry.register)

const insert = statement<{
  id: Uint8Array
  n: number
  place: string
  from: string
  until: string | null
  entry: string
}>()((param) =>
  query.insertInto('published').values({
    ...named(param, ['id', 'n', 'place', 'entry']),
    shown_from: param('from'),
    shown_until: param('until'),
  }),
)

const drop = statement<{ id: Uint8Array }>()((param) => query.deleteFrom('published').where('id', '=', param('id')))
const dropEnded = statement<{ day: string }>()((param) =>
  query.deleteFrom('published').where('shown_until', '<', param('day')),
)
const clearAll = statement<NoParams>()(() => query.deleteFrom('published'))
