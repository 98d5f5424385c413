import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { createPrivateKey } from 'node:crypto'
import { sql } from 'kysely'
import type { Database } from '../store/connect.ts'
import { migrations } from '../store/migrations/index.ts'

/** Why a server that runs should not be asked. Words of the code, nothing of what is stored. */
export type Unready = 'stopping' | 'database' | 'migrations' | 'signing_key' | 'disk_full'

export interface Ready {
  /** Version of PostgreSQL. */
  readonly database: string
  readonly epoch: string
  /** Newest migration of the database. */
  readonly schema: string
}

/** Under this a database that lies on the same disk may stop any moment. */
const leastRoom = 256 * 1024 * 1024

/** SYN-96: whether the database answers, has this server's schema and its key, and there is room for what comes. */
export const readReadiness = async (
  db: Database,
  freeBytes: () => Promise<number | null>,
): Promise<{ readonly unready: Unready } | { readonly unready: null; readonly ready: Ready }> => {
  let row: Row | undefined
  try {
    const { rows } = await sql<Row>`
      select current_setting('server_version') as version, epoch, signing_key,
        array(select name from kysely_migration order by name) as names from server_identity`.execute(db)
    row = rows[0]
  } catch {
    return { unready: 'database' }
  }
  if (row === undefined) return { unready: 'signing_key' }
  const { names } = row
  if (Object.keys(migrations).some((name) => !names.includes(name))) return { unready: 'migrations' }
  if (!isKey(row.signing_key)) return { unready: 'signing_key' }
  const free = await freeBytes()
  if (free !== null && free < leastRoom) return { unready: 'disk_full' }
  return { unready: null, ready: { database: row.version, epoch: row.epoch, schema: names.at(-1) ?? '' } }
}

interface Row {
  readonly version: string
  readonly epoch: string
  readonly signing_key: Buffer
  readonly names: readonly string[]
}

const isKey = (der: Buffer): boolean => {
  try {
    return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }).asymmetricKeyType === 'ed25519'
  } catch {
    return false
  }
}

/** The least room on the disks of these folders, or of what stands above them while they are not made yet; null where no disk tells. */
export const leastFree = async (folders: readonly string[]): Promise<number | null> => {
  const known = (await Promise.all(folders.map(freeOf))).filter((free) => free !== null)
  return known.length === 0 ? null : Math.min(...known)
}

const freeOf = async (folder: string): Promise<number | null> => {
  try {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize
  } catch {
    return dirname(folder) === folder ? null : freeOf(dirname(folder))
  }
}
