import { PublicEntrySchema } from '../../contract/sync-published.ts'
import type { PublicEntry } from '../../domain/kiosk/public-entry.ts'
import type { Connection } from '../connection.ts'
import { query } from '../query.ts'
import { type NoParams, statement } from '../statement.ts'

export interface ListedEntries {
  /** Newest first; a hundred at most. */
  readonly entries: readonly PublicEntry[]
  readonly more: boolean
}

export interface PublishedReader {
  /** What is to be read on a day in a column of the catalogue, or in a register. */
  readonly list: (place: string, on: string, skip?: number) => ListedEntries
  /** What is to be read on a day, whatever place it lies in; newest first. */
  readonly newest: (on: string, limit: number) => readonly PublicEntry[]
  /** What lies in each place on a day, empty ones left out. */
  readonly places: (on: string) => readonly { readonly place: string; readonly count: number }[]
  readonly count: () => number
}

const atOnce = 100

export const publishedReader = (connection: Connection): PublishedReader => ({
  list: (place, on, skip = 0) => {
    const rows = connection.all(byPlace, { place, from: on, until: on, limit: atOnce + 1, skip })
    const entries = rows.slice(0, atOnce).map(({ entry }) => entryOf(entry))
    return { entries, more: rows.length > atOnce }
  },
  newest: (on, limit) => connection.all(newest, { from: on, until: on, limit }).map(({ entry }) => entryOf(entry)),
  places: (on) => connection.all(placesOn, { from: on, until: on }),
  count: () => connection.first(count, {})?.count ?? 0,
})

const entryOf = (text: string): PublicEntry => PublicEntrySchema.parse(JSON.parse(text))

const byPlace = statement<{ place: string; from: string; until: string; limit: number; skip: number }>()((param) =>
  query
    .selectFrom('published')
    .select('entry')
    .where('place', '=', param('place'))
    .where('shown_from', '<=', param('from'))
    .where((eb) => eb.or([eb('shown_until', 'is', null), eb('shown_until', '>=', param('until'))]))
    .orderBy('shown_from', 'desc')
    .orderBy('id')
    .limit(param('limit'))
    .offset(param('skip')),
)

const newest = statement<{ from: string; until: string; limit: number }>()((param) =>
  query
    .selectFrom('published')
    .select('entry')
    .where('shown_from', '<=', param('from'))
    .where((eb) => eb.or([eb('shown_until', 'is', null), eb('shown_until', '>=', param('until'))]))
    // Registers are whole lists that come at once; columns begin with a figure.
    .where('place', '<', 'a')
    .orderBy('shown_from', 'desc')
    .limit(param('limit')),
)

const placesOn = statement<{ from: string; until: string }>()((param) =>
  query
    .selectFrom('published')
    .select((eb) => ['place', eb.fn.countAll<number>().as('count')])
    .where('shown_from', '<=', param('from'))
    .where((eb) => eb.or([eb('shown_until', 'is', null), eb('shown_until', '>=', param('until'))]))
    .groupBy('place')
    .orderBy('place'),
)

const count = statement<NoParams>()(() =>
  query.selectFrom('published').select((eb) => eb.fn.countAll<number>().as('count')),
)
