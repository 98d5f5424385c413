import { recoveryCaps } from '../../../contract/sync-recovery.ts'
import type { PullCursor } from '../../../db/sync/reader.ts'
import { type Result, err, ok } from '../../../domain/result.ts'
import { dropCheckpointAbove } from './checkpoint.ts'
import type { Session } from './session.ts'
import { type Trouble, trouble } from './trouble.ts'

/**
 * SYN-29: the server's history is not the one that was read here: it was restored. Finds the last commit that both have and goes back
 * to it, with the epoch, in one transaction; what lies above is brought again. Asked again after a break at any place it ends the same.
 */
export const repairHistory = async (session: Session): Promise<Result<null, Trouble>> => {
  const { store, device, epoch, memory } = session
  const common = await findCommon(session)
  if (!common.ok) return common
  const rewound = store.transact((writer) => {
    const gone = writer.sync.rewindHistory(device.center, common.value)
    dropCheckpointAbove(writer.meta, store.read.meta, epoch, common.value.cseq)
    writer.meta.set('epoch', epoch)
    return gone
  })
  if (rewound.waiting + rewound.orphaned > 0) memory.recovering = true
  return ok(null)
}

/** Heads bind everything before them, so the last equal one is found by parting the range, 64 questions at once. */
const findCommon = async ({ store, api, token, epoch, device }: Session): Promise<Result<PullCursor, Trouble>> => {
  const heads = store.read.sync.heads(device.center)
  let low = 0
  let high = heads.known(heads.last)
  while (low < high) {
    // A device of less than the center knows only some heads.
    const at = [...new Set(spread(low, high).map(heads.known))].filter((cseq) => cseq > low)
    const answer = await api.heads(token, { center: device.center, at })
    if (!answer.ok) return answer
    if (answer.value.epoch !== epoch) return err(trouble('epoch_changed'))
    const theirs = new Map(answer.value.heads.map(({ cseq, head }) => [cseq, head]))
    const parted = at.findIndex((cseq) => theirs.get(cseq) !== heads.at(cseq))
    if (parted === -1) low = high
    else {
      high = heads.known((at[parted] ?? low + 1) - 1)
      low = at[parted - 1] ?? low
    }
  }
  return ok({ cseq: low, head: heads.at(low) ?? '' })
}

/** Numbers above `low` up to `high`, evenly, `high` among them. */
const spread = (low: number, high: number): readonly number[] => {
  const count = Math.min(recoveryCaps.headsAtOnce, high - low)
  return Array.from({ length: count }, (_, at) => low + Math.ceil(((high - low) * (at + 1)) / count))
}
