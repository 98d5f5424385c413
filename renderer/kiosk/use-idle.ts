import { useCallback, useEffect, useRef, useState } from 'react'
import { countdownAfter } from './idle.ts'

export interface Idle {
  /** Seconds left; null = somebody is there. */
  readonly left: number | null
  readonly stay: () => void
}

/** Watches touches and keys while `on`; calls back once when nobody was there for long enough. */
export const useIdle = (on: boolean, onOver: () => void): Idle => {
  const touchedAt = useRef(0)
  const over = useRef(onOver)
  const [left, setLeft] = useState<number | null>(null)
  useEffect(() => {
    over.current = onOver
  })
  const stay = useCallback(() => {
    touchedAt.current = performance.now()
    setLeft(null)
  }, [])
  useEffect(() => {
    if (!on) return
    touchedAt.current = performance.now()
    const touched = () => {
      touchedAt.current = performance.now()
    }
    const timer = setInterval(() => {
      const now = countdownAfter((performance.now() - touchedAt.current) / 1000)
      setLeft(now)
      if (now !== 0) return
      // Once: the next nobody is counted from here.
      touchedAt.current = performance.now()
      over.current()
    }, 500)
    document.addEventListener('pointerdown', touched, true)
    document.addEventListener('keydown', touched, true)
    return () => {
      clearInterval(timer)
      setLeft(null)
      document.removeEventListener('pointerdown', touched, true)
      document.removeEventListener('keydown', touched, true)
    }
  }, [on])
  return { left, stay }
}
