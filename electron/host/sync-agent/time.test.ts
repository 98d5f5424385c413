import { describe, expect, it } from 'vitest'
import { operationOf } from '../../../db/cases/case-operation-of.ts'
import { acts, later, settle, testDesks } from './_desks.ts'
import { json } from './_testing.ts'

const desks = testDesks()
const at = 1_800_000_000_000
const id = 'abcdefghijklmnop'

/** What the fake server answers, with a time in it. */
const tellTime = (sigOf: (device: string) => string, device: () => string) => {
  desks.server.fault = {
    apply: async (request, answer) => {
      const response = answer()
      if (!/hello|push|pull/.test(request.path) || response.status !== 200) return response
      return json({ ...(await response.json()), timeToken: { at, id, sig: sigOf(device()) } })
    },
  }
}

describe('the time that the server vouches for', () => {
  it('[SYN-68] is kept when it is signed for this device, and stands in what is done after it', async () => {
    const desk = desks.newDesk()
    const { store } = desk.disk
    store.time.begin('0123456789ab')
    const before = acts(desk, 1)
    const device = () => store.read.meta.findDevice()?.device ?? ''
    tellTime((own) => desks.server.center.signTime(own, at, id), device)
    await settle(desk)
    expect(store.time.told()).toMatchObject({ at, id, boot: '0123456789ab' })
    const after = acts(desk, 1)
    const envelopeOf = (entity = '') => operationOf(store.read.log.ofEntity(entity)[0]?.canon ?? '')
    expect(envelopeOf(before[0])).toMatchObject({ boot: '0123456789ab' })
    expect(envelopeOf(before[0]).attest).toBeUndefined()
    expect(envelopeOf(after[0]).attest).toMatchObject({ at, id })
  })

  it('[SYN-68] is not kept when it is signed for another device or by another key', async () => {
    const desk = desks.newDesk()
    const { store } = desk.disk
    const other = '0199f000-0000-7000-8000-00000000aaaa'
    tellTime(
      () => desks.server.center.signTime(other, at, id),
      () => other,
    )
    acts(desk, 1)
    await settle(desk)
    await later()
    await settle(desk)
    expect(store.time.told()).toBeNull()
  })

  it('[SYN-69] counts what passed since by the clock that nobody can set, and nothing once the machine was started anew', () => {
    const desk = desks.newDesk()
    const { disk } = desk
    disk.store.time.begin('0123456789ab')
    disk.store.time.note({ at, id }, { mono: 0, uptime: 0 })
    const attestOf = (entity = '') => operationOf(disk.store.read.log.ofEntity(entity)[0]?.canon ?? '').attest
    const [first] = acts(desk, 1)
    expect(attestOf(first)).toMatchObject({ at, id })
    expect(attestOf(first)?.elapsed).toBeGreaterThanOrEqual(0)
    disk.reopen()
    disk.store.time.begin('ba9876543210')
    const [second] = acts(desk, 1)
    expect(attestOf(second)).toEqual({ at, id, elapsed: null })
  })
})
