import { afterEach, describe, expect, it } from 'vitest'
import { aServiceIntake, anApplicant } from '../../domain/case/_testing.ts'
import type { Scope } from '../../domain/scope/scope.ts'
import { createPerform } from '../../electron/host/perform/create-perform.ts'
import { setStaff } from '../../server/admin/set-staff.ts'
import { setWindowVillages } from '../../server/admin/set-window.ts'
import { testCenter } from '../../server/_testing/test-server.ts'
import { useTestServer } from '../../server/_testing/use-test-server.ts'
import { type TestDesk, newId, openDesk } from './_testing.ts'

const place = useTestServer()
const desks: TestDesk[] = []
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.remove()
})

let numbers = 20
const newDesk = async (scope?: Scope) => {
  const desk = await openDesk(place.center, place.server.url, `W${numbers++}`, undefined, scope)
  desks.push(desk)
  return desk
}
const villages = (...names: readonly string[]): Scope => ({ kind: 'villages', villages: names, closedDays: 30 })
const sync = async (...all: readonly TestDesk[]) => {
  for (const desk of all) expect(await desk.agent.now()).toMatchObject({ lastError: null, state: 'idle', waiting: 0 })
}
const accept = (village: string | null) =>
  ({
    kind: 'service.accept',
    intake: aServiceIntake({ applicant: anApplicant(village === null ? {} : { village }) }),
  }) as const
const move = (was: string | null, value: string | null) =>
  ({ kind: 'case.set_contact', field: 'village', was, value }) as const
const stateOf = ({ store }: TestDesk, id: string) => store.read.cases.find(id)?.state ?? null
const soundIn = ({ store }: TestDesk) => expect(store.verify().problems).toEqual([])

describe('the village of an applicant', () => {
  it('[SYN-56] [SYN-58] moves a case in and out of what an agent has, at the next pull, whole and without a trace', async () => {
    const window = await newDesk()
    const [shiqiao, liuwan] = [await newDesk(villages('石桥村')), await newDesk(villages('柳湾村'))]
    const { caseId } = window.perform(accept('石桥村'))
    const { caseId: stays } = window.perform(accept('石桥村'))
    window.perform({ kind: 'case.note', text: '第一次告知' }, { caseId, base: 1 })
    await sync(window, shiqiao, liuwan)
    expect([stateOf(shiqiao, caseId)?.version, stateOf(liuwan, caseId)]).toEqual([1, null])

    window.perform(move('石桥村', '柳湾村'), { caseId, base: 1 })
    window.perform({ kind: 'case.note', text: '迁居之后' }, { caseId, base: 1 })
    await sync(window, shiqiao, liuwan)
    expect(stateOf(shiqiao, caseId)).toBeNull()
    expect(shiqiao.store.read.log.ofEntity(caseId)).toEqual([])
    expect(stateOf(shiqiao, stays)).not.toBeNull()
    // With its whole log, what was done before it moved included.
    expect(liuwan.store.read.log.ofEntity(caseId).map(({ kind }) => kind)).toEqual([
      'service.accept',
      'case.note',
      'case.set_contact',
      'case.note',
    ])
    const [there, here] = [stateOf(window, caseId), stateOf(liuwan, caseId)]
    expect(here?.applicant.village).toBe('柳湾村')
    // The number of the identity card is masked, all else is the same.
    expect({ ...here, applicant: null, intake: null, soft: null }).toEqual({
      ...there,
      applicant: null,
      intake: null,
      soft: null,
    })

    // And back, and to no village at all.
    window.perform(move('柳湾村', '石桥村'), { caseId, base: 1 })
    await sync(window, shiqiao, liuwan)
    expect([stateOf(shiqiao, caseId)?.applicant.village, stateOf(liuwan, caseId)]).toEqual(['石桥村', null])
    window.perform(move('石桥村', null), { caseId, base: 1 })
    await sync(window, shiqiao, liuwan)
    expect([stateOf(shiqiao, caseId), stateOf(liuwan, caseId)]).toEqual([null, null])
    expect(stateOf(window, caseId)?.applicant).not.toHaveProperty('village')
    for (const desk of [window, shiqiao, liuwan]) soundIn(desk)
    // What left is written over with the next upkeep.
    expect(shiqiao.store.read.meta.find('to_overwrite')).toBe('1')
    shiqiao.store.putAway()
    expect(shiqiao.store.read.meta.find('to_overwrite')).toBeNull()
    await shiqiao.restart()
    soundIn(shiqiao)
    await sync(shiqiao)
  })

  it('[SYN-56] [SYN-89] is the agent’s own where he takes something in, and such a matter stays with him', async () => {
    const window = await newDesk()
    const agency = await newDesk(villages('石桥村'))
    const made = await setStaff(
      place.center.db,
      testCenter,
      { login: 'baixiulan', name: '白秀兰', role: 'agent', organ: null, village: '石桥村' },
      'a password',
    )
    if (!made.ok) throw new Error(made.error.code)
    await sync(agency)
    const { store } = agency
    const perform = createPerform({ store, now: Date.now, monotonic: () => 0, newId })
    const agent = { staffId: made.value.id, role: 'agent', session: null } as const
    const submit = (village: string | null) =>
      perform(
        {
          caseId: newId(),
          base: 0,
          act: {
            kind: 'service.submit',
            intake: {
              ...aServiceIntake({ applicant: anApplicant(village === null ? {} : { village }) }),
              channel: 'agent',
            },
          } as unknown as Parameters<typeof perform>[0]['act'],
        },
        agent,
      )
    expect(submit('柳湾村')).toMatchObject({ ok: false, error: { code: 'agent_other_village' } })
    const done = submit(null)
    if (!done.ok) throw new Error(done.error.code)
    const { caseId } = done.value
    expect(stateOf(agency, caseId)?.applicant.village).toBe('石桥村')
    await sync(agency, window)
    expect(stateOf(window, caseId)?.applicant.village).toBe('石桥村')
    window.perform(move('石桥村', '柳湾村'), { caseId, base: 1 })
    await sync(window, agency)
    expect(stateOf(agency, caseId)?.applicant.village).toBe('柳湾村')
    soundIn(agency)
  })

  it('[SYN-89] is asked where the window works with villages', async () => {
    const desk = await newDesk()
    await sync(desk)
    const device = desk.store.read.meta.findDevice()
    const deviceNo = device?.deviceNo ?? ''
    expect(await setWindowVillages(place.center.db, testCenter, deviceNo, ['石桥村', '柳湾村'])).toMatchObject({
      ok: true,
    })
    await sync(desk)
    expect(desk.store.read.reference.findWindow(deviceNo)?.villages).toEqual(['石桥村', '柳湾村'])
    expect(await setWindowVillages(place.center.db, testCenter, deviceNo, [])).toMatchObject({ ok: true })
    await sync(desk)
    expect(desk.store.read.reference.findWindow(deviceNo)).not.toHaveProperty('villages')
  })
})
