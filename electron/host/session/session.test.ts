import { afterEach, describe, expect, it } from 'vitest'
import { type TestHost, type TestHostOptions, aStaff, aVerifier, makeTestHost, password } from '../_testing.ts'
import { delayAfter, freeTries } from '../../../domain/staff/try-delay.ts'

let host: TestHost
const setUp = (options?: TestHostOptions) => {
  host = makeTestHost(options)
  return host.services.session
}
afterEach(() => host.remove())

const wrong = { login: 'wang.fang', password: 'wrong' }
const right = { login: 'wang.fang', password }
const tries = async (count: number, input = wrong) => {
  const codes: string[] = []
  for (let n = 0; n < count; n += 1) {
    const answer = await host.services.session.signIn(input)
    codes.push(answer.ok ? 'ok' : answer.error.code)
  }
  return codes
}
const pass = (ms: number) => {
  host.clock.wall += ms
  host.clock.mono += ms
}

describe('signing in', () => {
  it('works offline with the password the server made a proof of', async () => {
    const session = setUp()
    const signedIn = await session.signIn({ login: ' Wang.Fang ', password })
    expect(signedIn).toMatchObject({
      ok: true,
      value: { user: { id: 'S01', name: '王芳', role: 'clerk' }, locked: false },
    })
    expect(session.find()).toEqual(signedIn.ok ? signedIn.value : null)
  })

  it('gives every sign-in a session of its own', async () => {
    const session = setUp()
    await session.signIn(right)
    const first = session.find()?.session
    session.signOut()
    expect(session.find()).toBeNull()
    await session.signIn(right)
    expect(session.find()?.session).not.toBe(first)
  })

  it.each([
    [wrong, 'wrong'],
    [{ login: 'nobody', password }, 'wrong'],
    [{ login: '王芳', password }, 'wrong'],
    [{ login: '', password: '' }, 'wrong'],
    [{ login: 'zhao.lan', password }, 'inactive'],
    [{ login: 'zhao.lan', password: 'wrong' }, 'wrong'],
  ])('%j is refused: %s', async (input, code) => {
    const session = setUp()
    expect(await session.signIn(input)).toEqual({ ok: false, error: { code, seconds: null } })
    expect(session.find()).toBeNull()
  })

  it('needs an enrolled device', async () => {
    expect(await setUp({ enrolled: false }).signIn(right)).toMatchObject({ error: { code: 'not_enrolled' } })
  })

  it('needs staff', async () => {
    expect(await setUp({ staff: [] }).signIn(right)).toMatchObject({ error: { code: 'no_staff' } })
  })

  it('is never opened by a proof too short to be one', async () => {
    const empty = { ...aVerifier(), hash: '' }
    const session = setUp({ staff: [aStaff({ verifier: empty })] })
    expect(await session.signIn(right)).toMatchObject({ error: { code: 'wrong' } })
  })
})

describe('wrong passwords', { timeout: 30_000 }, () => {
  it('make the login wait after the fifth, twice as long after each further one, an hour at most', () => {
    expect(Array.from({ length: 16 }, (_, failures) => delayAfter(failures) / 1000)).toEqual([
      0, 0, 0, 0, 0, 30, 60, 120, 240, 480, 960, 1920, 3600, 3600, 3600, 3600,
    ])
    expect(delayAfter(10_000)).toBe(3_600_000)
  })

  it('are told as wrong until the fifth, then as a wait that even the right password cannot pass', async () => {
    setUp()
    expect(await tries(freeTries + 1)).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'wait', 'wait'])
    expect(await host.services.session.signIn(right)).toEqual({ ok: false, error: { code: 'wait', seconds: 30 } })
    pass(29_001)
    expect(await host.services.session.signIn(right)).toEqual({ ok: false, error: { code: 'wait', seconds: 1 } })
    pass(1000)
    expect(await host.services.session.signIn(right)).toMatchObject({ ok: true })
  })

  it('while waiting are not counted, afterwards double the wait', async () => {
    setUp()
    await tries(9)
    pass(30_001)
    expect(await host.services.session.signIn(wrong)).toEqual({ ok: false, error: { code: 'wait', seconds: 60 } })
  })

  it('are forgotten after the right one', async () => {
    setUp()
    await tries(4)
    expect(await tries(1, right)).toEqual(['ok'])
    expect(await tries(5)).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'wait'])
  })

  it('of one login do not stop another', async () => {
    setUp()
    await tries(6)
    expect(await host.services.session.signIn({ login: 'li.ming', password })).toMatchObject({ ok: true })
  })

  it('of a login that nobody has make it wait just the same', async () => {
    setUp()
    expect(await tries(6, { login: 'nobody', password: 'x' })).toEqual([
      'wrong',
      'wrong',
      'wrong',
      'wrong',
      'wait',
      'wait',
    ])
  })

  it('tried all at once are not more than five', async () => {
    const session = setUp()
    const answers = await Promise.all(Array.from({ length: 20 }, () => session.signIn(wrong)))
    const codes = answers.map((answer) => (answer.ok ? 'ok' : answer.error.code))
    expect(codes.filter((code) => code === 'wrong')).toHaveLength(4)
    expect(host.services.store.read.signIns.find('wang.fang')?.failures).toBe(5)
  })

  it('survive a restart', async () => {
    setUp()
    await tries(5)
    host = await host.restart()
    expect(await host.services.session.signIn(right)).toEqual({ ok: false, error: { code: 'wait', seconds: 30 } })
    pass(30_001)
    expect(await host.services.session.signIn(right)).toMatchObject({ ok: true })
  })

  it('are on the disk before the password is looked at', async () => {
    const session = setUp()
    const answer = session.signIn(wrong)
    expect(host.services.store.read.signIns.find('wang.fang')?.failures).toBe(1)
    await answer
  })

  it('wait their time whatever the wall clock is set to', async () => {
    setUp()
    await tries(5)
    host.clock.wall += 86_400_000
    expect(await host.services.session.signIn(right)).toEqual({ ok: false, error: { code: 'wait', seconds: 30 } })
    host.clock.wall -= 5 * 86_400_000
    expect(await host.services.session.signIn(right)).toEqual({ ok: false, error: { code: 'wait', seconds: 30 } })
    host.clock.mono += 30_001
    expect(await host.services.session.signIn(right)).toMatchObject({ ok: true })
  })

  it('wait again from the start when the clock was set back over a restart, and end all the same', async () => {
    setUp()
    await tries(5)
    host.clock.wall -= 86_400_000
    host = await host.restart()
    expect(await host.services.session.signIn(right)).toEqual({ ok: false, error: { code: 'wait', seconds: 30 } })
    host.clock.mono += 30_001
    expect(await host.services.session.signIn(right)).toMatchObject({ ok: true })
  })
})

describe('locking', () => {
  it('keeps the user and the session and asks for the password', async () => {
    const session = setUp()
    await session.signIn(right)
    const before = session.find()
    session.lock()
    expect(session.find()).toEqual({ ...before, locked: true })
    expect(await session.unlock('wrong')).toMatchObject({ error: { code: 'wrong' } })
    expect(session.find()?.locked).toBe(true)
    expect(await session.unlock(password)).toMatchObject({ ok: true })
    expect(session.find()).toEqual(before)
  })

  it('counts wrong passwords like signing in', async () => {
    const session = setUp()
    await session.signIn(right)
    session.lock()
    for (let n = 0; n < 5; n += 1) await session.unlock('wrong')
    expect(await session.unlock(password)).toMatchObject({ error: { code: 'wait', seconds: 30 } })
  })

  it('means nothing while nobody is signed in', async () => {
    const session = setUp()
    session.lock()
    expect(session.find()).toBeNull()
    expect(await session.unlock(password)).toMatchObject({ ok: false, error: { code: 'wrong' } })
  })

  it('cannot be undone for a session that ended meanwhile', async () => {
    const session = setUp()
    await session.signIn(right)
    session.lock()
    const unlocking = session.unlock(password)
    session.signOut()
    expect(await unlocking).toMatchObject({ ok: false })
    expect(session.find()).toBeNull()
  })
})

describe('staff that changes', () => {
  it('is signed out when it is deactivated', async () => {
    const session = setUp()
    await session.signIn(right)
    host.record({ kind: 'staff.set', data: aStaff({ active: false }) })
    expect(session.find()).toBeNull()
  })

  it('carries on with a new role', async () => {
    const session = setUp()
    await session.signIn(right)
    const before = session.find()
    host.record({ kind: 'staff.set', data: aStaff({ role: 'supervisor' }) })
    expect(session.find()).toEqual({ ...before, user: { ...before?.user, role: 'supervisor' } })
  })
})

describe('listeners', () => {
  it('hear of every change until they stop', async () => {
    const session = setUp()
    const heard: (boolean | null)[] = []
    const stop = session.subscribe(() => heard.push(session.find()?.locked ?? null))
    await session.signIn(right)
    session.lock()
    await session.unlock(password)
    session.signOut()
    session.signOut()
    stop()
    await session.signIn(right)
    expect(heard).toEqual([false, true, false, null])
  })
})
