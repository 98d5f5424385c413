import type { Center, Staff, Window } from '../../contract/reference.ts'
import type { ServiceItem } from '../../domain/service/service-item.ts'
import type { Connection } from '../connection.ts'
import { metaReader } from '../meta/reader.ts'
import { query } from '../query.ts'
import { type NoParams, statement } from '../statement.ts'
import { itemUses } from './item-use.ts'

export interface ReferenceReader {
  /** Grows with every change of reference data: a cache built at one revision is good until it differs. */
  readonly revision: () => number
  /** The center of this device; before enrolment the only one there is. */
  readonly findCenter: () => Center | null
  readonly findWindow: (deviceNo: string) => Window | null
  /** By number. */
  readonly windows: () => readonly Window[]
  readonly findStaff: (id: string) => Staff | null
  /** Of several with one login the active one. */
  readonly findStaffByLogin: (login: string) => Staff | null
  readonly staff: () => readonly Staff[]
  /** Published items, by id; withdrawn ones are left out. */
  readonly items: () => readonly ServiceItem[]
  /** Withdrawn ones too. */
  readonly findItem: (id: string) => ServiceItem | null
  /** Null for a withdrawn one. */
  readonly findPublishedItem: (id: string) => ServiceItem | null
  /** Times each item was used in cases of this desk since a day (inclusive, day number as in domain/plain-date.ts). */
  readonly itemUses: (sinceDay: number) => ReadonlyMap<string, number>
}

export const referenceReader = (connection: Connection): ReferenceReader => ({
  revision: () => Number(metaReader(connection).find('reference_revision') ?? '0'),
  findCenter: () => {
    const code = metaReader(connection).findDevice()?.center
    const row = code === undefined ? connection.first(anyCenter, {}) : connection.first(centerByCode, { code })
    return parse<Center>(row)
  },
  findWindow: (deviceNo) => parse<Window>(connection.first(windowByNo, { deviceNo })),
  windows: () => connection.all(allWindows, {}).map(read<Window>),
  findStaff: (id) => parse<Staff>(connection.first(staffById, { id })),
  findStaffByLogin: (login) => {
    const found = connection.all(staffByLogin, { login }).map(read<Staff>)
    return found.find(({ active }) => active) ?? found[0] ?? null
  },
  staff: () => connection.all(allStaff, {}).map(read<Staff>),
  items: () => connection.all(publishedItems, {}).map(read<ServiceItem>),
  findItem: (id) => parse<ServiceItem>(connection.first(itemById, { id })),
  findPublishedItem: (id) => parse<ServiceItem>(connection.first(publishedItemById, { id })),
  itemUses: (sinceDay) => itemUses(connection, sinceDay),
})

/** Checked against its schema before it was written (sync/classify.ts, `ReferenceWriter.record`). */
const read = <T>({ data }: { data: string }): T => JSON.parse(data) as T

const parse = <T>(row: { data: string } | null): T | null => (row === null ? null : read<T>(row))

const centerByCode = statement<{ code: string }>()((param) =>
  query.selectFrom('center').select('data').where('code', '=', param('code')),
)
const anyCenter = statement<NoParams>()(() => query.selectFrom('center').select('data').limit(1))
const windowByNo = statement<{ deviceNo: string }>()((param) =>
  query.selectFrom('window').select('data').where('device_no', '=', param('deviceNo')),
)
const allWindows = statement<NoParams>()(() => query.selectFrom('window').select('data').orderBy('device_no'))
const staffById = statement<{ id: string }>()((param) =>
  query.selectFrom('staff').select('data').where('id', '=', param('id')),
)
export const staffByLogin = statement<{ login: string }>()((param) =>
  query.selectFrom('staff').select('data').where('login', '=', param('login')).orderBy('id'),
)
const allStaff = statement<NoParams>()(() => query.selectFrom('staff').select('data').orderBy('id'))
const publishedItems = statement<NoParams>()(() =>
  query.selectFrom('item').select('data').where('withdrawn', '=', 0).orderBy('id'),
)
const itemById = statement<{ id: string }>()((param) =>
  query.selectFrom('item').select('data').where('id', '=', param('id')),
)
const publishedItemById = statement<{ id: string }>()((param) =>
  query.selectFrom('item').select('data').where('id', '=', param('id')).where('withdrawn', '=', 0),
)
