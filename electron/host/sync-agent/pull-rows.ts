import { z } from 'zod'
import { scopeOf } from '../../../db/scope/device-scope.ts'
import type { StoreWriter } from '../../../db/store.ts'
import { type Result, err, ok } from '../../../domain/result.ts'
import type { Scope } from '../../../domain/scope/scope.ts'
import type { Session } from './session.ts'
import { type Trouble, isUnknownRoute, trouble } from './trouble.ts'

/** Where a device stands: told up to a commit number, in an epoch, by which rules. */
const PlaceSchema = z.object({ epoch: z.string(), rules: z.string(), cseq: z.int() })

interface Told<Row> {
  readonly epoch: string
  readonly rules: string
  readonly upTo: number
  readonly head: number
  readonly rows: readonly Row[]
  readonly gone: readonly string[]
}

/** One kind of thing that devices of some scopes are told, and how they keep it. */
interface ToldRows<Row, Answer extends Told<Row>> {
  readonly name: 'progress' | 'published' | 'applications'
  readonly kinds: readonly Scope['kind'][]
  readonly ask: (input: { readonly center: string; readonly after: number }) => Promise<Result<Answer, Trouble>>
  readonly rowsOf: (writer: StoreWriter) => {
    clear(): void
    put(row: Row): void
    remove(id: string): void
  }
  /** What ends by the day alone goes without being told. */
  readonly age?: (writer: StoreWriter) => void
  /** More of an answer that is kept with its rows. */
  readonly keep?: (writer: StoreWriter, answer: Answer) => void
  /** A device of another scope by now keeps nothing of `keep` either. */
  readonly forget?: (writer: StoreWriter) => void
}

/**
 * Takes what has changed, answer by answer, each in one transaction with its place. All of it is taken anew after a restore of the server,
 * and when the answer was made by other rules than those before it; a device of another scope has none.
 */
export const pullRows = async <Row, Answer extends Told<Row>>(
  { store, epoch, device, memory, now }: Session,
  { name, kinds, ask, rowsOf, age, keep, forget }: ToldRows<Row, Answer>,
): Promise<Result<null, Trouble>> => {
  const placeKey = `${name}_place` as const
  memory.missing.delete(name)
  if (!kinds.includes(scopeOf(store.read.meta).kind)) {
    if (store.read.meta.find(placeKey) !== null)
      store.transact((writer) => {
        rowsOf(writer).clear()
        writer.meta.remove(placeKey)
        forget?.(writer)
      })
    return ok(null)
  }
  for (;;) {
    const text = store.read.meta.find(placeKey)
    const kept = text === null ? null : PlaceSchema.parse(JSON.parse(text))
    const after = kept?.epoch === epoch ? kept.cseq : 0
    const answer = await ask({ center: device.center, after })
    if (!answer.ok) {
      if (!isUnknownRoute(answer.error)) return answer
      memory.missing.add(name)
      if (age !== undefined) store.transact(age)
      return ok(null)
    }
    const { rules, upTo, head, rows, gone } = answer.value
    if (answer.value.epoch !== epoch) return err(trouble('epoch_changed'))
    if (upTo < after || upTo > head || (upTo === after && upTo < head)) return err(trouble('answer_invalid'))
    const isOther = after > 0 && kept !== null && kept.rules !== rules
    store.transact((writer) => {
      const own = rowsOf(writer)
      if (after === 0 || isOther) own.clear()
      for (const row of isOther ? [] : rows) own.put(row)
      for (const id of isOther ? [] : gone) own.remove(id)
      age?.(writer)
      keep?.(writer, answer.value)
      // Often all that it hears: its page says how old what it shows is.
      writer.meta.set('last_contact_at', String(now()))
      writer.meta.set(placeKey, JSON.stringify({ epoch, rules, cseq: isOther ? 0 : upTo }))
    })
    if (!isOther && upTo === head) return ok(null)
  }
}
