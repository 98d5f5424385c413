import { type Selectable, sql } from 'kysely'
import type { RecordListInput, RecordRow } from '../../contract/queries/records.ts'
import { type PlainDate, fromDayNumber } from '../../domain/plain-date.ts'
import type { RecordKind } from '../../domain/record/record-state.ts'
import { tokensForQuery } from '../../domain/text/search-query.ts'
import { syncOf } from '../cases/list-rows.ts'
import type { Connection } from '../connection.ts'
import { query } from '../query.ts'
import type { RecordTable } from '../schema/records.ts'
import { anywhere, matchText } from '../search/match.ts'
import { statement } from '../statement.ts'
import { bytesToUuid } from '../uuid.ts'
import type { RecordPage } from './reader.ts'

/** Keyset pages: newest first by key, or by what is owed next. A search is always newest first. */
export const listRecords = (connection: Connection, input: RecordListInput): RecordPage => {
  const filter = {
    kind: input.kind,
    statuses: JSON.stringify(input.statuses),
    any: input.statuses.length === 0 ? 1 : 0,
    open: input.openOnly ? 1 : 0,
    limit: input.limit + 1,
  }
  const asked = tokensForQuery(input.text)
  const { terms } = asked
  const rows =
    terms.length > 0
      ? connection.all(found, {
          ...filter,
          before: seqOf(input.cursor),
          match: matchText(asked),
          words: JSON.stringify(terms.map(({ folded }) => anywhere(folded))),
        })
      : input.order === 'due'
        ? connection.all(byDue, { ...filter, ...dueOf(input.cursor) })
        : connection.all(newest, { ...filter, before: seqOf(input.cursor) })
  const page = rows.slice(0, input.limit)
  const last = page.at(-1)
  const more = rows.length > input.limit && last !== undefined
  const byUrgency = terms.length === 0 && input.order === 'due'
  return {
    rows: page.map(toRow),
    next: more ? (byUrgency ? `due.${last.due ?? 0}.${last.seq}` : `seq.${last.seq}`) : null,
  }
}

const top = Number.MAX_SAFE_INTEGER

const seqOf = (cursor: string | null): number => {
  if (cursor === null) return top
  const [, seq] = /^seq\.(\d{1,15})$/.exec(cursor) ?? []
  if (seq === undefined) throw new RangeError('not a cursor of the record list')
  return Number(seq)
}

const dueOf = (cursor: string | null): { readonly due: number; readonly after: number } => {
  if (cursor === null) return { due: -top, after: 0 }
  const [, due, after] = /^due\.(-?\d{1,15})\.(\d{1,15})$/.exec(cursor) ?? []
  if (due === undefined || after === undefined) throw new RangeError('not a cursor of the record list')
  return { due: Number(due), after: Number(after) }
}

const columns = [
  'record.seq',
  'record.id',
  'record.kind',
  'record.status',
  'record.rec_key',
  'record.title',
  'record.organ',
  'record.case_id',
  'record.day',
  'record.due',
  'record.closed',
  'record.device_no',
  'record.pending',
  'record.attention',
] as const

type Row = Omit<Selectable<RecordTable>, 'state' | 'haystack' | 'version' | 'held'>

const toRow = (row: Row): RecordRow => ({
  id: bytesToUuid(row.id),
  kind: row.kind,
  status: row.status,
  key: row.rec_key,
  title: row.title,
  organ: row.organ,
  caseId: row.case_id === null ? null : bytesToUuid(row.case_id),
  date: fromDayNumber(row.day),
  due: dateOf(row.due),
  closed: row.closed === 1,
  deviceNo: row.device_no,
  sync: syncOf(row),
})

const dateOf = (day: number | null): PlainDate | null => (day === null ? null : fromDayNumber(day))

type Filter = {
  readonly kind: RecordKind
  readonly statuses: string
  readonly any: number
  readonly open: number
  readonly limit: number
}

const newest = statement<Filter & { readonly before: number }>()((param) =>
  query
    .selectFrom('record')
    .select(columns)
    .where('kind', '=', param('kind'))
    .where('seq', '<', param('before'))
    .where(sql<boolean>`(${param('any')} = 1 or status in (select value from json_each(${param('statuses')})))`)
    .where(sql<boolean>`(${param('open')} = 0 or closed = 0)`)
    .orderBy('seq', 'desc')
    .limit(param('limit')),
)

const byDue = statement<Filter & { readonly due: number; readonly after: number }>()((param) =>
  query
    .selectFrom('record')
    .select(columns)
    .where('kind', '=', param('kind'))
    .where('closed', '=', sql<number>`0`)
    .where('due', 'is not', null)
    .where(sql<boolean>`(due, seq) > (${param('due')}, ${param('after')})`)
    .where(sql<boolean>`(${param('any')} = 1 or status in (select value from json_each(${param('statuses')})))`)
    .orderBy('due')
    .orderBy('seq')
    .limit(param('limit')),
)

const found = statement<Filter & { readonly before: number; readonly match: string; readonly words: string }>()(
  (param) =>
    query
      .selectFrom('record_fts')
      .crossJoin('record')
      .whereRef('record.seq', '=', 'record_fts.rowid')
      .select(columns)
      .where(sql<boolean>`record_fts.record_fts match ${param('match')}`)
      .where('record_fts.rowid', '<', param('before'))
      .where('record.kind', '=', param('kind'))
      .where(
        sql<boolean>`(${param('any')} = 1 or record.status in (select value from json_each(${param('statuses')})))`,
      )
      .where(sql<boolean>`(${param('open')} = 0 or record.closed = 0)`)
      .where(
        sql<boolean>`not exists (select 1 from json_each(${param('words')}) as word where not record.haystack glob word.value)`,
      )
      .orderBy('record_fts.rowid', 'desc')
      .limit(param('limit')),
)

/** For the test of their plans. */
export const recordStatements = { newest, byDue, found } as const
