import type { Selectable } from 'kysely'
import { query } from '../query.ts'
import type { RecordTable } from '../schema/records.ts'
import { named, statement } from '../statement.ts'

/** A row without its key. */
export type RecordColumns = Omit<Selectable<RecordTable>, 'seq'>

const changing = [
  'status',
  'rec_key',
  'title',
  'organ',
  'case_id',
  'day',
  'due',
  'closed',
  'version',
  'device_no',
  'pending',
  'attention',
  'held',
  'haystack',
  'state',
] as const

// A mapped type instead of the interface, because only type aliases count as records of SQL values.
type Columns = { readonly [K in keyof RecordColumns]: RecordColumns[K] }

export const insertRecord = statement<Columns>()((param) =>
  query.insertInto('record').values(named(param, ['id', 'kind', ...changing])),
)

export const updateRecord = statement<Omit<Columns, 'id' | 'kind'> & { readonly seq: number }>()((param) =>
  query.updateTable('record').set(named(param, changing)).where('seq', '=', param('seq')),
)

export const deleteRecord = statement<{ seq: number }>()((param) =>
  query.deleteFrom('record').where('seq', '=', param('seq')),
)

export const putRecordTokens = statement<{ rowid: number; tokens: string }>()((param) =>
  query
    .insertInto('record_fts')
    .orReplace()
    .values(named(param, ['rowid', 'tokens'])),
)

export const removeRecordTokens = statement<{ rowid: number }>()((param) =>
  query.deleteFrom('record_fts').where('rowid', '=', param('rowid')),
)

export const recordById = statement<{ id: Uint8Array }>()((param) =>
  query.selectFrom('record').selectAll().where('id', '=', param('id')),
)
