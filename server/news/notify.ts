import { sql } from 'kysely'
import type { Database } from '../store/connect.ts'

/** PostgreSQL's channel between the server's processes; in the home database, wherever a center lives. */
export const newsChannel = 'yichuang_news'

/**
 * Tells every process on these databases how far a center's history goes. Never inside the transaction that wrote: PostgreSQL commits
 * transactions that notify one after the other.
 */
export const notifyNews = async (home: Database, db: Database, center: string): Promise<void> => {
  if (home === db) {
    await sql`select pg_notify(${newsChannel}, center || ' ' || cseq) from center where center = ${center}`.execute(db)
    return
  }
  const head = await findHead(db, center)
  if (head !== null) await sql`select pg_notify(${newsChannel}, ${`${center} ${head}`})`.execute(home)
}

/** Newest commit number of a center; null where there is no such center. */
export const findHead = async (db: Database, center: string): Promise<number | null> =>
  (await db.selectFrom('center').select('cseq').where('center', '=', center).executeTakeFirst())?.cseq ?? null

/** What `notifyNews` sent; null for anything else. */
export const readNotice = (text: string | undefined): { readonly center: string; readonly head: number } | null => {
  const read = /^(\d{6}) (\d{1,15})$/.exec(text ?? '')
  return read === null ? null : { center: read[1] ?? '', head: Number(read[2]) }
}
