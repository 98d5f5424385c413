import type { PerformRecordInput } from '../../../contract/acts/record-acts.ts'
import { type Refusal, refusal } from '../../../domain/case/refusal.ts'
import { OperationTooLarge } from '../../../db/log/append.ts'
import { performRecordIn } from './perform-record.ts'
import type { Actor, PerformDeps } from './perform.ts'

export interface PutOptions {
  /** Acts of one transaction. */
  readonly size?: number
  /** Called after every batch with the number of acts done so far. */
  readonly onProgress?: (done: number, of: number) => void
  /** Stops before the next batch; what was stored stays. */
  readonly signal?: AbortSignal
}

export interface PutRecords {
  /** Acts that were tried: stored or refused. Fewer than were given = it was stopped. */
  readonly done: number
  /** By position; a refused act stops nothing else. */
  readonly refused: readonly { readonly at: number; readonly refusal: Refusal }[]
}

/**
 * Does many acts on records through the same rules as one, a batch to a transaction. Between two batches the host answers others and may be
 * told to stop.
 */
export const putRecords = async (
  deps: PerformDeps,
  inputs: readonly PerformRecordInput[],
  actor: Actor,
  { size = 500, onProgress, signal }: PutOptions = {},
): Promise<PutRecords> => {
  const refused: { at: number; refusal: Refusal }[] = []
  let done = 0
  while (done < inputs.length && signal?.aborted !== true) {
    const from = done
    const batch = inputs.slice(from, from + size)
    deps.store.transact((writer) => {
      for (const [index, input] of batch.entries()) {
        const problem = refusalOf(() => performRecordIn(deps, writer, input, actor), input)
        if (problem !== null) refused.push({ at: from + index, refusal: problem })
      }
    })
    done += batch.length
    onProgress?.(done, inputs.length)
    await new Promise((resolve) => {
      setImmediate(resolve)
    })
  }
  deps.store.optimize()
  return { done, refused }
}

/** An act too large to travel is refused before anything of it is written, so the batch goes on without it. */
const refusalOf = (perform: () => ReturnType<typeof performRecordIn>, { act }: PerformRecordInput): Refusal | null => {
  try {
    const result = perform()
    return result.ok ? null : result.error
  } catch (error) {
    if (!(error instanceof OperationTooLarge)) throw error
    return refusal('invalid_fields', { fields: [{ field: act.kind, code: 'too_long' }] })
  }
}
