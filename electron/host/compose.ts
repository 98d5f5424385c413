import { randomUUID } from 'node:crypto'
import { blobFiles } from '../../db/blobs/files.ts'
import { type OpenFailure, type OpenOptions, openStore } from '../../db/open.ts'
import { scopeOf } from '../../db/scope/device-scope.ts'
import { storePaths } from '../../db/store-file.ts'
import type { ChangeTopic, Store } from '../../db/store.ts'
import { StoreError } from '../../db/store-error.ts'
import { dayNumberOf, plainDateInShanghai } from '../../domain/plain-date.ts'
import { type Result, ok } from '../../domain/result.ts'
import { createClockWatch } from './clock/clock-watch.ts'
import { type MachineClock, findBoot, machineClock } from './clock/machine-clock.ts'
import { withClock } from './clock/with-clock.ts'
import { countedSync } from './conflicts/counted-sync.ts'
import { createConflicts } from './conflicts/conflicts.ts'
import { createChanges } from './changes.ts'
import { eraseStore } from './keys/erase-store.ts'
import type { ImportDeps } from './import/import-catalogue.ts'
import { type HostLog, errorFields } from './log/host-log.ts'
import type { ChooseFile } from './process/shell-file-chooser.ts'
import { createParcels } from './parcel/parcels.ts'
import { createPerformRecord } from './perform/perform-record.ts'
import { createPerformTogether } from './perform/perform-together.ts'
import { createPerform } from './perform/create-perform.ts'
import { createItemIndex } from './queries/item-index.ts'
import type { Services } from './services.ts'
import { createCustomerScreen } from './session/customer-screen.ts'
import { createSession } from './session/session.ts'
import { createAttachments } from './blobs/attachments.ts'
import { recordIn } from './blobs/record-in.ts'
import { createDraftFiles } from './blobs/draft-files.ts'
import { sweepBlobs } from './blobs/sweep.ts'
import { type SyncAgent, createSyncAgent } from './sync-agent/agent.ts'
import { trustingFetch } from './sync-agent/trusting-fetch.ts'
import { createUuidV7 } from './uuid-v7.ts'

export interface HostOptions {
  /** Folder of the store. */
  readonly dir: string
  readonly key: Uint8Array
  readonly nativeBinding: string | null
  readonly appVersion: string
  readonly log: HostLog
  /** How the store is to be opened, where that is not the usual way. */
  readonly opening?: Pick<OpenOptions, 'repair' | 'restoreFrom' | 'journalDir' | 'onRebuild' | 'reach' | 'maxPages'>
  /** Epoch milliseconds; the machine's clock when not given. */
  readonly now?: () => number
  /** Whole milliseconds since the machine started, never going back. */
  readonly monotonic?: () => number
  /** The machine's own when not given. */
  readonly clock?: MachineClock
  /** The platform's network when not given. */
  readonly fetch?: typeof fetch
  /** PEM of a center's own authority, to be trusted from now on beside those of the platform (SYN-80); null = as before. */
  readonly authority?: string | null
  /** JRN-16: an exchange with the server has met damage in the store. */
  readonly onDamage?: () => void
  /** Lets the person at the desk choose a file; nobody is there to ask when not given. */
  readonly chooseFile?: ChooseFile
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
  const clock = options.clock ?? machineClock
  const monotonic = options.monotonic ?? clock.monotonic
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
  store.time.begin(findBoot(store, { now: now(), uptime: clock.uptime() }))
  const clockWatch = createClockWatch(
    () => ({ wall: now(), uptime: clock.uptime(), boot: store.time.boot() }),
    store.time.told,
  )

  const session = createSession({ store, now, monotonic, newSessionId: randomUUID })
  const customerScreen = createCustomerScreen(session, monotonic)
  const stamps = { store, now, monotonic, newId }
  const files = blobFiles(storePaths(dir).blobs, key)
  try {
    sweepBlobs({ store, files, now, today })
  } catch {
    // On a full disk a store still opens; what is left undone here is done at the next opening.
  }
  const { authority = null } = options
  if (authority !== null && store.read.meta.find('server_ca') !== authority)
    store.transact((writer) => writer.meta.set('server_ca', authority))
  const agent = createSyncAgent({
    store,
    attachments: {
      files,
      tell: (caseId, blob) => store.transact((writer) => recordIn(stamps, writer, caseId, blob)),
    },
    now,
    random: Math.random,
    appVersion,
    clock: { ...clock, monotonic },
    listens: true,
    failed: (error) => {
      log.write('error', 'sync.threw', errorFields(error))
      if (error instanceof StoreError && error.code === 'damaged') options.onDamage?.()
    },
    erase: () => {
      // Closed first: what holds the store open could write a file again. Pages hear of it through the state of sync.
      store.close()
      eraseStore(dir)
      log.write('warn', 'store.erased', {})
      return Promise.resolve()
    },
    fetch: trustingFetch(() => store.read.meta.find('server_ca'), options.fetch ?? fetch),
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

  const parcels = createParcels({ store, now, appVersion })
  const subscribe = (listener: (topics: Iterable<ChangeTopic>) => void): (() => void) => {
    const stops = [
      store.subscribe(listener),
      session.subscribe(() => listener(['desk'])),
      agent.onChange(() => listener(['sync'])),
      parcels.onChange(() => listener(['sync'])),
      clockWatch.subscribe(() => listener(['sync'])),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }
  const performTogether = createPerformTogether({ store, now, monotonic, newId })
  // Nobody signs in at a terminal, and what it holds is public.
  const mayHearAll = () => session.find()?.locked === false || scopeOf(store.read.meta).kind === 'kiosk'

  return ok({
    services: {
      store,
      session,
      customerScreen,
      perform: createPerform({ store, now, monotonic, newId }),
      performRecord: createPerformRecord({ store, now, monotonic, newId }),
      performTogether,
      conflicts: createConflicts({ store, now, monotonic, newId }, performTogether),
      attachments: createAttachments({ ...stamps, files, fetchFile: agent.fetchFile }),
      draftFiles: createDraftFiles({ store, files, now }),
      sync: withClock(countedSync(agent, store), clockWatch),
      parcels,
      chooseFile: options.chooseFile ?? (() => Promise.resolve(null)),
      items: createItemIndex({ store, todayNumber: () => dayNumberOf(today()) }),
      changes: createChanges({ subscribe, mayHearAll }),
      now,
      today,
      appVersion,
    },
    agent,
    stamps: { store, now, monotonic, newId },
    close: async () => {
      clockWatch.stop()
      await agent.stop()
      store.close()
    },
  })
}
