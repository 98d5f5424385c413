import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { defaultDeviceSettings } from '../../../contract/queries/desk.ts'
import { type TestHost, makeTestHost, signIn } from '../_testing.ts'

let host: TestHost
beforeEach(() => {
  host = makeTestHost()
})
afterEach(() => host.remove())

const chosen = { theme: 'contrast', textSize: 'large', idleMinutes: 10, printer: 'HP 窗口三' } as const

describe('settings of the device', () => {
  it('hold for whoever sits there, over sign-out and restart', async () => {
    await signIn(host)
    expect((await host.client.desk.get()).settings).toEqual(defaultDeviceSettings)
    expect((await host.client.settings.save(chosen)).settings).toEqual(chosen)
    expect((await host.client.desk.signOut()).settings).toEqual(chosen)
    host = await host.restart()
    expect((await host.client.desk.get()).settings).toEqual(chosen)
  })

  it('are changed by nobody who is not signed in, and not to what there is not', async () => {
    await expect(host.client.settings.save(chosen)).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
    await signIn(host)
    const wrong = { ...chosen, idleMinutes: 0 }
    await expect(host.client.settings.save(wrong)).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    expect((await host.client.desk.get()).settings).toEqual(defaultDeviceSettings)
  })

  it('fall back to the defaults where another version has set what this one does not know', async () => {
    await signIn(host)
    host.services.store.transact(({ meta }) => meta.set('device_settings', '{"theme":"sepia"}'))
    expect((await host.client.desk.get()).settings).toEqual(defaultDeviceSettings)
  })
})
