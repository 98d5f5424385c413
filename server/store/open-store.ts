import type { Config } from '../config/config.ts'
import { type Database, connect } from './connect.ts'
import { type Directory, openDirectory } from './directory.ts'
import { openEmbedded } from './embedded/open-embedded.ts'
import { migrate } from './migrate.ts'
import { refoldCenters } from './refold.ts'

export interface ServerStore {
  /** The home database: it knows where each center lives. */
  readonly db: Database
  /** Its address. */
  readonly url: string
  readonly directory: Directory
  /** Names of the migrations that ran just now. */
  readonly migrated: readonly string[]
  /** Centers whose states were folded again, after an upgrade. */
  readonly refolded: readonly string[]
  /** Where an embedded PostgreSQL keeps its files; null for a database that was given. */
  readonly folder: string | null
  /** Closes the connections, and stops an embedded PostgreSQL that nobody else uses. */
  readonly close: () => Promise<void>
}

/** The database of a configuration, migrated. Throws EmbeddedDatabaseError, NewerSchemaError, or what PostgreSQL says. */
export const openStore = async (config: Pick<Config, 'database' | 'dataDir'>): Promise<ServerStore> => {
  const embedded = config.database.kind === 'embedded' ? await openEmbedded(config.dataDir) : null
  const url = config.database.kind === 'url' ? config.database.url : (embedded?.url ?? '')
  const db = connect(url)
  const directory = openDirectory(db)
  const close = async () => {
    await directory.close()
    await db.destroy()
    await embedded?.close()
  }
  try {
    const migrated = await migrate(db)
    return { db, url, directory, migrated, refolded: await refoldCenters(db), folder: embedded?.root ?? null, close }
  } catch (error) {
    await close()
    throw error
  }
}
