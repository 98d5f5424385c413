// Two desks and a server without screens: real stores, the real agent, the real server, real PostgreSQL.
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CaseActSchema } from '../../contract/acts/case-acts.ts'
import type { CaseAct } from '../../domain/case/case-act.ts'
import type { Scope } from '../../domain/scope/scope.ts'
import type { Role } from '../../domain/case/role.ts'
import { type TestStore, openTestStore } from '../../db/_testing.ts'
import type { Store } from '../../db/store.ts'
import { createPerform } from '../../electron/host/perform/create-perform.ts'
import { type SyncAgent, createSyncAgent } from '../../electron/host/sync-agent/agent.ts'
import { createUuidV7 } from '../../electron/host/uuid-v7.ts'
import { codeFor, makeColleagues, type TestCenter } from '../../server/_testing/test-server.ts'

export const newId = createUuidV7(() => Date.now())

/** 28 September 2026, morning in Shanghai. */
const morning = Date.parse('2026-09-28T01:00:00Z')
let ticks = 0

export interface TestDesk {
  readonly store: Store
  readonly agent: SyncAgent
  /** Does an act as the center's clerk, or in another role, `later` milliseconds after that morning; throws when it is refused. */
  readonly perform: (
    act: CaseAct,
    more?: { readonly caseId?: string; readonly base?: number; readonly role?: Role; readonly later?: number },
  ) => { caseId: string; caseNo: string }
  /** As the machine being switched off and on again. */
  readonly restart: () => Promise<void>
  /** Copies the files as they are now; answers the way to put them back in the place of those there are then. */
  readonly copy: () => Promise<() => Promise<void>>
  /** The same device twice, each with the files as they are now. */
  readonly clone: () => Promise<TestDesk>
  /** The store with its folder and key, to look at what lies on the disk. */
  readonly files: () => { readonly store: Store; readonly dir: string; readonly key: Uint8Array }
  readonly remove: () => Promise<void>
}

/** A desk of the center, enrolled under `deviceNo`; it syncs by itself once `agent.start` is called. */
export const openDesk = async (
  center: TestCenter,
  url: string,
  deviceNo: string,
  erase: () => Promise<void> = () => Promise.reject(new Error('nothing here erases')),
  scope?: Scope,
): Promise<TestDesk> => {
  const disk: TestStore = openTestStore({ device: null })
  const desk = deskOn(disk, await workersOf(center), erase)
  const enrolled = await desk.agent.enrol({ server: url, code: await codeFor(center.db, deviceNo, 60_000, scope) })
  if (!enrolled.ok) throw new Error(enrolled.error.code)
  return desk
}

/** Who acts in a role: the server judges by its register (SYN-88). */
type Workers = (role: Role) => string

const registered = new Map<string, Promise<Readonly<Record<'reviewer' | 'disclosure_officer', string>>>>()

const workersOf = async ({ db, actor }: TestCenter): Promise<Workers> => {
  const known = registered.get(actor) ?? makeColleagues(db, ['reviewer', 'disclosure_officer'])
  registered.set(actor, known)
  const colleagues = await known
  return (role) => {
    if (role === 'reviewer' || role === 'disclosure_officer') return colleagues[role]
    return role === 'clerk' ? actor : 'system'
  }
}

const deskOn = (disk: TestStore, workers: Workers, erase: () => Promise<void>): TestDesk => {
  // The shortest waits, so that a test sees many tries; the waits themselves are tested with a faked clock.
  const agentOf = (store: Store) =>
    createSyncAgent({
      store,
      now: () => Date.now(),
      random: () => 0,
      appVersion: '0',
      erase,
    })
  let agent = agentOf(disk.store)
  const copyFiles = async (): Promise<string> => {
    const folder = mkdtempSync(join(tmpdir(), 'yichuang-copy-'))
    await agent.stop()
    disk.store.close()
    cpSync(disk.dir, folder, { recursive: true })
    agent = agentOf(disk.reopen())
    return folder
  }
  return {
    get store() {
      return disk.store
    },
    get agent() {
      return agent
    },
    perform: (act, { caseId = newId(), base = 0, role = 'clerk', later = 0 } = {}) => {
      ticks += 1
      const perform = createPerform({
        store: disk.store,
        now: () => morning + later + ticks,
        monotonic: () => ticks,
        newId,
      })
      const done = perform(
        { caseId, base, act: CaseActSchema.parse(act) },
        { staffId: workers(role), role, session: null },
      )
      if (!done.ok) throw new Error(JSON.stringify(done.error))
      return done.value
    },
    restart: async () => {
      await agent.stop()
      agent = agentOf(disk.reopen())
    },
    copy: async () => {
      const folder = await copyFiles()
      return async () => {
        await agent.stop()
        disk.store.close()
        rmSync(disk.dir, { recursive: true })
        cpSync(folder, disk.dir, { recursive: true })
        rmSync(folder, { recursive: true })
        agent = agentOf(disk.reopen())
      }
    },
    clone: async () => {
      const dir = await copyFiles()
      return deskOn(openTestStore({ dir, key: disk.key, device: null }), workers, erase)
    },
    files: () => ({ store: disk.store, dir: disk.dir, key: disk.key }),
    remove: async () => {
      await agent.stop()
      disk.remove()
    },
  }
}
