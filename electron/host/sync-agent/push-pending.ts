import { type PushInput, type PushOutput, syncProtocol } from '../../../contract/sync.ts'
import { pushText } from '../../../contract/sync-texts.ts'
import type { PushBatch } from '../../../db/sync/reader.ts'
import { type Result, err, ok } from '../../../domain/result.ts'
import { afterRefusal, afterSuccess } from './batch-limit.ts'
import type { Session } from './session.ts'
import { accidents, failedAgain, opsToTry } from './suspect.ts'
import { type Trouble, trouble } from './trouble.ts'

/**
 * Sends every own operation that the server has not committed, or those up to `upTo`, batch after batch (SYN-20), and records each answer
 * before the next. On a gap it goes back to where the server stands (SYN-14); a batch that the server fails on is parted until the one
 * operation is found that it fails on, and that is put aside (SYN-30).
 */
export const pushPending = async (session: Session, upTo = Infinity): Promise<Result<null, Trouble>> => {
  const { store, memory } = session
  let rewound = false
  for (;;) {
    const { ack } = store.read.sync.position()
    const ops = Math.min(opsToTry(memory.suspect, ack + 1, memory.limit.ops), upTo - ack)
    const batch = ops < 1 ? null : store.read.sync.batch(ack + 1, { ...memory.limit, ops })
    if (batch === null) {
      // What waits does not follow what is confirmed: a chain that a journal brought back with a hole in it. It is begun anew.
      return ops >= 1 && store.read.sync.countWaiting() > 0 ? err(trouble('chain_broken')) : ok(null)
    }
    const pushed = await pushBatch(session, batch)
    if (pushed.ok) {
      record(session, batch, pushed.value)
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
      memory.limit = afterRefusal({ ...memory.limit, ops: batch.ops.length })
      continue
    }
    if (isPoison(pushed.error)) {
      const suspect = failedAgain(memory.suspect, batch)
      memory.suspect = code === 'operation_malformed' ? { ...suspect, failures: accidents } : suspect
      if (memory.suspect.failures < accidents) return pushed
      if (batch.ops.length > 1) continue
      const aside = await putAside(session, batch)
      if (!aside.ok) return aside
      record(session, batch, aside.value)
      memory.suspect = null
      continue
    }
    if (code === 'timed_out') memory.limit = afterRefusal(memory.limit)
    return pushed
  }
}

const record = (session: Session, batch: PushBatch, { safe, verdicts }: PushOutput): void => {
  const { store, memory } = session
  store.transact((writer) => {
    writer.sync.recordPush({ safe, verdicts })
    writer.meta.set('last_contact_at', String(session.now()))
  })
  if (store.read.sync.position().ack < batch.toSeq) throw new Error('the store did not take the verdicts of a push')
  memory.confirmed += batch.ops.length
}

/** 500 is our server failing on what it was sent. One that is away, or a proxy before it, answers 502 to 504. */
const isPoison = ({ code, status }: Trouble): boolean =>
  code === 'operation_malformed' || (code === 'server_failed' && status === 500)

/**
 * Only while the server works otherwise: a whole database that fails must not have sound operations put aside. It answers as a push
 * does, and the chain goes on behind it.
 */
const putAside = async (session: Session, batch: PushBatch): Promise<Result<PushOutput, Trouble>> => {
  const { api, token, device } = session
  const works = await api.heads(token, { center: device.center, at: [0] })
  if (!works.ok) return works
  const answer = await api.quarantine(token, pushInput(session, batch))
  if (!answer.ok) return answer
  return answersWhole(batch, answer.value) ? answer : err(trouble('answer_invalid'))
}

const pushBatch = async (session: Session, batch: PushBatch): Promise<Result<PushOutput, Trouble>> => {
  const { store, now, memory } = session
  store.transact((writer) => {
    writer.sync.markSent(batch.toSeq)
  })
  const startedAt = now()
  const answer = await session.api.push(session.token, pushInput(session, batch))
  if (!answer.ok) return answer
  // Revoked since the token was given: the next hello says so.
  if (answer.value.intake) return err(trouble('device_revoked'))
  if (!answersWhole(batch, answer.value)) return err(trouble('answer_invalid'))
  memory.limit = afterSuccess(memory.limit, now() - startedAt)
  return answer
}

export const pushInput = (
  { store, device, key, epoch }: Pick<Session, 'store' | 'device' | 'key' | 'epoch'>,
  batch: PushBatch,
): PushInput => {
  const inc = store.incarnation
  return {
    proto: syncProtocol,
    device: device.device,
    inc,
    epoch,
    fromSeq: batch.fromSeq,
    prevHash: batch.prevHash,
    ops: [...batch.ops],
    lastHash: batch.lastHash,
    sig: key.sign(pushText(device.device, inc, batch.lastHash)),
  }
}

/** Every operation of the batch has its verdict; an answer that skips one would leave it waiting for ever. */
const answersWhole = (batch: PushBatch, { ack, verdicts }: PushOutput): boolean => {
  const answered = new Set(verdicts.map(({ seq }) => seq))
  return ack >= batch.toSeq && batch.ops.every((_, at) => answered.has(batch.fromSeq + at))
}
