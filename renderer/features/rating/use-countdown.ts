import { useEffect, useLayoutEffect, useRef, useState } from 'react'

const signs = ['keydown', 'pointerdown', 'wheel'] as const

/** Seconds left until `onOver`; begins anew with every touch and whenever `seconds` changes. Looks at the clock, so that sleep counts. */
export const useCountdown = (seconds: number, onOver: () => void): number => {
  const [left, setLeft] = useState(seconds)
  const latest = useRef(onOver)
  useLayoutEffect(() => {
    latest.current = onOver
  })
  useEffect(() => {
    let end = Date.now() + seconds * 1000
    let over = false
    const look = () => {
      const now = Math.max(0, Math.ceil((end - Date.now()) / 1000))
      setLeft(now)
      if (now > 0 || over) return
      over = true
      latest.current()
    }
    const touch = () => {
      end = Date.now() + seconds * 1000
      look()
    }
    look()
    const timer = window.setInterval(look, 1000)
    for (const sign of signs) window.addEventListener(sign, touch, { passive: true, capture: true })
    return () => {
      window.clearInterval(timer)
      for (const sign of signs) window.removeEventListener(sign, touch, { capture: true })
    }
  }, [seconds])
  return left
}
