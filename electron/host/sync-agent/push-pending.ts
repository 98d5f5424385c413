import { type PushOutput, syncProtocol } from '../../../contract/sync.ts'
import { pushText } from '../../../contract/sync-texts.ts'
import type { DeviceIdentity } from '../../../db/meta/reader.ts'
import type { Store } from '../../../db/store.ts'
import type { PushBatch } from '../../../db/sync/reader.ts'
import { type Result, err, ok } from '../../../domain/result.ts'
import { type BatchLimit, afterRefusal, afterSuccess } from './batch-limit.ts'
import type { DeviceKey } from './device-key.ts'
import type { ServerApi } from './server-api.ts'
import { type Trouble, trouble } from './trouble.ts'

export interface PushDeps {
  readonly store: Store
  readonly api: ServerApi
  readonly key: DeviceKey
  readonly device: DeviceIdentity
  readonly token: string
  readonly epoch: string
  readonly now: () => number
  /** Learns what size the line carries; kept between exchanges. */
  readonly limit: { current: BatchLimit }
}

/**
 * Sends every own operation that the server has not committed, batch after batch (SYN-20), and records each answer before the next. On a gap it
 * goes back to where the server stands (SYN-14).
 */
export const pushPending = async (deps: PushDeps): Promise<Result<null, Trouble>> => {
  const { store, limit } = deps
  let rewound = false
  for (;;) {
    const batch = store.read.sync.batch(store.read.sync.position().ack + 1, limit.current)
    if (batch === null) return ok(null)
    const pushed = await pushBatch(deps, batch)
    if (pushed.ok) {
      const { safe, verdicts } = pushed.value
      store.transact((writer) => {
        writer.sync.recordPush({ safe, verdicts })
        writer.meta.set('last_contact_at', String(deps.now()))
      })
      if (store.read.sync.position().ack < batch.toSeq) throw new Error('the store did not take the verdicts of a push')
      continue
    }
    const { code, position } = pushed.error
    if (code === 'gap' && position !== null && position.ack < batch.fromSeq - 1 && !rewound) {
      rewound = true
      store.transact((writer) => {
        writer.sync.rewind(position.ack)
      })
      continue
    }
    if (code === 'too_large' && batch.ops.length > 1) {
      limit.current = afterRefusal({ ...limit.current, ops: batch.ops.length })
      continue
    }
    if (code === 'timed_out') limit.current = afterRefusal(limit.current)
    return pushed
  }
}

const pushBatch = async (deps: PushDeps, batch: PushBatch): Promise<Result<PushOutput, Trouble>> => {
  const { store, device, key, now, limit } = deps
  store.transact((writer) => {
    writer.sync.markSent(batch.toSeq)
  })
  const startedAt = now()
  const inc = store.incarnation
  const answer = await deps.api.push(deps.token, {
    proto: syncProtocol,
    device: device.device,
    inc,
    epoch: deps.epoch,
    fromSeq: batch.fromSeq,
    prevHash: batch.prevHash,
    ops: [...batch.ops],
    lastHash: batch.lastHash,
    sig: key.sign(pushText(device.device, inc, batch.lastHash)),
  })
  if (!answer.ok) return answer
  if (!answersWhole(batch, answer.value)) return err(trouble('answer_invalid'))
  limit.current = afterSuccess(limit.current, now() - startedAt)
  return answer
}

/** Every operation of the batch has its verdict; an answer that skips one would leave it waiting for ever. */
const answersWhole = (batch: PushBatch, { ack, verdicts }: PushOutput): boolean => {
  const answered = new Set(verdicts.map(({ seq }) => seq))
  return ack >= batch.toSeq && batch.ops.every((_, at) => answered.has(batch.fromSeq + at))
}
