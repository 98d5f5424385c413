import { sql } from 'kysely'
import { z } from 'zod'
import type { CopiedDevice } from '../../contract/console-waiting.ts'
import { CaseNoSchema } from '../../contract/primitives.ts'
import { confirmIncarnation, listIncarnations } from '../admin/incarnations.ts'
import { applyIntake, discardIntake, listIntake } from '../admin/intake.ts'
import type { Database } from '../store/connect.ts'
import { administrator, consoleApi, done } from './context.ts'

/** Acts of one device that are named; the count says how many there are. */
const mostActs = 100

export const listWaiting = consoleApi.waiting.list.handler(async ({ context }) => {
  const { db, center } = await administrator(context)
  const names = await windowNames(db, center)
  const intakes = new Map<string, { operations: number; receivedAt: number }>()
  // A device with an old disk put back has two chains of which something may wait; a decision is about both.
  for (const { deviceNo, operations, receivedAt } of await listIntake(db, center)) {
    const known = intakes.get(deviceNo) ?? { operations: 0, receivedAt: 0 }
    intakes.set(deviceNo, {
      operations: known.operations + Number(operations),
      receivedAt: Math.max(known.receivedAt, receivedAt),
    })
  }
  return {
    intakes: await Promise.all(
      [...intakes].map(async ([deviceNo, said]) => ({
        deviceNo,
        name: names.get(deviceNo) ?? '',
        ...said,
        acts: await firstActs(db, center, deviceNo),
      })),
    ),
    devices: await copiedDevices(db, center, names),
  }
})

export const decideWaiting = consoleApi.waiting.decide.handler(async ({ input: { deviceNo, decision }, context }) => {
  const { db, center, staff } = await administrator(context)
  const decide = decision === 'apply' ? applyIntake : discardIntake
  return done(await decide(db, { center, deviceNo, account: staff.login }))
})

export const confirmCopy = consoleApi.waiting.confirm.handler(async ({ input: { deviceNo, inc }, context }) => {
  const { db, center, staff } = await administrator(context)
  done(await confirmIncarnation(db, { center, deviceNo, inc, account: staff.login }))
  return {}
})

/** What a device sent may be no operation at all: its text is read with care. */
const firstActs = async (db: Database, center: string, deviceNo: string) => {
  const rows = await db
    .selectFrom('intake')
    .innerJoin('device', (join) =>
      join.onRef('device.center', '=', 'intake.center').onRef('device.id', '=', 'intake.device'),
    )
    .select(['intake.seq', 'intake.canon'])
    .where('intake.center', '=', center)
    .where('device.device_no', '=', deviceNo)
    .where('intake.decision', 'is', null)
    .orderBy('intake.received_at')
    .orderBy('intake.seq')
    .limit(mostActs)
    .execute()
  const acts = rows.map(({ seq, canon }) => ({ seq, said: readText(canon) }))
  const numbers = await caseNumbers(
    db,
    center,
    acts.flatMap(({ said }) => said?.entity ?? []),
  )
  return acts.map(({ seq, said }) => ({
    seq,
    kind: said?.kind ?? null,
    doneAt: said?.wall ?? null,
    caseNo: said?.data?.caseNo ?? numbers.get(said?.entity ?? '') ?? null,
  }))
}

const TextSchema = z.object({
  kind: z.string().max(80),
  entity: z.uuid().catch(''),
  wall: z.int(),
  data: z.object({ caseNo: CaseNoSchema.exactOptional() }).exactOptional().catch({}),
})

const readText = (canon: string): z.infer<typeof TextSchema> | null => {
  try {
    return TextSchema.safeParse(JSON.parse(canon)).data ?? null
  } catch {
    return null
  }
}

const caseNumbers = async (
  db: Database,
  center: string,
  entities: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const ids = entities.filter((id) => id !== '')
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('case_state')
    .select(['id', 'case_no'])
    .where('center', '=', center)
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, case_no: caseNo }) => [id, caseNo]))
}

const copiedDevices = async (
  db: Database,
  center: string,
  names: ReadonlyMap<string, string>,
): Promise<CopiedDevice[]> => {
  const { rows } = await sql<{ deviceNo: string }>`
    select distinct d.device_no as "deviceNo" from device_incarnation i
    join device d on d.center = i.center and d.id = i.device
    where i.center = ${center} and i.state = 'waiting' and d.revoked_at is null order by 1`.execute(db)
  return Promise.all(
    rows.map(async ({ deviceNo }) => ({
      deviceNo,
      name: names.get(deviceNo) ?? '',
      copies: done(await listIncarnations(db, center, deviceNo)).map(({ inc, state, ack, seenAt }) => ({
        inc,
        state,
        operations: ack,
        seenAt,
      })),
    })),
  )
}

const windowNames = async (db: Database, center: string): Promise<ReadonlyMap<string, string>> => {
  const rows = await db
    .selectFrom('service_window')
    .select(['device_no', 'data'])
    .where('center', '=', center)
    .execute()
  return new Map(rows.map(({ device_no: deviceNo, data }) => [deviceNo, data.name]))
}
