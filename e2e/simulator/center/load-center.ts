import type { Database } from '../../../server/store/connect.ts'
import { getEpoch, getIdentity } from '../../../server/store/identity.ts'
import { findIncarnations } from '../../../server/store/incarnations.ts'
import { createRandom } from '../random.ts'
import { emptyCenter } from './center-state.ts'
import { type MemoryCenter, createMemoryCenter } from './memory-center.ts'

/** The model in the state of a real center that no case was entered in yet, with the same keys, so that each knows the other's tokens. */
export const loadCenter = async (db: Database, code: string): Promise<MemoryCenter> => {
  const row = await db.selectFrom('center').selectAll().where('center', '=', code).executeTakeFirstOrThrow()
  if (row.data === null) throw new Error(`center ${code} has no data`)
  const model = createMemoryCenter({ center: row.data, newId: createRandom(1).uuid, keys: await getIdentity(db) })
  const state = emptyCenter(await getEpoch(db), row.data)
  Object.assign(state, { cseq: row.cseq, head: row.head })
  const log = await db.selectFrom('op_log').selectAll().where('center', '=', code).orderBy('cseq').execute()
  for (const { hash, head, entity, hlc_eff, committed_at, ...rest } of log) {
    state.log.push({
      ...rest,
      entity,
      hlcEff: hlc_eff,
      committedAt: committed_at,
      hash: hash.toString('hex'),
      head: head.toString('hex'),
    })
    if (entity !== null) state.references.set(entity, (state.references.get(entity) ?? 0) + 1)
  }
  for (const device of await db.selectFrom('device').selectAll().where('center', '=', code).execute()) {
    const { id, device_no: deviceNo, public_key: publicKey, revoked_at: revokedAt, created_at: createdAt } = device
    state.devices.set(id, { id, deviceNo, publicKey, revokedAt, createdAt })
    state.incarnations.set(id, await findIncarnations(db, code, id))
  }
  for (const { data } of await db.selectFrom('service_window').selectAll().where('center', '=', code).execute()) {
    state.windows.set(data.deviceNo, data)
  }
  for (const { data } of await db.selectFrom('staff').selectAll().where('center', '=', code).execute()) {
    state.staff.set(data.id, data)
  }
  model.replace(state)
  return model
}
