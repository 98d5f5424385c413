import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aServiceIntake } from '../../../domain/case/_testing.ts'
import { type TestHost, aStaff, makeTestHost, signIn } from '../_testing.ts'
import { toMutable } from '../mutable.ts'

let host: TestHost
beforeEach(async () => {
  host = makeTestHost({
    staff: [
      aStaff({ organ: '县卫生健康局', role: 'reviewer' }),
      aStaff({ id: 'S02', login: 'li.ming', name: '李明', role: 'reviewer', organ: '县卫生健康局' }),
      aStaff({ id: 'S03', login: 'he.min', name: '何敏', role: 'reviewer', organ: '县水利局' }),
      aStaff({ id: 'S04', login: 'lin.mei', name: '林梅' }),
    ],
  })
  await signIn(host)
})
afterEach(() => host.remove())

const intake = aServiceIntake()
const someCase = (): string => {
  const caseId = host.stamps.newId()
  const act = { kind: 'service.accept', intake } as const
  const done = host.services.perform(toMutable({ caseId, base: 0, act }), {
    staffId: 'S04',
    role: 'clerk',
    session: null,
  })
  if (!done.ok) throw new Error(done.error.code)
  return caseId
}
const add = (text: string, shared = false, caseId = someCase()) => host.client.phrases.add({ text, shared, caseId })
const texts = async () => (await host.client.phrases.list()).phrases.map(({ text }) => text)

describe('common phrases', () => {
  it("[REV-4] are kept in their order, one's own before those of the organ, and outlive a restart", async () => {
    await add('全部材料符合法定形式', true)
    host.clock.wall += 1000
    await add('材料齐全')
    host.clock.wall += 1000
    await add('同意')
    const kept = ['材料齐全', '同意', '全部材料符合法定形式']
    expect(await texts()).toEqual(kept)
    host = await host.restart()
    await signIn(host)
    expect(await texts()).toEqual(kept)
  })

  it('[REV-4] are seen and removed by whoever they belong to, and by nobody else', async () => {
    const own = await add('同意')
    const shared = await add('材料齐全', true)
    if (!own.ok || !shared.ok) throw new Error('not kept')
    await signIn(host, 'he.min')
    expect(await host.client.phrases.list()).toEqual({ phrases: [], organ: '县水利局' })
    await host.client.phrases.remove({ id: shared.value.id })
    await signIn(host, 'li.ming')
    expect(await texts()).toEqual(['材料齐全'])
    await host.client.phrases.remove({ id: own.value.id })
    await host.client.phrases.remove({ id: shared.value.id })
    await signIn(host)
    expect(await texts()).toEqual(['同意'])
  })

  it.each(['见 13800001234 来电', '身份证 990123 19800101 0017', `${intake.applicant.name}的材料齐全`])(
    '[REV-4] never hold what is about a person: %s',
    async (text) => {
      expect(await add(text)).toEqual({ ok: false, error: { code: 'personal_data' } })
      expect(await texts()).toEqual([])
    },
  )

  it('[REV-4] are kept once, and of an organ only by its people', async () => {
    await add('同意')
    expect(await add(' 同意 ')).toEqual({ ok: false, error: { code: 'known' } })
    await signIn(host, 'lin.mei')
    expect(await add('同意', true)).toEqual({ ok: false, error: { code: 'no_organ' } })
  })
})
