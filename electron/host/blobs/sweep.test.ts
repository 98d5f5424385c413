import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aServiceIntake } from '../../../domain/case/_testing.ts'
import { blobFiles } from '../../../db/blobs/files.ts'
import { type TestHost, makeTestHost } from '../_testing.ts'
import { toMutable } from '../mutable.ts'
import { nobodysFiles } from './nobodys-files.ts'

let host: TestHost
beforeEach(() => {
  host = makeTestHost()
})
afterEach(() => host.remove())

const actor = { staffId: 'S01', role: 'clerk', session: null } as const
const dayMs = 86_400_000
const pathOf = (blob: string) => join(host.dir, 'blobs', blob.slice(0, 2), `${blob}.yb`)
const store = () => host.services.store

const attached = (text = '%PDF-1.7\n一份材料'): { readonly caseId: string; readonly blob: string } => {
  const caseId = host.stamps.newId()
  const act = toMutable({ kind: 'service.accept', intake: aServiceIntake() } as const)
  expect(host.services.perform({ caseId, base: 0, act }, actor).ok).toBe(true)
  const bytes = Buffer.from(text)
  const done = host.services.attachments.attach({ caseId, name: '材料.pdf', role: 'material', bytes }, actor)
  if (!done.ok) throw new Error(done.error.code)
  return { caseId, blob: done.value.blob }
}
const close = (caseId: string) => {
  const base = store().read.cases.find(caseId)?.state.version ?? 0
  const act = { kind: 'service.withdraw', reason: '自愿撤回' } as const
  expect(host.services.perform({ caseId, base, act }, actor).ok).toBe(true)
}
const confirm = (blob: string) =>
  store().transact((writer) => {
    writer.meta.set('epoch', 'e')
    writer.blobs.sent(blob, 'e')
  })
const makeSafe = () =>
  store().transact((writer) => {
    const { last } = store().read.sync.position()
    const verdicts = Array.from({ length: last }, (_, n) => ({
      seq: n + 1,
      verdict: 'applied' as const,
      reason: null,
      ref: null,
      cseq: n + 1,
      committedAt: 1,
    }))
    writer.sync.recordPush({ safe: last, verdicts })
  })
const later = async (days: number) => {
  host.clock.wall += days * dayMs
  host = await host.restart()
}
const age = (blob: string) => utimesSync(pathOf(blob), 1, 1)
const has = (blob: string) => host.services.store.read.blobs.find(blob) !== null
const files = () => blobFiles(join(host.dir, 'blobs'), new Uint8Array(32))

describe('what is kept of attached files', () => {
  it('[ATT-13] a file goes only when the server holds it, its act is safe and its matter long closed', async () => {
    const { caseId, blob } = attached()
    age(blob)
    const steps: readonly (readonly [string, () => void])[] = [
      ['the act is not safe', () => confirm(blob)],
      ['the matter is open', makeSafe],
    ]
    for (const [why, step] of steps) {
      await later(200)
      expect(files().has(blob), why).toBe(true)
      step()
    }
    await later(200)
    expect(files().has(blob)).toBe(true)
    close(caseId)
    await later(10)
    expect(files().has(blob), 'closed of late').toBe(true)
    await later(100)
    expect(files().has(blob)).toBe(false)
    expect(has(blob)).toBe(false)
  })

  it('[ATT-13] a server that was restored has to confirm it again before it goes', async () => {
    const { caseId, blob } = attached()
    age(blob)
    confirm(blob)
    close(caseId)
    makeSafe()
    store().transact((writer) => writer.meta.set('epoch', 'another'))
    await later(300)
    expect(files().has(blob)).toBe(true)
    expect(host.agent.status().files.count).toBe(1)
  })

  it('[ATT-13] a file that the log says was attached here waits again when its row is lost', async () => {
    const { caseId, blob } = attached()
    store().transact((writer) => writer.blobs.forget(blob))
    expect(has(blob)).toBe(false)
    await later(0)
    expect(has(blob)).toBe(true)
    expect(host.services.store.read.blobs.casesOf(blob)).toEqual([caseId])
  })

  it('[ATT-13] a row without its file is forgotten, and a file that nobody knows is kept for a month', async () => {
    const { blob } = attached()
    rmSync(pathOf(blob))
    const stranger = 'ab'.repeat(32)
    mkdirSync(dirname(pathOf(stranger)), { recursive: true })
    writeFileSync(pathOf(stranger), 'left by a crash')
    utimesSync(pathOf(stranger), host.clock.wall / 1000, host.clock.wall / 1000)
    await later(1)
    expect(has(blob)).toBe(false)
    expect(files().has(stranger)).toBe(true)
    await later(31)
    expect(files().has(stranger)).toBe(false)
  })

  it('[ATT-12] a file that is refused leaves nothing behind', () => {
    const bytes = Buffer.from('%PDF-1.7\n')
    const file = { caseId: host.stamps.newId(), name: '材料.pdf', role: 'material', bytes } as const
    const refused = host.services.attachments.attach(file, actor)
    expect(refused).toMatchObject({ ok: false, error: { code: 'case_unknown' } })
    const { caseId } = attached()
    const before = files().list().length
    expect(host.services.attachments.attach({ ...file, caseId, name: ' ' }, actor)).toMatchObject({ ok: false })
    expect(files().list()).toHaveLength(before)
  })
})

describe('files that no matter names any more', () => {
  /** All that was done so far was taken by the server long ago, and what comes after it today. */
  const settleUntil = (seq: number) =>
    store().transact((writer) => {
      const { last } = store().read.sync.position()
      const verdicts = Array.from({ length: last }, (_, n) => ({
        seq: n + 1,
        verdict: 'applied' as const,
        reason: null,
        ref: null,
        cseq: n + 1,
        committedAt: n < seq ? 1 : 40 * dayMs,
      }))
      writer.sync.recordPush({ safe: last, verdicts })
      writer.meta.set('scope', JSON.stringify({ kind: 'window', closedDays: 30 }))
    })
  const names = () =>
    files()
      .list()
      .map(({ id }) => id)
      .sort()

  it('[ATT-18] go with the last matter that named them, also those that were fetched', () => {
    const one = attached('%PDF-1.7\n只在一件里')
    const shared = attached('%PDF-1.7\n两件都用')
    confirm(one.blob)
    confirm(shared.blob)
    close(one.caseId)
    close(shared.caseId)
    const { last } = store().read.sync.position()
    expect(attached('%PDF-1.7\n两件都用').blob).toBe(shared.blob)
    const copy = files().put(Buffer.from('%PDF-1.7\n别人的材料，取来看过'))
    settleUntil(last)
    expect(store().putAway()).toBe(2)
    expect(names()).toEqual([one.blob, shared.blob, copy].sort())
    host.services.attachments.tidy()
    expect(names()).toEqual([shared.blob])
    expect([one, shared].map(({ blob }) => has(blob))).toEqual([false, true])
  })

  it('[ATT-18] stay while the server does not hold them safely, and on a device of the whole center', () => {
    const copy = files().put(Buffer.from('%PDF-1.7\n取来看过'))
    host.services.attachments.tidy()
    expect(names()).toEqual([copy])
    const { blob, caseId } = attached()
    settleUntil(0)
    // Its matter is not named by the store any more, and the server has confirmed nothing.
    expect(store().read.blobs.named().has(blob)).toBe(true)
    close(caseId)
    expect(nobodysFiles(store(), files())).toEqual([copy])
    const unnamed = {
      ...store(),
      read: { ...store().read, blobs: { ...store().read.blobs, named: () => new Set<string>() } },
    }
    expect(nobodysFiles(unnamed, files())).toEqual([copy])
    confirm(blob)
    expect([...nobodysFiles(unnamed, files())].sort()).toEqual([copy, blob].sort())
  })
})
