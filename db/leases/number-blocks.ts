import { sql } from 'kysely'
import type { NumberBlock } from '../../contract/lease.ts'
import type { PlainDate } from '../../domain/plain-date.ts'
import type { Connection } from '../connection.ts'
import { query } from '../query.ts'
import { named, statement } from '../statement.ts'

/** One series in one year of a center. */
export type Series = { readonly center: string; readonly series: string; readonly year: number }

/** What this device can still give out of a series. */
export interface SeriesNumbers {
  readonly left: number
  /** Last number of the newest block; 0 = none was ever leased. */
  readonly last: number
  /** How many of the newest block are left, whether it may still be used or not. */
  readonly leftOfLast: number
  /** Last day of the numbers that are left; null = none are. */
  readonly expiresOn: string | null
}

/**
 * SYN-74: the next running number of a series on a day, or null when no block has one left. In the transaction that uses it: a rollback gives
 * it back.
 */
export const takeNumber = (connection: Connection, series: Series, on: PlainDate): number | null => {
  const block = connection.first(usable, { ...series, on })
  if (block === null) return null
  connection.run(moveOn, { ...series, from_n: block.from_n, next_n: block.next_n + 1 })
  return block.next_n
}

/** A number that was given by this device before, as its log tells: it is not given again. */
export const noteNumber = (connection: Connection, series: Series, n: number): void => {
  connection.run(moveBehind, { ...series, n })
}

/** A new block, or another end of one that is here. */
export const putBlock = (connection: Connection, series: Series, { from, to, expiresOn }: NumberBlock): void => {
  connection.run(put, { ...series, from_n: from, to_n: to, next_n: from, expires_on: expiresOn })
}

/** What was given out of them is not surely known any more: none is used again, and what is left of them stays unused. */
export const dropBlocks = (connection: Connection): void => {
  connection.run(drop, {})
}

export const seriesNumbers = (connection: Connection, series: Series, today: PlainDate): SeriesNumbers => {
  const blocks = connection.all(all, series)
  const good = blocks.filter((block) => block.expires_on >= today && block.next_n <= block.to_n)
  const newest = blocks.at(-1)
  return {
    left: good.reduce((sum, { to_n, next_n }) => sum + to_n - next_n + 1, 0),
    last: newest?.to_n ?? 0,
    leftOfLast: newest === undefined ? 0 : newest.to_n - newest.next_n + 1,
    expiresOn:
      good
        .map(({ expires_on }) => expires_on)
        .sort()
        .at(-1) ?? null,
  }
}

const usable = statement<Series & { on: string }>()((param) =>
  query
    .selectFrom('number_block')
    .select(['from_n', 'next_n'])
    .where('center', '=', param('center'))
    .where('series', '=', param('series'))
    .where('year', '=', param('year'))
    .where('expires_on', '>=', param('on'))
    .whereRef('next_n', '<=', 'to_n')
    .orderBy('from_n')
    .limit(1),
)

const moveOn = statement<Series & { from_n: number; next_n: number }>()((param) =>
  query
    .updateTable('number_block')
    .set({ next_n: param('next_n') })
    .where('center', '=', param('center'))
    .where('series', '=', param('series'))
    .where('year', '=', param('year'))
    .where('from_n', '=', param('from_n')),
)

const moveBehind = statement<Series & { n: number }>()((param) =>
  query
    .updateTable('number_block')
    .set({ next_n: sql<number>`${param('n')} + 1` })
    .where('center', '=', param('center'))
    .where('series', '=', param('series'))
    .where('year', '=', param('year'))
    .where('from_n', '<=', param('n'))
    .where('to_n', '>=', param('n'))
    .where('next_n', '<=', param('n')),
)

type Row = Series & { from_n: number; to_n: number; next_n: number; expires_on: string }

const put = statement<Row>()((param) =>
  query
    .insertInto('number_block')
    .values(named(param, ['center', 'series', 'year', 'from_n', 'to_n', 'next_n', 'expires_on']))
    .onConflict((conflict) =>
      conflict
        .columns(['center', 'series', 'year', 'from_n'])
        .doUpdateSet((eb) => ({ expires_on: eb.ref('excluded.expires_on') })),
    ),
)

const drop = statement<Record<string, never>>()(() => query.deleteFrom('number_block'))

const all = statement<Series>()((param) =>
  query
    .selectFrom('number_block')
    .select(['from_n', 'to_n', 'next_n', 'expires_on'])
    .where('center', '=', param('center'))
    .where('series', '=', param('series'))
    .where('year', '=', param('year'))
    .orderBy('from_n'),
)
