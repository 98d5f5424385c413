import { sql } from 'kysely'
import type { Connection } from '../connection.ts'
import { type Statement, statement } from '../statement.ts'
import type { ListCursor } from './list-cursor.ts'
import { type DayRange, type Within, type WithinParams, isWithin, withinParams } from './list-within.ts'

/** Which cases are listed: the open ones, the closed ones, or all. */
export type ListPart = 'open' | 'closed' | 'all'

interface Wanted {
  readonly within: Within
  readonly statuses: readonly string[] | null
}

/** Open cases by urgency, as far as the filters let them through. */
export const urgentWithin = (
  connection: Connection,
  { within, statuses }: Wanted,
  after: { readonly urgent: number; readonly seq: number } | null,
  limit: number,
): ListCursor[] =>
  connection
    .all(openByUrgency, {
      ...withinParams(within, statuses),
      urgent: after?.urgent ?? within.urgent?.from ?? -1,
      seq: after?.seq ?? -1,
      limit,
    })
    .map(({ urgent, seq }) => ({ part: 'open', urgent, seq }))

/**
 * The newest first: open ones in the order of their keys, closed ones by the index of a field that is filtered by, and where that is the day of
 * receipt alone, all of them by that day.
 */
export const newestWithin = (
  connection: Connection,
  { within, statuses }: Wanted,
  part: ListPart,
  before: ListCursor | null,
  limit: number,
): ListCursor[] => {
  const params = { ...withinParams(within, statuses), limit }
  const led = leadOf(within)
  const isClosed = part === 'closed'
  if (part === 'open' || led !== null) {
    const of = isClosed ? 'closed' : 'newest'
    const seq = before === null ? top : before.part === of ? before.seq : wrongOrder()
    const open = isClosed ? [] : connection.all(openByKey, { ...params, before: seq })
    const closed =
      part === 'open' || led === null
        ? []
        : led.values.flatMap((value) => connection.all(leads[led.field], { ...params, value, before: seq }))
    return [...open, ...closed]
      .sort((a, b) => b.seq - a.seq)
      .slice(0, limit)
      .map((row) => ({ part: of, seq: row.seq }))
  }
  const of = isClosed ? 'filed' : 'received'
  const from = before === null ? { day: top, seq: top } : before.part === of ? before : wrongOrder()
  return connection
    .all(byReceipt[part], { ...params, ...daysOf(within), day: from.day, before: from.seq })
    .map(({ arrived, seq }) => ({ part: of, day: arrived, seq }))
}

/** How many there are, counting to `limit`. */
export const countWithin = (
  connection: Connection,
  { within, statuses }: Wanted,
  part: Exclude<ListPart, 'closed'>,
  limit: number,
): number => {
  const params = { ...withinParams(within, statuses), limit }
  if (part === 'open') return connection.first(countOpen, params)?.count ?? 0
  const led = leadOf(within)
  if (led === null) return connection.first(countByReceipt, { ...params, ...daysOf(within) })?.count ?? 0
  let count = connection.first(countOpen, params)?.count ?? 0
  for (const value of led.values) {
    if (count < limit) count += connection.first(countLed[led.field], { ...params, value })?.count ?? 0
  }
  return count
}

/** Above every key and every day. */
const top = Number.MAX_SAFE_INTEGER

const wrongOrder = (): never => {
  throw new RangeError('cursor of another order')
}

const daysOf = ({ arrived }: Within): { readonly first: number; readonly last: number } => {
  const range: DayRange = arrived ?? { from: 0, to: top }
  return { first: range.from, last: range.to }
}

/**
 * The fields with an index of their own, the one that leaves least first. It holds closed cases alone: of those there are ever more, while every
 * act on an open one would have to write it.
 */
const fields = ['item', 'handler', 'village', 'organ', 'device'] as const
type Field = (typeof fields)[number]

const leadOf = (within: Within): { readonly field: Field; readonly values: readonly string[] } | null => {
  const values: Readonly<Record<Field, readonly string[]>> = {
    item: within.items,
    handler: within.handlers,
    village: within.villages,
    organ: within.organs,
    device: within.devices,
  }
  const field = fields.find((one) => values[one].length > 0)
  return field === undefined ? null : { field, values: values[field] }
}

type Page = WithinParams & { readonly limit: number }

// Each index is named: another one would have to be sorted.
const openByUrgency = statement<Page & { readonly urgent: number; readonly seq: number }>()(
  (param) => sql<{ urgent: number; seq: number }>`
    select urgent, seq from cases indexed by cases_open
    where closed is null and (urgent, seq) > (${param('urgent')}, ${param('seq')}) and ${isWithin(param)}
    order by urgent, seq limit ${param('limit')} + 0`,
)

const openByKey = statement<Page & { readonly before: number }>()(
  (param) => sql<{ seq: number }>`
    select seq from cases indexed by cases_open_newest
    where closed is null and seq < ${param('before')} and ${isWithin(param)}
    order by seq desc limit ${param('limit')} + 0`,
)

const countOpen = statement<Page>()(
  (param) => sql<{ count: number }>`
    select count(*) as count from (
      select 1 from cases indexed by cases_open
      where closed is null and urgent >= ${param('urgentFrom')} and urgent <= ${param('urgentTo')} and ${isWithin(param)}
      limit ${param('limit')} + 0)`,
)

const columnOf = {
  item: sql.raw('item'),
  handler: sql.raw('handler'),
  village: sql.raw('village'),
  organ: sql.raw('organ'),
  device: sql.raw('device_no'),
} as const satisfies Record<Field, unknown>

const indexOf = (field: Field) => sql.raw(`cases_${field}`)

type Led = Page & { readonly value: string }
type LedPage = Led & { readonly before: number }

const led = (field: Field): Statement<LedPage, { seq: number }> =>
  statement<LedPage>()(
    (param) => sql<{ seq: number }>`
      select seq from cases indexed by ${indexOf(field)}
      where ${columnOf[field]} = ${param('value')} and closed is not null and seq < ${param('before')} and ${isWithin(param)}
      order by seq desc limit ${param('limit')} + 0`,
  )

const leads = {
  item: led('item'),
  handler: led('handler'),
  village: led('village'),
  organ: led('organ'),
  device: led('device'),
} as const satisfies Record<Field, unknown>

const ledCount = (field: Field): Statement<Led, { count: number }> =>
  statement<Led>()(
    (param) => sql<{ count: number }>`
      select count(*) as count from (
        select 1 from cases indexed by ${indexOf(field)}
        where ${columnOf[field]} = ${param('value')} and closed is not null and ${isWithin(param)}
        limit ${param('limit')} + 0)`,
  )

const countLed = {
  item: ledCount('item'),
  handler: ledCount('handler'),
  village: ledCount('village'),
  organ: ledCount('organ'),
  device: ledCount('device'),
} as const satisfies Record<Field, unknown>

type Days = Page & { readonly first: number; readonly last: number }
type DayPage = Days & { readonly day: number; readonly before: number }

const received = (closed: boolean): Statement<DayPage, { arrived: number; seq: number }> =>
  statement<DayPage>()(
    (param) => sql<{ arrived: number; seq: number }>`
      select arrived, seq from cases indexed by cases_arrived
      where arrived >= ${param('first')} and arrived <= ${param('last')}
        and (arrived, seq) < (${param('day')}, ${param('before')})
        ${closed ? sql`and closed is not null` : sql``} and ${isWithin(param)}
      order by arrived desc, seq desc limit ${param('limit')} + 0`,
  )

const byReceipt = { all: received(false), closed: received(true) } as const

const countByReceipt = statement<Days>()(
  (param) => sql<{ count: number }>`
    select count(*) as count from (
      select 1 from cases indexed by cases_arrived
      where arrived >= ${param('first')} and arrived <= ${param('last')} and ${isWithin(param)}
      limit ${param('limit')} + 0)`,
)

/** Every statement of the filtered list with the part of its plan that says how it is walked, for the test of their plans. */
export const withinStatements: readonly (readonly [string, Statement<never, unknown>, RegExp])[] = [
  ['open by urgency', openByUrgency, /SEARCH cases USING INDEX cases_open \(\(?urgent/],
  ['open by key', openByKey, /SEARCH cases USING INDEX cases_open_newest \(seq<\?\)/],
  ['count of open', countOpen, /SEARCH cases USING INDEX cases_open \(urgent>\? AND urgent<\?\)/],
  ...fields.flatMap((field) => {
    const column = field === 'device' ? 'device_no' : field
    const by = (rest: string) => new RegExp(`SEARCH cases USING INDEX cases_${field} \\(${column}=\\?${rest}\\)`, 'u')
    return [
      [`closed by ${field}`, leads[field], by(' AND seq<\\?')],
      [`count by ${field}`, countLed[field], by('')],
    ] as const
  }),
  ['all by day of receipt', byReceipt.all, /SEARCH cases USING INDEX cases_arrived \(arrived>\?/],
  ['closed by day of receipt', byReceipt.closed, /SEARCH cases USING INDEX cases_arrived \(arrived>\?/],
  ['count by day of receipt', countByReceipt, /SEARCH cases USING INDEX cases_arrived \(arrived>\? AND arrived<\?\)/],
]
