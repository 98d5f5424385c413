import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PerformInput } from '../../../contract/acts/case-acts.ts'
import { aServiceIntake } from '../../../domain/case/_testing.ts'
import { type TestHost, aStaff, makeTestHost, password } from '../_testing.ts'
import { toMutable } from '../mutable.ts'

let host: TestHost
beforeEach(() => {
  host = makeTestHost()
  host.record({
    kind: 'staff.set',
    data: toMutable(aStaff({ id: 'S09', login: 'zheng.li', name: '郑力', role: 'supervisor' })),
  })
})
afterEach(() => host.remove())

const rated = async () => {
  const id = host.stamps.newId()
  const actor = { staffId: 'S01', role: 'clerk', session: null } as const
  const rating = {
    level: 5,
    channel: 'hall_tablet',
    tags: ['slow'],
    comment: '让我跑了三趟',
    anonymous: false,
  } as const
  const acts = [
    { caseId: id, base: 0, act: { kind: 'service.accept', intake: aServiceIntake() } },
    { caseId: id, base: 1, act: { kind: 'rating.give', ...rating } },
  ]
  for (const act of acts)
    expect(host.services.perform(toMutable(act) as PerformInput, actor)).toMatchObject({ ok: true })
  return id
}
const seenBy = async (login: string, id: string) => {
  await host.client.desk.signOut()
  await host.client.desk.signIn({ login, password })
  return host.client.cases.get({ id })
}

describe('a rating on the page of a case', () => {
  it('[RAT-5] is sealed from the clerk, in the case as in its timeline, and open to the supervisor', async () => {
    const id = await rated()
    const clerk = await seenBy('wang.fang', id)
    expect(clerk?.rating).toMatchObject({ channel: 'hall_tablet', level: null, tags: null, comment: null })
    expect(JSON.stringify(clerk)).not.toMatch(/三趟|slow|"level":5/)
    const supervisor = await seenBy('zheng.li', id)
    expect(supervisor?.rating).toMatchObject({ level: 5, comment: '让我跑了三趟' })
    expect(supervisor?.timeline.at(-1)).toMatchObject({ kind: 'rating.give', data: { level: 5 } })
  })
})
