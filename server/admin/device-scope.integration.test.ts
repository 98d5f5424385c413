import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestDevice } from '../_testing/test-device.ts'
import { configFor, testCenter } from '../_testing/test-server.ts'
import { useTestServer } from '../_testing/use-test-server.ts'
import { parseCommand } from '../cli/parse-command.ts'
import { runAny } from '../cli/run-any.ts'
import { type ServerStore, openStore } from '../store/open-store.ts'

const place = useTestServer()
let store: ServerStore
let device: TestDevice

beforeAll(async () => {
  store = await openStore(configFor(place.database.url))
  device = await place.enrolled()
})
afterAll(async () => {
  await store.close()
})

const set = (...args: readonly string[]) => {
  const command = parseCommand(['scope', 'set', '--center', testCenter, ...args])
  if (!command.ok) return command.error
  if (command.value.name === 'serve' || command.value.name === 'help') throw new Error('no command')
  return runAny(command.value, store)
}

describe('the scope of a device', () => {
  it('[SYN-56] is set by an administrator, under his account, and told at the next hello and page', async () => {
    const of = (...args: readonly string[]) => set('--device', device.identity.deviceNo, ...args)
    expect((await device.hello()).body).not.toHaveProperty('scope')
    expect(await device.pull()).not.toHaveProperty('scope')
    expect(await of('--kind', 'villages', '--villages', '石桥村、柳湾村', '--days', '60')).toMatchObject({ ok: true })
    const scope = { kind: 'villages', villages: ['石桥村', '柳湾村'], closedDays: 60 }
    expect((await device.hello()).body).toMatchObject({ scope })
    expect(await device.pull()).toMatchObject({ scope, brought: [] })
    expect(await of('--kind', 'window')).toMatchObject({ ok: true })
    expect(await device.pull()).toMatchObject({ scope: { kind: 'window', closedDays: 30 } })
    const acts = await place.center.db
      .selectFrom('admin_act')
      .selectAll()
      .where('act', '=', 'device scope')
      .orderBy('at')
      .execute()
    expect(acts).toHaveLength(2)
    expect(acts[0]).toMatchObject({ subject: { deviceNo: device.identity.deviceNo, scope } })
    expect(await of('--kind', 'center')).toMatchObject({ ok: true })
    expect(await device.pull()).not.toHaveProperty('scope')
  })

  it('[SYN-56] is refused where it says nothing, or is of no device', async () => {
    expect(await set('--device', device.identity.deviceNo, '--kind', 'villages')).toMatchObject({ ok: false })
    expect(await set('--device', 'W88', '--kind', 'window')).toMatchObject({ ok: false })
    expect(await set('--device', 'S01', '--kind', 'window')).toMatchObject({ ok: false })
    expect(await set('--device', 'W01', '--kind', 'village')).toEqual({ code: 'option_invalid', subject: '--kind' })
    expect(await set('--device', 'W01', '--kind', 'window', '--days', '0')).toEqual({
      code: 'option_invalid',
      subject: '--days',
    })
  })

  it('[SYN-34] stays with a device that its certificate brings back to a server that had lost it', async () => {
    const lost = await place.enrolled()
    await set('--device', lost.identity.deviceNo, '--kind', 'kiosk')
    await lost.hello()
    const { device } = lost.identity
    await place.center.db.deleteFrom('device_incarnation').where('device', '=', device).execute()
    await place.center.db.deleteFrom('device').where('id', '=', device).execute()
    expect((await lost.hello()).body).toMatchObject({ scope: { kind: 'kiosk' } })
  })
})

it('[SYN-90] by what terminals look progress up is set by an administrator, and as usual where he says nothing', async () => {
  const given = async (...args: readonly string[]) => {
    const command = parseCommand(['center', '--code', testCenter, '--name', '青岚县政务服务中心', ...args])
    if (!command.ok) return command.error
    if (command.value.name !== 'center') throw new Error('another command')
    expect(await runAny(command.value, store)).toMatchObject({ ok: true })
    const row = await place.center.db.selectFrom('center').select('data').executeTakeFirstOrThrow()
    return row.data?.progress ?? null
  }
  expect(await given()).toBeNull()
  expect(await given('--progress-phone', 'always')).toEqual({ phone: 'always', unitName: false })
  expect(await given('--progress-unit-name', 'yes')).toEqual({ phone: 'without_id', unitName: true })
  expect(await given('--progress-phone', 'sometimes')).toEqual({ code: 'option_invalid', subject: '--progress-phone' })
})
