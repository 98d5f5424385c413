import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Scope } from '../../domain/scope/scope.ts'
import { aServiceIntake, anApplicant } from '../../domain/case/_testing.ts'
import { keepScope } from '../../electron/host/sync-agent/device-scope.ts'
import { setDeviceScope } from '../../server/admin/set-device-scope.ts'
import { testCenter } from '../../server/_testing/test-server.ts'
import { exported, imageOf, must, parcelsOf, refusedFor, useStickAndCenter } from './_parcels.ts'
import type { TestDesk } from './_testing.ts'

const place = useStickAndCenter()

const number = '990000199001010017'
const masked = '990***********0017'
const accept = (village: string) =>
  ({ kind: 'service.accept', intake: aServiceIntake({ applicant: anApplicant({ village }) }) }) as const
const villages = (...names: readonly string[]): Scope => ({ kind: 'villages', villages: names, closedDays: 30 })
const window: Scope = { kind: 'window', closedDays: 30 }
const kiosk: Scope = { kind: 'kiosk' }

const give = async (deviceNo: string, scope: Scope) => {
  const given = await setDeviceScope(place.center.db, { center: testCenter, deviceNo, scope, account: 'test' })
  expect(given.ok).toBe(true)
}
const online = async (...all: readonly TestDesk[]) => {
  await place.networkUp()
  for (const desk of all) expect(await desk.agent.now()).toMatchObject({ lastError: null, waiting: 0 })
  await place.networkDown()
}
let numbers = 60
/** Enrolled, given its scope, and online once since, as SYN-56 wants it. */
const deskOf = async (scope: Scope) => {
  const deviceNo = `W${numbers++}`
  const desk = await place.desk(deviceNo)
  await give(deviceNo, scope)
  await online(desk)
  return { desk, deviceNo }
}
const newsFor = async (deviceNo: string, name: string) => {
  must(
    await place.atCenter('bundle', 'export', '--center', testCenter, '--device', deviceNo, '--out', place.path(name)),
  )
  return place.path(name)
}
/** What somebody at the desk sees of these matters. */
const seenAt = ({ store }: TestDesk, cases: readonly string[]) =>
  cases.map((caseId) => store.read.cases.find(caseId)?.state ?? null)
const idNumbers = ({ store }: TestDesk, cases: readonly string[]) =>
  cases.map((caseId) => store.read.cases.find(caseId)?.state.applicant.idNumber ?? null)
const textsOf = ({ store }: TestDesk, cases: readonly string[]) =>
  JSON.stringify(cases.map((caseId) => [store.read.log.base(caseId), store.read.log.ofEntity(caseId)]))

describe('a parcel for a device of less than the center', () => {
  it.each([
    { scope: window, seen: [number, number] },
    { scope: villages('石桥村'), seen: [masked, null] },
    { scope: kiosk, seen: [null, null] },
  ])('[PCL-9] for $scope.kind carries what a page of that scope holds, and no more', async ({ scope, seen }) => {
    const writer = await place.desk(`W${numbers++}`)
    const { desk: byStick } = await deskOf(scope)
    const { desk: byNetwork } = await deskOf(scope)
    const cases = ['石桥村', '柳湾村'].map((village) => writer.perform(accept(village)).caseId)
    await place.errand(writer, 'writer')
    await place.errand(byStick, `${scope.kind}-1`)
    await online(byNetwork)
    expect(idNumbers(byStick, cases)).toEqual(seen)
    expect(seenAt(byStick, cases)).toEqual(seenAt(byNetwork, cases))
    expect(textsOf(byStick, cases).includes(number)).toBe(seen.includes(number))
    expect(byStick.store.read.reference.staff()).toEqual(byNetwork.store.read.reference.staff())
    expect(imageOf(byStick).cursor).toEqual(imageOf(byNetwork).cursor)
    // It works on by stick as it would by network, and what it wrote itself it sees whole.
    const own = byStick.perform(accept('柳湾村')).caseId
    await place.errand(byStick, `${scope.kind}-2`)
    expect(idNumbers(byStick, [own])).toEqual([number])
    expect(byStick.agent.status()).toMatchObject({ waiting: 0, attention: 0 })
    await online(byNetwork)
    await place.verified(byStick, byNetwork)
  })

  it('[PCL-9] is read from the first page where the device has read nothing: a parcel needs no snapshot', async () => {
    const writer = await place.desk(`W${numbers++}`)
    const { desk, deviceNo } = await deskOf(villages('石桥村'))
    const cases = ['石桥村', '柳湾村'].map((village) => writer.perform(accept(village)).caseId)
    await place.errand(writer, 'writer')
    // Told of another scope, and then the network was gone.
    await give(deviceNo, villages('柳湾村'))
    keepScope(desk.store, testCenter, villages('柳湾村'))
    expect(imageOf(desk).cursor.cseq).toBe(0)
    await place.errand(desk, 'anew')
    expect(idNumbers(desk, cases)).toEqual([null, masked])
    await place.verified(desk)
  })

  it('[PCL-10] is refused when the scope was changed since it was written, or since the device was last told, and changes nothing', async () => {
    const writer = await place.desk(`W${numbers++}`)
    const { desk, deviceNo } = await deskOf(villages('石桥村'))
    const cases = [writer.perform(accept('石桥村')).caseId]
    await place.errand(writer, 'writer')
    const older = await newsFor(deviceNo, 'older')
    await give(deviceNo, villages('柳湾村'))
    const newer = await newsFor(deviceNo, 'newer')
    const before = imageOf(desk)
    // The device does not know yet: it has to be told by the server itself.
    expect(await parcelsOf(desk).importFrom(newer)).toEqual(refusedFor('parcel_scope'))
    expect(imageOf(desk)).toEqual(before)
    await online(desk)
    const told = imageOf(desk)
    // What was written for the scope before it is told of shows what it may see no more.
    expect(await parcelsOf(desk).importFrom(older)).toEqual(refusedFor('parcel_scope'))
    expect(imageOf(desk)).toEqual(told)
    expect(seenAt(desk, cases)).toEqual([null])
    must(await parcelsOf(desk).importFrom(newer))
    expect(seenAt(desk, cases)).toEqual([null])
    await place.verified(desk)
  })

  it('[PCL-11] by stick, by network or by both in any order a device comes to the same', async () => {
    const scopes: readonly Scope[] = [{ kind: 'center' }, window, villages('石桥村'), kiosk]
    const step = fc.constantFrom('write', 'write', 'work', 'carry', 'news', 'lost', 'online')
    const writer = await place.desk(`W${numbers++}`)
    let names = 0
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...scopes),
        fc.array(step, { minLength: 4, maxLength: 9 }),
        async (scope, steps) => {
          const { desk: mixed, deviceNo } = await deskOf(scope)
          const { desk: byNetwork } = await deskOf(scope)
          const cases: string[] = []
          for (const one of steps) {
            const name = `p${names++}`
            if (one === 'write') {
              cases.push(writer.perform(accept(cases.length % 2 === 0 ? '石桥村' : '柳湾村')).caseId)
              await place.errand(writer, name)
            } else if (one === 'work') cases.push(mixed.perform(accept('柳湾村')).caseId)
            else if (one === 'carry') await place.errand(mixed, name)
            else if (one === 'news') must(await parcelsOf(mixed).importFrom(await newsFor(deviceNo, name)))
            else if (one === 'lost') await exported(mixed, place.path(name))
            else await online(mixed)
          }
          await place.errand(mixed, `p${names++}`)
          await online(byNetwork)
          const foreign = cases.filter((caseId) => writer.store.read.cases.find(caseId) !== null)
          expect(seenAt(mixed, foreign)).toEqual(seenAt(byNetwork, foreign))
          expect(imageOf(mixed)).toMatchObject({ cursor: imageOf(byNetwork).cursor, unconfirmed: expect.any(Number) })
          expect(mixed.agent.status()).toMatchObject({ waiting: 0, attention: 0 })
          await place.verified(mixed, byNetwork)
        },
      ),
      { numRuns: 6, seed: 20261123, endOnFailure: true },
    )
  })
})
