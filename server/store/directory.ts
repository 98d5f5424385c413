import { sql } from 'kysely'
import { type Database, connect } from './connect.ts'

/**
 * SYN-52: which database a center lives in. The home database (DATABASE_URL) holds the table `center_place`; a center without a line there
 * lives at home. Answers are kept for a second: one that is out of date does no harm, because the database a center has left refuses
 * every write for it, and what it answers to a reader was true when the center left.
 */
export interface Directory {
  readonly of: (center: string) => Promise<Database>
  /** The database that knows this device; home when none does. */
  readonly ofDevice: (device: string) => Promise<Database>
  /** The database that knows this code's hash; home when none does. */
  readonly ofEnrolCode: (hash: Buffer) => Promise<Database>
  /** Home first. */
  readonly all: () => Promise<readonly Database[]>
  /** Closes the connections that it made; home belongs to whoever opened it. */
  readonly close: () => Promise<void>
}

export const openDirectory = (home: Database, now: () => number = Date.now): Directory => {
  const away = new Map<string, Database>()
  let known: { readonly until: number; readonly places: Promise<ReadonlyMap<string, string>> } | null = null

  const places = (): Promise<ReadonlyMap<string, string>> => {
    if (known === null || known.until <= now()) {
      const read = readPlaces(home)
      known = { until: now() + keptForMs, places: read }
      read.catch(() => {
        known = null
      })
    }
    return known.places
  }
  const at = (url: string | undefined): Database => {
    if (url === undefined) return home
    const open = away.get(url)
    if (open !== undefined) return open
    const made = connect(url)
    away.set(url, made)
    return made
  }
  const all = async () => [home, ...[...new Set((await places()).values())].map(at)]
  /** A center that moved leaves its old rows behind, frozen: only those of a living center count. */
  const whereKnown = async (knows: (db: Database) => Promise<boolean>): Promise<Database> => {
    const databases = await all()
    if (databases.length === 1) return home
    let failure: unknown = null
    for (const db of databases) {
      try {
        if (await knows(db)) return db
      } catch (error) {
        // One that cannot be asked keeps nobody from those that can.
        failure ??= error
      }
    }
    if (failure !== null) throw failure
    return home
  }
  return {
    of: async (center) => at((await places()).get(center)),
    ofDevice: (device) =>
      whereKnown((db) =>
        exists(db, sql`select from device d join center c using (center) where d.id = ${device} and not c.moving`),
      ),
    ofEnrolCode: (hash) =>
      whereKnown((db) =>
        exists(
          db,
          sql`select from enrol_code e join center c using (center) where e.code_hash = ${hash} and not c.moving`,
        ),
      ),
    all,
    close: async () => {
      await Promise.all([...away.values()].map((db) => db.destroy()))
    },
  }
}

const keptForMs = 1000

const readPlaces = async (home: Database): Promise<ReadonlyMap<string, string>> => {
  const rows = await home.selectFrom('center_place').select(['center', 'url']).execute()
  return new Map(rows.map(({ center, url }) => [center, url]))
}

const exists = async (db: Database, rows: ReturnType<typeof sql>): Promise<boolean> => {
  const { rows: found } = await sql<{ found: boolean }>`select exists (${rows}) as found`.execute(db)
  return found[0]?.found === true
}
