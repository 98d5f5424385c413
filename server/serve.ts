import type { IncomingMessage, Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { fileURLToPath } from 'node:url'
import { buildApp } from './api/app.ts'
import { openBlobFolder } from './blobs/blob-folder.ts'
import { type ServerLog, makeLog } from './api/server-log.ts'
import type { Config } from './config/config.ts'
import type { TlsMaterial } from './config/read-tls.ts'
import { startKeeper } from './durability/keep.ts'
import { leastFree } from './durability/readiness.ts'
import { openNewsDesk } from './news/news-desk.ts'
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
  const { db, directory, url: databaseUrl } = store
  const news = openNewsDesk({ url: databaseUrl, home: db, directory, log, limit: newsStreams })
  let stopping: Promise<void> | null = null
  try {
    const app = buildApp({
      db: store.db,
      directory: store.directory,
      identity: await getIdentity(store.db),
      version: serverVersion(),
      log,
      news,
      freeBytes: () => leastFree([config.blobs.dir, config.dataDir]),
      isStopping: () => stopping !== null,
      tls,
      pushesAtOnce: config.pushesAtOnce,
      blobs: openBlobFolder(config.blobs),
      requestTimeoutMs: 30_000,
      consolePages: consolePages(),
    })
    const unused = unusedConnections(app.server, tls !== null)
    await app.listen({ host: config.listen.host, port: config.listen.port, listenTextResolver: () => '' })
    const url = urlOf(config.listen.host, app.server.address(), tls !== null)
    log('info', 'listening', { url })
    const keeper = startKeeper({ databases: store.directory.all, now: Date.now, log, pauseMs: keeperPauseMs })
    const close = async () => {
      // Streams end by themselves alone: the next server is where their devices go.
      await news.close()
      for (const connection of unused) connection.destroy()
      const cutOff = setTimeout(() => app.server.closeAllConnections(), patienceMs)
      await app.close()
      clearTimeout(cutOff)
      await keeper.stop()
      await store.close()
      log('info', 'stopped')
    }
    return { url, stop: () => (stopping ??= close()) }
  } catch (error) {
    await news.close()
    await store.close()
    throw error
  }
}

/** Where `build/vite` writes them. */
const consolePages = () => fileURLToPath(new URL('../out/console', import.meta.url))

/** Requests that are still at work this long after the stop are cut off: their devices will send them again. */
const patienceMs = 15_000

/** Devices that one process can wake; each costs a connection and a few kilobytes. More ask by themselves. */
const newsStreams = 4000

/** How far behind `safe` may be when a standby is there. */
const keeperPauseMs = 1000

/** Connections on which nothing was asked yet; a client opens one for its next request. Node takes them for busy ones, and waits. */
const unusedConnections = (server: Server, secure: boolean): ReadonlySet<Socket> => {
  const unused = new Set<Socket>()
  server.on(secure ? 'secureConnection' : 'connection', (connection: Socket) => {
    unused.add(connection)
    connection.once('close', () => unused.delete(connection))
  })
  server.on('request', ({ socket }: IncomingMessage) => unused.delete(socket))
  return unused
}

const urlOf = (host: string, address: AddressInfo | string | null, secure: boolean): string => {
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return `${secure ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${port}`
}
