import { ORPCError } from '@orpc/server'
import { RPCHandler } from '@orpc/server/message-port'
import type { SupportedMessagePort } from '@orpc/client/message-port'
import type { ShellToHost } from '../../../contract/host-process.ts'
import type { OpenFailure } from '../../../db/open.ts'
import type { RebuildProgress } from '../../../db/start-up/rebuild.ts'
import { StoreError } from '../../../db/store-error.ts'
import { journalIn } from '../../../db/store-file.ts'
import { type Result, ok } from '../../../domain/result.ts'
import { composeHost } from '../compose.ts'
import { type OsKeyStore, obtainStoreKey } from '../keys/store-key.ts'
import { createHostLog, errorFields } from '../log/host-log.ts'
import { boardRouter, desktopRouter, terminalRouter } from '../router/desktop-router.ts'
import { authoritySetting, readAuthority } from '../sync-agent/read-authority.ts'
import type { RunningHost } from './host-process.ts'
import type { ChooseFile } from './shell-file-chooser.ts'
import { keepIdleUpkeep } from './idle-upkeep.ts'
import { keepNightlyCopy } from './nightly-copy.ts'

/** A port of Electron or of the web: both are served alike, but Electron's holds its messages until it is started. */
export type PagePort = SupportedMessagePort & { readonly start: () => void }

export interface HostSignals {
  /** Hears how far a damaged store is made again. */
  readonly tell: (progress: RebuildProgress) => void
  /** Ends the process so that the shell starts it anew, and the store is mended at the opening. */
  readonly restart: () => void
  /** Lets the person at the desk choose a file. */
  readonly chooseFile?: ChooseFile
}

/**
 * Opens the host of the application: key, store, sync. A device told how to enrol does so first, so that its page does not ask for
 * what is known; when that fails the page asks after all.
 */
export const openHost = async (
  message: Extract<ShellToHost, { type: 'open' }>,
  osKeyStore: OsKeyStore | null,
  { tell, restart, chooseFile }: HostSignals = { tell: () => undefined, restart: () => undefined },
): Promise<Result<RunningHost<PagePort>, OpenFailure>> => {
  const { dataDir: dir, nativeBinding, passphrase, appVersion } = message
  const began = Date.now()
  const log = createHostLog({ dir, now: Date.now })
  const sources = { dir, osKeyStore, passphrase, nativeBinding, mayCreate: true, mayUseKeyFile: false }
  const key = await obtainStoreKey(sources)
  if (!key.ok) return key
  const opening = { onRebuild: tell, ...journalIn(process.env['YICHUANG_JOURNAL_DIR'] ?? null, key.value) }
  const caFile = process.env[authoritySetting] ?? ''
  const authority = caFile === '' ? null : readAuthority(caFile)
  if (authority?.ok === false) log.write('error', 'sync.authority', { code: authority.error })
  const trusted = authority?.ok === true ? authority.value : null
  const host = composeHost({
    dir,
    key: key.value,
    nativeBinding,
    appVersion,
    log,
    opening,
    authority: trusted,
    onDamage: () => onDamage(),
    ...(chooseFile === undefined ? {} : { chooseFile }),
  })
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
  /** Damage that an opening could not see: noted, and mended at the next one, which is now. */
  const onDamage = () => {
    services.store.suspect()
    log.write('error', 'store.damage_met')
    restart()
  }
  const stops = [
    keepIdleUpkeep({
      store: {
        subscribe: services.store.subscribe,
        idle: () => {
          services.store.idle()
          services.attachments.tidy()
        },
      },
      after,
      log,
    }),
    keepNightlyCopy({ store: services.store, today: services.today, after, log, onDamage }),
  ]

  const heard = async <T>(options: { readonly next: () => Promise<T> }): Promise<T> => {
    try {
      return await options.next()
    } catch (error) {
      const cause = causeOf(error)
      if (!isExpected(error)) log.write('error', 'procedure.failed', errorFields(cause))
      if (cause instanceof StoreError && cause.code === 'damaged') onDamage()
      throw error
    }
  }
  const handlers = {
    desk: new RPCHandler(desktopRouter, { interceptors: [heard] }),
    terminal: new RPCHandler(terminalRouter, { interceptors: [heard] }),
    board: new RPCHandler(boardRouter, { interceptors: [heard] }),
  }
  return ok({
    connect: (port, to) => {
      handlers[to].upgrade(port, { context: { services } })
      port.start()
    },
    close: () => {
      for (const stop of stops) stop()
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
const isExpected = (error: unknown): boolean =>
  error instanceof ORPCError && (error.code === 'UNAUTHORIZED' || error.code === 'NOT_A_TERMINAL')

const causeOf = (error: unknown): unknown => (error instanceof ORPCError ? (error.cause ?? error) : error)
