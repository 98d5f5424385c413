// Two desks and a server without screens: real stores, the real agent, the real server, real PostgreSQL.
import { createServer } from 'node:net'
import { CaseActSchema } from '../../contract/acts/case-acts.ts'
import type { CaseAct } from '../../domain/case/case-act.ts'
import type { Role } from '../../domain/case/role.ts'
import { type TestStore, openTestStore } from '../../db/_testing.ts'
import type { Store } from '../../db/store.ts'
import { createPerform } from '../../electron/host/perform/create-perform.ts'
import { type SyncAgent, createSyncAgent } from '../../electron/host/sync-agent/agent.ts'
import { createUuidV7 } from '../../electron/host/uuid-v7.ts'
import { codeFor, type TestCenter } from '../../server/_testing/test-server.ts'

export const newId = createUuidV7(() => Date.now())

/** 28 September 2026, morning in Shanghai. */
const morning = Date.parse('2026-09-28T01:00:00Z')
let ticks = 0

export interface TestDesk {
  readonly store: Store
  readonly agent: SyncAgent
  /** Does an act as the center's clerk, or in another role; throws when it is refused. */
  readonly perform: (
    act: CaseAct,
    more?: { readonly caseId?: string; readonly base?: number; readonly role?: Role },
  ) => { caseId: string; caseNo: string }
  /** As the machine being switched off and on again. */
  readonly restart: () => Promise<void>
  readonly remove: () => Promise<void>
}

/** A desk of the center, enrolled under `deviceNo`; it syncs by itself once `agent.start` is called. */
export const openDesk = async (center: TestCenter, url: string, deviceNo: string): Promise<TestDesk> => {
  const disk: TestStore = openTestStore({ device: null })
  // The shortest waits, so that a test sees many tries; the waits themselves are tested with a faked clock.
  const agentOf = (store: Store) => createSyncAgent({ store, now: () => Date.now(), random: () => 0, appVersion: '0' })
  let agent = agentOf(disk.store)
  const enrolled = await agent.enrol({ server: url, code: await codeFor(center.db, deviceNo) })
  if (!enrolled.ok) throw new Error(enrolled.error.code)
  return {
    get store() {
      return disk.store
    },
    get agent() {
      return agent
    },
    perform: (act, { caseId = newId(), base = 0, role = 'clerk' } = {}) => {
      ticks += 1
      const perform = createPerform({ store: disk.store, now: () => morning + ticks, monotonic: () => ticks, newId })
      const done = perform(
        { caseId, base, act: CaseActSchema.parse(act) },
        { staffId: center.actor, role, session: null },
      )
      if (!done.ok) throw new Error(JSON.stringify(done.error))
      return done.value
    },
    restart: async () => {
      await agent.stop()
      agent = agentOf(disk.reopen())
    },
    remove: async () => {
      await agent.stop()
      disk.remove()
    },
  }
}

export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
