import { useCallback, useEffect, useRef, useState } from 'react'
import type { RunProgress } from '../../contract/queries/run.ts'

export type RunEvents<T> = AsyncIterable<RunProgress | { readonly kind: 'done'; readonly value: T }>

export interface Run<T> {
  readonly busy: boolean
  /** How far it has come; null before the first word of it. */
  readonly progress: RunProgress | null
  readonly error: unknown
  readonly value: T | null
  /** Ended by the person, with nothing to show. */
  readonly cancelled: boolean
  readonly cancel: () => void
}

const idle = { busy: false, progress: null, error: null, value: null, cancelled: false } as const

/** Something long at the host, begun by `start`: the newest call counts, and leaving the page ends it. */
export const useRun = <T>(): Run<T> & {
  readonly start: (begin: (signal: AbortSignal) => Promise<RunEvents<T>>, done?: (value: T) => void) => void
} => {
  const [state, setState] = useState<Omit<Run<T>, 'cancel'>>(idle)
  const current = useRef<AbortController | null>(null)
  useEffect(() => () => current.current?.abort(), [])
  const start = useCallback((begin: (signal: AbortSignal) => Promise<RunEvents<T>>, done?: (value: T) => void) => {
    current.current?.abort()
    const own = new AbortController()
    current.current = own
    // What was shown stays until the new one is there.
    setState((before) => ({ ...idle, value: before.value, busy: true }))
    const follow = async () => {
      for await (const event of await begin(own.signal)) {
        if (own.signal.aborted) return
        if (event.kind === 'progress') setState((before) => ({ ...before, progress: event }))
        else {
          setState({ ...idle, value: event.value })
          done?.(event.value)
        }
      }
    }
    follow().catch((error: unknown) => {
      if (!own.signal.aborted) setState((before) => ({ ...before, busy: false, progress: null, error }))
    })
  }, [])
  const cancel = useCallback(() => {
    current.current?.abort()
    setState((before) => ({ ...before, busy: false, progress: null, cancelled: true }))
  }, [])
  return { ...state, start, cancel }
}
