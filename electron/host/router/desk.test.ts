import { afterEach, describe, expect, it } from 'vitest'
import { type TestHost, type TestHostOptions, aCenter, aWindow, makeTestHost, password } from '../_testing.ts'

let host: TestHost
const setUp = (options?: TestHostOptions) => {
  host = makeTestHost(options)
  return host.client.desk
}
afterEach(() => host.remove())
const user = { id: 'S01', login: 'wang.fang', name: '王芳', role: 'clerk' }

describe('the desk', () => {
  it('shows center, window and legal date before anybody signs in', async () => {
    const desk = setUp()
    host.clock.wall = Date.UTC(2026, 10, 22, 16)
    expect(await desk.get()).toEqual({
      enrolled: true,
      deviceNo: 'W03',
      center: aCenter,
      window: aWindow,
      user: null,
      locked: false,
      rating: null,
      today: '2026-11-23',
      appVersion: '0.1.0',
      thresholds: { remainingDays: 1, elapsedPercent: 90 },
      settings: { theme: 'light', textSize: 'window', idleMinutes: 5, printer: null },
      notices: [],
    })
  })

  it('that is not enrolled shows that', async () => {
    expect(await setUp({ enrolled: false }).get()).toMatchObject({
      enrolled: false,
      center: null,
      window: null,
      deviceNo: null,
    })
  })

  it('signs in, locks, unlocks and signs out', async () => {
    const desk = setUp()
    expect(await desk.signIn({ login: 'wang.fang', password: 'x' })).toEqual({
      ok: false,
      error: { code: 'wrong', seconds: null },
    })
    expect(await desk.signIn({ login: 'wang.fang', password })).toMatchObject({
      ok: true,
      value: { user, locked: false },
    })
    expect(await desk.lock()).toMatchObject({ user, locked: true })
    expect(await desk.unlock({ password: 'x' })).toMatchObject({ ok: false })
    expect(await desk.unlock({ password })).toMatchObject({ ok: true, value: { user, locked: false } })
    expect(await desk.signOut()).toMatchObject({ user: null, locked: false })
  })

  it('names the colleagues whose accounts are open, to whoever is signed in', async () => {
    const desk = setUp()
    const { staff } = host.client
    await expect(staff.list()).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
    await desk.signIn({ login: 'wang.fang', password })
    expect(await staff.list()).toContainEqual({ id: 'S01', name: '王芳', role: 'clerk', organ: null })
  })

  it('refuses a second enrolment', async () => {
    expect(await setUp().enrol({ server: 'https://other.example', code: 'ABCD-1234' })).toEqual({
      ok: false,
      error: { code: 'already_enrolled', detail: null },
    })
  })

  it('says when the server of an enrolment cannot be reached, and stays as it was', async () => {
    const desk = setUp({ enrolled: false, fetch: () => Promise.reject(new TypeError('fetch failed')) })
    expect(await desk.enrol({ server: 'https://center.example', code: 'ABCD-1234' })).toMatchObject({
      ok: false,
      error: { code: 'unreachable' },
    })
    expect(await desk.get()).toMatchObject({ enrolled: false })
  })
})
