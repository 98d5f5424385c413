import { type Window, WindowSchema } from '../../contract/reference.ts'
import { type Result, err, ok } from '../../domain/result.ts'
import type { Database } from '../store/connect.ts'
import { transact } from '../store/transact.ts'
import { recordActOf } from './admin-act.ts'
import type { AdminRefusal } from './admin-refusal.ts'
import { appendReference } from './append-reference.ts'
import { isSame } from './same.ts'
import { findCenter } from './set-center.ts'

export const setWindow = (
  db: Database,
  center: string,
  given: Window,
  by?: string,
): Promise<Result<'changed' | 'same', AdminRefusal>> => {
  const window = WindowSchema.parse(given)
  return transact(db, async (tx) => {
    if ((await findCenter(tx, center)) === undefined) return err({ code: 'center_unknown', subject: center })
    const known = await tx
      .selectFrom('service_window')
      .select('data')
      .where('center', '=', center)
      .where('device_no', '=', window.deviceNo)
      .executeTakeFirst()
    if (known !== undefined && isSame(known.data, window)) return ok('same')
    await appendReference(tx, center, [{ kind: 'window.set', data: window }])
    await recordActOf(tx, by, { center, act: 'window set', subject: { deviceNo: window.deviceNo, name: window.name } })
    return ok('changed')
  })
}

/** The villages whose people come to this window; none = nobody is asked where he lives. */
export const setWindowVillages = (
  db: Database,
  center: string,
  deviceNo: string,
  villages: readonly string[],
): Promise<Result<null, AdminRefusal>> =>
  transact(db, async (tx) => {
    const known = await tx
      .selectFrom('service_window')
      .select('data')
      .where('center', '=', center)
      .where('device_no', '=', deviceNo)
      .executeTakeFirst()
    if (known === undefined) return err({ code: 'window_unknown', subject: deviceNo })
    const { villages: _before, ...rest } = known.data
    const data = WindowSchema.parse(villages.length === 0 ? rest : { ...rest, villages })
    if (!isSame(known.data, data)) await appendReference(tx, center, [{ kind: 'window.set', data }])
    return ok(null)
  })
