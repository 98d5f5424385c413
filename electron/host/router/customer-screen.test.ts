import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { GivenRating } from '../../../contract/queries/rating.ts'
import { aDisclosureIntake, aServiceIntake } from '../../../domain/case/_testing.ts'
import type { CaseAct } from '../../../domain/case/case-act.ts'
import { type TestHost, aStaff, makeTestHost, password, signIn } from '../_testing.ts'
import { toMutable } from '../mutable.ts'
import { lastOf } from './_testing.ts'

let host: TestHost
beforeEach(async () => {
  host = makeTestHost({
    staff: [aStaff(), aStaff({ id: 'S09', login: 'zheng.li', name: '郑力', role: 'supervisor' })],
  })
  await signIn(host)
})
afterEach(() => host.remove())

const open = async (act: CaseAct): Promise<string> => {
  const caseId = host.stamps.newId()
  const done = await host.client.cases.perform(toMutable({ caseId, base: 0, act }))
  if (!done.ok) throw new Error(JSON.stringify(done.error))
  return caseId
}
const accepted = () => open({ kind: 'service.accept', intake: aServiceIntake() })
const bad = (): GivenRating => ({ level: 5, tags: ['slow'], comment: '让我跑了三趟', anonymous: false })

describe('the screen of a resident who rates', () => {
  it('[RAT-10] locks the desk, shows what it is about and takes one answer', async () => {
    const caseId = await accepted()
    const asked = await host.client.rating.ask({ caseId })
    expect(asked).toMatchObject({ ok: true, value: { locked: true, rating: { organ: '青岚县卫生健康局' } } })
    // Nothing of the work can be reached from it.
    await expect(host.client.cases.get({ id: caseId })).rejects.toThrow()
    expect(await host.client.rating.give(bad())).toEqual({ ok: true, value: {} })
    expect(await host.client.desk.get()).toMatchObject({ locked: true, rating: null })
    expect(await host.client.rating.give(bad())).toMatchObject({ ok: false, error: { code: 'rating_not_asked' } })
    await host.client.desk.unlock({ password })
    const seen = await host.client.cases.get({ id: caseId })
    expect(seen?.rating).toMatchObject({ channel: 'hall_tablet', level: null, tags: null, comment: null })
    expect(await host.client.rating.ask({ caseId })).toMatchObject({ ok: false, error: { code: 'rating_given' } })
    expect((await host.client.desk.get()).locked).toBe(false)
  })

  it('[RAT-10] is not opened for a case that is neither accepted nor closed', async () => {
    const caseId = await open({
      kind: 'disclosure.register',
      intake: aDisclosureIntake({ channel: 'ordinary_mail' }),
    })
    expect(await host.client.rating.ask({ caseId })).toMatchObject({ ok: false, error: { code: 'rating_too_early' } })
    expect(await host.client.desk.get()).toMatchObject({ locked: false, rating: null })
  })

  it.each([
    ['three minutes are over', () => Promise.resolve((host.clock.mono += 3 * 60_000 + 1))],
    ['the resident closes it', () => host.client.rating.close()],
    ['the clerk unlocks the desk', () => host.client.desk.unlock({ password })],
    ['somebody signs out', () => host.client.desk.signOut()],
  ])('[RAT-11] ends when %s: the next one finds no question', async (_name, end) => {
    await host.client.rating.ask({ caseId: await accepted() })
    await end()
    expect((await host.client.desk.get()).rating).toBeNull()
    expect(await host.client.rating.give(bad())).toMatchObject({ ok: false, error: { code: 'rating_not_asked' } })
  })

  it('[RAT-9] the task of a bad one is there for the supervisor and for nobody at the counter', async () => {
    await host.client.rating.ask({ caseId: await accepted() })
    await host.client.rating.give(bad())
    const tasks = async () =>
      (
        await host.client.records.list({
          kind: 'task',
          text: '',
          statuses: [],
          openOnly: true,
          order: 'due',
          cursor: null,
          limit: 20,
        })
      ).rows
    host.clock.wall += 40 * 86_400_000
    await signIn(host, 'zheng.li')
    const [task] = await tasks()
    expect(task).toMatchObject({ status: 'opened' })
    expect((await lastOf(await host.client.supervision.board())).tasks).toHaveLength(1)
    await signIn(host)
    expect(await tasks()).toEqual([])
    expect(await host.client.records.get({ id: task?.id ?? '' })).toBeNull()
    const board = await lastOf(await host.client.supervision.board())
    expect([board.tasks, board.signals.filter(({ record }) => record === 'task')]).toEqual([[], []])
    expect((await host.client.sync.report()).waiting.map(({ kind }) => kind)).not.toContain('task.open_rating')
  })
})
