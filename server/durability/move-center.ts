import { sql } from 'kysely'
import { grantToApp } from '../audit/grants.ts'
import { verifyHistory } from '../audit/verify-history.ts'
import { type Result, err, ok } from '../../domain/result.ts'
import { isCollecting } from '../restore/collecting.ts'
import { type Database, type Tx, connect } from '../store/connect.ts'
import { migrate } from '../store/migrate.ts'
import { transact } from '../store/transact.ts'
import { copyCenter, dropCenter, findDifferences } from './copy-center.ts'

export type MoveProblem = {
  readonly code:
    | 'center_unknown'
    | 'same_database'
    | 'center_there_already' // and alive
    | 'identity_differs' // the other database serves centers under another identity
    | 'collecting' // devices still bring what a restore lost
    | 'move_cancelled'
    | 'copy_differs' // names the table, or the row of the history
  readonly subject: string
}

/** Another database: its address for the owner of the tables, and that which servers will use. */
export interface OtherPlace {
  readonly owner: string
  readonly server: string
}

/**
 * SYN-52: moves a center to another database while devices work. It is frozen (devices are told to come back in a few seconds), copied in
 * one snapshot, compared row by row, its history proved there, and only then does the directory point there. Stopped anywhere, it can
 * be called again; until the directory points away, the old place is the true one. Null = back home.
 */
export const moveCenter = async (
  home: Database,
  center: string,
  to: OtherPlace | null,
): Promise<Result<{ readonly cseq: number }, MoveProblem>> => {
  const place = await placeOf(home, center)
  const source = place === null ? home : connect(place, 4)
  const target = to === null ? home : connect(to.owner, 4)
  try {
    if (target !== home) {
      await migrate(target)
      await grantToApp(target)
    }
    const url = to?.server ?? null
    if (place === url) return await finish(target, center)
    return await move({ home, source, target, center, url })
  } finally {
    if (source !== home) await source.destroy()
    if (target !== home) await target.destroy()
  }
}

/** Takes a freeze back, where a move was stopped before the directory pointed away. */
export const cancelMove = async (
  home: Database,
  center: string,
): Promise<Result<{ readonly cseq: number }, MoveProblem>> => {
  const place = await placeOf(home, center)
  const source = place === null ? home : connect(place, 2)
  try {
    const known = await transact(source, async (tx) => {
      const row = await lockCenter(tx, center)
      // The move may have gone through between our two looks: then this is the place that was left.
      if (row !== undefined && (await placeOf(home, center)) === place) await thaw(tx, center)
      return row
    })
    return known === undefined ? err({ code: 'center_unknown', subject: center }) : ok({ cseq: known.cseq })
  } finally {
    if (source !== home) await source.destroy()
  }
}

interface Move {
  readonly home: Database
  readonly source: Database
  readonly target: Database
  readonly center: string
  /** What the directory will say; null = nothing, for home. */
  readonly url: string | null
}

const move = async ({
  home,
  source,
  target,
  center,
  url,
}: Move): Promise<Result<{ readonly cseq: number }, MoveProblem>> => {
  const refused = await findRefusal(source, target, center)
  if (refused !== null) return err(refused)
  await freeze(source, center)
  let switched = false
  try {
    const different = await copy(source, target, center)
    if (different.length > 0) return err({ code: 'copy_differs', subject: different.join('、') })
    const proved = await verifyHistory(target, center)
    if (!proved.ok) return err({ code: 'copy_differs', subject: `${proved.error.code} ${proved.error.cseq}` })
    switched = await transact(source, async (tx) => {
      const row = await lockCenter(tx, center)
      // Somebody took the freeze back meanwhile: the copy may be behind.
      if (row === undefined || !row.moving || row.cseq !== proved.value.cseq) return false
      await pointTo(home, center, url)
      return true
    })
    return switched ? await finish(target, center) : err({ code: 'move_cancelled', subject: center })
  } finally {
    if (!switched) await cancelMove(home, center)
  }
}

const findRefusal = async (source: Database, target: Database, center: string): Promise<MoveProblem | null> => {
  const here = await source.selectFrom('center').select('cseq').where('center', '=', center).executeTakeFirst()
  if (here === undefined) return { code: 'center_unknown', subject: center }
  if ((await nameOf(source)) === (await nameOf(target))) return { code: 'same_database', subject: center }
  if ((await isCollecting(source)) || (await isCollecting(target))) return { code: 'collecting', subject: center }
  const there = await target.selectFrom('center').select(['center', 'moving']).execute()
  if (there.some((row) => row.center === center && !row.moving))
    return { code: 'center_there_already', subject: center }
  if (there.length > 0 && (await identityOf(source)) !== (await identityOf(target))) {
    return { code: 'identity_differs', subject: center }
  }
  return null
}

/** The row lock waits for every transaction that writes for the center, and whoever comes later finds it frozen. */
const freeze = (db: Database, center: string): Promise<void> =>
  transact(db, async (tx) => {
    await lockCenter(tx, center)
    await tx
      .updateTable('center')
      .set({ moving: true })
      .where('center', '=', center)
      .where('moving', '=', false)
      .execute()
  })

const thaw = (tx: Tx, center: string) =>
  tx.updateTable('center').set({ moving: false }).where('center', '=', center).execute()

const lockCenter = (tx: Tx, center: string) =>
  tx.selectFrom('center').select(['cseq', 'moving']).where('center', '=', center).forUpdate().executeTakeFirst()

const placeOf = async (home: Database, center: string): Promise<string | null> =>
  (await home.selectFrom('center_place').select('url').where('center', '=', center).executeTakeFirst())?.url ?? null

const copy = (source: Database, target: Database, center: string): Promise<readonly string[]> =>
  source
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute((from) =>
      target.transaction().execute(async (into) => {
        for (const tx of [from, into]) await allowLongWork(tx)
        await dropCenter(into, center)
        await takeIdentity(from, into)
        await copyCenter(from, into, center)
        return findDifferences(from, into, center)
      }),
    )

/** A large center takes longer to read through than any request may. */
const allowLongWork = async (tx: Tx): Promise<void> => {
  await sql`set local statement_timeout = '30min'`.execute(tx)
  await sql`set local idle_in_transaction_session_timeout = '30min'`.execute(tx)
}

/** Tokens, certificates and signed heads stay good at the new place, and devices see the same epoch. */
const takeIdentity = async (from: Tx, into: Tx): Promise<void> => {
  const { rows } = await sql<{ row: string }>`select row_to_json(t)::text as row from server_identity t`.execute(from)
  const { rows: others } = await sql`select from center`.execute(into)
  if (others.length > 0) return
  await sql`delete from server_identity`.execute(into)
  await sql`
    insert into server_identity select * from json_populate_record(null::server_identity, ${rows[0]?.row}::json)`.execute(
    into,
  )
}

const pointTo = async (home: Database, center: string, url: string | null): Promise<void> => {
  if (url === null) {
    await home.deleteFrom('center_place').where('center', '=', center).execute()
    return
  }
  await home
    .insertInto('center_place')
    .values({ center, url })
    .onConflict((conflict) => conflict.column('center').doUpdateSet({ url }))
    .execute()
}

const finish = (db: Database, center: string): Promise<Result<{ readonly cseq: number }, MoveProblem>> =>
  transact(db, async (tx) => {
    const row = await lockCenter(tx, center)
    if (row === undefined) return err({ code: 'center_unknown', subject: center })
    await thaw(tx, center)
    return ok({ cseq: row.cseq })
  })

const nameOf = async (db: Database): Promise<string> => {
  const { rows } = await sql<{ name: string }>`
    select system_identifier || '/' || current_database() as name from pg_control_system()`.execute(db)
  return rows[0]?.name ?? ''
}

const identityOf = async (db: Database): Promise<string> => {
  const { rows } = await sql<{ identity: string }>`
    select md5(row_to_json(t)::text) as identity from server_identity t`.execute(db)
  return rows[0]?.identity ?? ''
}
