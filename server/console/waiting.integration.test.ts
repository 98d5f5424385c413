import { beforeAll, describe, expect, it } from 'vitest'
import type { Waiting } from '../../contract/console-waiting.ts'
import { revokeDevice } from '../admin/revoke-device.ts'
import { setStaff } from '../admin/set-staff.ts'
import { type TestDevice, copyTestDevice } from '../_testing/test-device.ts'
import { testCenter } from '../_testing/test-server.ts'
import { useTestServer } from '../_testing/use-test-server.ts'
import { type Browser, openBrowser } from './_testing.ts'

const at = useTestServer()
let browser: Browser

beforeAll(async () => {
  const who = { login: 'sunlixin', name: '孙立新', role: 'administrator', organ: null } as const
  await setStaff(at.center.db, testCenter, who, 'a password')
  browser = openBrowser(at.server.url)
  await browser.ask('POST', 'session', { center: testCenter, login: who.login, password: 'a password' })
})

const waiting = async (): Promise<Waiting> => {
  const { status, body } = await browser.ask('GET', 'waiting')
  expect(status).toBe(200)
  return body as Waiting
}
const revoked = async (acts: number): Promise<TestDevice> => {
  const device = await at.enrolled()
  await revokeDevice(at.center.db, testCenter, device.identity.deviceNo)
  for (let n = 0; n < acts; n += 1) device.add()
  await device.push()
  return device
}
const ofDevice = async (deviceNo: string) => (await waiting()).intakes.find((one) => one.deviceNo === deviceNo)

describe('what waits for a decision', () => {
  it('[CSL-11] of a device that was put out of use is named act by act, without what it says, and takes effect when it is taken', async () => {
    const { deviceNo } = (await revoked(3)).identity
    const seen = await ofDevice(deviceNo)
    expect(seen).toMatchObject({ operations: 3, name: `窗口 ${deviceNo}` })
    expect(seen?.acts.map(({ seq, kind }) => [seq, kind])).toEqual([1, 2, 3].map((seq) => [seq, 'service.accept']))
    expect(seen?.acts[0]?.caseNo).toMatch(new RegExp(`-${deviceNo}-0001$`))
    expect(JSON.stringify(seen)).not.toMatch(/applicant|phone|address/)
    expect(await browser.ask('POST', 'waiting/intake', { deviceNo, decision: 'apply' })).toMatchObject({
      status: 200,
      body: { operations: 3, applied: 3 },
    })
    expect(await ofDevice(deviceNo)).toBeUndefined()
    expect(await browser.ask('POST', 'waiting/intake', { deviceNo, decision: 'apply' })).toMatchObject({
      status: 409,
      body: { data: { code: 'intake_empty', subject: deviceNo } },
    })
    const { body } = await browser.ask('GET', 'acts')
    expect(body).toMatchObject([{ act: 'intake apply', account: 'sunlixin', subject: { device: deviceNo } }])
  })

  it('[CSL-11] that was thrown away never takes effect, and neither does what comes behind it', async () => {
    const device = await revoked(2)
    const { deviceNo } = device.identity
    expect(await browser.ask('POST', 'waiting/intake', { deviceNo, decision: 'discard' })).toMatchObject({
      body: { operations: 2, applied: 0 },
    })
    device.add()
    await device.push(device.batch(3, 3))
    expect(await browser.ask('POST', 'waiting/intake', { deviceNo, decision: 'apply' })).toMatchObject({
      body: { data: { code: 'intake_cut_off' } },
    })
  })

  it('[CSL-11] that is no operation at all is listed as such', async () => {
    const device = await at.enrolled()
    await revokeDevice(at.center.db, testCenter, device.identity.deviceNo)
    device.add({ canon: '{"kind":7,"entity":"\\u0000"}' })
    device.add({ canon: 'no json' })
    await device.push()
    expect((await ofDevice(device.identity.deviceNo))?.acts).toEqual([
      { seq: 1, kind: null, doneAt: null, caseNo: null },
      { seq: 2, kind: null, doneAt: null, caseNo: null },
    ])
  })

  it('[CSL-11] of a device of which there are two is which of them it is; a person says so', async () => {
    const device = await at.enrolled()
    device.add()
    await device.push()
    const copy = copyTestDevice(device, at.server.url, at.center.actor)
    copy.beginIncarnation(1)
    copy.add()
    await copy.hello()
    await copy.push()
    expect(await device.hello()).toMatchObject({ code: 'INCARNATION_WAITING' })
    const { deviceNo, inc } = device.identity
    const found = (await waiting()).devices.find((one) => one.deviceNo === deviceNo)
    expect(found?.copies).toMatchObject([
      { inc, state: 'waiting', operations: 1 },
      { inc: copy.identity.inc, state: 'active', operations: 1 },
    ])
    expect(await browser.ask('POST', 'waiting/copy', { deviceNo, inc })).toMatchObject({ status: 200 })
    expect((await waiting()).devices.some((one) => one.deviceNo === deviceNo)).toBe(false)
    expect(await browser.ask('POST', 'waiting/copy', { deviceNo, inc })).toMatchObject({
      status: 409,
      body: { data: { code: 'incarnation_active' } },
    })
    expect(await device.hello()).toMatchObject({ status: 200 })
    const unknown = { deviceNo, inc: '00000000-0000-7000-8000-000000000000' }
    expect(await browser.ask('POST', 'waiting/copy', unknown)).toMatchObject({
      body: { data: { code: 'incarnation_unknown' } },
    })
  })
})
