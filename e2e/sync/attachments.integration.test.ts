import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { blobsPath } from '../../contract/blobs.ts'
import { aServiceIntake } from '../../domain/case/_testing.ts'
import type { CaseAct } from '../../domain/case/case-act.ts'
import { attachmentsOf } from '../../domain/attachment/attachment-act.ts'
import { type TestHost, makeTestHost } from '../../electron/host/_testing.ts'
import { toMutable } from '../../electron/host/mutable.ts'
import type { PerformInput } from '../../contract/acts/case-acts.ts'
import { type TemporaryFolder, temporaryFolder } from '../../server/_testing/temporary-folder.ts'
import { codeFor, startTestServer, testCenter } from '../../server/_testing/test-server.ts'
import { useTestCenter } from '../../server/_testing/use-test-server.ts'
import { revokeDevice } from '../../server/admin/revoke-device.ts'
import { verifyHistory } from '../../server/audit/verify-history.ts'
import { markRestored } from '../../server/restore/restored.ts'
import type { RunningServer } from '../../server/serve.ts'

const place = useTestCenter()
let folder: TemporaryFolder
let server: RunningServer
const hosts: TestHost[] = []
let nextNo = 40

beforeEach(async () => {
  folder = temporaryFolder()
  server = await startTestServer(place.database.url, {
    blobs: { dir: join(folder.path, 'files'), keyFile: join(folder.path, 'blob.key') },
  })
})
afterEach(async () => {
  for (const host of hosts.splice(0)) await host.remove()
  await server.stop()
  folder.remove()
})

/** What goes over the line: counted, and changed where a test says so. */
const line = () => {
  const seen = { patches: 0, bytes: 0, creates: 0, log: [] as string[] }
  const wire = {
    seen,
    /** Called before each stretch is sent; may throw as a line that breaks. */
    onPatch: (_n: number): Promise<void> => Promise.resolve(),
    fetch: (async (input, init) => {
      const url = new URL(typeof input === 'object' && 'url' in input ? input.url : input)
      const method = init?.method ?? 'GET'
      seen.log.push(`${method} ${url.pathname.slice(0, blobsPath.length)}`)
      if (method === 'POST' && url.pathname === blobsPath) seen.creates += 1
      if (method === 'PATCH') {
        seen.patches += 1
        await wire.onPatch(seen.patches)
        seen.bytes += init?.body instanceof Uint8Array ? init.body.byteLength : 0
      }
      return fetch(input, init)
    }) as typeof fetch,
  }
  return wire
}

const openHost = async (wire?: { readonly fetch: typeof fetch }) => {
  const host = makeTestHost({ enrolled: false, ...(wire === undefined ? {} : { fetch: wire.fetch }) })
  hosts.push(host)
  nextNo += 1
  const enrolled = await host.agent.enrol({ server: server.url, code: await codeFor(place.center.db, `W${nextNo}`) })
  if (!enrolled.ok) throw new Error(enrolled.error.code)
  return { host, deviceNo: `W${nextNo}` }
}
const actor = () => ({ staffId: place.center.actor, role: 'clerk', session: null }) as const
const perform = (host: TestHost, act: CaseAct, caseId = host.stamps.newId()): string => {
  const base = host.services.store.read.cases.find(caseId)?.state.version ?? 0
  const done = host.services.perform(toMutable({ caseId, base, act }) as PerformInput, actor())
  if (!done.ok) throw new Error(JSON.stringify(done.error))
  return caseId
}
const accept = (host: TestHost) => perform(host, { kind: 'service.accept', intake: aServiceIntake() })
const aPdf = (size = 600_000): Buffer => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(size)])
const attach = (host: TestHost, caseId: string, bytes: Buffer): string => {
  const done = host.services.attachments.attach({ caseId, name: '身份证明.pdf', role: 'identity', bytes }, actor())
  if (!done.ok) throw new Error(JSON.stringify(done.error))
  return done.value.blob
}
const attachmentsAt = (host: TestHost, caseId: string) => {
  const found = host.services.store.read.cases.find(caseId)
  return found === null ? [] : attachmentsOf(found.state)
}
const exchange = async (host: TestHost) => {
  await host.agent.now()
  const all = await host.agent.filesSent()
  await host.agent.now()
  return all
}
const onServer = () =>
  existsSync(join(folder.path, 'files'))
    ? readdirSync(join(folder.path, 'files'), { recursive: true }).filter((name) => String(name).endsWith('.blob'))
    : []

describe('an attached file', () => {
  it('[ATT-3] [ATT-8] goes behind the operations, is known to be in at every window, and is fetched there on demand', async () => {
    const wire = line()
    const { host: a } = await openHost(wire)
    const { host: b } = await openHost()
    const caseId = accept(a)
    const bytes = aPdf()
    const blob = attach(a, caseId, bytes)
    expect(blob).toBe(createHash('sha256').update(bytes).digest('hex'))
    expect(a.agent.status().files).toEqual({ count: 1, bytes: bytes.length, refused: 0 })
    // SYN-116: how much of it the server has is told while it goes.
    const told: number[] = []
    const deaf = a.agent.onChange(() => {
      const going = a.agent.fileUnderWay()
      if (going?.blob === blob) told.push(going.sent)
    })
    await a.agent.now()
    const log = wire.seen.log.slice(wire.seen.log.lastIndexOf('POST /sync/v1/push'))
    expect(log.slice(0, 2)).toEqual(['POST /sync/v1/push', 'GET /sync/v1/pull'])
    expect(await exchange(a)).toBe(true)
    deaf()
    expect([told[0], told.at(-1)]).toEqual([0, bytes.length])
    expect(new Set(told).size).toBeGreaterThan(2)
    expect(a.agent.fileUnderWay()).toBeNull()
    expect(a.agent.status()).toMatchObject({ waiting: 0, files: { count: 0 }, attention: 0 })
    await b.agent.now()
    expect(attachmentsAt(b, caseId)).toMatchObject([{ blob, in: true, name: '身份证明.pdf', type: 'pdf' }])
    const got = await b.services.attachments.content(caseId, blob, 'clerk')
    expect('bytes' in got && got.bytes.equals(bytes)).toBe(true)
    // Kept, and sealed here too.
    await server.stop()
    expect(await b.services.attachments.content(caseId, blob, 'clerk')).toMatchObject({ attachment: { blob } })
    const stored = join(b.dir, 'blobs', blob.slice(0, 2), `${blob}.yb`)
    expect(readFileSync(stored).includes(bytes.subarray(0, 64))).toBe(false)
    expect(await b.services.attachments.content(caseId, '0'.repeat(64), 'clerk')).toEqual({ missing: 'unknown' })
  })

  it('[ATT-11] that is on its way keeps nothing from being decided, and the matter from the archive', async () => {
    const { host } = await openHost()
    const caseId = accept(host)
    attach(host, caseId, aPdf())
    perform(host, { kind: 'service.withdraw', reason: '申请人自愿撤回' }, caseId)
    const archive = () => {
      const base = host.services.store.read.cases.find(caseId)?.state.version ?? 0
      return host.services.perform({ caseId, base, act: { kind: 'case.archive' } }, actor())
    }
    expect(host.services.store.read.cases.find(caseId)?.state.closedOn).not.toBeNull()
    expect(archive()).toMatchObject({ ok: false, error: { code: 'attachments_missing' } })
    await exchange(host)
    expect(archive().ok).toBe(true)
    await host.agent.now()
    expect(host.agent.status()).toMatchObject({ waiting: 0, attention: 0 })
    expect(await verifyHistory(place.center.db, testCenter)).toMatchObject({ ok: true })
  })

  it('[ATT-3] never keeps an operation waiting, however long it takes', async () => {
    const wire = line()
    const { host } = await openHost(wire)
    let arrived: () => void = () => undefined
    const hanging = new Promise<void>((resolve) => {
      arrived = resolve
    })
    const reached = new Promise<void>((resolve) => {
      wire.onPatch = () => {
        resolve()
        return hanging
      }
    })
    attach(host, accept(host), aPdf())
    await host.agent.now()
    await reached
    for (let n = 0; n < 3; n++) {
      accept(host)
      expect(await host.agent.now()).toMatchObject({ waiting: 0 })
    }
    arrived()
    expect(await exchange(host)).toBe(true)
    expect(host.agent.status()).toMatchObject({ files: { count: 0 } })
  })

  it('[ATT-3] goes on where the line broke, also after the machine was switched off', async () => {
    const wire = line()
    const { host } = await openHost(wire)
    const bytes = aPdf(1_500_000)
    const caseId = accept(host)
    attach(host, caseId, bytes)
    wire.onPatch = (n) => (n % 3 === 0 ? Promise.reject(new TypeError('cut')) : Promise.resolve())
    await host.agent.now()
    // The third stretch breaks; the library asks the server where it stands and goes on.
    await host.agent.filesSent()
    const before = wire.seen.bytes
    const again = await host.restart()
    hosts.splice(0, 1, again)
    wire.onPatch = () => Promise.resolve()
    expect(await exchange(again)).toBe(true)
    expect(wire.seen.creates).toBe(1)
    expect(before).toBeGreaterThan(0)
    expect(wire.seen.bytes).toBeLessThan(bytes.length + 3 * 256 * 1024)
    expect(attachmentsAt(again, caseId)).toMatchObject([{ in: true }])
    expect(onServer()).toHaveLength(1)
  })

  it('[ATT-5] that the center has already is not sent again, whoever attaches it, and each case knows that it is in', async () => {
    const wire = line()
    const { host: a } = await openHost()
    const { host: b } = await openHost(wire)
    const bytes = aPdf()
    const first = accept(a)
    attach(a, first, bytes)
    await exchange(a)
    const [second, third] = [accept(b), accept(b)]
    attach(b, second, bytes)
    await exchange(b)
    attach(b, third, bytes)
    await exchange(b)
    expect(wire.seen).toMatchObject({ patches: 0, creates: 0 })
    expect(onServer()).toHaveLength(1)
    for (const caseId of [second, third]) expect(attachmentsAt(b, caseId)).toMatchObject([{ in: true }])
  })

  it('[ATT-1] [ATT-3] that was damaged on the disk is named and holds nothing up; attached again it goes', async () => {
    const { host } = await openHost()
    const [damaged, sound] = [aPdf(), aPdf()]
    const caseId = accept(host)
    const blob = attach(host, caseId, damaged)
    attach(host, accept(host), sound)
    const stored = join(host.dir, 'blobs', blob.slice(0, 2), `${blob}.yb`)
    const bytes = readFileSync(stored)
    bytes.writeUInt8(bytes.readUInt8(4000) ^ 1, 4000)
    writeFileSync(stored, bytes)
    expect(await exchange(host)).toBe(true)
    expect(host.agent.status().files).toEqual({ count: 0, bytes: 0, refused: 1 })
    expect(onServer()).toHaveLength(1)
    attach(host, caseId, damaged)
    expect(await exchange(host)).toBe(true)
    expect(host.agent.status().files.refused).toBe(0)
    expect(onServer()).toHaveLength(2)
  })

  it('[ATT-9] comes back to a server that was restored without it, from whoever has it', async () => {
    const { host: a } = await openHost()
    const { host: b } = await openHost()
    const bytes = aPdf()
    const caseId = accept(a)
    const blob = attach(a, caseId, bytes)
    await exchange(a)
    await b.agent.now()
    await b.services.attachments.content(caseId, blob, 'clerk')
    // The desk that attached it is gone for good.
    await a.remove()
    hosts.splice(hosts.indexOf(a), 1)
    rmSync(join(folder.path, 'files'), { recursive: true })
    expect(await markRestored(place.center.db, Date.now())).toMatchObject({ ok: true })
    expect(await exchange(b)).toBe(true)
    expect(onServer()).toHaveLength(1)
  })

  it('[ATT-7] of a revoked device is brought before the device erases itself', async () => {
    const { host, deviceNo } = await openHost()
    const bytes = aPdf()
    attach(host, accept(host), bytes)
    await revokeDevice(place.center.db, testCenter, deviceNo)
    for (let n = 0; n < 3 && host.agent.status().state !== 'revoked'; n++) await host.agent.now()
    expect(host.agent.status().state).toBe('revoked')
    expect(onServer()).toHaveLength(1)
    expect(existsSync(join(host.dir, 'blobs'))).toBe(false)
  })
})
