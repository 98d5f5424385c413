import { execFile } from 'node:child_process'
import { cp, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { ServiceItem } from '../../domain/service/service-item.ts'
import { runServer } from '../../server/_testing/run-server.ts'
import type { ServerProcess } from '../../server/_testing/run-server.ts'
import { publishItems } from '../../server/admin/publish-items.ts'
import { makeSample } from '../../server/sample/make-sample.ts'
import { sampleCenter } from '../../server/sample/sample-center.ts'
import { findAccount } from '../../server/store/embedded/account.ts'
import { freePort } from '../../server/store/embedded/free-port.ts'
import { clusterPlace } from '../../server/store/embedded/place.ts'
import { openStore } from '../../server/store/open-store.ts'

/** The real central server with its embedded PostgreSQL, which can be away and come back at the same address. */
export type Center = {
  readonly url: string
  /** Does nothing when it runs. */
  start(): Promise<void>
  /** Does nothing when it is away. Its data stay. */
  stop(): Promise<void>
  /** A one-time code for a device. */
  enrolCode(device: string): Promise<string>
  /** A command of the server's own line, also while it is away; answers what it said, and throws when it failed. */
  command(...args: readonly string[]): Promise<string>
}

export type CenterOptions = {
  readonly dataDir: string
  /** 0 = any free one. */
  readonly port: number
  /** Further settings of the server. */
  readonly env?: Readonly<Record<string, string>>
}

/** Starts the server of this folder and leaves it running. */
export const openCenter = async ({ dataDir, port, env = {} }: CenterOptions): Promise<Center> => {
  const settings = { ...env, HOST: '127.0.0.1', DATA_DIR: dataDir, LOG_LEVEL: 'info' }
  let running: ServerProcess | null = runServer([], { ...settings, PORT: String(port) })
  process.once('exit', () => running?.child.kill('SIGTERM'))
  const url = await running.url
  const command = async (...args: readonly string[]): Promise<string> => {
    const { code, stdout, stderr } = await runServer(args, settings).ended
    if (code !== 0) throw new Error(`${args.slice(0, 2).join(' ')} ended with ${code}: ${stderr}`)
    return stdout
  }
  return {
    url,
    start: async () => {
      running ??= runServer([], { ...settings, PORT: new URL(url).port })
      await running.url
    },
    stop: async () => {
      const ending = running
      running = null
      ending?.child.kill('SIGTERM')
      await ending?.ended
    },
    enrolCode: async (device) => {
      const said = await command('enrol-code', '--center', sampleCenter.code, '--device', device, '--json')
      return (JSON.parse(said) as { readonly code: string }).code
    },
    command,
  }
}

/** Copies the data of a center that is away; what is returned puts them back as they were, while it is away again. */
export const keepCopy = async (dataDir: string, keptIn: string): Promise<() => Promise<void>> => {
  // Where the account of PostgreSQL cannot get into the folder, the cluster lies beside it.
  const root = clusterPlace(dataDir, await findAccount())
  const kept = [dataDir, root].map((folder, n) => ({ folder, copy: join(keptIn, String(n)) }))
  await mkdir(keptIn)
  for (const { folder, copy } of kept) await replaceFolder(folder, copy)
  return async () => {
    for (const { folder, copy } of kept) await replaceFolder(copy, folder)
  }
}

const replaceFolder = async (from: string, to: string): Promise<void> => {
  await rm(to, { recursive: true, force: true, maxRetries: 5 })
  if (process.platform === 'win32') await cp(from, to, { recursive: true })
  // Of all copies only this one keeps the owner, whom PostgreSQL insists on.
  else await promisify(execFile)('cp', ['-a', from, to])
}

/** Makes the sample center in this folder, with these items more, and leaves its server running. */
export const makeCenter = async (dataDir: string, moreItems: readonly ServiceItem[]): Promise<Center> => {
  const center = await openCenter({ dataDir, port: await freePort() })
  try {
    const store = await openStore({ database: { kind: 'embedded' }, dataDir })
    try {
      await makeSample(store.db)
      const published = await publishItems(store.db, sampleCenter.code, moreItems)
      if (!published.ok) throw new Error(`further items: ${published.error.code}`)
    } finally {
      await store.close()
    }
    return center
  } catch (error) {
    await center.stop()
    throw error
  }
}
