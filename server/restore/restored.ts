import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { genesisHash } from '../../contract/operation.ts'
import { type Result, err, ok } from '../../domain/result.ts'
import type { Database, Tx } from '../store/connect.ts'
import { transact } from '../store/transact.ts'

export type RestoreProblem =
  | { readonly code: 'already_collecting'; readonly subject: string }
  | { readonly code: 'not_collecting'; readonly subject: string }
  | { readonly code: 'devices_missing'; readonly subject: string } // numbers of those nobody has heard of since

/**
 * SYN-48: the database was put back to an older state. A new epoch makes every device look for the last commit both have and send what lies
 * above it, and re-collection opens. All that the older state says and that may have become false since is forgotten: what was safe,
 * codes that may have been used, tokens that may have been revoked, and the server's own chain, whose next numbers devices may know with other content.
 */
export const markRestored = (
  db: Database,
  now: number,
  again = false,
): Promise<Result<{ readonly epoch: string }, RestoreProblem>> =>
  transact(db, async (tx) => {
    await lockRestores(tx)
    const open = await findOpen(tx)
    if (open !== null && !again) return err({ code: 'already_collecting', subject: new Date(open).toISOString() })
    const epoch = randomUUID()
    await tx.updateTable('server_identity').set({ epoch }).execute()
    await tx.updateTable('restore_log').set({ collected_at: now }).where('collected_at', 'is', null).execute()
    await tx.insertInto('restore_log').values({ epoch, restored_at: now, collected_at: null }).execute()
    await forgetSafety(tx)
    await tx.deleteFrom('enrol_code').where('used_at', 'is', null).execute()
    await endOpenTokens(tx, now)
    await renewServerChains(tx, now)
    return ok({ epoch })
  })

/** OPN-2: one that was revoked since would be good again. Rows of a center that moved away are frozen, and open nothing. */
const endOpenTokens = async (tx: Tx, now: number): Promise<void> => {
  await sql`
    update open_token t set revoked_at = ${now} from center c
    where c.center = t.center and not c.moving and t.revoked_at is null`.execute(tx)
}

/** SYN-49: what could be collected has been. Devices that were known and have not come back are named, unless it is to be so. */
export const markCollected = (
  db: Database,
  now: number,
  anyway = false,
): Promise<Result<{ readonly restoredAt: number }, RestoreProblem>> =>
  transact(db, async (tx) => {
    await lockRestores(tx)
    const restoredAt = await findOpen(tx)
    if (restoredAt === null) return err({ code: 'not_collecting', subject: '' })
    const missing = await unheardSince(tx, restoredAt)
    if (missing.length > 0 && !anyway) return err({ code: 'devices_missing', subject: missing.join('、') })
    await tx.updateTable('restore_log').set({ collected_at: now }).where('collected_at', 'is', null).execute()
    return ok({ restoredAt })
  })

/** Its row lock lets one restore command in at a time. */
const lockRestores = async (tx: Tx): Promise<void> => {
  await tx.selectFrom('server_identity').select('epoch').forUpdate().executeTakeFirstOrThrow()
}

const findOpen = async (tx: Tx): Promise<number | null> => {
  const row = await tx
    .selectFrom('restore_log')
    .select('restored_at')
    .where('collected_at', 'is', null)
    .executeTakeFirst()
  return row?.restored_at ?? null
}

const forgetSafety = async (tx: Tx): Promise<void> => {
  await tx.deleteFrom('safety_sample').execute()
  await tx.deleteFrom('center_safety').execute()
  await tx.deleteFrom('verified_backup').execute()
}

const renewServerChains = async (tx: Tx, now: number): Promise<void> => {
  const { rows } = await sql<{ center: string; device: string }>`
    select d.center, d.id as device from device d join center c on c.center = d.center
    where d.public_key is null and not c.moving`.execute(tx)
  for (const { center, device } of rows) {
    await sql`
      insert into device_incarnation (center, device, inc, last_hash, created_at, seen_at, app_version)
      values (${center}, ${device}, ${uuidv7()}, ${genesisHash}, ${now}, ${now}, '')`.execute(tx)
  }
}

const unheardSince = async (tx: Tx, since: number): Promise<readonly string[]> => {
  const { rows } = await sql<{ name: string }>`
    select d.center || '/' || d.device_no as name from device d join center c on c.center = d.center
    where d.public_key is not null and d.revoked_at is null and not c.moving
      and not exists (
        select from device_incarnation i
        where i.center = d.center and i.device = d.id and i.seen_at >= ${since})
    order by 1`.execute(tx)
  return rows.map((row) => row.name)
}
