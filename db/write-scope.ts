import type { ChangeTopic } from './store.ts'

/** The life of one transaction: what it changed, what is to run after it, and whether it is over. */
export interface WriteScope {
  /** Notes a change. Throws when the transaction has ended: somebody kept a writer. */
  readonly touch: (topic: ChangeTopic) => void
  readonly onCommit: (hook: () => void) => void
  readonly topics: ReadonlySet<ChangeTopic>
  readonly hooks: readonly (() => void)[]
  readonly end: () => void
}

export const writeScope = (): WriteScope => {
  const topics = new Set<ChangeTopic>()
  const hooks: (() => void)[] = []
  let over = false
  const expectOpen = (): void => {
    if (over) throw new TypeError('a writer was used after its transaction')
  }
  return {
    topics,
    hooks,
    touch: (topic) => {
      expectOpen()
      topics.add(topic)
    },
    onCommit: (hook) => {
      expectOpen()
      hooks.push(hook)
    },
    end: () => {
      over = true
    },
  }
}
