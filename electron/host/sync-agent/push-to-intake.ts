import { type Result, err, ok } from '../../../domain/result.ts'
import { afterRefusal } from './batch-limit.ts'
import { pushInput } from './push-pending.ts'
import type { Session } from './session.ts'
import { type Trouble, trouble } from './trouble.ts'

/**
 * A revoked device hands in what it still has; a person decides about it. Nothing is recorded here: there are no verdicts. When it
 * answers ok, the server holds every operation of this store, and nothing else may be lost with it.
 *
 * @param from where the server stands by its hello
 */
export const pushToIntake = async (session: Session, from: number): Promise<Result<null, Trouble>> => {
  const { store, memory } = session
  if (store.read.sync.countEarlierWaiting() > 0) return err(trouble('fork'))
  // What it holds under this name may be another copy's: only what was confirmed here is known to be there, the rest is shown again.
  let ack = Math.min(from, store.read.sync.position().ack)
  let wentBack = false
  for (;;) {
    const batch = store.read.sync.batch(ack + 1, memory.limit)
    // A hole in the chain is mended first: nothing behind it may be taken for handed in.
    if (batch === null) return ack >= store.read.sync.tip().seq ? ok(null) : err(trouble('chain_broken'))
    const answer = await session.api.push(session.token, pushInput(session, batch))
    if (answer.ok) {
      if (!answer.value.intake || answer.value.ack < batch.toSeq) return err(trouble('answer_invalid'))
      ack = batch.toSeq
      memory.confirmed += batch.ops.length
      continue
    }
    const { code, position } = answer.error
    if (code === 'gap' && position !== null && position.ack < ack && !wentBack) {
      wentBack = true
      ack = position.ack
      continue
    }
    if (code === 'too_large' && batch.ops.length > 1) {
      memory.limit = afterRefusal({ ...memory.limit, ops: batch.ops.length })
      continue
    }
    if (code === 'timed_out') memory.limit = afterRefusal(memory.limit)
    return answer
  }
}
