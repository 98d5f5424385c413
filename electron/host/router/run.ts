import type { RunProgress } from '../../../contract/queries/run.ts'
import { type Mutable, toMutable } from '../mutable.ts'

type RunEvent<T> = RunProgress | { readonly kind: 'done'; readonly value: Mutable<T> }

/** What is made a slice at a time, as a page hears it: how far it has come, and at last what came of it. */
export async function* tellRun<T>(run: AsyncGenerator<RunProgress, T>): AsyncGenerator<RunEvent<T>, void> {
  try {
    for (;;) {
      const { done, value } = await run.next()
      if (done === true) {
        yield { kind: 'done', value: toMutable(value) }
        return
      }
      yield value
    }
  } finally {
    // Whoever stopped listening in the middle ends the work, too.
    await run.return(undefined as never)
  }
}
