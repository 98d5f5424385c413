import type { HostToShell } from '../../contract/host-process.ts'
import { createHostLog, errorFields } from './log/host-log.ts'
import { createHostProcess } from './process/host-process.ts'
import { type PagePort, openHost } from './process/open-host.ts'

// Where the host begins when it runs as Electron's utilityProcess. It says nothing on the terminal: the log file has it.

/** Electron's `process.parentPort`, as far as it is used; this process knows nothing else of Electron. */
interface ParentPort {
  readonly on: (
    event: 'message',
    listener: (event: { readonly data: unknown; readonly ports: PagePort[] }) => void,
  ) => void
  readonly postMessage: (message: HostToShell) => void
}

const findParentPort = (): ParentPort => {
  const port: unknown = Reflect.get(process, 'parentPort')
  if (typeof port !== 'object' || port === null) throw new Error('start.ts runs as a utilityProcess; see cli/start.ts')
  // The one place where the shape that Electron documents is taken on trust.
  return port as ParentPort
}

const parentPort = findParentPort()
let dataDir: string | null = null

const host = createHostProcess<PagePort>({
  send: (message) => parentPort.postMessage(message),
  open: (message, osKeyStore, chooseFile) => {
    dataDir = message.dataDir
    return openHost(message, osKeyStore, {
      tell: ({ done, total }) => parentPort.postMessage({ type: 'rebuilding', done, total }),
      // The answer that met the damage goes out first.
      restart: () => setImmediate(() => process.exit(1)),
      chooseFile,
    })
  },
  exit: () => process.exit(0),
})
parentPort.on('message', ({ data, ports }) => host.hear(data, ports))

// The shell starts a new host; every act that was answered is on the disk.
const die = (error: unknown): void => {
  if (dataDir !== null) createHostLog({ dir: dataDir, now: Date.now }).write('error', 'host.died', errorFields(error))
  process.exit(1)
}
process.on('uncaughtException', die)
process.on('unhandledRejection', die)
// Node prints its warnings by default (fetch is one in Node 18).
process.removeAllListeners('warning')
