import { ORPCError } from '@orpc/server'
import { RPCHandler } from '@orpc/server/message-port'
import type { SupportedMessagePort } from '@orpc/client/message-port'
import type { ShellToHost } from '../../../contract/host-process.ts'
import type { OpenFailure } from '../../../db/open.ts'
import { type Result, ok } from '../../../domain/result.ts'
import { composeHost } from '../compose.ts'
import { type OsKeyStore, obtainStoreKey } from '../keys/store-key.ts'
import { createHostLog, errorFields } from '../log/host-log.ts'
import { desktopRouter } from '../router/desktop-router.ts'
import type { RunningHost } from './host-process.ts'
import { keepIdleUpkeep } from './idle-upkeep.ts'

/** A port of Electron or of the web: both are served alike, but Electron's holds its messages until it is started. */
export type PagePort = SupportedMessagePort & { readonly start: () => void }

/**
 * Opens the host of the application: key, store, sync. A device told how to enrol does so first, so that its page does not ask for
 * what is known; when that fails the page asks after all.
 */
export const openHost = async (
  message: Extract<ShellToHost, { type: 'open' }>,
  osKeyStore: OsKeyStore | null,
): Promise<Result<RunningHost<PagePort>, OpenFailure>> => {
  const { dataDir: dir, nativeBinding, passphrase, appVersion } = message
  const began = Date.now()
  const log = createHostLog({ dir, now: Date.now })
  const sources = { dir, osKeyStore, passphrase, nativeBinding, mayCreate: true, mayUseKeyFile: false }
  const key = await obtainStoreKey(sources)
  if (!key.ok) return key
  const host = composeHost({ dir, key: key.value, nativeBinding, appVersion, log })
  if (!host.ok) {
    log.write('error', 'store.failed', { code: host.error.code })
    return host
  }
  const { services, agent, close } = host.value
  log.write('info', 'store.opened', { version: appVersion, ms: Date.now() - began })
  if (message.enrol !== null && services.store.read.meta.findDevice() === null) {
    const enrolled = await agent.enrol(message.enrol)
    log.write('info', 'desk.enrol', { code: enrolled.ok ? 'done' : enrolled.error.code })
  }
  agent.start()
  const stopUpkeep = keepIdleUpkeep({ store: services.store, after, log })

  const handler = new RPCHandler(desktopRouter, {
    interceptors: [
      async (options) => {
        try {
          return await options.next()
        } catch (error) {
          if (!isExpected(error)) log.write('error', 'procedure.failed', errorFields(causeOf(error)))
          throw error
        }
      },
    ],
  })
  return ok({
    connect: (port) => {
      handler.upgrade(port, { context: { services } })
      port.start()
    },
    close: () => {
      stopUpkeep()
      return close()
    },
    log,
  })
}

const after = (ms: number, work: () => void): (() => void) => {
  const timer = setTimeout(work, ms)
  return () => clearTimeout(timer)
}

/** A page that asks while nobody is signed in is no fault. */
const isExpected = (error: unknown): boolean => error instanceof ORPCError && error.code === 'UNAUTHORIZED'

const causeOf = (error: unknown): unknown => (error instanceof ORPCError ? (error.cause ?? error) : error)
