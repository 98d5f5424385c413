import { beforeAll, describe, expect, it } from 'vitest'
import { OverviewSchema } from '../../contract/console.ts'
import { freeTries } from '../../domain/staff/try-delay.ts'
import { closeAccount } from '../admin/close-account.ts'
import { setCenter } from '../admin/set-center.ts'
import { setStaff } from '../admin/set-staff.ts'
import { markRestored } from '../restore/restored.ts'
import { testCenter } from '../_testing/test-server.ts'
import { useTestServer } from '../_testing/use-test-server.ts'
import { type Browser, openBrowser } from './_testing.ts'
import { countTry } from './try-guard.ts'

const at = useTestServer()
const other = '990124'
const password = 'an administrator’s password'

const administrator = async (login: string, center = testCenter): Promise<void> => {
  const made = await setStaff(
    at.center.db,
    center,
    { login, name: '孙立新', role: 'administrator', organ: null },
    password,
  )
  expect(made.ok).toBe(true)
}
const signedIn = async (login: string, center = testCenter): Promise<Browser> => {
  const browser = openBrowser(at.server.url)
  expect((await browser.ask('POST', 'session', { center, login, password })).status).toBe(200)
  return browser
}

beforeAll(async () => {
  const data = { address: null, phone: null, supervisePhone: null, progressUrl: null }
  await setCenter(at.center.db, { ...data, code: other, name: '邻县政务服务中心' })
  for (const login of ['sunlixin', 'zhaomin', 'qianbo', 'wuhan']) await administrator(login)
  await administrator('linxian', other)
})

describe('signing in at the console', () => {
  it('[CSL-1] tells center, account and password apart to nobody, and lets no clerk in', async () => {
    const browser = openBrowser(at.server.url)
    const right = { center: testCenter, login: 'sunlixin', password }
    const wrong = [
      { ...right, center: '990199' },
      { ...right, login: 'nobody' },
      { ...right, password: 'x' },
      { ...right, login: 'linxiaomei', password: 'a password' },
      { ...right, center: other },
      { ...right, login: "' or 1=1 --" },
    ]
    for (const one of wrong) {
      const answer = await browser.ask('POST', 'session', one)
      expect([answer.status, answer.body]).toEqual([401, expect.objectContaining({ code: 'SIGN_IN_WRONG' })])
      expect(answer.setCookie).toBeNull()
    }
    expect(await browser.ask('POST', 'session', { ...right, login: ' SunLixin ' })).toMatchObject({
      status: 200,
      body: { login: 'sunlixin', name: '孙立新', center: { code: testCenter, name: '青岚县政务服务中心' } },
    })
  })

  it('[CSL-1] makes an account wait from the fifth wrong try on, the right password too, known to the database alone', async () => {
    for (const login of ['zhaomin', 'not.there']) {
      const answers: number[] = []
      for (let n = 0; n < freeTries; n += 1) {
        const { status } = await openBrowser(at.server.url).ask('POST', 'session', {
          center: testCenter,
          login,
          password: 'x',
        })
        answers.push(status)
      }
      expect(answers).toEqual([401, 401, 401, 401, 429])
      const waiting = await openBrowser(at.server.url).ask('POST', 'session', { center: testCenter, login, password })
      expect(waiting).toMatchObject({ status: 429, body: { code: 'SIGN_IN_WAIT' } })
      expect(waiting.setCookie).toBeNull()
    }
    const account = { center: testCenter, login: 'zhaomin' }
    const now = Date.now()
    expect((await countTry(at.center.db, account, now)).waitMs).toBeGreaterThan(20_000)
    // The wait is over, and one more wrong try doubles it; a clock that is set back gains nothing.
    expect(await countTry(at.center.db, account, now + 31_000)).toEqual({ waitMs: 0, thenMs: 60_000 })
    expect((await countTry(at.center.db, account, now - 86_400_000)).waitMs).toBe(60_000)
    // What was tried a day ago is forgotten.
    expect(await countTry(at.center.db, account, now + 2 * 86_400_000)).toEqual({ waitMs: 0, thenMs: 0 })
  })

  it('[CSL-1] counts many tries at once one by one', async () => {
    const account = { center: testCenter, login: 'many' }
    const tries = await Promise.all(Array.from({ length: 12 }, () => countTry(at.center.db, account, Date.now())))
    expect(tries.filter(({ waitMs }) => waitMs === 0)).toHaveLength(freeTries)
  })

  it('[CSL-2] is a cookie that no script reads and no other site sends, which nobody can make', async () => {
    const browser = openBrowser(at.server.url)
    const { setCookie } = await browser.ask('POST', 'session', { center: testCenter, login: 'sunlixin', password })
    for (const part of ['HttpOnly', 'SameSite=Strict', 'Path=/console', 'Max-Age=1800'])
      expect(setCookie).toContain(part)
    expect((await browser.ask('GET', 'session')).status).toBe(200)
    const good = browser.cookie ?? ''
    for (const bad of [
      good.slice(0, -2),
      `${good}x`,
      good.replace('=', '=A'),
      'yichuang-console=',
      'yichuang-console=a.b',
    ]) {
      browser.cookie = bad
      expect((await browser.ask('GET', 'overview')).status, bad.slice(0, 24)).toBe(401)
    }
    // A device's token is none here.
    browser.cookie = null
    const { token } = (await at.enrolled()).identity
    expect((await browser.ask('GET', 'overview', undefined, { authorization: `Bearer ${token}` })).status).toBe(401)
    browser.cookie = `yichuang-console=${token}`
    expect((await browser.ask('GET', 'overview')).status).toBe(401)
    // Nor is a change without our header one.
    browser.cookie = good
    const unmarked = await browser.ask('POST', 'devices/revoke', { deviceNo: 'W99' }, { 'x-yichuang-console': '' })
    expect(unmarked.status).toBe(403)
    expect((await browser.ask('DELETE', 'session')).setCookie).toContain('Max-Age=0')
  })

  it('[CSL-2] ends with the account, its role, its password, and a restore', async () => {
    const ends = [
      () => closeAccount(at.center.db, testCenter, 'qianbo', false),
      () => setStaff(at.center.db, testCenter, { login: 'qianbo', name: '钱博', role: 'head', organ: null }, password),
      () =>
        setStaff(
          at.center.db,
          testCenter,
          { login: 'qianbo', name: '钱博', role: 'administrator', organ: null },
          'new',
        ),
    ]
    for (const end of ends) {
      await administrator('qianbo')
      const browser = await signedIn('qianbo')
      expect((await browser.ask('GET', 'acts')).status).toBe(200)
      expect((await end()).ok).toBe(true)
      expect((await browser.ask('GET', 'acts')).status).toBe(401)
    }
    await administrator('qianbo')
    const browser = await signedIn('qianbo')
    expect((await markRestored(at.center.db, Date.now())).ok).toBe(true)
    expect((await browser.ask('GET', 'acts')).status).toBe(401)
  })
})

describe('an administrator', () => {
  it('[CSL-3] sees his own center and no other', async () => {
    const device = await at.enrolled()
    const [own, neighbour] = [await signedIn('wuhan'), await signedIn('linxian', other)]
    const seen = async (browser: Browser) => OverviewSchema.parse((await browser.ask('GET', 'overview')).body)
    const { deviceNo } = device.identity
    expect((await seen(own)).devices.find((one) => one.deviceNo === deviceNo)).toMatchObject({
      name: `窗口 ${deviceNo}`,
      scope: 'center',
      revoked: false,
      silent: false,
    })
    expect((await seen(neighbour)).devices).toEqual([])
    expect((await neighbour.ask('GET', 'windows')).body).toEqual([])
    expect((await neighbour.ask('GET', 'staff')).body).toMatchObject([{ login: 'linxian' }])
    const revoked = await neighbour.ask('POST', 'devices/revoke', { deviceNo })
    expect(revoked).toMatchObject({ status: 409, body: { data: { code: 'device_unknown' } } })
    expect((await device.hello()).body).toMatchObject({ revoked: false })
    const staff = JSON.stringify((await own.ask('GET', 'staff')).body)
    expect(staff).not.toContain('salt')
    expect(staff).not.toContain('hash')
  })

  it('[CSL-4] lets a device in with a code that works once, and revokes it; both are kept with his account', async () => {
    const browser = await signedIn('wuhan')
    const wanted = { deviceNo: 'K07', name: '大厅查询机', scope: 'kiosk', villages: [], closedDays: 30, hours: 1 }
    const issued = await browser.ask('POST', 'enrol-codes', wanted)
    expect(issued).toMatchObject({
      status: 200,
      body: { code: expect.stringMatching(/^[A-Z0-9]{4}-/), expiresAt: expect.any(Number) },
    })
    expect(await browser.ask('POST', 'devices/revoke', { deviceNo: 'W10' })).toMatchObject({ status: 200 })
    const { body } = await browser.ask('GET', 'acts')
    expect(body).toMatchObject([
      { act: 'device revoke', account: 'wuhan', subject: { deviceNo: 'W10' } },
      { act: 'enrol code', account: 'wuhan', subject: { deviceNo: 'K07', scope: { kind: 'kiosk' } } },
    ])
    const { code } = issued.body as { code: string }
    expect(JSON.stringify(body)).not.toContain(code)
  })

  it('[CSL-4] adds and closes accounts; the password is told once and works at the desks', async () => {
    const browser = await signedIn('wuhan')
    const zhou = {
      login: 'zhouyan',
      name: '周岩',
      role: 'administrator',
      organ: null,
      village: null,
      newPassword: true,
    }
    const made = await browser.ask('POST', 'staff', zhou)
    const { password: given } = made.body as { password: string }
    const next = openBrowser(at.server.url)
    expect((await next.ask('POST', 'session', { center: testCenter, login: 'zhouyan', password: given })).status).toBe(
      200,
    )
    // Other data, and the password stays.
    const renamed = await browser.ask('POST', 'staff', { ...zhou, name: '周砚', newPassword: false })
    expect(renamed.body).toEqual({ password: null })
    expect((await next.ask('GET', 'session')).body).toMatchObject({ name: '周砚' })
    expect((await browser.ask('POST', 'staff/close', { login: 'zhouyan', active: false })).status).toBe(200)
    expect((await next.ask('GET', 'overview')).status).toBe(401)
    const acts = (await browser.ask('GET', 'acts')).body as readonly unknown[]
    expect(acts.slice(0, 2)).toMatchObject([
      { act: 'account close', account: 'wuhan', subject: { login: 'zhouyan' } },
      { act: 'staff set', account: 'wuhan', subject: { login: 'zhouyan', role: 'administrator' } },
    ])
  })

  it('[CSL-5] is refused by a code what does not fit, and nothing is changed', async () => {
    const browser = await signedIn('wuhan')
    const before = (await browser.ask('GET', 'acts')).body
    const code = { name: null, scope: 'center', villages: [], closedDays: 30, hours: 1 }
    const refusals = [
      ['enrol-codes', { ...code, deviceNo: 'W99' }, 'window_unknown'],
      ['enrol-codes', { ...code, deviceNo: 'S01' }, 'device_no_reserved'],
      ['enrol-codes', { ...code, deviceNo: 'A31', name: '石桥村', scope: 'villages' }, 'villages_missing'],
      ['devices/revoke', { deviceNo: 'S01' }, 'device_no_reserved'],
      ['staff/close', { login: 'wuhan', active: false }, 'own_account'],
      [
        'staff',
        { login: 'wuhan', name: '吴晗', role: 'clerk', organ: null, village: null, newPassword: true },
        'own_account',
      ],
      ['staff/close', { login: 'nobody', active: false }, 'staff_unknown'],
      [
        'staff',
        { login: 'nobody', name: '无', role: 'clerk', organ: null, village: null, newPassword: false },
        'staff_unknown',
      ],
      ['staff/close', { login: 'linxiaomei', active: true }, 'account_unchanged'],
    ] as const
    for (const [path, body, refusal] of refusals)
      expect([path, await browser.ask('POST', path, body)]).toMatchObject([
        path,
        { status: 409, body: { data: { code: refusal } } },
      ])
    for (const [path, body] of [
      ['enrol-codes', { ...code, deviceNo: 'w1' }],
      ['enrol-codes', { ...code, deviceNo: 'W98', name: '', hours: 0 }],
      ['staff', { login: 'A B', name: 'x', role: 'king', organ: null, village: null, newPassword: true }],
      ['staff', []],
      ['windows', { deviceNo: 'W01' }],
      ['session', { center: 'x' }],
    ] as const)
      expect([path, (await browser.ask('POST', path, body)).status]).toEqual([path, 400])
    expect((await browser.ask('GET', 'acts')).body).toEqual(before)
  })

  it('[CSL-5] puts a window right, once', async () => {
    const browser = await signedIn('wuhan')
    const window = { deviceNo: 'W01', name: '综合一号', phone: '0471-0000000', organs: [] }
    expect((await browser.ask('POST', 'windows', window)).body).toEqual({ changed: true })
    expect((await browser.ask('POST', 'windows', window)).body).toEqual({ changed: false })
    expect((await browser.ask('GET', 'windows')).body).toContainEqual(window)
  })
})
