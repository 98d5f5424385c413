import { type KeyObject, createHmac, createSecretKey, hkdfSync } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../store/connect.ts'

export interface NaturalKey {
  /** Lower-case hex. */
  readonly hash: string
  readonly kind: 'hard' | 'soft'
}

export interface KnownKey extends NaturalKey {
  /** The case that stands under it. */
  readonly id: string
  readonly deviceNo: string
}

/** SYN-65: what a key is kept as. Without the server's own secret nobody can try numbers against it. */
export const keyHasher = (signingKey: Buffer): ((center: string, key: string) => string) => {
  if (lastSecret?.signingKey.equals(signingKey) !== true) {
    const bytes = Buffer.from(hkdfSync('sha256', signingKey, '', 'natural keys', 32))
    lastSecret = { signingKey, secret: createSecretKey(bytes) }
  }
  const { secret } = lastSecret
  return (center, key) => createHmac('sha256', secret).update(`${center}|${key}`).digest('hex')
}

/** Drawn once; a server has one key. */
let lastSecret: { readonly signingKey: Buffer; readonly secret: KeyObject } | null = null

/**
 * Waits until nobody else decides about these keys, in a fixed order, and answers the cases that stand under them, the oldest first. It
 * comes before any case is locked.
 */
export const lockKeys = async (tx: Tx, center: string, hashes: readonly string[]): Promise<readonly KnownKey[]> => {
  if (hashes.length === 0) return []
  const ordered = [...new Set(hashes)].sort()
  await sql`select pg_advisory_xact_lock(hashtextextended(h, 0)) from unnest(${ordered}::text[]) as h`.execute(tx)
  const { rows } = await sql<KnownKey>`
    select encode(hash, 'hex') as hash, id, kind, device_no as "deviceNo" from natural_key
    where center = ${center} and hash = any(select decode(h, 'hex') from unnest(${ordered}::text[]) as h)
    order by added_at, id`.execute(tx)
  return rows
}

export const addKeys = async (tx: Tx, center: string, keys: readonly KnownKey[], now: number): Promise<void> => {
  if (keys.length === 0) return
  await sql`
    insert into natural_key (center, hash, id, kind, device_no, added_at)
    select ${center}, decode(hash, 'hex'), id, kind, "deviceNo", ${now}::bigint
    from unnest(
      ${keys.map(({ hash }) => hash)}::text[], ${keys.map(({ id }) => id)}::uuid[], ${keys.map(({ kind }) => kind)}::text[],
      ${keys.map((key) => key.deviceNo)}::text[]
    ) as row(hash, id, kind, "deviceNo")
    on conflict do nothing`.execute(tx)
}

/** What stood under the alias stands under the survivor. */
export const moveKeys = async (tx: Tx, center: string, alias: string, survivor: string): Promise<void> => {
  await sql`
    insert into natural_key (center, hash, id, kind, device_no, added_at)
    select center, hash, ${survivor}::uuid, kind, device_no, added_at from natural_key
    where center = ${center} and id = ${alias}::uuid on conflict do nothing`.execute(tx)
  await sql`delete from natural_key where center = ${center} and id = ${alias}::uuid`.execute(tx)
}
