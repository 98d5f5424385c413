import { z } from 'zod'
import { scopeOf } from '../../../db/scope/device-scope.ts'
import { addDays, plainDateInShanghai } from '../../../domain/plain-date.ts'
import { type Result, err, ok } from '../../../domain/result.ts'
import { usualClosedDays } from '../../../domain/scope/scope.ts'
import type { Session } from './session.ts'
import { type Trouble, isUnknownRoute, trouble } from './trouble.ts'

/** Where a terminal stands: told up to a commit number, in an epoch, by which rules. */
const PlaceSchema = z.object({ epoch: z.string(), rules: z.string(), cseq: z.int() })
const placeKey = 'progress_place'

/**
 * SYN-90: a terminal takes what has changed of the rows it is told, answer by answer, each in one transaction with its place. After a restore
 * of the server, and when the center looks matters up by other rules, all of them are taken anew; a device that is no terminal has none.
 */
export const pullProgress = async ({
  store,
  api,
  token,
  epoch,
  device,
  now,
  memory,
}: Session): Promise<Result<null, Trouble>> => {
  memory.missing.delete('progress')
  if (scopeOf(store.read.meta).kind !== 'kiosk') {
    if (store.read.meta.find(placeKey) !== null)
      store.transact((writer) => {
        writer.progress.clear()
        for (const key of [placeKey, 'progress_key', 'progress_tries'] as const) writer.meta.remove(key)
      })
    return ok(null)
  }
  for (;;) {
    const text = store.read.meta.find(placeKey)
    const kept = text === null ? null : PlaceSchema.parse(JSON.parse(text))
    const after = kept?.epoch === epoch ? kept.cseq : 0
    const answer = await api.progress(token, { center: device.center, after })
    if (!answer.ok) {
      if (!isUnknownRoute(answer.error)) return answer
      memory.missing.add('progress')
      return ok(null)
    }
    const { key, rules, upTo, head, rows, gone } = answer.value
    if (answer.value.epoch !== epoch) return err(trouble('epoch_changed'))
    if (upTo < after || upTo > head) return err(trouble('answer_invalid'))
    // Made by other rules than those that came before them: from the first on.
    const isOther = after > 0 && kept !== null && kept.rules !== rules
    store.transact((writer) => {
      if (after === 0 || isOther) writer.progress.clear()
      for (const row of isOther ? [] : rows) writer.progress.put(row)
      for (const id of isOther ? [] : gone) writer.progress.remove(id)
      writer.progress.dropEndedBefore(addDays(plainDateInShanghai(now()), -usualClosedDays))
      writer.meta.set('progress_key', key)
      writer.meta.set(placeKey, JSON.stringify({ epoch, rules, cseq: isOther ? 0 : upTo }))
    })
    if (!isOther && upTo === head) return ok(null)
  }
}
