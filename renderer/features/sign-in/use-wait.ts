import { useEffect, useState } from 'react'

/** Seconds left of a wait that began at `from`; 0 = over or none. */
export const secondsLeft = (wait: Wait | null, now: number): number =>
  wait === null ? 0 : Math.max(0, Math.ceil((wait.from + wait.seconds * 1000 - now) / 1000))

export interface Wait {
  /** Milliseconds, on the clock `useWait` reads. */
  readonly from: number
  readonly seconds: number
}

/** Counts down after too many wrong passwords. The host decides; this only says how long it will refuse. */
export const useWait = () => {
  const [wait, setWait] = useState<Wait | null>(null)
  const [now, setNow] = useState(0)
  useEffect(() => {
    if (wait === null) return
    const timer = window.setInterval(() => setNow(performance.now()), 250)
    return () => window.clearInterval(timer)
  }, [wait])
  return {
    left: secondsLeft(wait, Math.max(now, wait?.from ?? 0)),
    waited: wait !== null,
    start: (seconds: number) => setWait({ from: performance.now(), seconds }),
    clear: () => setWait(null),
  }
}
