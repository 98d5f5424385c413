import { ServiceItemSchema } from '../../contract/reference.ts'
import type { ServiceItem } from '../../domain/service/service-item.ts'
import { type Result, err, ok } from '../../domain/result.ts'
import type { Database, Tx } from '../store/connect.ts'
import { transact } from '../store/transact.ts'
import type { AdminRefusal } from './admin-refusal.ts'
import { appendReference } from './append-reference.ts'
import { isSame } from './same.ts'
import { findCenter } from './set-center.ts'

const itemsPerBatch = 500

/**
 * Publishes items that are new or differ from what the center has, whatever `version` they come with: a changed item gets the next
 * version, because a published one is never edited. Returns how many were published.
 */
export const publishItems = async (
  db: Database,
  center: string,
  items: readonly ServiceItem[],
): Promise<Result<{ readonly published: number }, AdminRefusal>> => {
  let published = 0
  for (let from = 0; from < items.length; from += itemsPerBatch) {
    const batch = items.slice(from, from + itemsPerBatch)
    const done = await transact(db, async (tx): Promise<Result<number, AdminRefusal>> => {
      if ((await findCenter(tx, center)) === undefined) return err({ code: 'center_unknown', subject: center })
      const changed = await newVersions(tx, center, batch)
      await appendReference(
        tx,
        center,
        changed.map((data) => ({ kind: 'item.publish', data: ServiceItemSchema.parse(data) })),
      )
      return ok(changed.length)
    })
    if (!done.ok) return done
    published += done.value
  }
  return ok({ published })
}

const newVersions = async (tx: Tx, center: string, items: readonly ServiceItem[]): Promise<readonly ServiceItem[]> => {
  const rows = await tx
    .selectFrom('service_item')
    .select(['id', 'data', 'withdrawn'])
    .where('center', '=', center)
    .where(
      'id',
      'in',
      items.map(({ id }) => id),
    )
    .execute()
  const known = new Map(rows.map((row) => [row.id, row]))
  return items.flatMap((item) => {
    const before = known.get(item.id)
    if (before === undefined) return [{ ...item, version: 1 }]
    if (!before.withdrawn && isSame({ ...item, version: before.data.version }, before.data)) return []
    return [{ ...item, version: before.data.version + 1 }]
  })
}
