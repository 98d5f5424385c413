import { z } from 'zod'
import type { SnapshotOutput } from '../../../contract/sync-snapshot.ts'
import { scopeOf } from '../../../db/scope/device-scope.ts'
import type { BaseState } from '../../../db/log/base-state.ts'
import { type Result, err, ok } from '../../../domain/result.ts'
import { isSameScope } from '../../../domain/scope/scope.ts'
import type { Session } from './session.ts'
import { type Trouble, trouble } from './trouble.ts'

const KeptSchema = z.object({ epoch: z.string(), at: z.int(), next: z.string() })

/** Where a snapshot broke off, or the beginning. One of before a restore of the server is begun anew. */
const placeOf = ({ store, epoch }: Session): { readonly at: number; readonly next: string } => {
  const text = store.read.meta.find('snapshot')
  const kept = text === null ? null : KeptSchema.safeParse(JSON.parse(text))
  return kept?.success === true && kept.data.epoch === epoch ? kept.data : { at: 0, next: '' }
}

/**
 * SYN-60: a device of less than the center that has read nothing takes the states there are, and reads on from there. Part after part, each in
 * a transaction of its own with the place of the next: broken off anywhere, it goes on where it was. Answers false where the server has
 * none: then everything is read from the first page on.
 */
export const takeSnapshot = async (session: Session): Promise<Result<boolean, Trouble>> => {
  const { store, api, token, epoch } = session
  const { center } = session.device
  for (;;) {
    const { at, next: part } = placeOf(session)
    const answer = await api.snapshot(token, { center, at, part })
    if (!answer.ok) return answer.error.code === 'request_refused' ? ok(false) : answer
    const piece = answer.value
    if (piece.epoch !== epoch) return err(trouble('epoch_changed'))
    if (!isSameScope(piece.scope, scopeOf(store.read.meta))) return err(trouble('token_invalid'))
    if (at !== 0 && piece.at < at) {
      // The server went back behind it, and has not said so.
      store.transact((writer) => writer.meta.remove('snapshot'))
      continue
    }
    if (!isWellFormed(piece, at, part)) return err(trouble('answer_invalid'))
    store.transact((writer) => {
      writer.sync.applySnapshot({ ...piece, center, after: part, states: piece.states.map(asBase) })
      if (piece.next === null) writer.meta.remove('snapshot')
      else writer.meta.set('snapshot', JSON.stringify({ epoch, at: piece.at, next: piece.next }))
    })
    if (piece.next === null) return ok(true)
  }
}

/** Of the number that was asked for, further on than it began, and of nothing outside of its stretch. */
const isWellFormed = ({ at, next, states, ops }: SnapshotOutput, asked: number, after: string): boolean =>
  (asked === 0 || at === asked) &&
  (next === null || next > after) &&
  states.every(({ entity }) => entity > after && (next === null || entity <= next)) &&
  ops.every(({ cseq }) => cseq <= at)

/** The server folded it by the same rules as this device would; its kind says which state it is. */
const asBase = ({ state, ...base }: SnapshotOutput['states'][number]): Omit<BaseState, 'cseq'> => ({
  ...base,
  state: state as unknown as BaseState['state'],
})
