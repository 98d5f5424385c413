import type { Database } from '../store/connect.ts'
import type { BlobName } from './blob-file.ts'

export interface BlobRow {
  readonly size: number
  readonly type: string
  readonly storedAt: number | null
}

export const findBlob = async (db: Database, { center, id }: BlobName): Promise<BlobRow | null> => {
  const row = await db
    .selectFrom('blob')
    .select(['size', 'type', 'stored_at'])
    .where('center', '=', center)
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined ? null : { size: row.size, type: row.type, storedAt: row.stored_at }
}

/** One that is there already stays as it is. */
export const insertBlob = async (
  db: Database,
  { center, id }: BlobName,
  { size, type, device }: { readonly size: number; readonly type: string; readonly device: string },
): Promise<void> => {
  await db
    .insertInto('blob')
    .values({ center, id, size, type, device, created_at: Date.now(), stored_at: null })
    .onConflict((conflict) => conflict.columns(['center', 'id']).doNothing())
    .execute()
}

export const markStored = async (db: Database, { center, id }: BlobName): Promise<void> => {
  await db
    .updateTable('blob')
    .set({ stored_at: Date.now() })
    .where('center', '=', center)
    .where('id', '=', id)
    .execute()
}

export const deleteBlob = async (db: Database, { center, id }: BlobName): Promise<void> => {
  await db.deleteFrom('blob').where('center', '=', center).where('id', '=', id).execute()
}

/** Unfinished ones of a center that were begun before `before`. */
export const findAbandoned = async (
  db: Database,
  center: string,
  before: number,
  limit: number,
): Promise<readonly BlobName[]> =>
  db
    .selectFrom('blob')
    .select(['center', 'id'])
    .where('center', '=', center)
    .where('stored_at', 'is', null)
    .where('created_at', '<', before)
    .limit(limit)
    .execute()
