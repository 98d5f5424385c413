import { sql } from 'kysely'
import type { ReferenceOperation } from '../../contract/operation.ts'
import type { Tx } from './connect.ts'

type Of<K extends ReferenceOperation['kind']> = Extract<ReferenceOperation, { readonly kind: K }>

/** Versions of the entities these operations speak of, by entity as in the envelope; absent = none yet. */
export const lockReferenceVersions = async (
  tx: Tx,
  center: string,
  operations: readonly ReferenceOperation[],
): Promise<ReadonlyMap<string, number>> => {
  const ids = (kinds: readonly ReferenceOperation['kind'][], id: (operation: ReferenceOperation) => string) =>
    operations.filter((operation) => kinds.includes(operation.kind)).map(id)
  const { rows } = await sql<{ entity: string; version: number }>`
    select 'center:' || center as entity, version from center where center = ${center} and data is not null
    union all
    select 'window:' || device_no, version from service_window
      where center = ${center} and device_no = any(${ids(['window.set'], windowNo)}::text[])
    union all
    select 'staff:' || id, version from staff where center = ${center} and id = any(${ids(['staff.set'], idOf)}::text[])
    union all
    select 'item:' || id, version from service_item
      where center = ${center} and id = any(${ids(['item.publish', 'item.withdraw'], idOf)}::text[])`.execute(tx)
  return new Map(rows.map((row) => [row.entity, row.version]))
}

/** Folds reference operations, each of another entity, into the server's tables. */
export const foldReference = async (
  tx: Tx,
  center: string,
  operations: readonly ReferenceOperation[],
): Promise<void> => {
  for (const { data } of ofKind(operations, 'center.set')) {
    await sql`update center set data = ${JSON.stringify(data)}::jsonb, version = version + 1 where center = ${center}`.execute(
      tx,
    )
  }
  for (const { data } of ofKind(operations, 'window.set')) {
    await sql`
      insert into service_window (center, device_no, data, version)
      values (${center}, ${data.deviceNo}, ${JSON.stringify(data)}::jsonb, 1)
      on conflict (center, device_no) do update set data = excluded.data, version = service_window.version + 1`.execute(
      tx,
    )
  }
  for (const { data } of ofKind(operations, 'staff.set')) {
    await sql`
      insert into staff (center, id, login, data, version)
      values (${center}, ${data.id}, ${data.login}, ${JSON.stringify(data)}::jsonb, 1)
      on conflict (center, id) do update
        set login = excluded.login, data = excluded.data, version = staff.version + 1`.execute(tx)
  }
  await foldItems(tx, center, operations)
}

const foldItems = async (tx: Tx, center: string, operations: readonly ReferenceOperation[]): Promise<void> => {
  const published = ofKind(operations, 'item.publish').map(({ data }) => data)
  if (published.length > 0) {
    await sql`
      insert into service_item (center, id, data, withdrawn, version)
      select ${center}, data->>'id', data, false, 1 from jsonb_array_elements(${JSON.stringify(published)}::jsonb) as data
      on conflict (center, id) do update
        set data = excluded.data, withdrawn = false, version = service_item.version + 1`.execute(tx)
  }
  const withdrawn = ofKind(operations, 'item.withdraw').map(({ data }) => data.id)
  if (withdrawn.length > 0) {
    await sql`
      update service_item set withdrawn = true, version = version + 1
      where center = ${center} and id = any(${withdrawn}::text[])`.execute(tx)
  }
}

const ofKind = <K extends ReferenceOperation['kind']>(
  operations: readonly ReferenceOperation[],
  kind: K,
): readonly Of<K>[] => operations.filter((operation): operation is Of<K> => operation.kind === kind)

const windowNo = (operation: ReferenceOperation): string =>
  'deviceNo' in operation.data ? operation.data.deviceNo : ''
const idOf = (operation: ReferenceOperation): string => ('id' in operation.data ? operation.data.id : '')
