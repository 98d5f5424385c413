import { useEffect, useLayoutEffect, useRef } from 'react'
import { plainDateInShanghai } from '../../domain/plain-date.ts'

/** Calls `onNewDay` once the legal date is no longer `today`: a desk that runs over night must not count by yesterday. */
export const useNewDay = (today: string | null, onNewDay: () => void): void => {
  const latest = useRef(onNewDay)
  useLayoutEffect(() => {
    latest.current = onNewDay
  })
  useEffect(() => {
    if (today === null) return
    const timer = window.setInterval(() => {
      if (plainDateInShanghai(Date.now()) !== today) latest.current()
    }, 10_000)
    return () => window.clearInterval(timer)
  }, [today])
}
