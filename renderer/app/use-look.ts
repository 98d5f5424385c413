import { useLayoutEffect } from 'react'
import type { DeviceSettings } from '../../contract/queries/desk.ts'

/** Gives the whole page the theme and the size of text that are set for this device, or the size of whoever works there. */
export const useLook = (settings: DeviceSettings | undefined, density: 'agent' | null): void => {
  const { theme, textSize } = settings ?? { theme: 'light', textSize: 'window' }
  useLayoutEffect(() => {
    document.documentElement.dataset['theme'] = theme
    document.documentElement.dataset['density'] = density ?? textSize
  }, [theme, textSize, density])
}
