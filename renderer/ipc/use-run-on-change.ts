import { useQueries } from '@tanstack/react-query'
import { useCallback, useEffect, useRef } from 'react'
import { type Run, type RunEvents, useRun } from './use-run.ts'

type Topic = 'cases' | 'records'

export interface RunOnChange<T> {
  /** What it reads; it is done again when one of them has changed. */
  readonly topics: readonly Topic[]
  /** As no other reading of the same topics has it. */
  readonly name: string
  /** From the end of one to the beginning of the next: a burst of commits from the sync is one reading. */
  readonly leastGapMs: number
  /** One function as long as it reads the same thing. */
  readonly begin: (signal: AbortSignal) => Promise<RunEvents<T>>
  readonly done?: (value: T) => void
}

/** Something long at the host, done again when what it reads may have changed; one that is under way is not disturbed by that. */
export const useRunOnChange = <T>({
  topics,
  name,
  leastGapMs,
  begin,
  done,
}: RunOnChange<T>): Run<T> & { readonly read: () => void } => {
  const { start, ...run } = useRun<T>()
  const changed = useChanged(topics, name)
  const ended = useRef(0)
  const answered = useRef<string | null>(null)
  const read = useCallback(() => {
    answered.current = changed
    start(begin, (value) => {
      ended.current = Date.now()
      done?.(value)
    })
  }, [start, begin, done, changed])
  const { busy } = run
  useEffect(() => {
    if (changed === null || changed === answered.current || busy) return
    const timer = window.setTimeout(read, Math.max(0, ended.current + leastGapMs - Date.now()))
    return () => window.clearTimeout(timer)
  }, [changed, busy, leastGapMs, read])
  return { ...run, read }
}

/** Another text with each change of the topics; null until all of them were asked. */
const useChanged = (topics: readonly Topic[], name: string): string | null => {
  // Asked again with each change of the topic that its key begins with.
  const looks = useQueries({
    queries: topics.map((topic) => ({ queryKey: [topic, name], queryFn: () => Promise.resolve(Date.now()) })),
  })
  return looks.every(({ data }) => data !== undefined) ? looks.map(({ data }) => data).join(' ') : null
}
