import { type PullInput, type PullOutput, syncCaps } from '../../contract/sync.ts'
import { type Result, err, ok } from '../../domain/result.ts'
import type { Database } from '../store/connect.ts'
import { findDevice } from '../store/devices.ts'
import { readHistory } from '../store/op-log.ts'
import type { SyncRefusal } from './sync-refusal.ts'
import type { Session } from './token.ts'

export interface PullDeps {
  readonly db: Database
  readonly epoch: string
}

/** SYN-13: a page of the center's history, for the devices of that center. */
export const pull = async (
  deps: PullDeps,
  session: Session,
  input: PullInput,
): Promise<Result<PullOutput, SyncRefusal>> => {
  if (input.center !== session.center) return err({ code: 'scope_forbidden' })
  const device = await findDevice(deps.db, session.device)
  if (device === null || device.center !== session.center) return err({ code: 'device_unknown' })
  if (device.revoked) return err({ code: 'device_revoked' })
  const page = await readHistory(deps.db, input.center, input.after, { ops: input.limit, bytes: syncCaps.bytesPerPull })
  if (page === null) return err({ code: 'scope_forbidden' })
  return ok({ ...page, ops: [...page.ops], checkpoint: null, epoch: deps.epoch, serverTime: Date.now() })
}
