import { useEffect, useLayoutEffect, useRef } from 'react'

const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const

/**
 * A citizen may stand where the clerk sat. Calls `onIdle` once nobody has touched anything for `ms`. Looks at the clock instead of trusting one long timer, which
 * stands still while the computer sleeps.
 */
export const useIdle = (ms: number, onIdle: () => void): void => {
  const latest = useRef(onIdle)
  useLayoutEffect(() => {
    latest.current = onIdle
  })
  useEffect(() => {
    let touched = Date.now()
    let told = false
    const touch = () => {
      touched = Date.now()
      told = false
    }
    const look = () => {
      if (told || Date.now() - touched < ms) return
      told = true
      latest.current()
    }
    const timer = window.setInterval(look, 5000)
    for (const sign of signs) window.addEventListener(sign, touch, { passive: true, capture: true })
    return () => {
      window.clearInterval(timer)
      for (const sign of signs) window.removeEventListener(sign, touch, { capture: true })
    }
  }, [ms])
}
