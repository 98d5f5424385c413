import { useLayoutEffect } from 'react'
import type { DeviceSettings } from '../../contract/queries/desk.ts'

/** Gives the whole page the theme and the size of text that are set for this device. */
export const useLook = (settings: DeviceSettings | undefined): void => {
  const { theme, textSize } = settings ?? { theme: 'light', textSize: 'window' }
  useLayoutEffect(() => {
    document.documentElement.dataset['theme'] = theme
    document.documentElement.dataset['density'] = textSize
  }, [theme, textSize])
}
