import { afterEach, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { genesisHash } from '../../contract/operation.ts'
import { aServiceIntake, anApplicant } from '../../domain/case/_testing.ts'
import type { Scope } from '../../domain/scope/scope.ts'
import { makeCheckpoint } from '../../server/audit/checkpoint.ts'
import { setDeviceScope } from '../../server/admin/set-device-scope.ts'
import { setStaff } from '../../server/admin/set-staff.ts'
import { testCenter } from '../../server/_testing/test-server.ts'
import { useTestServer } from '../../server/_testing/use-test-server.ts'
import { markRestored } from '../../server/restore/restored.ts'
import { refoldCenters } from '../../server/store/refold.ts'
import { type TestDesk, openDesk } from './_testing.ts'

const place = useTestServer()
const desks: TestDesk[] = []

afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.remove()
})

let numbers = 40
const newDesk = async (scope: Scope | null = null) => {
  const deviceNo = `W${numbers++}`
  const desk = await openDesk(place.center, place.server.url, deviceNo)
  desks.push(desk)
  const give = async (to: Scope) => {
    const given = await setDeviceScope(place.center.db, { center: testCenter, deviceNo, scope: to, account: 'test' })
    expect(given.ok).toBe(true)
  }
  if (scope !== null) await give(scope)
  return { desk, give, deviceNo }
}
const number = '990000199001010017'
const accept = (village: string | null) =>
  ({
    kind: 'service.accept',
    intake: aServiceIntake({ applicant: anApplicant(village === null ? {} : { village }) }),
  }) as const
const villages = (...names: readonly string[]): Scope => ({ kind: 'villages', villages: names, closedDays: 30 })
const sync = async (...all: readonly TestDesk[]) => {
  for (const desk of all) expect(await desk.agent.now()).toMatchObject({ lastError: null, state: 'idle', waiting: 0 })
}
const idNumberOn = ({ store }: TestDesk, caseId: string) => store.read.cases.find(caseId)?.state.applicant.idNumber
const expectSound = async ({ store }: TestDesk) => {
  const { cseq, head } = await place.center.db
    .selectFrom('center')
    .select(['cseq', 'head'])
    .where('center', '=', testCenter)
    .executeTakeFirstOrThrow()
  expect(store.read.sync.cursor(testCenter)).toEqual({ cseq, head })
  expect(store.verify().problems).toEqual([])
}

describe('a village agent', () => {
  it('[SYN-58] has what is of his villages and his own, nothing else, and works on it like any desk', async () => {
    const { desk: window } = await newDesk()
    const { desk: agent } = await newDesk(villages('石桥村'))
    const a = window.perform(accept('石桥村'))
    const b = window.perform(accept('柳湾村'))
    const c = window.perform(accept(null))
    const own = agent.perform(accept('柳湾村'))
    await sync(window, agent, window)
    expect([a, b, c, own].map(({ caseId }) => agent.store.read.cases.find(caseId) !== null)).toEqual([
      true,
      false,
      false,
      true,
    ])
    for (const other of [b, c]) expect(agent.store.read.log.ofEntity(other.caseId)).toEqual([])
    // [SYN-57] masked where it came from elsewhere, whole where he typed it himself.
    expect(idNumberOn(agent, a.caseId)).toBe('990***********0017')
    const { log } = agent.store.read
    expect(JSON.stringify([log.base(a.caseId), ...log.ofEntity(a.caseId)])).not.toContain(number)
    expect(idNumberOn(agent, own.caseId)).toBe(number)
    expect(idNumberOn(window, own.caseId)).toBe(number)
    await expectSound(agent)
    agent.perform(
      { kind: 'letter.print', letter: 'service_acceptance', templateVersion: '1', copies: 1 },
      { caseId: a.caseId, base: 1 },
    )
    await sync(agent, window)
    expect(window.store.read.cases.find(a.caseId)?.state.prints).toHaveLength(1)
    expect(idNumberOn(window, a.caseId)).toBe(number)
    // A head that the server signed is compared where it falls, in a stretch that was not given or not.
    await makeCheckpoint(place.center.db, testCenter, Date.now())
    window.perform(accept('柳湾村'))
    await sync(window, agent)
    expect(agent.store.read.meta.find('checkpoint')).not.toBeNull()
    await expectSound(agent)
  })

  it('[SYN-58] reads anew when his villages change: what he loses goes, what he gains comes whole', async () => {
    const { desk: window } = await newDesk()
    const { desk: agent, give } = await newDesk(villages('石桥村'))
    const a = window.perform(accept('石桥村'))
    const b = window.perform(accept('柳湾村'))
    await sync(window, agent)
    const seen = () => [a, b].map(({ caseId }) => idNumberOn(agent, caseId) ?? null)
    const masked = '990***********0017'
    expect(seen()).toEqual([masked, null])
    for (const [scope, expected] of [
      [villages('石桥村', '柳湾村'), [masked, masked]],
      [villages('柳湾村'), [null, masked]],
      [{ kind: 'center' }, [number, number]],
      [villages('石桥村'), [masked, null]],
      [{ kind: 'kiosk' }, [null, null]],
      [{ kind: 'window', closedDays: 30 }, [number, number]],
    ] as const) {
      await give(scope)
      await sync(agent)
      expect(seen()).toEqual(expected)
      await expectSound(agent)
    }
  })

  it('[SYN-58] keeps what he wrote and has not sent, whatever he is given', async () => {
    const { desk: agent, give } = await newDesk(villages('石桥村'))
    const own = agent.perform(accept('石桥村'))
    await give({ kind: 'kiosk' })
    await sync(agent)
    expect(idNumberOn(agent, own.caseId)).toBe(number)
    await expectSound(agent)
  })

  it('[SYN-56] knows the accounts of agents of his villages alone, and those who leave as closed', async () => {
    const agentOf = async (login: string, village: string) => {
      const set = await setStaff(
        place.center.db,
        testCenter,
        { login, name: login, role: 'agent', organ: null, village },
        'a password',
      )
      if (!set.ok) throw new Error(set.error.code)
      return set.value.id
    }
    const near = await agentOf('near', '石桥村')
    const far = await agentOf('far', '柳湾村')
    const { desk: agent } = await newDesk(villages('石桥村'))
    await sync(agent)
    const known = () => agent.store.read.reference.staff().map(({ id }) => id)
    expect(known()).toEqual([near])
    await agentOf('near', '柳湾村')
    await sync(agent)
    expect(agent.store.read.reference.staff()).toMatchObject([{ id: near, village: '柳湾村' }])
    expect(known()).not.toContain(far)
  })
})

describe('a kiosk', () => {
  it('[SYN-56] is given nothing that is about a person', async () => {
    const { desk: window } = await newDesk()
    const { desk: kiosk } = await newDesk({ kind: 'kiosk' })
    const made = window.perform(accept('石桥村'))
    await sync(window, kiosk)
    expect(kiosk.store.read.reference.staff()).toEqual([])
    expect(kiosk.store.read.log.count()).toBeGreaterThan(0)
    expect(kiosk.store.read.cases.find(made.caseId)).toBeNull()
    expect(kiosk.store.read.log.ofEntity(made.caseId)).toEqual([])
    await expectSound(kiosk)
  })
})

describe('a server that was restored', () => {
  it('[SYN-58] is followed back by a device of less than the center, which offers nothing that it has masked', async () => {
    const { desk: window } = await newDesk()
    const { desk: agent } = await newDesk(villages('石桥村'))
    await sync(window, agent)
    const before = await place.center.db
      .selectFrom('center')
      .selectAll()
      .where('center', '=', testCenter)
      .executeTakeFirstOrThrow()
    const a = window.perform(accept('石桥村'))
    const b = window.perform(accept('柳湾村'))
    const own = agent.perform(accept('柳湾村'))
    await sync(window, agent, window)
    await backTo(before.cseq, before.head)
    for (let turns = 0; turns < 6; turns++) for (const desk of [agent, window]) await desk.agent.now()
    await sync(window, agent)
    expect([a, b, own].map(({ caseId }) => idNumberOn(window, caseId))).toEqual([number, number, number])
    expect([a, b, own].map(({ caseId }) => idNumberOn(agent, caseId))).toEqual([
      '990***********0017',
      undefined,
      number,
    ])
    for (const desk of [agent, window]) await expectSound(desk)
    const masked = await place.center.db
      .selectFrom('op_log')
      .select('cseq')
      .where('canon', 'like', '%990****%')
      .execute()
    expect(masked).toEqual([])
  })
})

/** The database as a backup of then, and the operator's word that it was put back. */
const backTo = async (cseq: number, head: string) => {
  await sql`alter table op_log disable trigger all`.execute(place.center.db)
  for (const table of ['case_state', 'record_state', 'checkpoint']) {
    await sql`delete from ${sql.table(table)} where center = ${testCenter}`.execute(place.center.db)
  }
  await sql`delete from op_log where center = ${testCenter} and cseq > ${cseq}`.execute(place.center.db)
  await sql`update center set cseq = ${cseq}, head = ${head}, fold_rules = 0 where center = ${testCenter}`.execute(
    place.center.db,
  )
  await sql`update device_incarnation d set told_cseq = 0, told_epoch = null,
    ack = coalesce((select max(seq) from op_log o where o.center = d.center and o.device = d.device and o.inc = d.inc), 0),
    last_hash = coalesce((select encode(hash, 'hex') from op_log o
      where o.center = d.center and o.device = d.device and o.inc = d.inc order by seq desc limit 1), ${genesisHash})
    where center = ${testCenter}`.execute(place.center.db)
  await refoldCenters(place.center.db)
  const said = await markRestored(place.center.db, Date.now())
  expect(said.ok).toBe(true)
}
