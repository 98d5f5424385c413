import { type Result, err, ok } from '../../domain/result.ts'
import { type Scope, centerScope } from '../../domain/scope/scope.ts'
import type { Database } from '../store/connect.ts'
import { transact } from '../store/transact.ts'
import { hashEnrolCode, makeEnrolCode } from '../sync/enrol-code.ts'
import { recordActOf } from './admin-act.ts'
import type { AdminRefusal } from './admin-refusal.ts'
import { appendReference } from './append-reference.ts'
import { serverDeviceNo } from './server-device.ts'
import { findCenter } from './set-center.ts'

export interface EnrolCodeInput {
  readonly center: string
  readonly deviceNo: string
  /** Name of the window when the center has none of this number yet; otherwise null keeps the window as it is. */
  readonly name: string | null
  readonly validForMs: number
  /** What the device is given from its first request on; absent = everything. */
  readonly scope?: Scope
  /** Account of the console that asks. */
  readonly by?: string
}

export interface IssuedCode {
  /** Shown once; only its hash is kept. */
  readonly code: string
  readonly expiresAt: number
}

/** SYN-4: a one-time code with which one device can join the center under this number. */
export const issueEnrolCode = (db: Database, input: EnrolCodeInput): Promise<Result<IssuedCode, AdminRefusal>> => {
  const { center, deviceNo, name } = input
  const code = makeEnrolCode()
  const expiresAt = Date.now() + input.validForMs
  return transact(db, async (tx) => {
    if ((await findCenter(tx, center)) === undefined) return err({ code: 'center_unknown', subject: center })
    if (deviceNo === serverDeviceNo) return err({ code: 'device_no_reserved', subject: deviceNo })
    const device = await tx
      .selectFrom('device')
      .select('id')
      .where('center', '=', center)
      .where('device_no', '=', deviceNo)
      .executeTakeFirst()
    if (device !== undefined) return err({ code: 'device_no_taken', subject: deviceNo })
    const window = await tx
      .selectFrom('service_window')
      .select('device_no')
      .where('center', '=', center)
      .where('device_no', '=', deviceNo)
      .executeTakeFirst()
    if (window === undefined) {
      if (name === null) return err({ code: 'window_unknown', subject: deviceNo })
      await appendReference(tx, center, [{ kind: 'window.set', data: { deviceNo, name, phone: null, organs: [] } }])
    }
    await tx
      .insertInto('enrol_code')
      .values({
        center,
        code_hash: hashEnrolCode(code),
        device_no: deviceNo,
        expires_at: expiresAt,
        used_at: null,
        used_by: null,
        scope: JSON.stringify(input.scope ?? centerScope),
      })
      .execute()
    const subject = { deviceNo, scope: input.scope ?? centerScope, expiresAt }
    await recordActOf(tx, input.by, { center, act: 'enrol code', subject })
    return ok({ code, expiresAt })
  })
}
