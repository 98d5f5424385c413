import { runServer } from '../../server/_testing/run-server.ts'
import type { ServerProcess } from '../../server/_testing/run-server.ts'
import { publishItems } from '../../server/admin/publish-items.ts'
import { sampleCenter } from '../../server/sample/sample-center.ts'
import { openStore } from '../../server/store/open-store.ts'
import { longItem } from './items.ts'

/** The real central server with its embedded PostgreSQL, which can be away and come back at the same address. */
export type Center = {
  readonly url: string
  /** Does nothing when it runs. */
  start(): Promise<void>
  /** Does nothing when it is away. Its data stay. */
  stop(): Promise<void>
  /** A one-time code for a device. */
  enrolCode(device: string): Promise<string>
}

/** Makes the sample center, with one item more, in this folder and leaves its server running. */
export const makeCenter = async (dataDir: string): Promise<Center> => {
  const settings = { HOST: '127.0.0.1', DATA_DIR: dataDir, LOG_LEVEL: 'info' }
  let running: ServerProcess | null = runServer([], { ...settings, PORT: '0' })
  const url = await running.url
  const command = async (args: readonly string[]): Promise<unknown> => {
    const { code, stdout, stderr } = await runServer([...args, '--json'], settings).ended
    if (code !== 0) throw new Error(`server ${args.join(' ')} ended with ${code}: ${stderr}`)
    return JSON.parse(stdout)
  }
  const center: Center = {
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
      const answer = await command(['enrol-code', '--center', sampleCenter.code, '--device', device])
      return (answer as { readonly code: string }).code
    },
  }
  try {
    await command(['sample'])
    const store = await openStore({ database: { kind: 'embedded' }, dataDir })
    try {
      const published = await publishItems(store.db, sampleCenter.code, [longItem])
      if (!published.ok) throw new Error(`the item of the tests: ${published.error.code}`)
    } finally {
      await store.close()
    }
    return center
  } catch (error) {
    await center.stop()
    throw error
  }
}
