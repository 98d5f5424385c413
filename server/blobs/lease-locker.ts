import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Database } from '../store/connect.ts'

/** Longer than any request may last, so that a lease ends by itself only where its process died. */
export const leaseMs = 40_000
const patienceMs = 5000
const pauseMs = 250

/**
 * One request at a time on an unfinished file, whatever process it came to: a row that says who, and until when. A lock of PostgreSQL would
 * keep a connection for as long as a slow line takes. The form is that of `Locker` of @tus/server.
 */
export const leaseLocker = (db: Database, center: string, now: () => number = Date.now) => ({
  newLock: (id: string) => {
    const holder = randomUUID()
    const tryLock = () => take(db, center, id, holder, now())
    return {
      tryLock,
      lock: async (signal: AbortSignal): Promise<void> => {
        const end = now() + patienceMs
        while (!(await tryLock())) {
          if (signal.aborted || now() > end) throw locked
          await wait(pauseMs)
        }
      },
      unlock: async (): Promise<void> => {
        await db
          .deleteFrom('blob_lease')
          .where('center', '=', center)
          .where('id', '=', id)
          .where('holder', '=', holder)
          .execute()
      },
    }
  },
})

/** What @tus/server makes an answer of: the sender comes back. */
const locked = Object.assign(new Error('locked'), { status_code: 423, body: 'locked\n' })

const take = async (db: Database, center: string, id: string, holder: string, now: number): Promise<boolean> => {
  const { rows } = await sql`
    insert into blob_lease (center, id, holder, until) values (${center}, ${id}, ${holder}, ${now + leaseMs})
    on conflict (center, id) do update set holder = excluded.holder, until = excluded.until where blob_lease.until < ${now}
    returning holder`.execute(db)
  return rows.length > 0
}
