import { type ChangeTopic, changeTopics } from '../../db/store.ts'
import type { Changes } from './services.ts'

export interface ChangesDeps {
  /** Calls back with what changed; returns the way to stop. */
  readonly subscribe: (listener: (topics: Iterable<ChangeTopic>) => void) => () => void
  /** False while nobody is signed in or the desk is locked: then only `desk` is told. */
  readonly mayHearAll: () => boolean
}

/**
 * The stream behind the procedure `changes`. Topics that come faster than a page reads them are told once; what was held
 * back while the desk was locked is told when it is not any more.
 */
export const createChanges = ({ subscribe, mayHearAll }: ChangesDeps): Changes => ({
  watch: (signal) => {
    const waiting = new Set<ChangeTopic>()
    let wake: () => void = () => undefined
    // At once, not with the first turn of the generator: nothing that happens in between may be missed.
    const unsubscribe = subscribe((topics) => {
      for (const topic of topics) waiting.add(topic)
      wake()
    })
    signal?.addEventListener(
      'abort',
      () => {
        unsubscribe()
        wake()
      },
      { once: true },
    )

    const told = async function* (): AsyncGenerator<{ readonly topic: ChangeTopic }, void, void> {
      try {
        while (signal?.aborted !== true) {
          const topic = changeTopics.find((known) => waiting.has(known) && (known === 'desk' || mayHearAll()))
          if (topic === undefined) {
            await new Promise<void>((resolve) => {
              wake = resolve
            })
            continue
          }
          waiting.delete(topic)
          yield { topic }
        }
      } finally {
        unsubscribe()
      }
    }
    return told()
  },
})
