import { randomUUID } from 'node:crypto'
import { type OpenFailure, type OpenOptions, openStore } from '../../db/open.ts'
import type { ChangeTopic, Store } from '../../db/store.ts'
import { dayNumberOf, plainDateInShanghai } from '../../domain/plain-date.ts'
import { type Result, ok } from '../../domain/result.ts'
import { countedSync } from './conflicts/counted-sync.ts'
import { createConflicts } from './conflicts/conflicts.ts'
import { createChanges } from './changes.ts'
import { eraseStore } from './keys/erase-store.ts'
import type { ImportDeps } from './import/import-catalogue.ts'
import type { HostLog } from './log/host-log.ts'
import { createPerformRecord } from './perform/perform-record.ts'
import { createPerformTogether } from './perform/perform-together.ts'
import { createPerform } from './perform/create-perform.ts'
import { createItemIndex } from './queries/item-index.ts'
import type { Services } from './services.ts'
import { createSession } from './session/session.ts'
import { type SyncAgent, createSyncAgent } from './sync-agent/agent.ts'
import { createUuidV7 } from './uuid-v7.ts'

export interface HostOptions {
  /** Folder of the store. */
  readonly dir: string
  readonly key: Uint8Array
  readonly nativeBinding: string | null
  readonly appVersion: string
  readonly log: HostLog
  /** How the store is to be opened, where that is not the usual way. */
  readonly opening?: Pick<OpenOptions, 'repair' | 'restoreFrom' | 'journalDir' | 'onRebuild'>
  /** Epoch milliseconds; the machine's clock when not given. */
  readonly now?: () => number
  /** Whole milliseconds since the machine started, never going back. */
  readonly monotonic?: () => number
  /** The platform's network when not given. */
  readonly fetch?: typeof fetch
}

/** One open store and everything that works on it: the same in the application, on the command line and in tests. */
export interface Host {
  readonly services: Services
  /** Does nothing before `start`. */
  readonly agent: SyncAgent
  /** What operations are made with, for the importer and other makers beside `perform`. */
  readonly stamps: ImportDeps
  readonly close: () => Promise<void>
}

/** What had to be mended, by counts: whoever looks after the desk wants to know that its disk is failing. */
const logOpening = ({ opening: { rebuilt, reconciled } }: Store, log: HostLog): void => {
  if (rebuilt !== null) log.write('error', 'store.rebuilt', { count: rebuilt.redone })
  if (reconciled.damage.length > 0) log.write('error', 'store.journal_damaged', { count: reconciled.damage.length })
  if (reconciled.redone > 0) log.write('warn', 'store.redone', { count: reconciled.redone })
  if (reconciled.rewritten > 0) log.write('warn', 'store.journal_rewritten', { count: reconciled.rewritten })
}

/** Builds the whole graph; the only place that does. */
export const composeHost = (options: HostOptions): Result<Host, OpenFailure> => {
  const now = options.now ?? Date.now
  const monotonic = options.monotonic ?? (() => Number(process.hrtime.bigint() / 1_000_000n))
  const { dir, key, nativeBinding, appVersion, log } = options
  const opened = openStore({
    dir,
    key,
    nativeBinding,
    now,
    ...options.opening,
    onReindex: ({ done, total }) => {
      if (done === total) log.write('info', 'store.reindexed', { count: total })
    },
  })
  if (!opened.ok) return opened
  const store = opened.value
  logOpening(store, log)
  const today = () => plainDateInShanghai(now())
  const newId = createUuidV7(now)

  const session = createSession({ store, now, monotonic, newSessionId: randomUUID })
  const agent = createSyncAgent({
    store,
    now,
    random: Math.random,
    appVersion,
    erase: () => {
      // Closed first: what holds the store open could write a file again. Pages hear of it through the state of sync.
      store.close()
      eraseStore(dir)
      log.write('warn', 'store.erased', {})
      return Promise.resolve()
    },
    ...(options.fetch === undefined ? {} : { fetch: options.fetch }),
  })
  store.subscribe((topics) => {
    if (topics.has('reference')) session.refresh()
  })
  let loggedAt = 0
  agent.onChange(() => {
    const { lastError } = agent.status()
    if (lastError === null || lastError.at === loggedAt) return
    loggedAt = lastError.at
    log.write('warn', 'sync.trouble', { code: lastError.code })
  })

  const subscribe = (listener: (topics: Iterable<ChangeTopic>) => void): (() => void) => {
    const stops = [
      store.subscribe(listener),
      session.subscribe(() => listener(['desk'])),
      agent.onChange(() => listener(['sync'])),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }
  const performTogether = createPerformTogether({ store, now, monotonic, newId })
  const mayHearAll = () => session.find()?.locked === false

  return ok({
    services: {
      store,
      session,
      perform: createPerform({ store, now, monotonic, newId }),
      performRecord: createPerformRecord({ store, now, monotonic, newId }),
      performTogether,
      conflicts: createConflicts({ store, now, monotonic, newId }, performTogether),
      sync: countedSync(agent, store),
      items: createItemIndex({ store, todayNumber: () => dayNumberOf(today()) }),
      changes: createChanges({ subscribe, mayHearAll }),
      now,
      today,
      appVersion,
    },
    agent,
    stamps: { store, now, monotonic, newId },
    close: async () => {
      await agent.stop()
      store.close()
    },
  })
}
