import type { HostToShell, ServedPage, ShellToHost } from '../../../contract/host-process.ts'
import type { OpenFailure } from '../../../db/open.ts'
import { StoreError } from '../../../db/store-error.ts'
import { type Result, err } from '../../../domain/result.ts'
import type { HostLog } from '../log/host-log.ts'
import { errorFields } from '../log/host-log.ts'
import type { OsKeyStore } from '../keys/store-key.ts'
import { type ChooseFile, createShellFileChooser } from './shell-file-chooser.ts'
import { createShellKeyStore } from './shell-key-store.ts'
import { ShellToHostSchema } from './shell-message.ts'

type OpenMessage = Extract<ShellToHost, { type: 'open' }>

/** An open host, as far as its process is concerned. */
export interface RunningHost<Port> {
  /** Serves one page until its port closes. */
  readonly connect: (port: Port, to: ServedPage) => void
  /** Stops the sync agent and closes the store. */
  readonly close: () => Promise<void>
  readonly log: HostLog
}

export interface HostProcessDeps<Port> {
  readonly send: (message: HostToShell) => void
  readonly open: (
    message: OpenMessage,
    osKeyStore: OsKeyStore | null,
    chooseFile: ChooseFile,
  ) => Promise<Result<RunningHost<Port>, OpenFailure>>
  /** Ends the process. */
  readonly exit: () => void
}

export interface HostProcess<Port> {
  /** A message of the shell with the ports that came with it. */
  readonly hear: (data: unknown, ports: readonly Port[]) => void
}

/**
 * The life of the host process: opens once, serves pages, stops once. Ports that come before the store is open wait: a page
 * sees a slow answer, not an error.
 */
export const createHostProcess = <Port>({ send, open, exit }: HostProcessDeps<Port>): HostProcess<Port> => {
  const keys = createShellKeyStore(send)
  const files = createShellFileChooser(send)
  let opening: Promise<RunningHost<Port> | null> | null = null
  let stopping = false

  const start = async (message: OpenMessage): Promise<RunningHost<Port> | null> => {
    const host = await open(message, message.osKeyStore ? keys : null, files.choose).catch(failureOf)
    if (!host.ok) {
      send({ type: 'failed', code: host.error.code, detail: host.error.detail.slice(0, maxDetail) })
      return null
    }
    if (!stopping) send({ type: 'ready' })
    return host.value
  }

  const stop = async (): Promise<void> => {
    if (stopping) return
    stopping = true
    const host = await opening
    try {
      await host?.close()
    } catch (error) {
      // The journal and the write-ahead log are on the disk: the next start finds everything.
      host?.log.write('error', 'host.close_failed', errorFields(error))
    }
    send({ type: 'stopped' })
    exit()
  }

  return {
    hear: (data, ports) => {
      const parsed = ShellToHostSchema.safeParse(data)
      if (!parsed.success) return
      const message = parsed.data
      switch (message.type) {
        case 'open':
          opening ??= start(message)
          return
        case 'connect':
          void opening?.then((host) => {
            if (host !== null && !stopping) for (const port of ports) host.connect(port, message.to)
          })
          return
        case 'key':
          return keys.hear(message.id, message.value)
        case 'chosen':
          return files.hear(message.id, message.path)
        case 'stop':
          void stop()
          return
        default:
          message satisfies never
      }
    },
  }
}

const maxDetail = 4000

/** The message of an unexpected error may quote data; its class says enough for the shell's page. */
const failureOf = (error: unknown) =>
  error instanceof StoreError
    ? err({ code: error.code, detail: error.message })
    : err({ code: 'unexpected' as const, detail: error instanceof Error ? error.name : typeof error })
