import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aServiceIntake } from '../../../domain/case/_testing.ts'
import { type TestHost, makeTestHost, signIn } from '../_testing.ts'
import { toMutable } from '../mutable.ts'

let host: TestHost
beforeEach(async () => {
  host = makeTestHost()
  await signIn(host)
})
afterEach(() => host.remove())
const aDraft = (id: string) => ({ id, kind: 'service' as const, title: '公共场所卫生许可', form: '{"name":"周"}' })

describe('drafts', () => {
  it('are kept with the time of saving, overwritten and discarded', async () => {
    const id = host.stamps.newId()
    expect(await host.client.drafts.save(aDraft(id))).toEqual({ savedAt: host.clock.wall })
    host.clock.wall += 2000
    await host.client.drafts.save({ ...aDraft(id), form: '{"name":"周文静"}' })
    const { form: _form, ...summary } = aDraft(id)
    expect(await host.client.drafts.list()).toEqual([{ ...summary, savedAt: host.clock.wall }])
    expect(await host.client.drafts.get({ id })).toEqual({
      ...aDraft(id),
      form: '{"name":"周文静"}',
      savedAt: host.clock.wall,
    })
    expect(await host.client.drafts.discard({ id })).toEqual({})
    expect(await host.client.drafts.list()).toEqual([])
    expect(await host.client.drafts.get({ id })).toBeNull()
  })

  it('belong to the one who types them', async () => {
    const id = host.stamps.newId()
    await host.client.drafts.save(aDraft(id))
    await signIn(host, 'li.ming')
    expect(await host.client.drafts.list()).toEqual([])
    expect(await host.client.drafts.get({ id })).toBeNull()
    await expect(host.client.drafts.save(aDraft(id))).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await host.client.drafts.discard({ id })
    await signIn(host)
    expect(await host.client.drafts.get({ id })).toMatchObject({ form: '{"name":"周"}' })
  })

  it('survive a restart of the host', async () => {
    const id = host.stamps.newId()
    await host.client.drafts.save(aDraft(id))
    host = await host.restart()
    await signIn(host)
    expect(await host.client.drafts.get({ id })).toMatchObject(aDraft(id))
  })

  it('become the case of the same id and are gone then', async () => {
    const id = host.stamps.newId()
    await host.client.drafts.save(aDraft(id))
    const act = { kind: 'service.accept', intake: aServiceIntake() } as const
    await host.client.cases.perform(toMutable({ caseId: id, base: 0, act }))
    expect(await host.client.drafts.list()).toEqual([])
  })

  it('larger than 200 kB are refused', async () => {
    const draft = { ...aDraft(host.stamps.newId()), form: 'x'.repeat(200_001) }
    await expect(host.client.drafts.save(draft)).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })
})
