import { useCallback, useLayoutEffect, useState } from 'react'
import type { RefObject } from 'react'
import { focusField } from './focus.ts'

/**
 * Moves the focus to a field once the screen shows the change it was asked with: the field may appear with that very change, and a
 * timer would sometimes come before it. A field that is not there leaves the focus alone.
 */
export const useFocusField = (screen: RefObject<HTMLElement | null>): ((field: string) => void) => {
  const [asked, setAsked] = useState<{ readonly field: string } | null>(null)
  useLayoutEffect(() => {
    if (asked !== null && screen.current !== null) focusField(screen.current, asked.field)
  }, [asked, screen])
  // A new object each time: the same field may be asked for twice.
  return useCallback((field: string) => setAsked({ field }), [])
}
