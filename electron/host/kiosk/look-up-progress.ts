import { createHmac } from 'node:crypto'
import { z } from 'zod'
import type { FoundProgress } from '../../../db/progress/reader.ts'
import { scopeOf } from '../../../db/scope/device-scope.ts'
import type { Store } from '../../../db/store.ts'
import { type ProgressQuestion, questionText, subjectText } from '../../../domain/kiosk/progress-proof.ts'
import { type ProgressTry, nowAfter, stillCounted, waitOf } from '../../../domain/kiosk/try-limit.ts'

export type LookedUp =
  | { readonly found: readonly FoundProgress[] }
  /** No such receipt, or another last four: which of the two is told to nobody. */
  | { readonly refused: 'not_found' }
  | { readonly refused: 'wait'; readonly ms: number }
  /** The terminal was told nothing yet. */
  | { readonly refused: 'not_ready' }

export interface LookUpDeps {
  readonly store: Store
  /** Epoch milliseconds. */
  readonly now: () => number
}

const TriesSchema = z.array(z.strictObject({ at: z.number(), subject: z.string() }))
const triesKey = 'progress_tries'

/**
 * SYN-91: what a public terminal answers about a receipt. A try is counted, on the disk, before it is looked at, and taken back when it was
 * right: whoever pulls the plug in between gains nothing, nor does whoever sets the clock. Neither what was typed nor the receipt is kept.
 */
export const lookUpProgress = ({ store, now }: LookUpDeps, question: ProgressQuestion): LookedUp => {
  const key = store.read.meta.find('progress_key')
  if (key === null || scopeOf(store.read.meta).kind !== 'kiosk') return { refused: 'not_ready' }
  const keyed = (text: string): string => createHmac('sha256', Buffer.from(key, 'base64')).update(text).digest('hex')
  const subject = keyed(subjectText(question))
  const tries = triesOf(store)
  const wait = waitOf(tries, subject, now())
  if (wait > 0) return { refused: 'wait', ms: wait }
  const at = nowAfter(tries, now())
  keepTries(store, [...stillCounted(tries, at), { at, subject }])
  const found = store.read.progress.find(keyed(questionText(question)))
  if (found.length === 0) return { refused: 'not_found' }
  // Only what was counted for this look-up: what was wrong before stays counted.
  keepTries(store, stillCounted(tries, at))
  return { found }
}

const triesOf = (store: Store): readonly ProgressTry[] => {
  const text = store.read.meta.find(triesKey)
  return text === null ? [] : TriesSchema.parse(JSON.parse(text))
}

const keepTries = (store: Store, tries: readonly ProgressTry[]): void =>
  store.transact((writer) => writer.meta.set(triesKey, JSON.stringify(tries)))
