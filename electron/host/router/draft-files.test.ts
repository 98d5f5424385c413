import { join } from 'node:path'
import { readdirSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aMaterial, aServiceIntake, aSnapshot, missing } from '../../../domain/case/_testing.ts'
import type { CaseAct } from '../../../domain/case/case-act.ts'
import { attachmentsOf } from '../../../domain/attachment/attachment-act.ts'
import type { PerformInput } from '../../../contract/acts/case-acts.ts'
import { type TestHost, makeTestHost, signIn } from '../_testing.ts'
import { toMutable } from '../mutable.ts'
import { aBundleRequest } from '../../../domain/bundle/_testing.ts'
import { openBundle } from '../../../domain/bundle/open-bundle.ts'

let host: TestHost
beforeEach(async () => {
  host = makeTestHost()
  await signIn(host)
})
afterEach(() => host.remove())

const scan = Buffer.from('%PDF-1.7\n身份证')
const aDraft = (id: string) => ({ id, kind: 'service' as const, title: '公共场所卫生许可', form: '{"name":"周"}' })
const add = async (id: string, bytes = scan, name = '身份证.pdf', material = '身份证明') => {
  const content = bytes.toString('base64')
  const added = await host.client.drafts.addFile({ draft: aDraft(id), name, role: 'material', material, content })
  if (!added.ok) throw new Error(added.error.code)
  return added.value
}
const accept: CaseAct = { kind: 'service.accept', intake: aServiceIntake() }
const perform = (caseId: string, act: CaseAct = accept) =>
  host.client.cases.perform(toMutable({ caseId, base: 0, act }) as PerformInput)
const stateOf = (id: string) => host.services.store.read.cases.find(id)?.state
/** Names of the sealed files on the disk. */
const onDisk = () =>
  readdirSync(join(host.dir, 'blobs'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yb'))

describe('papers scanned into a form', () => {
  it('[INT-14] are kept with the form as it stands, given back byte for byte, and survive a restart long after', async () => {
    const id = host.stamps.newId()
    const { blob } = await add(id)
    expect(await host.client.drafts.list()).toMatchObject([{ id, title: '公共场所卫生许可' }])
    host.clock.wall += 200 * 86_400_000
    host = await host.restart()
    await signIn(host)
    const facts = { blob, size: scan.length, type: 'pdf', name: '身份证.pdf', role: 'material', material: '身份证明' }
    expect(await host.client.drafts.files({ id })).toEqual([facts])
    expect(await host.client.drafts.fileContent({ id, blob })).toMatchObject({ content: scan.toString('base64') })
    // Nothing of a matter that nobody has opened is sent.
    expect(host.services.store.read.blobs.countWaiting('')).toEqual({ count: 0, bytes: 0 })
  })

  it('[INT-14] leave what was saved of the form as it was', async () => {
    const id = host.stamps.newId()
    await host.client.drafts.save({ ...aDraft(id), form: '{"name":"周文静"}' })
    await add(id)
    expect(await host.client.drafts.get({ id })).toMatchObject({ form: '{"name":"周文静"}' })
  })

  it('[INT-14] are the case’s with the act that opens it, on their way to the center and no longer in the form', async () => {
    const id = host.stamps.newId()
    host.services.store.transact((writer) => writer.meta.set('server', 'https://center.example'))
    const { blob } = await add(id)
    await add(id, Buffer.from('%PDF-1.7\n表'), '申请表.pdf')
    const opened = await perform(id)
    const state = stateOf(id)
    if (!opened.ok || state === undefined) throw new Error('not opened')
    expect(attachmentsOf(state).map(({ name, in: isIn }) => [name, isIn])).toEqual([
      ['身份证.pdf', false],
      ['申请表.pdf', false],
    ])
    expect(opened.value.version).toBe(state.version)
    expect(host.services.store.read.blobs.countWaiting('').count).toBe(2)
    expect(await host.client.drafts.files({ id })).toEqual([])
    expect(await host.client.attachments.content({ caseId: id, blob })).toMatchObject({
      content: scan.toString('base64'),
    })
    // The answer was lost and the key pressed again: nothing is attached twice.
    const count = host.services.store.read.log.count()
    expect(await perform(id)).toEqual(opened)
    expect(host.services.store.read.log.count()).toBe(count)
    // A scan that was under way meanwhile finds no form any more.
    const late = await host.client.drafts.addFile({
      draft: aDraft(id),
      name: '迟.pdf',
      role: 'other',
      content: 'JVBERi0=',
    })
    expect(late).toMatchObject({ ok: false, error: { code: 'case_exists' } })
  })

  it('[INT-14] stay in the form when the act is refused', async () => {
    const id = host.stamps.newId()
    await add(id)
    const refused = await perform(id, {
      kind: 'service.accept',
      intake: aServiceIntake({ materials: [aMaterial(missing)] }),
    })
    expect(refused.ok).toBe(false)
    expect(await host.client.drafts.files({ id })).toHaveLength(1)
    expect(stateOf(id)).toBeUndefined()
  })

  it('[INT-14] of a bundle belong to it and to each of its matters', async () => {
    const [bundleId, a, b] = [host.stamps.newId(), host.stamps.newId(), host.stamps.newId()]
    const { bundle, children } = openBundle({
      ...aBundleRequest(bundleId, [a, b]),
      items: [
        { caseId: a, item: aSnapshot() },
        { caseId: b, item: aSnapshot({ id: 'T0002', name: '户外广告设置' }) },
      ],
    })
    const inputs = [bundle, ...children].map((one) => toMutable({ ...one, base: 0 }) as PerformInput)
    await add(bundleId)
    const done = await host.client.cases.performTogether(inputs)
    expect(done).toMatchObject({ ok: true })
    expect(inputs).toHaveLength(3)
    for (const { caseId } of inputs) {
      const state = stateOf(caseId)
      expect(state === undefined ? [] : attachmentsOf(state).map((file) => [file.name, file.material])).toEqual([
        ['身份证.pdf', '身份证明'],
      ])
    }
    expect(onDisk()).toHaveLength(1)
  })

  it('[INT-14] leave the disk with the form or by hand, unless another form or a case has the same', async () => {
    const [one, other, third] = [host.stamps.newId(), host.stamps.newId(), host.stamps.newId()]
    const { blob } = await add(one)
    await add(other)
    await host.client.drafts.removeFile({ id: one, blob })
    expect(await host.client.drafts.files({ id: one })).toEqual([])
    expect(onDisk()).toHaveLength(1)
    await perform(other)
    await add(third)
    await host.client.drafts.discard({ id: third })
    expect(onDisk()).toHaveLength(1)
    await add(one, Buffer.from('%PDF-1.7\n别的'))
    expect(onDisk()).toHaveLength(2)
    await host.client.drafts.discard({ id: one })
    expect(onDisk()).toHaveLength(1)
  })

  it('[INT-14] keep a form whose fields were all emptied', async () => {
    const id = host.stamps.newId()
    const { blob } = await add(id)
    await host.client.drafts.discard({ id, emptied: true })
    expect(await host.client.drafts.list()).toHaveLength(1)
    await host.client.drafts.removeFile({ id, blob })
    await host.client.drafts.discard({ id, emptied: true })
    expect(await host.client.drafts.list()).toEqual([])
  })

  it('[INT-14] are nobody else’s, and what is no paper is refused', async () => {
    const id = host.stamps.newId()
    const { blob } = await add(id)
    const bad = (content: Buffer) =>
      host.client.drafts.addFile({ draft: aDraft(id), name: 'a', role: 'other', content: content.toString('base64') })
    expect(await bad(Buffer.from('MZ'))).toMatchObject({ ok: false, error: { code: 'attachment_type' } })
    expect(await bad(Buffer.alloc(0))).toMatchObject({ ok: false, error: { code: 'attachment_too_large' } })
    await signIn(host, 'li.ming')
    expect(await host.client.drafts.files({ id })).toEqual([])
    expect(await host.client.drafts.fileContent({ id, blob })).toEqual({ missing: 'unknown' })
    await host.client.drafts.removeFile({ id, blob })
    expect((await bad(scan)).ok).toBe(false)
    await signIn(host)
    expect(await host.client.drafts.files({ id })).toHaveLength(1)
  })
})
