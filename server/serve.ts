import type { AddressInfo } from 'node:net'
import { buildApp } from './api/app.ts'
import { type ServerLog, makeLog } from './api/server-log.ts'
import type { Config } from './config/config.ts'
import type { TlsMaterial } from './config/read-tls.ts'
import { startKeeper } from './durability/keep.ts'
import { getIdentity } from './store/identity.ts'
import { openStore } from './store/open-store.ts'
import { serverVersion } from './version.ts'

export interface RunningServer {
  /** Base address, with the port really taken. */
  readonly url: string
  /** Finishes the requests that are in, then closes the database. Safe to call twice. */
  readonly stop: () => Promise<void>
}

/** The whole server: database, migrations, HTTP. Throws with nothing left running. */
export const serve = async (
  config: Config,
  tls: TlsMaterial | null,
  log: ServerLog = makeLog(config.logLevel),
): Promise<RunningServer> => {
  const store = await openStore(config)
  if (store.folder !== null) log('info', 'embedded database', { folder: store.folder })
  if (store.migrated.length > 0) log('info', 'database migrated', { migrations: store.migrated })
  if (store.refolded.length > 0) log('info', 'states folded again', { centers: store.refolded })
  let stopping: Promise<void> | null = null
  try {
    const app = buildApp({
      db: store.db,
      directory: store.directory,
      identity: await getIdentity(store.db),
      version: serverVersion(),
      log,
      isStopping: () => stopping !== null,
      tls,
      pushesAtOnce: config.pushesAtOnce,
      requestTimeoutMs: 30_000,
    })
    await app.listen({ host: config.listen.host, port: config.listen.port, listenTextResolver: () => '' })
    const url = urlOf(config.listen.host, app.server.address(), tls !== null)
    log('info', 'listening', { url })
    const keeper = startKeeper({ databases: store.directory.all, now: Date.now, log, pauseMs: keeperPauseMs })
    const close = async () => {
      const cutOff = setTimeout(() => app.server.closeAllConnections(), patienceMs)
      await app.close()
      clearTimeout(cutOff)
      await keeper.stop()
      await store.close()
      log('info', 'stopped')
    }
    return { url, stop: () => (stopping ??= close()) }
  } catch (error) {
    await store.close()
    throw error
  }
}

/** Requests that are still at work this long after the stop are cut off: their devices will send them again. */
const patienceMs = 15_000

/** How far behind `safe` may be when a standby is there. */
const keeperPauseMs = 1000

const urlOf = (host: string, address: AddressInfo | string | null, secure: boolean): string => {
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return `${secure ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${port}`
}
