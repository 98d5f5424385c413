import { setImmediate as nextTurn } from 'node:timers/promises'
import type { RunProgress } from '../../../contract/queries/run.ts'
import type { StoredCase } from '../../../db/cases/reader.ts'
import type { Store } from '../../../db/store.ts'
import type { CaseKind } from '../../../domain/case/case-state.ts'
import { eachCase } from './each-case.ts'

export interface SlicesOptions {
  readonly kinds: readonly CaseKind[]
  readonly openOnly?: boolean
  /** Milliseconds after which others are let in between two cases. */
  readonly sliceMs?: number
  readonly now: () => number
}

/**
 * Visits cases a slice at a time and lets the host do everything else in between: nobody at the window waits for a report. Tells how far it
 * has come after each slice; whoever stops asking ends it. What is recorded meanwhile may or may not be counted.
 */
export async function* casesInSlices(
  { read }: Store,
  { kinds, openOnly = false, sliceMs = 12, now }: SlicesOptions,
  visit: (stored: StoredCase) => void,
): AsyncGenerator<RunProgress, void> {
  const all = openOnly ? 0 : read.cases.count()
  let done = 0
  let begun = now()
  for (const stored of eachCase(read.cases, kinds, openOnly)) {
    visit(stored)
    done += 1
    if (now() - begun < sliceMs) continue
    yield { kind: 'progress', done, total: all === 0 ? 0 : Math.max(all, done) }
    await nextTurn()
    begun = now()
  }
}
