import { v7 as uuidv7 } from 'uuid'
import { type EnrolInput, type EnrolOutput, syncProtocol } from '../../contract/sync.ts'
import { type Result, err, ok } from '../../domain/result.ts'
import { ScopeSchema } from '../../contract/sync-scope.ts'
import type { Scope } from '../../domain/scope/scope.ts'
import type { Database, Tx } from '../store/connect.ts'
import { insertDevice } from '../store/devices.ts'
import { getEpoch } from '../store/identity.ts'
import { insertIncarnation } from '../store/incarnations.ts'
import { transact } from '../store/transact.ts'
import { hashEnrolCode } from './enrol-code.ts'
import { isDeviceKey } from './signature.ts'
import type { SyncRefusal } from './sync-refusal.ts'

/**
 * SYN-4: a one-time code makes a device of the center. The code's row lock lets one of several at once through; SYN-5: the same device
 * asking again (its answer was lost) gets the same answer, whoever else comes with the code is refused.
 */
export const enrol = async (db: Database, input: EnrolInput): Promise<Result<EnrolOutput, SyncRefusal>> => {
  if (input.proto !== syncProtocol) return err({ code: 'protocol_unsupported' })
  if (!isDeviceKey(input.publicKey)) return err({ code: 'signature_invalid' })
  return transact(db, async (tx) => redeem(tx, await getEpoch(tx), input))
}

const redeem = async (tx: Tx, epoch: string, input: EnrolInput): Promise<Result<EnrolOutput, SyncRefusal>> => {
  const now = Date.now()
  const code = await tx
    .selectFrom('enrol_code')
    .selectAll()
    .where('code_hash', '=', hashEnrolCode(input.code))
    .forUpdate()
    .executeTakeFirst()
  if (code === undefined) return err({ code: 'code_unknown' })
  const publicKey = Buffer.from(input.publicKey, 'base64')
  if (code.used_at === null) {
    if (code.expires_at <= now) return err({ code: 'code_expired' })
    return makeDevice(tx, epoch, {
      center: code.center,
      codeHash: code.code_hash,
      deviceNo: code.device_no,
      publicKey,
      inc: input.inc,
      scope: ScopeSchema.parse(code.scope),
      now,
    })
  }
  const device = await tx
    .selectFrom('device')
    .select(['id', 'public_key', 'revoked_at'])
    .where('center', '=', code.center)
    .where('id', '=', code.used_by)
    .executeTakeFirst()
  if (device === undefined || device.revoked_at !== null || device.public_key?.equals(publicKey) !== true) {
    return err({ code: 'code_used' })
  }
  return ok(await answer(tx, epoch, code.center, device.id, code.device_no))
}

interface NewDevice {
  readonly center: string
  readonly codeHash: Buffer
  readonly deviceNo: string
  readonly publicKey: Buffer
  readonly inc: string
  readonly scope: Scope
  readonly now: number
}

const makeDevice = async (tx: Tx, epoch: string, device: NewDevice): Promise<Result<EnrolOutput, SyncRefusal>> => {
  const { center, deviceNo, now } = device
  const taken = await tx
    .selectFrom('device')
    .select('id')
    .where('center', '=', center)
    .where('device_no', '=', deviceNo)
    .executeTakeFirst()
  // Two codes were given out for one number; the number is in case numbers already, so it is not given twice.
  if (taken !== undefined) return err({ code: 'code_used' })
  const id = uuidv7()
  await insertDevice(tx, { center, id, deviceNo, publicKey: device.publicKey, createdAt: now, scope: device.scope })
  await insertIncarnation(tx, {
    center,
    device: id,
    inc: device.inc,
    base: null,
    state: 'active',
    now,
    appVersion: '',
    told: { cseq: 0, epoch },
  })
  await tx
    .updateTable('enrol_code')
    .set({ used_at: now, used_by: id })
    .where('center', '=', center)
    .where('code_hash', '=', device.codeHash)
    .execute()
  return ok(await answer(tx, epoch, center, id, deviceNo))
}

/** Throws when the center or its window has no data: a code is given out only after both are set. */
const answer = async (
  tx: Tx,
  epoch: string,
  center: string,
  device: string,
  deviceNo: string,
): Promise<EnrolOutput> => {
  const { data } = await tx.selectFrom('center').select('data').where('center', '=', center).executeTakeFirstOrThrow()
  if (data === null) throw new Error(`center ${center} has no data`)
  const window = await tx
    .selectFrom('service_window')
    .select('data')
    .where('center', '=', center)
    .where('device_no', '=', deviceNo)
    .executeTakeFirstOrThrow()
  return { device, deviceNo, center: data, window: window.data, epoch }
}
