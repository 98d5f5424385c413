import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import type { Role } from '../../domain/case/role.ts'
import { freePort } from '../../server/store/embedded/free-port.ts'
import { type ServerProcess, runServer } from '../../server/_testing/run-server.ts'
import { codeFor, makeColleagues, makeTestCenter, testCenter } from '../../server/_testing/test-server.ts'
import { connect } from '../../server/store/connect.ts'
import { type EmbeddedDatabase, openEmbedded } from '../../server/store/embedded/open-embedded.ts'
import { findPostmaster } from '../../server/store/embedded/postmaster-file.ts'

export interface Committed {
  readonly cseq: number
  readonly canon: string
  readonly verdict: string
  readonly reason: string | null
}

/** Two servers on one PostgreSQL, all of them processes that can be killed. */
export interface RealCenter {
  readonly actor: string
  readonly actors: Readonly<Record<Role, string>>
  readonly urls: () => readonly string[]
  readonly codeFor: (deviceNo: string) => Promise<string>
  readonly killServer: (n: 0 | 1) => Promise<void>
  /** Starts whatever does not run. */
  readonly start: () => Promise<void>
  readonly killPostgres: () => void
  /** Everything is stopped, copied, and started again. */
  readonly backUp: () => Promise<void>
  /** Everything is killed, and the copy takes its place. */
  readonly restore: () => Promise<void>
  /** `node server/start.ts ARGS --json`; its answer, null when it refuses. */
  readonly command: (...args: readonly string[]) => Promise<unknown>
  readonly committed: () => Promise<readonly Committed[]>
  readonly entities: () => Promise<readonly string[]>
  readonly close: () => Promise<void>
}

const dyingServer = fileURLToPath(new URL('../../server/_testing/crashing-server.ts', import.meta.url))

/**
 * @param dyingEvery the second server kills itself at each n-th answer to a push, after its COMMIT
 * @param died hears of it
 */
export const openRealCenter = async (folder: string, dyingEvery: number, died: () => void): Promise<RealCenter> => {
  const dataDir = join(folder, 'server')
  const backup = join(folder, 'backup')
  let embedded: EmbeddedDatabase = await openEmbedded(dataDir)
  const made = await makeTestCenter(embedded.url)
  const { actor } = made
  const actors = await makeColleagues(made.db)
  await made.close()
  const settings = { HOST: '127.0.0.1', DATA_DIR: dataDir, LOG_LEVEL: 'info' }
  const ports = [await freePort(), await freePort()] as const
  const running: [ServerProcess | null, ServerProcess | null] = [null, null]

  const startServer = async (n: 0 | 1): Promise<void> => {
    const server =
      n === 0
        ? runServer([], { ...settings, PORT: String(ports[0]) })
        : runServer([embedded.url, String(dyingEvery), String(ports[1])], {}, dyingServer)
    running[n] = server
    void server.ended.then(() => {
      if (running[n] === server) running[n] = null
      if (server.child.signalCode === 'SIGKILL' && !server.child.killed) died()
    })
    await server.url
  }
  let starting: Promise<void> | null = null
  const start = (): Promise<void> => {
    starting ??= Promise.all(
      ([0, 1] as const).filter((n) => running[n] === null).map((n) => startServer(n).catch(() => undefined)),
    )
      .then(() => undefined)
      .finally(() => {
        starting = null
      })
    return starting
  }
  const end = async (n: 0 | 1, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> => {
    const server = running[n]
    server?.child.kill(signal)
    await server?.ended
  }
  const withDatabase = async <T>(work: (client: pg.Client) => Promise<T>): Promise<T> => {
    const client = new pg.Client({ connectionString: embedded.url })
    await client.connect()
    try {
      return await work(client)
    } finally {
      await client.end()
    }
  }
  const copy = (from: string, to: string): void => {
    rmSync(to, { recursive: true, force: true })
    // Of all copies only this one keeps the owner, whom PostgreSQL insists on.
    const { status, stderr } = spawnSync('cp', ['-a', from, to], { encoding: 'utf8', timeout: 60_000 })
    if (status !== 0) throw new Error(`cp: ${stderr}`)
  }
  const command = async (...args: readonly string[]): Promise<unknown> => {
    const { code, stdout } = await runServer([...args, '--json'], { ...settings, LOG_LEVEL: 'silent' }).ended
    return code === 0 ? JSON.parse(stdout) : null
  }
  await start()

  return {
    actor,
    actors,
    urls: () => ports.flatMap((port, n) => (running[n === 0 ? 0 : 1] === null ? [] : [`http://127.0.0.1:${port}`])),
    codeFor: async (deviceNo) => {
      const db = connect(embedded.url, 1)
      try {
        return await codeFor(db, deviceNo)
      } finally {
        await db.destroy()
      }
    },
    killServer: (n) => end(n, 'SIGKILL'),
    start,
    killPostgres: () => {
      const postmaster = findPostmaster(join(embedded.root, 'data'))
      if (postmaster !== null) process.kill(postmaster.pid, 'SIGKILL')
    },
    backUp: async () => {
      await starting
      for (const n of [0, 1] as const) await end(n, 'SIGTERM')
      await embedded.close()
      copy(embedded.root, backup)
      embedded = await openEmbedded(dataDir)
      await start()
    },
    restore: async () => {
      await starting
      for (const n of [0, 1] as const) await end(n, 'SIGKILL')
      await embedded.close()
      copy(backup, embedded.root)
      embedded = await openEmbedded(dataDir)
      if ((await command('restored')) === null) throw new Error('restored was refused')
      await start()
    },
    command,
    committed: () =>
      withDatabase(async (client) => {
        const { rows } = await client.query<Committed>(
          'select cseq::int as cseq, canon, verdict, reason from op_log where center = $1 order by cseq',
          [testCenter],
        )
        return rows
      }),
    entities: () =>
      withDatabase(async (client) => {
        const { rows } = await client.query<{ entity: string }>(
          `select distinct entity from op_log where center = $1 and entity not like '%:%' order by entity`,
          [testCenter],
        )
        return rows.map(({ entity }) => entity)
      }),
    close: async () => {
      await starting
      for (const n of [0, 1] as const) await end(n, 'SIGTERM')
      await embedded.close()
    },
  }
}
