import { chmodSync, mkdirSync } from 'node:fs'
import pg from 'pg'
import { findAccount } from './account.ts'
import { findBinaries } from './binaries.ts'
import { type Cluster, clusterLock, initCluster, readSecret, startCluster, stopCluster, superuser } from './cluster.ts'
import { withFileLock } from './file-lock.ts'
import { clusterPlace, reachableBinaries } from './place.ts'

export interface EmbeddedDatabase {
  readonly url: string
  /** Folder of the cluster; not always inside the data folder (see place.ts). */
  readonly root: string
  /** Ends our use; the last process of this machine that uses the cluster stops it. */
  readonly close: () => Promise<void>
}

/** Held shared by every process that uses the cluster, so that the last one knows it is the last. */
const usersLock = 72_110_001

/**
 * A real PostgreSQL under `dataDir`, made on first use. Any number of processes may open the same folder: the first starts
 * PostgreSQL, the others join it, also one that an earlier process left running when it was killed. When PostgreSQL dies under us it is
 * started again.
 */
export const openEmbedded = async (dataDir: string): Promise<EmbeddedDatabase> => {
  const account = await findAccount()
  const root = clusterPlace(dataDir, account)
  mkdirSync(root, { recursive: true })
  chmodSync(root, 0o711)
  const cluster: Cluster = { root, account, binaries: reachableBinaries(findBinaries(), account) }
  const user = await joinCluster(cluster)
  return { url: user.url, root, close: user.leave }
}

interface User {
  readonly url: string
  readonly leave: () => Promise<void>
}

const joinCluster = async (cluster: Cluster): Promise<User> => {
  let leaving = false
  let client: pg.Client | null = null
  let url = ''
  /** Whoever has the address keeps it, so the port never changes under us. */
  let known: number | null = null
  /** Under the lock that leaving takes too: whoever has left is not brought back. */
  const attach = () =>
    withFileLock(clusterLock(cluster), async () => {
      if (leaving) return
      await initCluster(cluster)
      const port = await startCluster(cluster, known)
      known = port
      url = `postgres://${superuser}:${readSecret(cluster)}@127.0.0.1:${port}/postgres`
      client = await userSession(url, () => {
        if (!leaving) void revive()
      })
    })
  const revive = async (): Promise<void> => {
    for (let pause = 200; !leaving; pause = Math.min(pause * 2, 10_000)) {
      try {
        return await attach()
      } catch {
        await new Promise((resolve) => setTimeout(resolve, pause))
      }
    }
  }
  await attach()
  const leave = async (): Promise<void> => {
    if (leaving) return
    leaving = true
    await withFileLock(clusterLock(cluster), async () => {
      if (client === null || (await isLastUser(client))) await stopCluster(cluster)
      await client?.end().catch(() => undefined)
    })
  }
  return { url, leave }
}

/** @param lost hears when a session that once stood ends; one that never came about is told by the exception alone */
const userSession = async (url: string, lost: () => void): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: url, application_name: 'yichuang-user' })
  let state: 'opening' | 'open' | 'ended' = 'opening'
  client.on('error', () => {
    // The `end` that follows tells it.
  })
  client.on('end', () => {
    const wasOpen = state === 'open'
    state = 'ended'
    if (wasOpen) lost()
  })
  try {
    await client.connect()
    await client.query('select pg_advisory_lock_shared($1)', [usersLock])
    state = 'open'
    return client
  } catch (error) {
    await client.end().catch(() => undefined)
    throw error
  }
}

/** True also when PostgreSQL no longer answers: stopping what is stopped does no harm. */
const isLastUser = async (client: pg.Client): Promise<boolean> => {
  try {
    await client.query('select pg_advisory_unlock_shared($1)', [usersLock])
    const { rows } = await client.query<{ last: boolean }>('select pg_try_advisory_lock($1) as last', [usersLock])
    return rows[0]?.last === true
  } catch {
    return true
  }
}
