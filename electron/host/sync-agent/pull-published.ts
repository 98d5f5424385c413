import { z } from 'zod'
import { scopeOf } from '../../../db/scope/device-scope.ts'
import { plainDateInShanghai } from '../../../domain/plain-date.ts'
import { type Result, err, ok } from '../../../domain/result.ts'
import type { Session } from './session.ts'
import { type Trouble, isUnknownRoute, trouble } from './trouble.ts'

/** Where a terminal stands: given up to a commit number, in an epoch, by which rules. */
const PlaceSchema = z.object({ epoch: z.string(), rules: z.string(), cseq: z.int() })
const placeKey = 'published_place'

/**
 * SYN-100: a terminal takes what has changed of what everybody may read, answer by answer, each in one transaction with its place. All of it
 * anew after a restore of the server, and by other rules; a device that is no terminal has none.
 */
export const pullPublished = async ({
  store,
  api,
  token,
  epoch,
  device,
  now,
  memory,
}: Session): Promise<Result<null, Trouble>> => {
  memory.missing.delete('published')
  if (scopeOf(store.read.meta).kind !== 'kiosk') {
    if (store.read.meta.find(placeKey) !== null)
      store.transact((writer) => {
        writer.published.clear()
        writer.meta.remove(placeKey)
      })
    return ok(null)
  }
  const today = plainDateInShanghai(now())
  for (;;) {
    const text = store.read.meta.find(placeKey)
    const kept = text === null ? null : PlaceSchema.parse(JSON.parse(text))
    const after = kept?.epoch === epoch ? kept.cseq : 0
    const answer = await api.published(token, { center: device.center, after })
    if (!answer.ok) {
      if (!isUnknownRoute(answer.error)) return answer
      memory.missing.add('published')
      store.transact((writer) => writer.published.dropEndedBefore(today))
      return ok(null)
    }
    const { rules, upTo, head, rows, gone } = answer.value
    if (answer.value.epoch !== epoch) return err(trouble('epoch_changed'))
    if (upTo < after || upTo > head || (upTo === after && upTo < head)) return err(trouble('answer_invalid'))
    // Made by other rules than those that came before them: from the first on.
    const isOther = after > 0 && kept !== null && kept.rules !== rules
    store.transact((writer) => {
      if (after === 0 || isOther) writer.published.clear()
      for (const row of isOther ? [] : rows) writer.published.put(row)
      for (const id of isOther ? [] : gone) writer.published.remove(id)
      writer.published.dropEndedBefore(today)
      writer.meta.set(placeKey, JSON.stringify({ epoch, rules, cseq: isOther ? 0 : upTo }))
    })
    if (!isOther && upTo === head) return ok(null)
  }
}
