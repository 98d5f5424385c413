import { sql } from 'kysely'
import type { CaseChoices } from '../../contract/queries/cases.ts'
import type { Connection } from '../connection.ts'
import { type NoParams, type Statement, statement } from '../statement.ts'

export const caseChoices = (connection: Connection): CaseChoices => {
  const open = connection.all(ofOpenCases, {})
  const of = (field: keyof typeof distinct) =>
    smallestFirst([
      ...connection.all(distinct[field], {}).map(({ value }) => value),
      ...open.flatMap((row) => row[field] ?? []),
    ])
  return {
    organs: of('organ'),
    handlers: of('handler'),
    villages: of('village'),
    devices: of('device'),
    items: of('item').map((id) => ({
      id,
      name:
        open.find(({ item, title }) => item === id && title !== null)?.title ??
        connection.first(nameOfItem, { id })?.title ??
        null,
    })),
  }
}

/** By code points, as the index has them. */
const smallestFirst = (found: readonly string[]): string[] =>
  [...new Set(found)].sort((a, b) => (a < b ? -1 : 1)).slice(0, most)

interface OpenValues {
  readonly organ: string | null
  readonly handler: string | null
  readonly village: string | null
  readonly device: string
  readonly item: string | null
  /** Name of the item, of a service request. */
  readonly title: string | null
}

/** Of the open cases, which no index of these fields holds: there are some thousand of them at most. */
const ofOpenCases = statement<NoParams>()(
  () => sql<OpenValues>`
    select distinct organ, handler, village, device_no as device, item, case when kind = 'service' then title end as title
    from cases indexed by cases_open_newest where closed is null and seq > 0`,
)

/** More than anybody looks through in a filter. */
const most = 500

/** From one value to the next by the index, however many cases have it. */
const values = (column: string, index: string): Statement<NoParams, { value: string }> =>
  statement<NoParams>()(
    () => sql<{ value: string }>`
      with recursive found(value) as (
        select min(${sql.raw(column)}) from cases indexed by ${sql.raw(index)} where closed is not null and ${sql.raw(column)} > ''
        union all
        select (select min(${sql.raw(column)}) from cases indexed by ${sql.raw(index)} where closed is not null and ${sql.raw(column)} > found.value)
        from found where found.value is not null
        limit ${sql.lit(most)})
      select value from found where value is not null`,
  )

const distinct = {
  organ: values('organ', 'cases_organ'),
  handler: values('handler', 'cases_handler'),
  village: values('village', 'cases_village'),
  device: values('device_no', 'cases_device'),
  item: values('item', 'cases_item'),
} as const

const nameOfItem = statement<{ id: string }>()(
  (param) => sql<{ title: string }>`
    select title from cases indexed by cases_item where closed is not null and item = ${param('id')} and kind = 'service' order by seq desc limit 1`,
)

/** Each of them, for the test of their plans. */
export const choiceStatements = { ...distinct, nameOfItem }
